package app.ringbook.store;

import app.ringbook.platform.Progress;
import app.ringbook.store.Database.Kept;
import app.ringbook.store.Database.Undone;
import app.ringbook.store.sql.JournalTable;
import app.ringbook.store.sql.Tables.Index;
import app.ringbook.store.sql.Tables.Link;
import app.ringbook.store.sql.Tables.Table;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes journal entries back by writing the inverse rows, the last row first. A row whose content
 * is no longer what the entry left is kept, and so is one that others hang on by now. Each entry is
 * taken back in a transaction of its own, which can itself be taken back. An entry of which every
 * row had to be kept counts as taken back too: the next one has its turn.
 */
final class Undoing {
  private static final String UNDONE = "store.change.undone";
  private static final int BLOCK = 1000;
  private final Writer writer;
  private final Engine engine;

  Undoing(Writer writer, Engine engine) {
    this.writer = writer;
    this.engine = engine;
  }

  Undone entry(long sequence) {
    List<Kept> kept = new ArrayList<>();
    return new Undone(takeBack(sequence, kept) ? List.of(sequence) : List.of(), kept);
  }

  Undone group(String group, Progress progress) {
    List<Long> entries = writer.onThread(() -> entriesOf(group));
    List<Long> undone = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      progress.check();
      if (takeBack(entries.get(i), kept)) {
        undone.add(entries.get(i));
      }
      progress.at(i + 1L, entries.size());
    }
    return new Undone(undone, kept);
  }

  private List<Long> entriesOf(String group) throws SQLException {
    List<Long> entries = JournalTable.group(engine.writer(), group);
    engine.writer().rollback();
    return entries;
  }

  JournalTable.@Nullable Line latest(Set<String> exceptActions) {
    Set<String> except = new HashSet<>(exceptActions);
    except.add(UNDONE);
    return writer.onThread(
        () -> {
          JournalTable.Line line = JournalTable.latest(engine.writer(), except);
          engine.writer().rollback();
          return line;
        });
  }

  /** True if anything was taken back. */
  private boolean takeBack(long sequence, List<Kept> kept) {
    JournalEntry entry = writer.onThread(() -> read(sequence));
    if (entry == null) {
      return false;
    }
    Change original = entry.committed().change();
    // A column takes 80 characters.
    String group = original.group() == null ? null : "%.80s".formatted("undo-" + original.group());
    List<Kept> here = new ArrayList<>();
    boolean written =
        writer
            .change(
                new Change(UNDONE, original.subject(), group),
                (transaction, undoes) -> {
                  here.clear();
                  if (JournalTable.payload(engine.writer(), sequence) != null) {
                    undoes.add(sequence);
                    new Inverse(transaction, here).run(entry.committed().rows());
                  }
                  return transaction.writtenRows() > 0;
                })
            .value();
    kept.addAll(here);
    return written;
  }

  /**
   * Takes back some rows of an entry, as a change of its own; the entry itself counts as done.
   *
   * @param entry the entry, as it was read
   * @param from first of its rows
   * @param rows how many
   * @param then looks at what was kept, and may refuse by throwing
   */
  Database.Done<List<Kept>> part(
      Change change, Committed entry, int from, int rows, Database.Afterwards then) {
    return writer.change(
        change,
        (transaction, undoes) -> {
          List<Kept> kept = new ArrayList<>();
          new Inverse(transaction, kept).run(entry.rows().subList(from, from + rows));
          then.look(transaction, kept);
          return kept;
        });
  }

  private @Nullable JournalEntry read(long sequence) throws Exception {
    byte[] payload = JournalTable.payload(engine.writer(), sequence);
    engine.writer().rollback();
    return payload == null ? null : JournalEntry.decode(payload);
  }

  /** The inverse of one entry inside one transaction. */
  private static final class Inverse {
    private final OpenTransaction transaction;
    private final RowStatements statements;
    private final List<Kept> kept;

    /**
     * Images of inserted rows that were read to see what must stay, until something changes them.
     */
    private final Map<Key, Row> seen = new HashMap<>();

    /** Tables of which rows that the entry knows may still name rows that it inserted. */
    private final Set<String> naming = new HashSet<>();

    Inverse(OpenTransaction transaction, List<Kept> kept) {
      this.transaction = transaction;
      this.statements = transaction.statements();
      this.kept = kept;
    }

    void run(List<RowChange> rows) throws SQLException {
      Map<Key, String> staying = new Staying(transaction, seen).of(rows);
      staying.forEach((key, why) -> kept.add(new Kept(key.table(), key.id(), why)));
      staying.keySet().forEach(key -> naming.add(key.table()));
      rows.stream().filter(row -> row.before() != null).forEach(row -> naming.add(row.table()));
      List<RowChange> block = new ArrayList<>();
      Set<Long> ids = new HashSet<>();
      for (RowChange row : rows.reversed()) {
        if (staying.containsKey(new Key(row.table(), row.id()))) {
          continue;
        }
        boolean fits =
            block.isEmpty()
                || (block.size() < BLOCK
                    && block.get(0).table().equals(row.table())
                    && kind(block.get(0)) == kind(row)
                    && !ids.contains(row.id()));
        if (!fits) {
          block(block);
          block.clear();
          ids.clear();
        }
        block.add(row);
        ids.add(row.id());
      }
      if (!block.isEmpty()) {
        block(block);
      }
    }

    private static int kind(RowChange row) {
      return row.before() == null ? 1 : row.after() == null ? 3 : 2;
    }

    /** Rows of one table, all inserted, all updated or all deleted by the entry. */
    private void block(List<RowChange> rows) throws SQLException {
      Table table = transaction.tables().get(rows.get(0).table());
      Map<Long, Row> stored = stored(table, rows);
      Map<Long, RowChange> inverse = new LinkedHashMap<>();
      for (RowChange row : rows) {
        Row now = stored.get(row.id());
        Row after = row.after();
        Row before = row.before();
        if (after != null && now == null) {
          if (before != null) {
            keep(row, "store.undo.gone");
          }
        } else if (now != null && (after == null || !same(now, after))) {
          keep(row, "store.undo.changed");
        } else if (before == null) {
          inverse.put(row.id(), new RowChange(now, null));
        } else {
          long version = (now == null ? before.version() : now.version()) + 1;
          inverse.put(
              row.id(),
              new RowChange(now, new Row(table.name(), row.id(), version, before.values())));
        }
      }
      if (rows.get(0).before() == null) {
        keepParents(table, inverse);
      } else {
        keepOrphans(table, inverse);
        keepTwins(table, inverse);
      }
      if (!inverse.isEmpty()) {
        transaction.put(table, List.copyOf(inverse.values()));
      }
    }

    private Map<Long, Row> stored(Table table, List<RowChange> rows) throws SQLException {
      Map<Long, Row> stored = new HashMap<>();
      for (RowChange row : rows) {
        Row image = seen.remove(new Key(row.table(), row.id()));
        if (image != null && row.before() == null) {
          stored.put(row.id(), image);
        }
      }
      List<Long> ids = rows.stream().map(RowChange::id).toList();
      stored.putAll(
          statements.read(table, ids.stream().filter(id -> !stored.containsKey(id)).toList()));
      return stored;
    }

    private static boolean same(Row one, Row other) {
      for (Map.Entry<String, @Nullable Object> value : one.values().entrySet()) {
        if (!Objects.deepEquals(value.getValue(), other.values().get(value.getKey()))) {
          return false;
        }
      }
      return true;
    }

    /** Rows to be deleted on which others hang by now. */
    private void keepParents(Table table, Map<Long, RowChange> inverse) throws SQLException {
      for (Link link : table.children()) {
        // What others wrote was looked for before, and what the entry alone wrote is gone by now.
        if (!inverse.isEmpty() && naming.contains(link.child())) {
          for (Long id : statements.named(link.child(), link.column(), inverse.keySet())) {
            keep(Objects.requireNonNull(inverse.remove(id)), "store.undo.children");
          }
        }
      }
    }

    /** Rows to be restored whose parent is gone. */
    private void keepOrphans(Table table, Map<Long, RowChange> inverse) throws SQLException {
      for (Link link : table.parents()) {
        Set<Object> wanted = new HashSet<>();
        for (RowChange row : inverse.values()) {
          Object parent = value(row.after(), link.column());
          if (parent != null && !parent.equals(value(row.before(), link.column()))) {
            wanted.add(parent);
          }
        }
        if (!wanted.isEmpty()) {
          wanted.removeAll(statements.named(link.parent(), "id", wanted));
          for (RowChange row : List.copyOf(inverse.values())) {
            Object parent = value(row.after(), link.column());
            if (parent != null && wanted.contains(parent)) {
              inverse.remove(row.id());
              keep(row, "store.undo.parent");
            }
          }
        }
      }
    }

    /** Rows to be restored whose unique value another row has taken. */
    private void keepTwins(Table table, Map<Long, RowChange> inverse) throws SQLException {
      for (Index index : table.indexes()) {
        if (!index.unique() || index.columns().contains("id")) {
          continue;
        }
        for (RowChange row : List.copyOf(inverse.values())) {
          if (statements.taken(table, index.columns(), Objects.requireNonNull(row.after()))) {
            inverse.remove(row.id());
            keep(row, "store.undo.taken");
          }
        }
      }
    }

    private static @Nullable Object value(@Nullable Row row, String column) {
      return row == null ? null : row.values().get(column);
    }

    private void keep(RowChange row, String why) {
      kept.add(new Kept(row.table(), row.id(), why));
    }
  }

  /** A row. */
  private record Key(String table, long id) {}

  /**
   * Which rows that an entry inserted must stay: those changed since, those on which others hang by
   * now, and whatever came together with one of them. A customer that stays keeps its numbers.
   */
  private static final class Staying {
    private final OpenTransaction transaction;
    private final Map<Key, Row> seen;
    private final Map<Key, RowChange> inserted = new LinkedHashMap<>();
    private final Map<String, Set<Long>> byTable = new LinkedHashMap<>();
    private final Map<String, Set<Long>> touched = new LinkedHashMap<>();
    private final Map<Key, String> staying = new LinkedHashMap<>();

    Staying(OpenTransaction transaction, Map<Key, Row> seen) {
      this.transaction = transaction;
      this.seen = seen;
    }

    /** The rows, each with the reason. */
    Map<Key, String> of(List<RowChange> rows) throws SQLException {
      for (RowChange row : rows) {
        Key key = new Key(row.table(), row.id());
        touched.computeIfAbsent(row.table(), t -> new HashSet<>()).add(row.id());
        if (row.before() == null) {
          inserted.put(key, row);
          byTable.computeIfAbsent(row.table(), t -> new LinkedHashSet<>()).add(row.id());
        } else if (inserted.containsKey(key)) {
          inserted.put(key, row);
        }
      }
      Deque<Key> found = new ArrayDeque<>();
      for (Map.Entry<String, Set<Long>> some : byTable.entrySet()) {
        Table table = transaction.tables().get(some.getKey());
        List<Long> all = List.copyOf(some.getValue());
        for (int from = 0; from < all.size(); from += BLOCK) {
          List<Long> ids = all.subList(from, Math.min(all.size(), from + BLOCK));
          changed(table, ids, found);
          leaned(table, ids, found);
        }
      }
      if (!found.isEmpty()) {
        spread(found);
      }
      return staying;
    }

    private void changed(Table table, List<Long> ids, Deque<Key> found) throws SQLException {
      for (Row now : transaction.statements().read(table, ids).values()) {
        Key key = new Key(table.name(), now.id());
        seen.put(key, now);
        Row after = Objects.requireNonNull(inserted.get(key)).after();
        if (after != null && !Inverse.same(now, after)) {
          stay(key, "store.undo.changed", found);
        }
      }
    }

    /** Rows on which others hang that this entry did not write. */
    private void leaned(Table table, List<Long> ids, Deque<Key> found) throws SQLException {
      for (Link link : table.children()) {
        Set<Long> ours = touched.getOrDefault(link.child(), Set.of());
        for (Long id :
            transaction.statements().namedByOthers(link.child(), link.column(), ids, ours)) {
          stay(new Key(table.name(), id), "store.undo.children", found);
        }
      }
    }

    private void spread(Deque<Key> found) {
      Map<Key, List<Key>> together = new LinkedHashMap<>();
      for (Map.Entry<Key, RowChange> row : inserted.entrySet()) {
        Row after = row.getValue().after();
        for (Link link : transaction.tables().get(row.getKey().table()).parents()) {
          Object parent =
              after == null
                  ? null
                  : link.column().equals("id") ? after.id() : after.values().get(link.column());
          if (parent instanceof Long id && inserted.containsKey(new Key(link.parent(), id))) {
            Key above = new Key(link.parent(), id);
            together.computeIfAbsent(above, k -> new ArrayList<>()).add(row.getKey());
            together.computeIfAbsent(row.getKey(), k -> new ArrayList<>()).add(above);
          }
        }
      }
      while (!found.isEmpty()) {
        for (Key other : together.getOrDefault(found.pop(), List.of())) {
          stay(other, "store.undo.together", found);
        }
      }
    }

    private void stay(Key key, String why, Deque<Key> found) {
      if (staying.putIfAbsent(key, why) == null) {
        found.push(key);
      }
    }
  }
}
