package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.telephony.Presentation;
import app.ringbook.ui.Language;

/** How callers and numbers are named, in the present language. */
final class CallWords {
  private final Language language;
  private final PhoneNumbers numbers;

  CallWords(Language language, PhoneNumbers numbers) {
    this.language = language;
    this.numbers = numbers;
  }

  /** The person, else the company, else the number, else why there is none. */
  String who(CallCard card) {
    CallCard.Customer customer = card.customer();
    return customer == null ? number(card) : who(customer);
  }

  /** The person, else the company. */
  String who(CallCard.Customer customer) {
    String contact = customer.contactName();
    return contact == null ? customer.name() : contact;
  }

  /** The number as a person reads it, or why there is none. */
  String number(CallCard card) {
    return number(card.number(), card.call().presentation());
  }

  /** As {@link #number(CallCard)}. */
  String number(PhoneNumber number, Presentation presentation) {
    if (!number.raw().isBlank()) {
      return numbers.shown(number);
    }
    return switch (presentation) {
      case PRIVATE -> language.now("call.number.private");
      case UNAVAILABLE -> language.now("call.number.unavailable");
      case NUMBER, NONE -> language.now("call.number.none");
    };
  }

  /** Number and, if known, where it is at home. */
  String numberAndPlace(CallCard card) {
    String place = place(card.number());
    return place.isEmpty()
        ? number(card)
        : language.now("call.popup.number_place", number(card), place);
  }

  /** Where the number is at home; empty if unknown. */
  String place(PhoneNumber number) {
    return number.dialable() ? numbers.place(number, language.texts()) : "";
  }

  /** The sentence read aloud when a call comes: who, and from which company. */
  String announcement(CallCard card) {
    CallCard.Customer customer = card.customer();
    if (customer == null) {
      return language.now("call.popup.announce_unknown", number(card));
    }
    String contact = customer.contactName();
    return contact == null
        ? language.now("call.popup.announce_company", customer.name())
        : language.now("call.popup.announce_person", contact, customer.name());
  }
}
