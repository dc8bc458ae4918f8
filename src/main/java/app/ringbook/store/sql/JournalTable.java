package app.ringbook.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The journal's table: history and undo read it, and every change adds its entry to it. */
public final class JournalTable {
  private JournalTable() {}

  /**
   * One entry as the table shows it.
   *
   * @param group changes undone together, or null
   * @param rows how many rows it wrote
   * @param payload the whole entry
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Line(
      long sequence,
      Instant at,
      String actor,
      String action,
      String subject,
      @Nullable String group,
      int rows,
      byte[] payload) {}

  /** An entry's payload, and the entry that took it back, 0 if none did. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Stored(byte[] payload, long undoneBy) {}

  /** Adds an entry. */
  public static void insert(Connection connection, Line entry) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO journal_entry (sequence, at, actor, action, subject, change_group,"
                + " row_count, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setLong(1, entry.sequence());
      statement.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
      statement.setString(3, cut(entry.actor(), 200));
      statement.setString(4, entry.action());
      statement.setString(5, cut(entry.subject(), 500));
      if (entry.group() == null) {
        statement.setNull(6, Types.VARCHAR);
      } else {
        statement.setString(6, entry.group());
      }
      statement.setInt(7, entry.rows());
      statement.setBytes(8, entry.payload());
      statement.executeUpdate();
    }
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  /** Notes which entry took others back. */
  public static void markUndone(Connection connection, List<Long> entries, long by)
      throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE journal_entry SET undone_by = ? WHERE sequence = ANY (?)")) {
      statement.setLong(1, by);
      statement.setArray(2, connection.createArrayOf("BIGINT", entries.toArray()));
      statement.executeUpdate();
    }
  }

  /** The payload of an entry that was not taken back yet, or null. */
  public static byte @Nullable [] payload(Connection connection, long sequence)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT payload FROM journal_entry WHERE sequence = ? AND undone_by IS NULL")) {
      statement.setLong(1, sequence);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getBytes(1) : null;
      }
    }
  }

  /** The payloads of the entries behind a place, in order. */
  public static List<byte[]> payloads(Connection connection, long after, int limit)
      throws SQLException {
    List<byte[]> found = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT payload FROM journal_entry WHERE sequence > ? ORDER BY sequence LIMIT ?")) {
      statement.setLong(1, after);
      statement.setInt(2, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getBytes(1));
        }
      }
    }
    return found;
  }

  /** Entries of a group that were not taken back yet, the newest first. */
  public static List<Long> group(Connection connection, String group) throws SQLException {
    List<Long> found = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT sequence FROM journal_entry WHERE change_group = ? AND undone_by IS NULL"
                + " ORDER BY change_group DESC, sequence DESC")) {
      statement.setString(1, group);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getLong(1));
        }
      }
    }
    return found;
  }

  /**
   * The newest entry that was not taken back yet and whose action is none of these, without its
   * payload; null if there is none.
   */
  public static @Nullable Line latest(Connection connection, Set<String> exceptActions)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT sequence, at, actor, action, subject, change_group, row_count"
                + " FROM journal_entry WHERE undone_by IS NULL ORDER BY sequence DESC")) {
      statement.setFetchSize(50);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (!exceptActions.contains(rows.getString(4))) {
            Instant at = rows.getObject(2, OffsetDateTime.class).toInstant();
            return new Line(
                rows.getLong(1),
                at,
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getInt(7),
                new byte[0]);
          }
        }
      }
    }
    return null;
  }

  /** A sum of an entry, which tells it from another of the same place; 0 without one. */
  public static long mark(Connection connection, long sequence) throws SQLException {
    CRC32C sum = new CRC32C();
    for (byte[] payload : payloads(connection, sequence - 1, 1)) {
      sum.update(payload);
    }
    return sum.getValue();
  }

  /** The newest entry's sequence, 0 if there is none. */
  public static long last(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT MAX(sequence) FROM journal_entry");
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
