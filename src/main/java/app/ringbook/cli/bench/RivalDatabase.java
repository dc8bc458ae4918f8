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

/**
 * Another database that is asked the same question: which customers have a number that ends in
 * these eight digits. It holds one table of numbers with an index on those digits and answers a
 * prepared statement, the fastest form each of them offers through JDBC.
 */
final class RivalDatabase implements AutoCloseable {
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
      statement.execute("CREATE INDEX phone_suffix8 ON phone (suffix8)");
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
    return new RivalDatabase(
        "PostgreSQL", server.getPostgresDatabase().getConnection(), server::close);
  }

  String name() {
    return name;
  }

  /** Fills the table; the arrays belong together. */
  void fill(String[] suffixes, long[] customers) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO phone (suffix8, customer_id) VALUES (?, ?)")) {
      for (int i = 0; i < suffixes.length; i++) {
        insert.setString(1, suffixes[i]);
        insert.setLong(2, customers[i]);
        insert.addBatch();
        if (i % 5000 == 4999) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  /** Sum of the customers' ids: a short form of the answer that can be compared. */
  long ask(String suffix) throws SQLException {
    query.setString(1, suffix);
    long sum = 0;
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        sum += rows.getLong(1);
      }
    }
    return sum;
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    server.close();
  }
}
