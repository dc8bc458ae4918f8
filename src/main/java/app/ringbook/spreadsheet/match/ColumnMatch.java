package app.ringbook.spreadsheet.match;

import app.ringbook.spreadsheet.file.Cell;
import app.ringbook.spreadsheet.file.SheetRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which column fills which field.
 *
 * @param fields what its columns can fill
 * @param headerIndex row with the headers among the rows of the sheet, from 0; -1 if there is none
 * @param columns every column of the sheet, from A on
 */
public record ColumnMatch(Fields fields, int headerIndex, List<Column> columns) {

  /** Copies the list. */
  public ColumnMatch {
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param index place from 0
   * @param header text of its header; empty if it has none
   * @param field what it fills, or null if it is left out
   * @param profile what its values look like
   */
  public record Column(int index, String header, @Nullable Field field, ColumnProfile profile) {

    /** True if a value needs a second look: a phone kept as a number, a date of unclear order. */
    public boolean odd(Cell cell) {
      Field now = field;
      if (now == null || cell.blank()) {
        return false;
      }
      if (cell.kind() == Cell.Kind.ERROR) {
        return true;
      }
      return now.phone()
          ? PhoneCells.asNumber(cell)
          : now.date()
              && cell.kind() != Cell.Kind.DATE
              && (profile.dates().decided() == null || DateReader.parts(cell.text()).length == 0)
              && !cell.text().strip().matches("\\d{4}.*");
    }

    /** The same column once all of its dates are known. */
    Column withDates(DateEvidence all) {
      return new Column(index, header, field, profile.withDates(all));
    }

    /** The header, or the column's letters where it has none. */
    public String title() {
      return header.isEmpty() ? SheetRow.letters(index) : header;
    }
  }

  /** The columns that fill a field, from left to right. */
  public List<Column> of(Field field) {
    return columns.stream().filter(c -> field.equals(c.field())).toList();
  }

  /** True if a column fills this field. */
  public boolean has(Field field) {
    return columns.stream().anyMatch(c -> field.equals(c.field()));
  }

  /** The columns that fill something. */
  public List<Column> matched() {
    return columns.stream().filter(c -> c.field() != null).toList();
  }

  /**
   * The same match with another field for a column; a field that takes one column only leaves the
   * column that had it.
   */
  public ColumnMatch with(int index, @Nullable Field field) {
    List<Column> changed = new ArrayList<>();
    for (Column column : columns) {
      Field now = column.field();
      if (column.index() == index) {
        now = field;
      } else if (field != null && field.equals(now) && !field.repeats()) {
        now = null;
      }
      changed.add(new Column(column.index(), column.header(), now, column.profile()));
    }
    return new ColumnMatch(fields, headerIndex, changed);
  }

  /**
   * What to save: the field's key by header; an empty key for a column left out. The order is that
   * of the columns.
   */
  public Map<String, String> saved() {
    Map<String, String> saved = new LinkedHashMap<>();
    for (Column column : columns) {
      Field field = column.field();
      saved.putIfAbsent(column.title(), field == null ? "" : field.key());
    }
    return saved;
  }

  /**
   * The match as somebody saved it. Columns that the saved one does not name keep what was guessed;
   * keys no field has are passed over.
   */
  public ColumnMatch withSaved(Map<String, String> saved) {
    ColumnMatch match = this;
    for (Column column : columns) {
      String key = saved.get(column.title());
      if (key != null) {
        Optional<Field> field = fields.byKey(key);
        if (key.isEmpty() || field.isPresent()) {
          match = match.with(column.index(), field.orElse(null));
        }
      }
    }
    return match;
  }

  /** Files with the same headers in the same order have the same shape. */
  public String shape() {
    return String.join("\n", columns.stream().map(c -> HeaderWords.words(c.title())).toList());
  }

  /** Columns whose dates can be read in two ways while nothing says which is meant. */
  public List<Column> undated(RowRules rules) {
    return columns.stream()
        .filter(
            c -> {
              Field field = c.field();
              return field != null
                  && field.date()
                  && c.profile().dates().undecided()
                  && !rules.orders().containsKey(field.key());
            })
        .toList();
  }
}
