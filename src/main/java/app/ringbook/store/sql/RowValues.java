package app.ringbook.store.sql;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row by column, which cannot be changed: one array beside the names that all
 * rows of the table share. A map of its own for every row takes several times the room, and an
 * import makes hundreds of thousands.
 */
public final class RowValues extends AbstractMap<String, @Nullable Object> {
  private final Columns columns;
  private final @Nullable Object[] values;

  private RowValues(Columns columns, @Nullable Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  /** The values of a map, in its order. */
  static RowValues of(Map<String, @Nullable Object> values) {
    return values instanceof RowValues done
        ? done
        : new Columns(List.copyOf(values.keySet())).row(values.values().toArray());
  }

  /** The columns of a table, in their order. Equal only to itself. */
  public static final class Columns {
    private final List<String> names;
    private final Map<String, Integer> places;
    private final int[] alphabetical;
    private final List<byte[]> encoded;

    /** Columns of these names, each once. */
    public Columns(List<String> names) {
      this.names = List.copyOf(names);
      this.places = HashMap.newHashMap(names.size());
      for (int i = 0; i < names.size(); i++) {
        places.put(names.get(i), i);
      }
      this.alphabetical =
          IntStream.range(0, names.size())
              .boxed()
              .sorted(Comparator.comparing(names::get))
              .mapToInt(Integer::intValue)
              .toArray();
      this.encoded = this.names.stream().map(ValueCodec::text).toList();
    }

    /** The names, in the order of the columns. */
    public List<String> names() {
      return names;
    }

    /**
     * The values of a row.
     *
     * @param values in the order of the columns; not to be changed afterwards
     */
    public RowValues row(@Nullable Object[] values) {
      if (values.length != names.size()) {
        throw new IllegalArgumentException(values.length + " values for " + names);
      }
      return new RowValues(this, values);
    }
  }

  /** Takes a column's name, as {@link ValueCodec#writeText} writes it, and the value. */
  interface Taker<E extends Exception> {
    void take(byte[] column, @Nullable Object value) throws E;
  }

  /** Goes through the columns by the alphabet. */
  <E extends Exception> void alphabetically(Taker<E> taker) throws E {
    for (int place : columns.alphabetical) {
      taker.take(columns.encoded.get(place), values[place]);
    }
  }

  @Override
  public @Nullable Object get(@Nullable Object column) {
    Integer place = columns.places.get(column);
    return place == null ? null : values[place];
  }

  @Override
  public boolean containsKey(@Nullable Object column) {
    return columns.places.containsKey(column);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, @Nullable Object>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }

  private final class Entries implements Iterator<Entry<String, @Nullable Object>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < values.length;
    }

    @Override
    public Entry<String, @Nullable Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int place = next++;
      return new SimpleImmutableEntry<>(columns.names.get(place), values[place]);
    }
  }
}
