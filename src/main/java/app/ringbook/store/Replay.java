package app.ringbook.store;

import app.ringbook.store.journal.JournalFiles;
import app.ringbook.store.sql.JournalIndex;
import app.ringbook.store.sql.JournalTable;
import app.ringbook.store.sql.Tables;
import app.ringbook.store.sql.Tables.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries journal entries out again. What many entries do to a row is folded into its last image
 * first: whether the database already holds some of them does not matter then, nor the order in
 * which rows depend on each other.
 */
final class Replay {
  private final Map<String, Map<Long, @Nullable Row>> rows = new TreeMap<>();
  private final Map<String, Long> counters = new TreeMap<>();
  private final List<Kept> entries = new ArrayList<>();
  private int rowCount;

  /** What the journal's table needs of an entry; the rows themselves are folded. */
  private record Kept(JournalTable.Line line, List<Long> undoes) {}

  /** Adds an entry; entries come in their order. */
  void add(JournalFiles.Entry stored) throws IOException {
    JournalEntry entry = JournalEntry.decode(stored.payload());
    if (entry.sequence() != stored.sequence()) {
      throw new IOException("Entry " + stored.sequence() + " says it is " + entry.sequence());
    }
    for (RowChange change : entry.committed().rows()) {
      rows.computeIfAbsent(change.table(), t -> new LinkedHashMap<>())
          .put(change.id(), change.after());
      rowCount++;
    }
    entry.counters().forEach((table, next) -> counters.merge(table, next, Math::max));
    entries.add(new Kept(entry.line(stored.payload()), entry.undoes()));
  }

  /** Entries added. */
  int size() {
    return entries.size();
  }

  /** Rows those entries wrote: a measure of the memory they take. */
  int rowCount() {
    return rowCount;
  }

  /** Carries everything out in one transaction. The connection has all rights. */
  void apply(Connection connection) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    Tables tables = Tables.read(connection);
    boolean automatic = connection.getAutoCommit();
    try (Statement statement = connection.createStatement();
        RowStatements statements = new RowStatements(connection)) {
      statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
      connection.setAutoCommit(false);
      applyRows(tables, statements);
      moveCounters(connection);
      writeEntries(connection, tables);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("SET REFERENTIAL_INTEGRITY TRUE");
    } finally {
      connection.setAutoCommit(automatic);
    }
  }

  private void applyRows(Tables tables, RowStatements statements) throws SQLException {
    for (Map.Entry<String, Map<Long, @Nullable Row>> some : rows.entrySet()) {
      statements.delete(tables.get(some.getKey()), some.getValue().keySet());
    }
    for (Map.Entry<String, Map<Long, @Nullable Row>> some : rows.entrySet()) {
      Table table = tables.get(some.getKey());
      List<Row> images = new ArrayList<>();
      for (Row image : some.getValue().values()) {
        if (image != null) {
          images.add(image);
        }
      }
      for (int from = 0; from < images.size(); from += 1000) {
        statements.insert(table, images.subList(from, Math.min(images.size(), from + 1000)));
      }
    }
  }

  private void moveCounters(Connection connection) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO id_counter (table_name, next_id) SELECT ?, 1 WHERE NOT EXISTS"
                    + " (SELECT 1 FROM id_counter WHERE table_name = ?)");
        PreparedStatement move =
            connection.prepareStatement(
                "UPDATE id_counter SET next_id = GREATEST(next_id, ?) WHERE table_name = ?")) {
      for (Map.Entry<String, Long> counter : counters.entrySet()) {
        insert.setString(1, counter.getKey());
        insert.setString(2, counter.getKey());
        insert.executeUpdate();
        move.setLong(1, counter.getValue());
        move.setString(2, counter.getKey());
        move.executeUpdate();
      }
    }
  }

  private void writeEntries(Connection connection, Tables tables) throws SQLException {
    boolean indexed = JournalIndex.exists(connection);
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM journal_entry WHERE sequence = ?")) {
      for (Kept kept : entries) {
        long sequence = kept.line.sequence();
        delete.setLong(1, sequence);
        delete.executeUpdate();
        JournalTable.insert(connection, kept.line);
        JournalTable.markUndone(connection, kept.undoes, sequence);
        if (indexed) {
          JournalIndex.Touched touched = JournalEntry.stored(kept.line.payload()).touched(tables);
          JournalIndex.delete(connection, sequence, touched);
          JournalIndex.insert(connection, sequence, touched);
        }
      }
    }
  }
}
