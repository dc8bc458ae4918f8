package app.ringbook.spreadsheet.match;

import app.ringbook.customer.PhoneKind;
import app.ringbook.platform.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a row says about a record: about a customer, a person, a lead, something that happened.
 *
 * @param index place of the row among those of the sheet, from 0
 * @param number the number beside it in the spreadsheet
 * @param name the customer's name; a person or a phone lends it where {@code named} is false
 * @param named true if the row names the customer itself
 * @param texts values of all other fields, the name left out
 * @param person the person of the row, or null
 * @param phones numbers in the order of the columns
 * @param moments values of date fields
 * @param doNotCall what the row says about it, or null
 * @param problems what is wrong with it
 * @param refusal why it cannot be imported, or null
 */
public record RowDraft(
    int index,
    int number,
    String name,
    boolean named,
    Map<Field, String> texts,
    @Nullable Person person,
    List<DraftPhone> phones,
    Map<Field, Instant> moments,
    @Nullable Boolean doNotCall,
    List<CellProblem> problems,
    @Nullable Refusal refusal) {

  /** A person named by a row. */
  public record Person(String name, @Nullable String role, @Nullable String email) {}

  /**
   * A number of a row.
   *
   * @param personal true if it belongs to the row's person
   */
  public record DraftPhone(PhoneKind kind, boolean personal, PhoneNumber number) {}

  /**
   * Something wrong with a cell.
   *
   * @param column the column from 0, or -1 for the row as a whole
   */
  public record CellProblem(ProblemKind kind, int column) {}

  /**
   * Why a row is refused.
   *
   * @param kind the reason
   * @param column header of the column at fault; empty if it is the row
   * @param limit most characters it may have, or number of the row it collides with, or 0
   */
  public record Refusal(ProblemKind kind, String column, int limit) {}

  /** A text value, or null. */
  public @Nullable String text(String key) {
    for (Map.Entry<Field, String> entry : texts.entrySet()) {
      if (entry.getKey().key().equals(key)) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** The key of a record of this house that an export wrote into the row; 0 for none. */
  public long ownKey(Field field) {
    String text = text(field.key());
    return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  /** When to get in touch next, or null. */
  public @Nullable Instant nextContact() {
    return moments.get(CustomerFields.NEXT_CONTACT);
  }

  /** When anybody last talked to them, or null. */
  public @Nullable Instant lastContact() {
    return moments.get(CustomerFields.LAST_CONTACT);
  }

  /**
   * The same row, refused, unless it is refused already.
   *
   * @param about what the reason names, or empty
   */
  public RowDraft refused(ProblemKind why, String about) {
    return refused(why, about, 0);
  }

  /**
   * The same row, refused, unless it is refused already.
   *
   * @param about what the reason names, or empty
   * @param row number of the row it collides with, or 0
   */
  public RowDraft refused(ProblemKind why, String about, int row) {
    if (refusal != null) {
      return this;
    }
    List<CellProblem> more = new ArrayList<>(problems);
    more.add(new CellProblem(why, -1));
    return new RowDraft(
        index,
        number,
        name,
        named,
        texts,
        person,
        phones,
        moments,
        doNotCall,
        List.copyOf(more),
        new Refusal(why, about, row));
  }
}
