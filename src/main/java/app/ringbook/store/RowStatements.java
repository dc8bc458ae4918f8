package app.ringbook.store;

import app.ringbook.store.sql.ColumnValues;
import app.ringbook.store.sql.Tables;
import app.ringbook.store.sql.Tables.Column;
import app.ringbook.store.sql.Tables.Table;
import app.ringbook.store.sql.ValueCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The only SQL that writes rows, made from the shape of the table. Prepared statements are kept as
 * long as the connection lives. For the writer thread alone.
 */
final class RowStatements implements AutoCloseable {
  /** The embedded database compares each row it finds with all ids asked for at once. */
  private static final int ASKED = 100;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  RowStatements(Connection connection) {
    this.connection = connection;
  }

  /** Inserts complete images as one batch; all of one table. */
  void insert(Table table, List<Row> rows) throws SQLException {
    PreparedStatement statement =
        prepare(
            "INSERT INTO %s (id, version, row_crc, %s) VALUES (?, ?, ?, %s)"
                .formatted(
                    table.name(),
                    names(table),
                    table.columns().stream().map(c -> "?").collect(Collectors.joining(", "))));
    for (Row row : rows) {
      statement.setLong(1, row.id());
      statement.setLong(2, row.version());
      statement.setLong(3, crc(row));
      values(statement, 4, table, row);
      statement.addBatch();
    }
    statement.executeBatch();
  }

  /**
   * Replaces rows by complete images as one batch; all of one table.
   *
   * @param rows new images, each of a version one above the stored one
   * @return how many rows each image replaced, 0 or 1
   */
  int[] update(Table table, List<Row> rows) throws SQLException {
    PreparedStatement statement =
        prepare(
            "UPDATE %s SET version = ?, row_crc = ?, %s WHERE id = ? AND version = ?"
                .formatted(
                    table.name(),
                    table.columns().stream()
                        .map(c -> c.name() + " = ?")
                        .collect(Collectors.joining(", "))));
    for (Row row : rows) {
      statement.setLong(1, row.version());
      statement.setLong(2, crc(row));
      int next = values(statement, 3, table, row);
      statement.setLong(next, row.id());
      statement.setLong(next + 1, row.version() - 1);
      statement.addBatch();
    }
    return statement.executeBatch();
  }

  /** Deletes rows of one table, whatever their version. */
  void delete(Table table, Collection<Long> ids) throws SQLException {
    PreparedStatement statement = prepare("DELETE FROM %s WHERE id = ?".formatted(table.name()));
    for (Long id : ids) {
      statement.setLong(1, id);
      statement.addBatch();
    }
    if (!ids.isEmpty()) {
      statement.executeBatch();
    }
  }

  /** Deletes one row of that version. */
  boolean delete(Table table, long id, long version) throws SQLException {
    PreparedStatement statement =
        prepare("DELETE FROM %s WHERE id = ? AND version = ?".formatted(table.name()));
    statement.setLong(1, id);
    statement.setLong(2, version);
    return statement.executeUpdate() == 1;
  }

  /** The stored images of those ids that exist. */
  Map<Long, Row> read(Table table, Collection<Long> ids) throws SQLException {
    Map<Long, Row> found = new HashMap<>();
    ask(
        "SELECT id, version, %s FROM %s WHERE id = ANY (?)".formatted(names(table), table.name()),
        ids,
        rows -> {
          Row row = image(table, rows, 3);
          found.put(row.id(), row);
        });
    return found;
  }

  /** Takes the row a result stands at. */
  private interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  /** Asks for so many ids at a time as is fast. */
  private void ask(String sql, Collection<?> ids, Taker taker) throws SQLException {
    PreparedStatement statement = prepare(sql);
    List<Object> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += ASKED) {
      Object[] some = all.subList(from, Math.min(all.size(), from + ASKED)).toArray();
      statement.setArray(1, connection.createArrayOf("BIGINT", some));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }

  /** One stored image, or null. */
  @Nullable Row read(Table table, long id) throws SQLException {
    return read(table, List.of(id)).get(id);
  }

  /** Every row of which {@code column} names that id. */
  List<Row> naming(Table table, String column, long id) throws SQLException {
    PreparedStatement statement =
        prepare(
            "SELECT id, version, %s FROM %s WHERE %s = ? ORDER BY id"
                .formatted(names(table), table.name(), column));
    statement.setLong(1, id);
    List<Row> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(image(table, rows, 3));
      }
    }
    return found;
  }

  /** Of the ids given, those that a row of {@code column} names. */
  List<Long> named(String table, String column, Collection<?> ids) throws SQLException {
    List<Long> found = new ArrayList<>();
    ask(
        "SELECT DISTINCT %2$s FROM %1$s WHERE %2$s = ANY (?)".formatted(table, column),
        ids,
        rows -> found.add(rows.getLong(1)));
    return found;
  }

  /** Of the ids given, those that a row of {@code column} names which is none of these rows. */
  Set<Long> namedByOthers(String table, String column, Collection<Long> ids, Set<Long> rows)
      throws SQLException {
    Set<Long> found = new HashSet<>();
    ask(
        "SELECT id, %2$s FROM %1$s WHERE %2$s = ANY (?)".formatted(table, column),
        ids,
        naming -> {
          if (!rows.contains(naming.getLong(1))) {
            found.add(naming.getLong(2));
          }
        });
    return found;
  }

  /** True if another row has the same values in columns that must be unique. */
  boolean taken(Table table, List<String> columns, Row row) throws SQLException {
    PreparedStatement statement =
        prepare(
            "SELECT 1 FROM %s WHERE id <> ? AND %s"
                .formatted(
                    table.name(),
                    columns.stream().map(c -> c + " = ?").collect(Collectors.joining(" AND "))));
    statement.setLong(1, row.id());
    for (int i = 0; i < columns.size(); i++) {
      Column column = table.column(columns.get(i));
      ColumnValues.set(statement, i + 2, column, row.values().get(column.name()));
    }
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  /** After a migration: writes the checksum of every row whose content it changed. */
  static void refreshSums(Connection connection) throws SQLException {
    for (Table table : Tables.read(connection).all()) {
      try (PreparedStatement page =
              connection.prepareStatement(
                  "SELECT id, version, %s, row_crc FROM %s WHERE id > ? ORDER BY id LIMIT 1000"
                      .formatted(names(table), table.name()));
          PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE %s SET row_crc = ? WHERE id = ?".formatted(table.name()))) {
        long last = Long.MIN_VALUE;
        for (int found = 1000; found == 1000; ) {
          found = 0;
          page.setLong(1, last);
          try (ResultSet rows = page.executeQuery()) {
            while (rows.next()) {
              Row row = image(table, rows, 3);
              last = row.id();
              found++;
              if (rows.getLong(3 + table.columns().size()) != crc(row)) {
                update.setLong(1, crc(row));
                update.setLong(2, last);
                update.addBatch();
              }
            }
          }
          update.executeBatch();
        }
      }
    }
  }

  /** The image of the current row: id and version first, the columns from {@code first} on. */
  static Row image(Table table, ResultSet rows, int first) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[table.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ColumnValues.get(rows, first + i, table.columns().get(i));
    }
    return new Row(table.name(), rows.getLong(1), rows.getLong(2), table.shape().row(values));
  }

  /** The columns of a table, separated by commas. */
  static String names(Table table) {
    return table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** The checksum that belongs to an image. */
  static long crc(Row row) {
    return ValueCodec.crc(row.table(), row.id(), row.version(), row.values());
  }

  private static int values(PreparedStatement statement, int first, Table table, Row row)
      throws SQLException {
    int index = first;
    for (Column column : table.columns()) {
      ColumnValues.set(statement, index++, column, row.values().get(column.name()));
    }
    return index;
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    } else {
      statement.clearBatch();
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    for (Statement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }
}
