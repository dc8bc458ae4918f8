package app.ringbook.store.keys;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of all columns; of a transaction, what it wrote itself above what is committed. Safe for
 * any thread.
 */
class KeySet implements KeyLookup, WrittenRows {
  private final @Nullable KeySet below;
  private final Map<KeyColumn, LiveKeys> columns = new EnumMap<>(KeyColumn.class);

  /**
   * @param below what counts where this one says nothing, or null
   */
  KeySet(@Nullable KeySet below) {
    this.below = below;
    for (KeyColumn column : KeyColumn.values()) {
      columns.put(column, new LiveKeys());
    }
  }

  final LiveKeys keys(KeyColumn column) {
    return Objects.requireNonNull(columns.get(column));
  }

  /** All runs of a column, the newest first. */
  List<KeyRun> runs(KeyColumn column) {
    List<KeyRun> own = keys(column).runs();
    return below == null
        ? own
        : own.isEmpty()
            ? below.runs(column)
            : Stream.concat(own.stream(), below.runs(column).stream()).toList();
  }

  @Override
  public long[] in(KeyColumn column, Range range, int most) {
    return KeyRuns.ids(runs(column), range, most);
  }

  @Override
  public long[] inAny(KeyColumn column, List<Range> ranges) {
    List<KeyRun> runs = runs(column);
    return ranges.stream()
        .flatMapToLong(range -> LongStream.of(KeyRuns.ids(runs, range, Integer.MAX_VALUE)))
        .distinct()
        .toArray();
  }

  @Override
  public long[] equal(KeyColumn column, Collection<String> keys) {
    return inAny(column, keys.stream().map(key -> new Range(key, key + '\0')).toList());
  }

  @Override
  public long[] first(KeyColumn column, int most) {
    return KeyRuns.ids(runs(column), null, most);
  }

  @Override
  public void row(
      String table,
      long id,
      @Nullable Map<String, @Nullable Object> before,
      @Nullable Map<String, @Nullable Object> after) {
    for (KeyColumn column : KeyColumn.values()) {
      if (column.table().equals(table)) {
        Object old = before == null ? null : before.get(column.column());
        Object now = after == null ? null : after.get(column.column());
        if (!Objects.equals(old, now)) {
          if (old instanceof String key) {
            keys(column).remove(key, id);
          }
          if (now instanceof String key) {
            keys(column).put(key, id);
          }
        }
      }
    }
  }
}
