package app.ringbook.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts of a table's rows, read without making an object of each: for what is derived from whole
 * tables. Names of tables and columns are the program's own words, never what somebody typed.
 *
 * @param table name of the table
 * @param owner column with the key of the record a row belongs to; {@code id} if to itself
 * @param columns of texts
 */
public record PlainRows(String table, String owner, List<String> columns) {
  private static final int FETCHED = 2_000;

  /** Copies the list. */
  public PlainRows {
    columns = List.copyOf(columns);
  }

  /** Is given rows in the order of their ids. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes a row.
     *
     * @param texts in the order of the columns; used again for the next row
     */
    void row(long id, long owner, @Nullable String[] texts);
  }

  /**
   * Which rows.
   *
   * @param ids only these; null for all
   * @param patterns each of which must be in one of the columns in small letters, as LIKE with ! as
   *     the escape sign finds them
   * @param limit most rows
   */
  public record Which(
      long after, long upTo, @Nullable Collection<Long> ids, List<String> patterns, int limit) {

    /** A page of all rows behind an id. */
    public static Which after(long after, int limit) {
      return new Which(after, Long.MAX_VALUE, null, List.of(), limit);
    }

    /** Rows by their ids, of which there is at least one. */
    public static Which of(Collection<Long> ids) {
      return new Which(Long.MIN_VALUE, Long.MAX_VALUE, ids, List.of(), ids.size());
    }
  }

  /** Reads rows; how many there were. */
  public int read(Connection connection, Which which, Sink sink) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql(which))) {
      statement.setFetchSize(FETCHED);
      int at = 1;
      if (which.ids() == null) {
        statement.setLong(at++, which.after());
        statement.setLong(at++, which.upTo());
      }
      for (Long id : which.ids() == null ? List.<Long>of() : which.ids()) {
        statement.setLong(at++, id);
      }
      for (String pattern : which.patterns()) {
        for (int i = 0; i < columns.size(); i++) {
          statement.setString(at++, pattern);
        }
      }
      try (ResultSet rows = statement.executeQuery()) {
        return read(rows, sink);
      }
    }
  }

  private int read(ResultSet rows, Sink sink) throws SQLException {
    @Nullable String[] texts = new String[columns.size()];
    int count = 0;
    while (rows.next()) {
      for (int i = 0; i < texts.length; i++) {
        texts[i] = rows.getString(i + 3);
      }
      sink.row(rows.getLong(1), rows.getLong(2), texts);
      count++;
    }
    return count;
  }

  private String sql(Which which) {
    String any =
        columns.stream()
            .map(column -> "LOWER(%s) LIKE ? ESCAPE '!'".formatted(column))
            .collect(Collectors.joining(" OR ", " AND (", ")"));
    Collection<Long> ids = which.ids();
    // Beside a range of ids H2 would not look these up, but go through the range.
    String where =
        ids == null
            ? "id > ? AND id <= ?"
            : "id IN (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
    return "SELECT id, %s, %s FROM %s WHERE %s%s ORDER BY id LIMIT %d"
        .formatted(
            owner,
            String.join(", ", columns),
            table,
            where,
            any.repeat(which.patterns().size()),
            which.limit());
  }
}
