package app.ringbook.spreadsheet.export;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.platform.PhoneNumber;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.AddressType;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import ezvcard.util.PartialDate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes people as address cards (RFC 6350, or RFC 2426 for older address books). */
final class VCards {
  /** Stands for a birthday of which the year is not known. */
  private static final int NO_YEAR = 4;

  private final VCardVersion version;

  VCards(ExportFormat format) {
    this.version = format == ExportFormat.VCARD3 ? VCardVersion.V3_0 : VCardVersion.V4_0;
  }

  /** Hands people one by one to whoever takes them. */
  interface People {
    void each(Consumer<Person> sink);
  }

  /** Writes a card a person; returns how many. */
  long write(People people, OutputStream out) throws IOException {
    VCardWriter writer = new VCardWriter(out, version);
    writer.setAddProdId(false);
    long[] written = {0};
    try {
      people.each(
          person -> {
            card(writer, person);
            written[0]++;
          });
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
    writer.flush();
    return written[0];
  }

  private void card(VCardWriter writer, Person person) {
    try {
      writer.write(card(person));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private VCard card(Person person) {
    VCard card = new VCard();
    card.setFormattedName(person.contact().name());
    card.setStructuredName(name(person.contact().name()));
    card.setUid(new Uid("ringbook-contact-" + person.contact().id()));
    if (person.department() == null) {
      card.setOrganization(person.customer().name());
    } else {
      card.setOrganization(person.customer().name(), person.department());
    }
    given(person.contact().role(), card::addTitle);
    given(person.contact().email(), email -> card.addEmail(email, EmailType.WORK));
    List<Phone> phones = person.phones().isEmpty() ? person.house() : person.phones();
    phones.forEach(phone -> card.addTelephoneNumber(telephone(phone)));
    address(card, person.customer());
    given(person.customer().website(), card::addUrl);
    given(person.contact().note(), card::addNote);
    birthday(card, person.contact().birthday());
    List<String> tags = person.customer().tagList();
    if (!tags.isEmpty()) {
      card.setCategories(tags.toArray(String[]::new));
    }
    return card;
  }

  private static void given(@Nullable String text, Consumer<String> take) {
    if (text != null && !text.isBlank()) {
      take.accept(text);
    }
  }

  /** The last word is the family name; a name of one word, as in Chinese, stays whole. */
  private static StructuredName name(String whole) {
    StructuredName name = new StructuredName();
    String plain = whole.strip();
    int space = plain.lastIndexOf(' ');
    if (space < 0) {
      name.setGiven(plain);
    } else {
      name.setGiven(plain.substring(0, space).strip());
      name.setFamily(plain.substring(space + 1));
    }
    return name;
  }

  private static Telephone telephone(Phone phone) {
    PhoneNumber number = phone.number();
    String dialled = number.e164() == null ? number.raw() : number.e164();
    String extension = number.extension();
    Telephone telephone =
        new Telephone(extension == null ? dialled : dialled + " ext. " + extension);
    telephone
        .getTypes()
        .add(
            switch (phone.kind()) {
              case PhoneKind.MOBILE -> TelephoneType.CELL;
              case PhoneKind.FAX -> TelephoneType.FAX;
              default -> TelephoneType.WORK;
            });
    return telephone;
  }

  private static void address(VCard card, Customer at) {
    if (at.address() == null && at.city() == null && at.region() == null && at.country() == null) {
      return;
    }
    Address address = new Address();
    address.setStreetAddress(at.address());
    address.setLocality(at.city());
    address.setRegion(at.region());
    address.setPostalCode(at.postalCode());
    address.setCountry(at.country());
    address.getTypes().add(AddressType.WORK);
    card.addAddress(address);
  }

  /** Older cards know no birthday without its year. */
  private void birthday(VCard card, @Nullable LocalDate day) {
    if (day == null) {
      return;
    }
    if (day.getYear() != NO_YEAR) {
      card.setBirthday(new Birthday(day));
    } else if (version == VCardVersion.V4_0) {
      card.setBirthday(
          new Birthday(
              PartialDate.builder().month(day.getMonthValue()).date(day.getDayOfMonth()).build()));
    }
  }
}
