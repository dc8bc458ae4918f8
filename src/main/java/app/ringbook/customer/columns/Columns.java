package app.ringbook.customer.columns;

import app.ringbook.customer.fields.CustomValues;
import app.ringbook.customer.fields.Money;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns that are in memory, and what a changed row means for them. Used under the store's
 * lock.
 */
final class Columns {
  /** The table each customer has a row in. */
  static final String TABLE = "customer";

  private final Slots slots = new Slots();
  private final NameOrder names;
  private final Map<String, Column> byKey = new HashMap<>();
  private final Map<String, ColumnField> fields = new HashMap<>();
  private final Map<String, Computing> computed = new HashMap<>();

  Columns(Database database) {
    names = new NameOrder(database, slots);
  }

  Slots slots() {
    return slots;
  }

  NameOrder names() {
    return names;
  }

  Set<String> keys() {
    return byKey.keySet();
  }

  /**
   * The column of a field.
   *
   * @throws ProblemException if it went: the field was defined anew since it was asked for
   */
  Column column(String key) {
    Column column = byKey.get(key);
    if (column == null) {
      throw new ProblemException("customer.problem.filter_field", key);
    }
    return column;
  }

  Map<String, Column> all() {
    return byKey;
  }

  ColumnField field(String key) {
    return Objects.requireNonNull(fields.get(key));
  }

  /** Lets columns go whose field is not defined any more as it was, and all made of them. */
  void dropOthersThan(Map<String, ColumnField> defined, LocalDate today) {
    Set<String> gone = new HashSet<>();
    fields.forEach(
        (key, field) -> {
          Computing computing = computed.get(key);
          if (!field.equals(defined.get(key)) || (computing != null && computing.stale(today))) {
            gone.add(key);
          }
        });
    computed.forEach(
        (key, computing) -> {
          if (computing.needs().stream().anyMatch(gone::contains)) {
            gone.add(key);
          }
        });
    gone.forEach(
        key -> {
          byKey.remove(key);
          fields.remove(key);
          computed.remove(key);
        });
  }

  /** Says what a column is that is being read, so that changes can be put into it. */
  void define(Collection<ColumnField> more) {
    more.forEach(field -> fields.put(field.key(), field));
  }

  void add(Map<String, Column> fresh) {
    byKey.putAll(fresh);
  }

  /** Begins to compute a column of others that are there; from now on it follows them. */
  Computing begin(ColumnField field, LocalDate today) {
    ColumnField.Computed source = (ColumnField.Computed) field.source();
    List<Column> from = source.needs().stream().map(this::column).toList();
    Computing computing =
        new Computing(source.formula(), source.needs(), from, Column.of(field), today);
    computed.put(field.key(), computing);
    return computing;
  }

  /** The column was computed for every customer. */
  Column finish(ColumnField field) {
    Column column = Objects.requireNonNull(computed.get(field.key())).column();
    fields.put(field.key(), field);
    byKey.put(field.key(), column);
    return column;
  }

  /** Nobody waits for the column any more. */
  boolean abandon(ColumnField field) {
    return computed.remove(field.key()) != null;
  }

  /** Puts a changed row into these columns. */
  void apply(RowChange row, Map<String, Column> into) {
    Row after = row.after();
    boolean own = row.table().equals(TABLE);
    if (own && after == null) {
      slots.remove(row.id());
      return;
    }
    int slot = own ? slots.add(row.id()) : slots.place(row.id());
    Row before = row.before();
    if (own
        && (before == null
            || !Objects.equals(value(before, "name_key"), value(after, "name_key")))) {
      names.changed(slot);
    }
    into.forEach(
        (key, column) -> {
          ColumnField field = field(key);
          if (field.table().equals(row.table())) {
            column.put(slot, value(field, value(after, field.column())));
          }
        });
    computed.values().forEach(computing -> computing.compute(slot));
  }

  private static @Nullable Object value(@Nullable Row row, String column) {
    return row == null ? null : row.values().get(column);
  }

  /** The value of a field, of what stands in its column of the table. */
  static @Nullable Object value(ColumnField field, @Nullable Object stored) {
    if (!(field.source() instanceof ColumnField.Line line)) {
      return stored;
    }
    Object value = CustomValues.value((String) stored, field.key(), line.kind());
    return value instanceof Money money ? money.amount() : value;
  }

  /** Fields among these that can be read from tables. */
  static List<ColumnField> stored(Collection<ColumnField> some) {
    return some.stream().filter(f -> !(f.source() instanceof ColumnField.Computed)).toList();
  }

  /** Fields among these that are computed. */
  static List<ColumnField> computed(Collection<ColumnField> some) {
    List<ColumnField> found = new ArrayList<>(some);
    found.removeAll(stored(some));
    return found;
  }

  /** How many customers have a value of a field; of several values each one by itself. */
  Map<String, Integer> counts(String field) {
    Column column = column(field);
    Map<Object, Integer> values = new HashMap<>();
    slots.alive().stream()
        .mapToObj(column::value)
        .filter(Objects::nonNull)
        .forEach(value -> values.merge(value, 1, Integer::sum));
    boolean several = field(field).form() == ColumnField.Form.TEXTS;
    Map<String, Integer> counts = new HashMap<>();
    values.forEach(
        (value, count) -> {
          String text = value.toString();
          List<String> parts = several ? text.lines().toList() : List.of(text);
          parts.forEach(part -> counts.merge(part, count, Integer::sum));
        });
    return counts;
  }

  /** About so many bytes are held, by field. */
  Map<String, Long> bytes() {
    Map<String, Long> bytes = new HashMap<>();
    byKey.forEach((key, column) -> bytes.put(key, column.bytes()));
    return bytes;
  }
}
