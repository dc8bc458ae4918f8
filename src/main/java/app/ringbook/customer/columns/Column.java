package app.ringbook.customer.columns;

import app.ringbook.customer.filter.Condition;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The values of one field by slot. Used under the store's lock. */
interface Column {

  /** What conditions are seen from. */
  record Now(LocalDate today, ZoneId zone) {}

  /** Keeps a value as the database's row has it; null or one of another form for none. */
  void put(int slot, @Nullable Object value);

  /**
   * Slots below {@code size} whose value meets the condition; one that does not fit the form of the
   * values is met by none.
   */
  BitSet matching(Condition condition, Now now, int size);

  /**
   * The slots in this column's order. The sort is stable, and slots without a value come last
   * whatever the direction.
   */
  int[] sorted(int[] slots, boolean descending);

  /**
   * The value, or null: a text, several of them one a line, a number, date or moment, or a mark.
   */
  @Nullable Object value(int slot);

  /** A number that customers with the same value share, but for capitals, and others do not. */
  long rank(int slot);

  /** About so many bytes. */
  long bytes();

  /** An empty column for the values of this field. */
  static Column of(ColumnField field) {
    String otherwise =
        field.source() instanceof ColumnField.Stored stored ? stored.otherwise() : null;
    return switch (field.form()) {
      case TEXT -> new TextColumn(false, otherwise, field.words());
      case TEXTS -> new TextColumn(true, otherwise, field.words());
      case NUMBER, MOMENT, DATE -> new NumberColumn(field.form());
      case FLAG -> new FlagColumn();
    };
  }
}
