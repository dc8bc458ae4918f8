package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.results.CallResult;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How calls that are over are named, in the present language. */
final class RecordWords {
  private final Language language;
  private final PhoneNumbers numbers;
  private final CallWords words;
  private final Function<CallRecord, LeadSlot.@Nullable Known> leads;

  /**
   * @param leads the lead at the other end of an unlinked call, or null
   */
  RecordWords(
      Language language,
      PhoneNumbers numbers,
      Function<CallRecord, LeadSlot.@Nullable Known> leads) {
    this.leads = leads;
    this.language = language;
    this.numbers = numbers;
    this.words = new CallWords(language, numbers);
  }

  /** The person, else the customer or the lead, else the number. */
  String who(CallRecord call) {
    String contact = call.contactName();
    String customer = call.customerName();
    LeadSlot.Known lead = leads.apply(call);
    String stranger = lead == null || lead.title().isBlank() ? number(call) : lead.title();
    return contact != null ? contact : customer != null ? customer : stranger;
  }

  /** True if an unlinked call is with somebody who is kept as a lead. */
  boolean isLead(CallRecord call) {
    return leads.apply(call) != null;
  }

  /** That it is a lead, and from where, else with which number. */
  private @Nullable String lead(CallRecord call) {
    LeadSlot.Known lead = leads.apply(call);
    if (lead == null) {
      return null;
    }
    String company = lead.company();
    return language.now(
        "call.popup.number_place",
        language.now("call.page.lead"),
        company == null || company.equals(lead.title()) ? number(call) : company);
  }

  /** A short name for the other end: a Latin first name, a Chinese name, else "caller". */
  String farEnd(CallRecord call) {
    String contact = call.contactName();
    if (contact == null || contact.isBlank()) {
      return language.now("call.player.other_end");
    }
    return contact.strip().split("\\s+", 2)[0];
  }

  /** What stands beside {@link #who}: the company, the number, or that nobody knows. */
  String beside(CallRecord call) {
    String customer = call.customerName();
    if (customer == null) {
      String lead = lead(call);
      if (lead != null) {
        return lead;
      }
      String name = call.callerName();
      return name == null || name.isBlank() ? language.now("call.page.unknown") : name;
    }
    return call.contactName() == null ? number(call) : customer;
  }

  /** Company and number below the name in the panel. */
  String below(CallRecord call) {
    String customer = call.customerName();
    if (customer == null) {
      String lead = lead(call);
      if (lead != null) {
        return lead;
      }
      String place = words.place(read(call));
      String unknown = language.now("call.page.unknown");
      return place.isEmpty() ? unknown : language.now("call.popup.number_place", unknown, place);
    }
    return call.contactName() == null
        ? number(call)
        : language.now("call.popup.number_place", customer, number(call));
  }

  /** The number as a person reads it, or why there is none. */
  String number(CallRecord call) {
    return words.number(read(call), call.presentation());
  }

  /** The number, read. */
  PhoneNumber read(CallRecord call) {
    return numbers.parse(call.numberToDial());
  }

  /** An arrow in or out, or a cross. */
  Feather icon(CallRecord call) {
    if (call.missed()) {
      return Feather.PHONE_MISSED;
    }
    return call.direction() == Direction.INCOMING ? Feather.PHONE_INCOMING : Feather.PHONE_OUTGOING;
  }

  /** What a call came to, in words. */
  String result(String name) {
    return CallResult.words(name, language.texts());
  }

  /** In, out or missed as a word. */
  String direction(CallRecord call) {
    return language.now(directionKey(call));
  }

  private static String directionKey(CallRecord call) {
    if (call.missed()) {
      return "call.direction.missed";
    }
    return call.direction() == Direction.INCOMING
        ? "call.direction.incoming"
        : "call.direction.outgoing";
  }

  /** How long people talked, or that nobody did and how long it rang. */
  String length(CallRecord call, Formats formats) {
    if (call.lengthUnknown()) {
      return language.now("call.page.length_unknown");
    }
    if (call.answered()) {
      return formats.duration(call.talkMillis());
    }
    if (call.direction() == Direction.INCOMING) {
      return language.now("call.page.rang", call.ringMillis() / 1000);
    }
    return language.now(
        call.outcome() == CallOutcome.BUSY ? "call.page.busy" : "call.page.no_answer");
  }

  /** The whole row as a sentence for a screen reader. */
  String spoken(CallRecord call, Formats formats) {
    return language.now(
        "call.page.spoken",
        direction(call),
        who(call),
        beside(call),
        formats.moment(call.at()),
        formats.duration(call.answered() ? call.talkMillis() : call.ringMillis()));
  }
}
