package app.ringbook.store;

import app.ringbook.platform.AppFolders;
import app.ringbook.store.sql.TableScan;
import app.ringbook.store.sql.Tables;
import app.ringbook.store.sql.Tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks at an open database past the store: do rows, indexes and foreign keys hold, and are the
 * rows exactly what the journal's entries, one after the other, make of them?
 */
public final class StoreInspector {
  private final List<String> faults = new ArrayList<>();
  private final List<String> torn = new ArrayList<>();
  private final Set<Long> sequences = new HashSet<>();
  private final Set<String> images = new HashSet<>();

  private StoreInspector() {}

  /** Reads everything in the folder's database, which is open in this process. */
  public static StoreInspector read(Path folder) throws SQLException, IOException {
    StoreInspector inspector = new StoreInspector();
    String url = "jdbc:h2:async:" + new AppFolders(folder).database();
    try (Connection connection = DriverManager.getConnection(url, "SA", "")) {
      Tables tables = Tables.read(connection);
      new TableScan(connection, tables)
          .run(rows -> {})
          .faults()
          .forEach(f -> inspector.faults.add(f.toString()));
      Map<String, String> folded = inspector.fold(connection);
      inspector.compare(folded, stored(connection, tables));
      inspector.bumps(connection);
    }
    return inspector;
  }

  /** What does not hold. */
  public List<String> faults() {
    return faults;
  }

  /** Changes that are there in part. */
  public List<String> torn() {
    return torn;
  }

  /**
   * What of an acknowledgement is missing, or null.
   *
   * @param acknowledged a sequence and, if known, its rows as table:id:version:crc
   */
  public @Nullable String missing(String acknowledged) {
    String[] parts = acknowledged.split(" ", -1);
    if (!sequences.contains(Long.parseLong(parts[0]))) {
      return "entry " + parts[0];
    }
    for (int i = 1; i < parts.length; i++) {
      if (!images.contains(parts[0] + " " + parts[i])) {
        return "entry " + parts[0] + " row " + parts[i];
      }
    }
    return null;
  }

  private Map<String, String> fold(Connection connection) throws SQLException, IOException {
    Map<String, String> folded = new TreeMap<>();
    long expected = 1;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT payload FROM journal_entry ORDER BY sequence")) {
      while (rows.next()) {
        JournalEntry entry = JournalEntry.decode(rows.getBytes(1));
        if (entry.sequence() != expected) {
          torn.add("journal has no entry " + expected);
        }
        expected = entry.sequence() + 1;
        sequences.add(entry.sequence());
        for (RowChange change : entry.committed().rows()) {
          Row after = change.after();
          String key = change.table() + ":" + change.id();
          String image = after == null ? "gone" : image(after);
          images.add(entry.sequence() + " " + key + ":" + image);
          if (after == null) {
            folded.remove(key);
          } else {
            folded.put(key, image);
          }
        }
      }
    }
    return folded;
  }

  private static String image(Row row) {
    return row.version() + ":" + RowStatements.crc(row);
  }

  private static Map<String, String> stored(Connection connection, Tables tables)
      throws SQLException {
    Map<String, String> stored = new TreeMap<>();
    for (Table table : tables.all()) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT id, version, " + RowStatements.names(table) + " FROM " + table.name())) {
        while (rows.next()) {
          Row row = RowStatements.image(table, rows, 3);
          stored.put(table.name() + ":" + row.id(), image(row));
        }
      }
    }
    return stored;
  }

  private void compare(Map<String, String> folded, Map<String, String> stored) {
    Set<String> keys = new HashSet<>(folded.keySet());
    keys.addAll(stored.keySet());
    for (String key : keys) {
      String wanted = folded.get(key);
      String found = stored.get(key);
      if (wanted == null || !wanted.equals(found)) {
        torn.add("%s is %s, the journal says %s".formatted(key, found, wanted));
      }
    }
  }

  /** The customer's own count of its entries against the entries that are there. */
  private void bumps(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT c.id, c.note, COUNT(t.id) FROM customer c LEFT JOIN timeline_entry t"
                    + " ON t.customer_id = c.id AND t.title = 'bump'"
                    + " WHERE c.note IS NOT NULL GROUP BY c.id, c.note"
                    + " HAVING c.note <> CAST(COUNT(t.id) AS VARCHAR)")) {
      while (rows.next()) {
        torn.add(
            "customer %d counts %s entries, %d are there"
                .formatted(rows.getLong(1), rows.getString(2), rows.getLong(3)));
      }
    }
  }
}
