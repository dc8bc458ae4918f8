package app.ringbook.customer.columns;

import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.ToLongFunction;

/** One walk through the customers' table that fills fresh columns, page by page. */
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

  /** Fresh columns for these fields, by key; the usual ones in one walk. */
  Map<String, Column> load(List<ColumnField> fields, Progress progress) {
    Map<String, Column> fresh = new HashMap<>();
    Map<String, Column> usual = new HashMap<>();
    for (ColumnField field : fields) {
      Column column = Column.of(field.form());
      fresh.put(field.key(), column);
      if (USUAL.contains(field.column())) {
        usual.put(field.column(), column);
      } else {
        one(field, column, progress);
      }
    }
    if (!usual.isEmpty()) {
      walk(
          ColumnMapper::usual,
          ColumnMapper.UsualRow::id,
          (slot, row) -> put(usual, slot, row),
          progress);
    }
    return fresh;
  }

  private void one(ColumnField field, Column column, Progress progress) {
    String name = field.column();
    switch (field.form()) {
      case TEXT, TEXTS ->
          walk(
              (m, after, limit) -> m.texts(name, after, limit),
              ColumnMapper.TextRow::id,
              (slot, row) -> column.put(slot, row.value()),
              progress);
      case NUMBER ->
          walk(
              (m, after, limit) -> m.numbers(name, after, limit),
              ColumnMapper.NumberRow::id,
              (slot, row) -> column.put(slot, row.value()),
              progress);
      case MOMENT ->
          walk(
              (m, after, limit) -> m.moments(name, after, limit),
              ColumnMapper.MomentRow::id,
              (slot, row) -> column.put(slot, row.value()),
              progress);
      case DATE ->
          walk(
              (m, after, limit) -> m.dates(name, after, limit),
              ColumnMapper.DateRow::id,
              (slot, row) -> column.put(slot, row.value()),
              progress);
      case FLAG ->
          walk(
              (m, after, limit) -> m.flags(name, after, limit),
              ColumnMapper.FlagRow::id,
              (slot, row) -> column.put(slot, row.value()),
              progress);
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
        fill.put(slots.add(id.applyAsLong(row)), row);
      }
    } finally {
      lock.unlock();
    }
  }
}
