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

  /** Keeps a value as the database's row has it; null for none. */
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

  /** The value as text for headings and choices, or null. */
  @Nullable String text(int slot);

  /** About so many bytes. */
  long bytes();

  /** An empty column for values of this form. */
  static Column of(ColumnField.Form form) {
    return switch (form) {
      case TEXT -> new TextColumn(false);
      case TEXTS -> new TextColumn(true);
      case NUMBER, MOMENT, DATE -> new NumberColumn(form);
      case FLAG -> new FlagColumn();
    };
  }
}
