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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Another database that is asked the same question: which customers have a number that ends in
 * these eight digits. It holds one table of numbers with an index on those digits and answers a
 * prepared statement, the fastest form each of them offers through JDBC.
 */
final class RivalDatabase implements AutoCloseable {
  private static final int BATCH = 5000;
  private final String name;
  private final Connection connection;
  private final PreparedStatement query;
  private final Closeable server;

  private RivalDatabase(String name, Connection connection, Closeable server) throws SQLException {
    this.name = name;
    this.connection = connection;
    this.server = server;
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE phone (suffix8 VARCHAR(8) NOT NULL, customer_id BIGINT NOT NULL)");
    }
    query = connection.prepareStatement("SELECT customer_id FROM phone WHERE suffix8 = ?");
  }

  /** An H2 file of its own, without our index in front. */
  static RivalDatabase h2(Path folder) throws SQLException {
    // Without this switch H2 answers a repeated question from its last result.
    String url =
        "jdbc:h2:" + folder.resolve("rival").toAbsolutePath() + ";OPTIMIZE_REUSE_RESULTS=FALSE";
    return new RivalDatabase("H2", DriverManager.getConnection(url), () -> {});
  }

  /** An SQLite file. */
  static RivalDatabase sqlite(Path folder) throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("rival.sqlite").toAbsolutePath();
    return new RivalDatabase("SQLite", DriverManager.getConnection(url), () -> {});
  }

  /** A PostgreSQL server of its own on the loopback address. */
  static RivalDatabase postgres() throws IOException, SQLException {
    var server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder().start();
    return new RivalDatabase("PostgreSQL", server.getPostgresDatabase().getConnection(), server);
  }

  String name() {
    return name;
  }

  /** Stores these numbers, as one transaction. */
  void add(List<BenchMapper.Line> numbers) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO phone (suffix8, customer_id) VALUES (?, ?)")) {
      int waiting = 0;
      for (BenchMapper.Line number : numbers) {
        insert.setString(1, number.suffix8());
        insert.setLong(2, number.customerId());
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

  /** Makes the index, quicker than along with the rows, and lets the database know its table. */
  void filled() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE INDEX phone_suffix8 ON phone (suffix8)");
      statement.execute("ANALYZE");
    }
  }

  /** Customers with a number that ends so. */
  Set<Long> ask(String suffix) throws SQLException {
    query.setString(1, suffix);
    Set<Long> found = new HashSet<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getLong(1));
      }
    }
    return found;
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    server.close();
  }
}
