package app.ringbook.store;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.sql.Migrations;
import app.ringbook.store.sql.StoreFailure;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/**
 * H2 in this process, held by the hand: one connection writes, others have only the right to read,
 * a third (the keeper) makes checkpoints and backups. No setting comes from a file.
 */
final class EmbeddedEngine implements Engine {
  private static final Map<String, String> TYPES =
      Map.of("bytes", "VARBINARY", "moment", "TIMESTAMP(3) WITH TIME ZONE", "text", "VARCHAR");
  private static final String SETTINGS =
      ";WRITE_DELAY=0;LOCK_TIMEOUT=5000;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=49152";
  private final Connection keeper;
  private final Connection writer;
  private final HikariDataSource readers;
  private long sequence;

  EmbeddedEngine(AppFolders folders) {
    try {
      Files.createDirectories(folders.root());
      String plain = "jdbc:h2:async:" + folders.database();
      String url = plain + SETTINGS;
      keeper = DriverManager.getConnection(url, "SA", "");
      if (Migrations.version(keeper) < Migrations.latest()) {
        Migrations.run(url, "SA", "", TYPES, Migrations.latest());
        grant();
      }
      sequence = JournalTable.last(keeper);
      writer = DriverManager.getConnection(plain, "WRITER", "");
      writer.setAutoCommit(false);
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(plain);
      config.setUsername("READER");
      config.setPassword("");
      config.setReadOnly(true);
      config.setMaximumPoolSize(4);
      config.setMinimumIdle(1);
      config.setPoolName("store-readers");
      readers = new HikariDataSource(config);
    } catch (SQLException e) {
      throw named(e);
    } catch (IOException e) {
      throw new ProblemException(e, "store.problem.folder", folders.root().toString());
    }
  }

  private void grant() throws SQLException {
    try (Statement statement = keeper.createStatement()) {
      statement.execute("CREATE USER IF NOT EXISTS READER PASSWORD ''");
      statement.execute("CREATE USER IF NOT EXISTS WRITER PASSWORD ''");
      statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO READER");
      statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA PUBLIC TO WRITER");
    }
  }

  @Override
  public String databaseId() {
    return "h2";
  }

  @Override
  public Connection writer() {
    return writer;
  }

  @Override
  public DataSource readers() {
    return readers;
  }

  @Override
  public int schemaVersion() {
    return Migrations.latest();
  }

  @Override
  public long takeIds(String table, int count) throws SQLException {
    try (PreparedStatement select =
            writer.prepareStatement("SELECT next_id FROM id_counter WHERE table_name = ?");
        PreparedStatement update =
            writer.prepareStatement(
                "MERGE INTO id_counter (table_name, next_id) KEY (table_name) VALUES (?, ?)")) {
      select.setString(1, table);
      long first = 1;
      try (ResultSet rows = select.executeQuery()) {
        if (rows.next()) {
          first = rows.getLong(1);
        }
      }
      update.setString(1, table);
      update.setLong(2, first + count);
      update.executeUpdate();
      return first;
    }
  }

  @Override
  public long nextSequence() {
    return sequence + 1;
  }

  @Override
  public void beforeCommit(long next, byte[] payload) {}

  @Override
  public void commitFailed(long next) {}

  @Override
  public void afterCommit(long committed) {
    sequence = committed;
  }

  @Override
  public RuntimeException named(SQLException failure) {
    return new StoreFailure(failure);
  }

  @Override
  public void close() {
    readers.close();
    try (keeper;
        writer) {
      writer.rollback();
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}
