package app.ringbook.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which entries of the journal tell of a record, without reading them all. Ids are noted in runs:
 * an entry that writes a thousand new records one after the other takes a handful of rows. A run
 * may span ids that the entry does not touch, so whoever asks looks into the entry.
 */
public final class JournalIndex {
  private static final int BUCKET_BITS = 8;

  private JournalIndex() {}

  /** Records that one entry tells of. */
  public static final class Touched {
    private final Map<String, Map<Long, long[]>> runs = new TreeMap<>();

    /** Notes a record. */
    public void add(String table, long id) {
      long[] run =
          runs.computeIfAbsent(table, t -> new TreeMap<>())
              .computeIfAbsent(id >> BUCKET_BITS, b -> new long[] {id, id});
      run[0] = Math.min(run[0], id);
      run[1] = Math.max(run[1], id);
    }
  }

  /** True if the schema has the index already. */
  public static boolean exists(Connection connection) throws SQLException {
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
      while (rows.next()) {
        if (rows.getString("TABLE_NAME").equalsIgnoreCase("journal_row")) {
          return true;
        }
      }
    }
    return false;
  }

  /** True if there are entries and nothing was noted of any. */
  public static boolean missing(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT 1 WHERE EXISTS (SELECT 1 FROM journal_entry)"
                    + " AND NOT EXISTS (SELECT 1 FROM journal_row)")) {
      return rows.next();
    }
  }

  /** Notes what an entry tells of. */
  public static void insert(Connection connection, long sequence, Touched touched)
      throws SQLException {
    each(
        connection,
        "INSERT INTO journal_row (table_name, bucket, sequence, first_id, last_id)"
            + " VALUES (?, ?, ?, ?, ?)",
        touched,
        sequence,
        true);
  }

  /** Forgets what was noted of an entry, if anything was. */
  public static void delete(Connection connection, long sequence, Touched touched)
      throws SQLException {
    each(
        connection,
        "DELETE FROM journal_row WHERE table_name = ? AND bucket = ? AND sequence = ?",
        touched,
        sequence,
        false);
  }

  private static void each(
      Connection connection, String sql, Touched touched, long sequence, boolean ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Map.Entry<String, Map<Long, long[]>> table : touched.runs.entrySet()) {
        for (Map.Entry<Long, long[]> run : table.getValue().entrySet()) {
          statement.setString(1, table.getKey());
          statement.setLong(2, run.getKey());
          statement.setLong(3, sequence);
          if (ids) {
            statement.setLong(4, run.getValue()[0]);
            statement.setLong(5, run.getValue()[1]);
          }
          statement.addBatch();
        }
      }
      if (!touched.runs.isEmpty()) {
        statement.executeBatch();
      }
    }
  }

  /**
   * Entries that may tell of a record, the newest first.
   *
   * @param before entries of this place and later are left out
   */
  public static List<JournalTable.Stored> entries(
      Connection connection, String table, long id, long before, int limit) throws SQLException {
    List<JournalTable.Stored> found = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT e.payload, e.undone_by FROM (SELECT sequence FROM journal_row"
                + " WHERE table_name = ? AND bucket = ? AND sequence < ?"
                + " AND first_id <= ? AND last_id >= ?"
                + " ORDER BY table_name DESC, bucket DESC, sequence DESC LIMIT ?) r"
                + " JOIN journal_entry e ON e.sequence = r.sequence ORDER BY e.sequence DESC")) {
      statement.setString(1, table);
      statement.setLong(2, id >> BUCKET_BITS);
      statement.setLong(3, before);
      statement.setLong(4, id);
      statement.setLong(5, id);
      statement.setInt(6, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(new JournalTable.Stored(rows.getBytes(1), rows.getLong(2)));
        }
      }
    }
    return found;
  }
}
