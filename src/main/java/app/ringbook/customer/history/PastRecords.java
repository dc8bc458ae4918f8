package app.ringbook.customer.history;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.CustomValues;
import app.ringbook.customer.profile.LifeCycle;
import app.ringbook.customer.profile.Profile;
import app.ringbook.store.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Old images of rows as records; what an older schema did not have reads as nothing. */
final class PastRecords {
  private PastRecords() {}

  /** The customer of a row, with no profile. */
  static CustomerRecord customer(Row row) {
    Customer customer =
        new Customer(
            row.id(),
            row.version(),
            String.valueOf(row.values().get("name")),
            text(row, "industry"),
            text(row, "tier"),
            text(row, "source"),
            text(row, "tags"),
            text(row, "country"),
            text(row, "region"),
            text(row, "city"),
            text(row, "address"),
            text(row, "postal_code"),
            text(row, "website"),
            text(row, "email"),
            text(row, "external_key"),
            text(row, "note"),
            text(row, "owner"),
            moment(row, "next_contact_at"),
            text(row, "next_contact_note"),
            moment(row, "last_contact_at"),
            truth(row, "do_not_call"),
            truth(row, "sample"),
            Instant.EPOCH,
            Instant.EPOCH);
    return new CustomerRecord(customer, Profile.empty(row.id()), List.of(), List.of());
  }

  /** The profile of a row, or an empty one, with a customer of no name. */
  static CustomerRecord profile(@Nullable Row row, long customerId) {
    return new CustomerRecord(
        Customer.named("").build(),
        row == null ? Profile.empty(customerId) : profile(row),
        List.of(),
        List.of());
  }

  private static Profile profile(Row row) {
    return new Profile(
        row.id(),
        row.version(),
        text(row, "legal_name"),
        text(row, "credit_code"),
        text(row, "different_reason"),
        LifeCycle.valueOf(String.valueOf(row.values().get("life_cycle"))),
        truth(row, "life_cycle_manual"),
        moment(row, "life_cycle_at"),
        0,
        text(row, "qualification"),
        text(row, "size_rating"),
        text(row, "timing"),
        text(row, "progress"),
        truth(row, "key_customer"),
        text(row, "needs"),
        text(row, "pains"),
        text(row, "expectations"),
        CustomValues.of(text(row, "custom")));
  }

  /** The person of a row. */
  static Contact contact(Row row) {
    return new Contact(
        row.id(),
        row.version(),
        0,
        String.valueOf(row.values().get("name")),
        text(row, "role"),
        text(row, "email"),
        text(row, "note"),
        truth(row, "main"),
        truth(row, "decides"),
        null,
        row.values().get("birthday") instanceof LocalDate day ? day : null,
        text(row, "custom"));
  }

  static @Nullable String text(Row row, String column) {
    return row.values().get(column) instanceof String text ? text : null;
  }

  private static @Nullable Instant moment(Row row, String column) {
    return row.values().get(column) instanceof Instant moment ? moment : null;
  }

  private static boolean truth(Row row, String column) {
    return Boolean.TRUE.equals(row.values().get(column));
  }
}
