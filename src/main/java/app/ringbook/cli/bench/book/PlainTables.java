package app.ringbook.cli.bench.book;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tables of customers in a database without journal, keys and checks, with the indexes such a
 * design has: rows go in by batches of plain JDBC.
 */
final class PlainTables implements AutoCloseable {
  /** Tables that an import of customers fills, parents first. */
  static final List<String> NAMES = List.of("customer", "contact", "phone", "timeline_entry");

  private static final int BATCH = 1_000;
  private static final int PAGE = 20_000;

  /** The five indexes over keys in random order; those of H2's schema that were left out. */
  private static final List<String> RANDOM =
      List.of(
          "plain_name ON customer (name_key, id)",
          "plain_external ON customer (external_key)",
          "plain_next ON customer (next_contact_at, id)",
          "plain_last ON customer (last_contact_at, id)",
          "plain_suffix ON phone (suffix8)");

  private static final List<String> OTHERS =
      List.of(
          "plain_people ON contact (customer_id, id)",
          "plain_phones ON phone (customer_id, id)",
          "plain_entries ON timeline_entry (customer_id, at, id)");

  private final Connection connection;

  private PlainTables(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  /**
   * A copy of our own file, with every setting as H2 brings it and the indexes that ours has not.
   *
   * @param copy the file without its ending
   */
  static PlainTables h2(Path copy) throws SQLException {
    PlainTables tables = asItIs(copy);
    tables.index(RANDOM);
    return tables;
  }

  /** A copy of our own file as it is. */
  static PlainTables asItIs(Path copy) throws SQLException {
    return new PlainTables(
        DriverManager.getConnection("jdbc:h2:async:" + copy.toAbsolutePath(), "SA", ""));
  }

  /** An SQLite file with the tables and rows of another database. */
  static PlainTables sqlite(Path file, PlainTables from) throws SQLException {
    PlainTables tables =
        new PlainTables(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    try (Statement statement = tables.connection.createStatement()) {
      for (String table : NAMES) {
        statement.execute(
            "CREATE TABLE %s (id INTEGER PRIMARY KEY, %s)"
                .formatted(
                    table, String.join(", ", from.columns(table).stream().skip(1).toList())));
      }
    }
    tables.index(RANDOM);
    tables.index(OTHERS);
    for (String table : NAMES) {
      tables.copy(table, from);
    }
    return tables;
  }

  private void index(List<String> indexes) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String index : indexes) {
        statement.execute("CREATE INDEX " + index);
      }
    }
    connection.commit();
  }

  /** Columns of a table, the id first. */
  private List<String> columns(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + table + " WHERE id = 0")) {
      ResultSetMetaData shape = none.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= shape.getColumnCount(); i++) {
        names.add(shape.getColumnName(i).toLowerCase(Locale.ROOT));
      }
      return names;
    }
  }

  private void copy(String table, PlainTables from) throws SQLException {
    long last = 0;
    List<@Nullable Object[]> page;
    do {
      page = from.rows(table, last, PAGE);
      insert(table, page);
      last = page.isEmpty() ? last : (Long) Objects.requireNonNull(page.getLast()[0]);
    } while (page.size() == PAGE);
  }

  /** Rows of a table behind an id, in the order of ids. */
  List<@Nullable Object[]> rows(String table, long after, int most) throws SQLException {
    int width = columns(table).size();
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM " + table + " WHERE id > ? ORDER BY id LIMIT " + most)) {
      statement.setLong(1, after);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          @Nullable Object[] row = new Object[width];
          for (int i = 0; i < width; i++) {
            row[i] = found.getObject(i + 1);
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** Stores rows, a thousand a batch and a commit. */
  void insert(String table, List<@Nullable Object[]> rows) throws SQLException {
    List<String> columns = columns(table);
    boolean moments = connection.getMetaData().getDatabaseProductName().equals("H2");
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                    table,
                    String.join(", ", columns),
                    String.join(", ", Collections.nCopies(columns.size(), "?"))))) {
      int waiting = 0;
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          boolean moment = !moments && row[i] instanceof OffsetDateTime;
          insert.setObject(
              i + 1, moment ? ((OffsetDateTime) row[i]).toInstant().toEpochMilli() : row[i]);
        }
        insert.addBatch();
        if (++waiting % BATCH == 0) {
          insert.executeBatch();
          connection.commit();
        }
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  /** The highest id of a table. */
  long last(String table) throws SQLException {
    return number("SELECT MAX(id) FROM " + table);
  }

  /** How many rows a table has. */
  long count(String table) throws SQLException {
    return number("SELECT COUNT(*) FROM " + table);
  }

  /** A sum over what all rows hold but for their versions, which only ever rise. */
  List<Long> sums() throws SQLException {
    List<Long> sums = new ArrayList<>();
    for (String table : NAMES) {
      List<String> columns = columns(table);
      int version = columns.indexOf("version");
      int crc = columns.indexOf("row_crc");
      long sum = 0;
      long last = 0;
      List<@Nullable Object[]> page;
      do {
        page = rows(table, last, PAGE);
        for (@Nullable Object[] row : page) {
          last = (Long) Objects.requireNonNull(row[0]);
          row[version] = null;
          row[crc] = null;
          long hash = Arrays.hashCode(row) * 0x9E3779B97F4A7C15L;
          sum += hash ^ (hash >>> 29);
        }
      } while (page.size() == PAGE);
      sums.add(sum);
    }
    return sums;
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Makes the file as small as its content and closes it; H2 only. */
  void compact() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      connection.rollback();
      statement.execute("SHUTDOWN COMPACT");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
