package app.ringbook.spreadsheet.kind;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about rows that may be stored customers. The maps keep a steady order: an
 * interrupted import is known again by them.
 *
 * @param rows by the number beside the row in the spreadsheet
 * @param alike for all other rows that were recognised in the same way
 */
public record Decisions(Map<Integer, Decision> rows, Map<RowResult.Why, Decision> alike) {
  /** Nothing is decided. */
  public static final Decisions NONE = new Decisions(Map.of(), Map.of());

  /** Copies the maps. */
  public Decisions {
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    alike = Collections.unmodifiableMap(new TreeMap<>(alike));
  }

  /** What was decided about a row, or null. */
  public @Nullable Decision of(int row, RowResult.Why why) {
    Decision own = rows.get(row);
    return own == null ? alike.get(why) : own;
  }

  /** The same with one row decided. */
  public Decisions with(int row, Decision decision) {
    Map<Integer, Decision> more = new TreeMap<>(rows);
    more.put(row, decision);
    return new Decisions(more, alike);
  }

  /** The same with all rows decided that are recognised in this way. */
  public Decisions with(RowResult.Why why, Decision decision) {
    Map<RowResult.Why, Decision> more = new TreeMap<>(alike);
    more.put(why, decision);
    return new Decisions(rows, more);
  }
}
