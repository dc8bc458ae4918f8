package app.ringbook.cli.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another database with the same customers in one table, indexed by name and by next contact, asked
 * in the SQL that one would write.
 */
final class ListRival implements AutoCloseable {
  private static final int BATCH = 5000;
  private final String name;
  private final Connection connection;
  private final Closeable server;

  private ListRival(String name, Connection connection, Closeable server) throws SQLException {
    this.name = name;
    this.connection = connection;
    this.server = server;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE customer (id BIGINT PRIMARY KEY, name VARCHAR(500), name_key VARCHAR(500),"
              + " tier VARCHAR(10), industry VARCHAR(200), next_at BIGINT, last_at BIGINT)");
      statement.execute("CREATE INDEX customer_name ON customer (name_key, id)");
      statement.execute("CREATE INDEX customer_next ON customer (next_at, name_key, id)");
    }
  }

  /** An H2 file, an SQLite file and a PostgreSQL server on the loopback address. */
  static List<ListRival> all(Path folder) throws IOException, SQLException {
    // Without this switch H2 answers a repeated question from its last result.
    String h2 =
        "jdbc:h2:" + folder.resolve("list").toAbsolutePath() + ";OPTIMIZE_REUSE_RESULTS=FALSE";
    String sqlite = "jdbc:sqlite:" + folder.resolve("list.sqlite").toAbsolutePath();
    var server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder().start();
    return List.of(
        new ListRival("H2", DriverManager.getConnection(h2), () -> {}),
        new ListRival("SQLite", DriverManager.getConnection(sqlite), () -> {}),
        new ListRival("PostgreSQL", server.getPostgresDatabase().getConnection(), server));
  }

  String name() {
    return name;
  }

  /** Adds these customers. */
  void add(List<BenchMapper.Listed> rows) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      int waiting = 0;
      for (BenchMapper.Listed row : rows) {
        insert.setLong(1, row.id());
        insert.setString(2, row.name());
        insert.setString(3, row.nameKey());
        insert.setString(4, row.tier());
        insert.setString(5, row.industry());
        insert.setObject(6, millis(row.nextContactAt()));
        insert.setObject(7, millis(row.lastContactAt()));
        insert.addBatch();
        if (++waiting % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : at.toEpochMilli();
  }

  /** All are added. */
  void filled() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  /** Keys that a question gives, in its order. */
  long[] ids(String sql, Object... parameters) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
    }
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  /** Reads a screenful of rows behind an offset, as lists without keys in memory do. */
  long[] page(int offset, int limit) throws SQLException {
    return ids(
        "SELECT id, name, tier, industry, next_at, last_at FROM customer ORDER BY name_key, id"
            + " LIMIT "
            + limit
            + " OFFSET "
            + offset);
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    server.close();
  }
}
