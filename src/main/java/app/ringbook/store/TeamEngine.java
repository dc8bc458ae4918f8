package app.ringbook.store;

import app.ringbook.platform.ProblemException;
import app.ringbook.store.keys.KeyLookup;
import app.ringbook.store.keys.SqlKeys;
import app.ringbook.store.sql.Migrations;
import app.ringbook.store.sql.StoreFailure;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A team's PostgreSQL. It is durable by itself: the journal is its table alone, and its order is
 * the order of commits, because taking the sequence locks the counter until the commit.
 */
final class TeamEngine implements Engine {
  private static final Map<String, String> WORDS =
      Map.of(
          "bytes", "BYTEA",
          "moment", "TIMESTAMP(3) WITH TIME ZONE",
          "text", "TEXT",
          "embedded", "-- not here:");
  private static final Logger LOG = LoggerFactory.getLogger(TeamEngine.class);
  private final HikariDataSource readers;
  private final String url;
  private Connection writer;
  private Connection counters;
  private final KeyLookup keys =
      new SqlKeys(
          new SqlKeys.Connections() {
            @Override
            public <T> T with(SqlKeys.Work<T> work) throws SQLException {
              try (Connection connection = readers().getConnection()) {
                return work.ask(connection);
              }
            }
          });
  private final int schemaVersion;

  TeamEngine(String url) {
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new ProblemException("store.problem.url");
    }
    this.url = url;
    HikariDataSource pool = null;
    try {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(url);
      config.setReadOnly(true);
      config.addDataSourceProperty("readOnlyMode", "always");
      config.setMaximumPoolSize(4);
      config.setMinimumIdle(1);
      config.setPoolName("store-readers");
      writer = DriverManager.getConnection(url);
      int version = Migrations.version(writer);
      if (version > Migrations.latest()) {
        throw new ProblemException("store.problem.newer", version, Migrations.latest());
      }
      if (version < Migrations.latest()) {
        Migrations.run(url, "", "", WORDS, Migrations.latest());
      }
      schemaVersion = Migrations.latest();
      counters = DriverManager.getConnection(url);
      writer.setAutoCommit(false);
      pool = new HikariDataSource(config);
      readers = pool;
    } catch (SQLException e) {
      throw named(e);
    }
  }

  @Override
  public Database.Opened opened() {
    return new Database.Opened(schemaVersion, false, 0, List.of());
  }

  @Override
  public void begin() {}

  @Override
  public String databaseId() {
    return "postgresql";
  }

  @Override
  public Connection writer() {
    try {
      if (writer.isClosed() || counters.isClosed()) {
        writer.close();
        counters.close();
        counters = DriverManager.getConnection(url);
        writer = DriverManager.getConnection(url);
        writer.setAutoCommit(false);
      }
      return writer;
    } catch (SQLException e) {
      throw named(e);
    }
  }

  @Override
  public DataSource readers() {
    return readers;
  }

  @Override
  public void freshReaders() {
    readers.getHikariPoolMXBean().softEvictConnections();
  }

  /** On a connection of its own: two writers that take ids must not wait for each other. */
  @Override
  public long takeIds(String table, int count) throws SQLException {
    return take(counters, table, count);
  }

  @Override
  public long nextSequence() throws SQLException {
    return take(writer, "journal_entry", 1);
  }

  private static long take(Connection connection, String table, int count) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO id_counter (table_name, next_id) VALUES (?, 1 + ?) ON CONFLICT"
                + " (table_name) DO UPDATE SET next_id = id_counter.next_id + ?"
                + " RETURNING next_id")) {
      statement.setString(1, table);
      statement.setInt(2, count);
      statement.setInt(3, count);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1) - count;
      }
    }
  }

  @Override
  public void beforeCommit(long sequence, byte[] payload) {}

  @Override
  public void lost() {
    try {
      writer.close();
    } catch (SQLException e) {
      LOG.debug("The server closed it already", e);
    }
  }

  @Override
  public void commitFailed(long sequence) {}

  @Override
  public void afterCommit(Committed committed) {}

  @Override
  public KeyLookup keys() {
    return keys;
  }

  @Override
  public KeyLookup keysWith(List<RowChange> written) {
    return new SqlKeys(
        new SqlKeys.Connections() {
          @Override
          public <T> T with(SqlKeys.Work<T> work) throws SQLException {
            return work.ask(writer);
          }
        });
  }

  @Override
  public RuntimeException named(SQLException failure) {
    String state = failure.getSQLState();
    if (state != null && (state.startsWith("08") || state.startsWith("57P"))) {
      return new ProblemException(failure, "store.problem.server");
    }
    return new StoreFailure(failure);
  }

  @Override
  public void close() {
    readers.close();
    try (Connection last = writer) {
      counters.close();
      last.rollback();
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}
