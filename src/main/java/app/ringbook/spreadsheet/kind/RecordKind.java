package app.ringbook.spreadsheet.kind;

import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.Fields;
import app.ringbook.spreadsheet.match.RowDraft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that rows of a sheet can become. A new kind is one class and one line where the
 * program is wired together.
 */
public interface RecordKind {

  /** Its name on the command line and in the list of imports: {@code customers}. */
  String word();

  /** What a column can fill; asked for each file, since people define fields of their own. */
  Fields fields();

  /** True if the matched columns can make a record at all. */
  boolean enough(ColumnMatch match);

  /** The only values that a field takes, as they are written into cells; empty if it takes any. */
  default List<String> options(Field field) {
    return field.kind() == Field.Kind.TIER ? List.of("A", "B", "C") : List.of();
  }

  /** The row as it is, or refused because it is no record of this kind. Any thread. */
  default RowDraft judged(RowDraft draft) {
    return draft;
  }

  /**
   * A stored record as a person compares it with a row that may be about it. Not for the window's
   * thread.
   *
   * @param phones as they are written
   * @param lastContactAt when anybody last talked to it, or null
   */
  record Existing(
      String name,
      List<String> phones,
      @Nullable String city,
      @Nullable String owner,
      @Nullable Instant lastContactAt) {}

  /** True if a person can decide about each row that may be a stored record. */
  default boolean asks() {
    return false;
  }

  /** A stored record; empty if it is not there any more. Not for the window's thread. */
  default Optional<Existing> existing(long id) {
    return Optional.empty();
  }

  /** Decides about the rows of one file, from the first to the last. */
  KindPass pass(ImportOptions options);

  /** Text key of its name. */
  default String labelKey() {
    return "spreadsheet.kind." + word();
  }
}
