package app.ringbook.customer.columns;

import app.ringbook.customer.fields.FieldKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field whose values are kept as a column.
 *
 * @param key key in the catalogue, as filters name it
 * @param form what its values are
 * @param source where they come from
 * @param words texts that come first when it is sorted by, in their order; the others follow by
 *     letters
 */
public record ColumnField(String key, Form form, Source source, List<String> words) {
  /** Copies the words. */
  public ColumnField {
    words = List.copyOf(words);
  }

  /** Where values come from. */
  public sealed interface Source {}

  /**
   * A column of a table.
   *
   * @param table the customers' or one with at most one row for each customer, under its key
   * @param otherwise the value of customers that have none; null for none
   */
  public record Stored(String table, String column, @Nullable String otherwise) implements Source {}

  /**
   * A line of the values of fields that users defined.
   *
   * @param kind what the values are
   */
  public record Line(String table, String column, FieldKind kind) implements Source {}

  /**
   * Made of other fields.
   *
   * @param formula with fields by key
   * @param needs keys of those fields
   */
  public record Computed(String formula, List<String> needs) implements Source {
    /** Copies the keys. */
    public Computed {
      needs = List.copyOf(needs);
    }
  }

  /** What the values of a field are. */
  public enum Form {
    /** A text. */
    TEXT,
    /** Several texts: in one, separated by commas or semicolons of either width, or a list. */
    TEXTS,
    /** A number with at most four decimals that count. */
    NUMBER,
    /** A moment, compared by its day in the user's zone. */
    MOMENT,
    /** A date. */
    DATE,
    /** Yes or no. */
    FLAG
  }

  /** The table its values stand in; empty if it is computed. */
  String table() {
    return switch (source) {
      case Stored stored -> stored.table();
      case Line line -> line.table();
      case Computed computed -> "";
    };
  }

  /** The column its values stand in; empty if it is computed. */
  String column() {
    return switch (source) {
      case Stored stored -> stored.column();
      case Line line -> line.column();
      case Computed computed -> "";
    };
  }
}
