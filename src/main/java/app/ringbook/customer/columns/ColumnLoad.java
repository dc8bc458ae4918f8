package app.ringbook.customer.columns;

import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Walks through tables that fill fresh columns, page by page. */
final class ColumnLoad {
  private static final int PAGE = 5_000;

  /** The fields of {@link ColumnMapper.UsualRow}, by the column in the table. */
  static final Set<String> USUAL =
      Set.of(
          "industry",
          "tier",
          "owner",
          "tags",
          "source",
          "city",
          "next_contact_at",
          "last_contact_at",
          "created_at",
          "do_not_call");

  private final Database database;
  private final Slots slots;
  private final Lock lock;

  ColumnLoad(Database database, Slots slots, Lock lock) {
    this.database = database;
    this.slots = slots;
    this.lock = lock;
  }

  /** Reads a page behind an id. */
  private interface Page<R> {
    List<R> read(ColumnMapper mapper, long after, int limit);
  }

  /** Puts one row into its columns. */
  private interface Fill<R> {
    void put(int slot, R row);
  }

  /** True if the field is read in the one walk for what nearly every list needs. */
  static boolean usual(ColumnField field) {
    return field.table().equals(Columns.TABLE) && USUAL.contains(field.column());
  }

  /** Fresh columns for these fields, by key; one walk for all that stand in one place. */
  Map<String, Column> load(List<ColumnField> fields, Progress progress) {
    Map<String, Column> fresh = new HashMap<>();
    Map<String, Column> usual = new HashMap<>();
    Map<String, List<ColumnField>> others = new LinkedHashMap<>();
    for (ColumnField field : fields) {
      Column column = Column.of(field);
      fresh.put(field.key(), column);
      if (usual(field)) {
        usual.put(field.column(), column);
      } else {
        String place = field.table() + " " + field.column();
        others.computeIfAbsent(place, p -> new ArrayList<>()).add(field);
      }
    }
    // First the customers themselves: others only add to their slots.
    if (!usual.isEmpty()) {
      walk(
          ColumnMapper::usual,
          ColumnMapper.UsualRow::id,
          (slot, row) -> put(usual, slot, row),
          progress);
    }
    others.values().forEach(some -> one(some, fresh, progress));
    return fresh;
  }

  /** Fields that are read from one column of a table. */
  private void one(List<ColumnField> fields, Map<String, Column> fresh, Progress progress) {
    ColumnField first = fields.getFirst();
    String table = first.table();
    String name = first.column();
    boolean line = first.source() instanceof ColumnField.Line;
    switch (line ? ColumnField.Form.TEXT : first.form()) {
      case TEXT, TEXTS ->
          walk(
              (m, after, limit) -> m.texts(table, name, after, limit),
              ColumnMapper.TextRow::id,
              (slot, row) -> put(fields, fresh, slot, row.content()),
              progress);
      case NUMBER ->
          walk(
              (m, after, limit) -> m.numbers(table, name, after, limit),
              ColumnMapper.NumberRow::id,
              (slot, row) -> put(fields, fresh, slot, row.content()),
              progress);
      case MOMENT ->
          walk(
              (m, after, limit) -> m.moments(table, name, after, limit),
              ColumnMapper.MomentRow::id,
              (slot, row) -> put(fields, fresh, slot, row.content()),
              progress);
      case DATE ->
          walk(
              (m, after, limit) -> m.dates(table, name, after, limit),
              ColumnMapper.DateRow::id,
              (slot, row) -> put(fields, fresh, slot, row.content()),
              progress);
      case FLAG ->
          walk(
              (m, after, limit) -> m.flags(table, name, after, limit),
              ColumnMapper.FlagRow::id,
              (slot, row) -> put(fields, fresh, slot, row.content()),
              progress);
    }
  }

  private static void put(
      List<ColumnField> fields, Map<String, Column> fresh, int slot, @Nullable Object value) {
    for (ColumnField field : fields) {
      Objects.requireNonNull(fresh.get(field.key())).put(slot, Columns.value(field, value));
    }
  }

  private static void put(Map<String, Column> usual, int slot, ColumnMapper.UsualRow row) {
    usual.forEach(
        (name, column) ->
            column.put(
                slot,
                switch (name) {
                  case "industry" -> row.industry();
                  case "tier" -> row.tier();
                  case "owner" -> row.owner();
                  case "tags" -> row.tags();
                  case "source" -> row.source();
                  case "city" -> row.city();
                  case "next_contact_at" -> row.nextContactAt();
                  case "last_contact_at" -> row.lastContactAt();
                  case "created_at" -> row.createdAt();
                  default -> row.doNotCall();
                }));
  }

  private <R> void walk(Page<R> page, ToLongFunction<R> id, Fill<R> fill, Progress progress) {
    long total = database.read(ColumnMapper.class, ColumnMapper::count);
    long done = 0;
    long last = Long.MIN_VALUE;
    List<R> rows;
    do {
      progress.check();
      progress.at(done, Math.max(total, done));
      long after = last;
      rows = database.read(ColumnMapper.class, m -> page.read(m, after, PAGE));
      if (!rows.isEmpty()) {
        last = id.applyAsLong(rows.getLast());
        fill(rows, id, fill);
      }
      done += rows.size();
    } while (rows.size() == PAGE);
  }

  private <R> void fill(List<R> rows, ToLongFunction<R> id, Fill<R> fill) {
    lock.lock();
    try {
      for (R row : rows) {
        long key = id.applyAsLong(row);
        fill.put(row instanceof ColumnMapper.UsualRow ? slots.add(key) : slots.place(key), row);
      }
    } finally {
      lock.unlock();
    }
  }
}
