package app.ringbook.lead;

import app.ringbook.platform.PhoneNumber;
import app.ringbook.store.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one place where a lead becomes a row. */
final class LeadRows {
  static final String LEADS = "lead";

  private LeadRows() {}

  /** A lead's first row. */
  static Row fresh(long id, NewLead lead, Instant now) {
    PhoneNumber number = lead.number();
    return Row.of(LEADS, id, 0)
        .set("name", cut(lead.name().strip(), 500))
        .set("company", words(lead.company(), 500))
        .set("number_raw", number == null ? "" : cut(number.raw(), 200))
        .set("number_e164", number == null ? null : number.e164())
        .set("number_suffix8", number == null ? "" : number.suffix8())
        .set("email", null)
        .set("source", lead.source().name())
        .set("state", Lead.State.NEW.name())
        .set("note", words(lead.note(), Integer.MAX_VALUE))
        .set("customer_id", null)
        .set("reason", null)
        .set("created_at", now)
        .set("updated_at", now)
        .build();
  }

  /** A row in which something changes. */
  static Row.Builder changed(Lead lead, Instant now) {
    return Row.of(LEADS, lead.id(), lead.version()).set("updated_at", now);
  }

  /** Stripped and cut; null if nothing is left. */
  static @Nullable String words(@Nullable String text, int most) {
    return text == null || text.isBlank() ? null : cut(text.strip(), most);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
