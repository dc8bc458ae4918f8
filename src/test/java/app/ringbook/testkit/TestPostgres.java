package app.ringbook.testkit;

import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The one PostgreSQL server of a test run, started when first asked for. */
final class TestPostgres {
  private static final String TEMPLATE = "ringbook_template";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;

  private TestPostgres() {}

  /**
   * Address of a new database with the schema. Fails, and says why, where no server can be started.
   */
  static String freshDatabase() {
    String name = "ringbook_" + COUNT.incrementAndGet();
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL of the tests refused a new database", e);
    }
    return server().getJdbcUrl("postgres", name);
  }

  /** An empty database with the schema, made once: migrating takes longer than copying. */
  private static void template(EmbeddedPostgres running) {
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + TEMPLATE);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL of the tests refused a new database", e);
    }
    Database.open(
            Database.Options.team(
                running.getJdbcUrl("postgres", TEMPLATE),
                new FakeClock(),
                () -> "Test",
                () -> false),
            Progress.NONE)
        .close();
  }

  private static synchronized EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        running =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "60")
                .start();
      } catch (IOException | IllegalStateException e) {
        throw new IllegalStateException(
            "The tests need a PostgreSQL of their own and could not start one", e);
      }
      server = running;
      template(running);
    }
    return running;
  }
}
