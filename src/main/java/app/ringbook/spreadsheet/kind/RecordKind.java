package app.ringbook.spreadsheet.kind;

import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.Fields;
import app.ringbook.spreadsheet.match.RowDraft;
import java.util.List;

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

  /** Decides about the rows of one file, from the first to the last. */
  KindPass pass(ImportOptions options);

  /** Text key of its name. */
  default String labelKey() {
    return "spreadsheet.kind." + word();
  }
}
