package app.ringbook.lead;

import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.store.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one place where leads, what happened to them and files they came from become rows. */
final class LeadRows {
  static final String LEADS = "lead";
  static final String ENTRIES = "lead_entry";
  static final String INTAKES = "lead_intake";
  private static final int LONGEST_NAME = 500;
  private static final int LONGEST_WORD = 200;
  private static final int LONGEST_EMAIL = 320;
  private static final int LONGEST_KEY = 2000;

  private LeadRows() {}

  /** A lead's first row. */
  static Row fresh(long id, NewLead lead, Instant now) {
    Row.Builder row =
        Row.of(LEADS, id, 0)
            .set("state", Lead.State.NEW.name())
            .set("customer_id", null)
            .set("reason", null)
            .set("created_at", now)
            .set("updated_at", now);
    return facts(row, lead).build();
  }

  /** What is known of a lead. */
  static Row.Builder facts(Row.Builder row, NewLead lead) {
    String name = cut(lead.name().strip(), LONGEST_NAME);
    String company = words(lead.company(), LONGEST_NAME);
    String email = words(lead.email(), LONGEST_EMAIL);
    return number(row, lead.number())
        .set("name", name)
        .set("company", company)
        .set("job", words(lead.job(), LONGEST_WORD))
        .set("email", email)
        .set("source", cut(lead.source().strip(), LONGEST_WORD))
        .set("owner", words(lead.owner(), LONGEST_WORD))
        .set("do_not_call", lead.doNotCall())
        .set("next_contact_at", lead.nextContactAt())
        .set("note", words(lead.note(), Integer.MAX_VALUE))
        .set("search_key", searchKey(name, company));
  }

  private static Row.Builder number(Row.Builder row, @Nullable PhoneNumber number) {
    return row.set("number_raw", number == null ? "" : cut(number.raw().strip(), LONGEST_WORD))
        .set("number_e164", number == null ? null : number.e164())
        .set("number_suffix8", number == null ? "" : number.suffix8());
  }

  /** The lines a lead is found by, with the readings of Chinese names. */
  static @Nullable String searchKey(String name, @Nullable String company) {
    String person = name.isBlank() ? "" : NameKeys.searchKey(name, true);
    String firm = company == null ? "" : NameKeys.searchKey(company, false);
    return words(person + "\n" + firm, LONGEST_KEY);
  }

  /** A row in which something changes. */
  static Row.Builder changed(Lead lead, Instant now) {
    return Row.of(LEADS, lead.id(), lead.version()).set("updated_at", now);
  }

  /** Something that happened. */
  static Row entry(
      long id,
      long leadId,
      Instant at,
      LeadEntry.Kind kind,
      @Nullable String detail,
      String author) {
    return Row.of(ENTRIES, id, 0)
        .set("lead_id", leadId)
        .set("at", at)
        .set("kind", kind.name())
        .set("detail", words(detail, Integer.MAX_VALUE))
        .set("author", cut(author, LONGEST_WORD))
        .build();
  }

  /** A file that was taken in. */
  static Row intake(long id, LeadIntake.Origin file, Instant now, LeadIntake.Taken taken) {
    return Row.of(INTAKES, id, 0)
        .set("file_name", cut(file.name(), LONGEST_NAME))
        .set("sha256", file.sha256())
        .set("taken_at", now)
        .set("added", taken.added().size())
        .set("duplicate", taken.duplicates().size())
        .set("invalid", taken.invalid().size())
        .build();
  }

  /** Stripped and cut; null if nothing is left. */
  static @Nullable String words(@Nullable String text, int most) {
    return text == null || text.isBlank() ? null : cut(text.strip(), most);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
