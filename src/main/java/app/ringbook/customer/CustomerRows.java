package app.ringbook.customer;

import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * The only place where customers, people and phones become rows; keys for sorting and finding are
 * derived here. A text that is too long for its column is refused with a sentence, but a phone
 * never is: its raw text is cut.
 */
public final class CustomerRows {
  /** Table of customers. */
  public static final String CUSTOMER = "customer";

  /** Table of people. */
  public static final String CONTACT = "contact";

  /** Table of phones. */
  public static final String PHONE = "phone";

  private CustomerRows() {}

  /** The image of a customer. */
  public static Row customer(Customer c) {
    return Row.of(CUSTOMER, c.id(), c.version())
        .set("name", fit("name", c.name(), 500))
        .set("name_key", NameKeys.nameKey(c.name()))
        .set("search_key", NameKeys.searchKey(c.name(), false))
        .set("industry", fit("industry", c.industry(), 200))
        .set("tier", fit("tier", c.tier(), 10))
        .set("source", fit("source", c.source(), 200))
        .set("tags", fit("tags", c.tags(), 1000))
        .set("country", fit("country", c.country(), 100))
        .set("region", fit("region", c.region(), 200))
        .set("city", fit("city", c.city(), 200))
        .set("address", fit("address", c.address(), 1000))
        .set("postal_code", fit("postal_code", c.postalCode(), 40))
        .set("website", fit("website", c.website(), 500))
        .set("email", fit("email", c.email(), 320))
        .set("external_key", fit("external_key", c.externalKey(), 200))
        .set("note", plain(c.note()))
        .set("owner", fit("owner", c.owner(), 200))
        .set("next_contact_at", c.nextContactAt())
        .set("next_contact_note", fit("next_contact_note", c.nextContactNote(), 1000))
        .set("last_contact_at", c.lastContactAt())
        .set("do_not_call", c.doNotCall())
        .set("sample", c.sample())
        .set("created_at", c.createdAt())
        .set("updated_at", c.updatedAt())
        .build();
  }

  /** The image of a person. */
  public static Row contact(Contact c) {
    return Row.of(CONTACT, c.id(), c.version())
        .set("customer_id", c.customerId())
        .set("name", fit("contact_name", c.name(), 300))
        .set("search_key", NameKeys.searchKey(c.name(), true))
        .set("role", fit("role", c.role(), 200))
        .set("email", fit("email", c.email(), 320))
        .set("note", plain(c.note()))
        .set("main", c.main())
        .set("decides", c.decides())
        .build();
  }

  /** The image of a phone. */
  public static Row phone(Phone p) {
    PhoneNumber n = p.number();
    return Row.of(PHONE, p.id(), p.version())
        .set("customer_id", p.customerId())
        .set("contact_id", p.contactId())
        .set("kind", p.kind().name())
        .set("main", p.main())
        .set("raw", cut(n.raw(), 200))
        .set("e164", n.e164())
        .set("national_digits", last(n.national(), 40))
        .set("suffix8", n.suffix8())
        .set("region", n.region())
        .set("extension", cut(n.extension(), 20))
        .build();
  }

  private static @Nullable String fit(String field, @Nullable String text, int longest) {
    if (text != null && text.length() > longest) {
      throw new ProblemException("customer.problem.too_long." + field, longest);
    }
    return plain(text);
  }

  /** PostgreSQL cannot keep the character zero. */
  private static @Nullable String plain(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }

  private static @Nullable String cut(@Nullable String text, int longest) {
    String plain = plain(text);
    return plain == null || plain.length() <= longest ? plain : plain.substring(0, longest);
  }

  private static String last(String text, int longest) {
    return text.length() <= longest ? text : text.substring(text.length() - longest);
  }
}
