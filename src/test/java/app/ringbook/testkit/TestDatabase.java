package app.ringbook.testkit;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import app.ringbook.store.file.FolderFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fresh database with the real migrations, gone when closed. JUnit closes those it hands to a
 * test; use try-with-resources otherwise. {@link #rows} reads by plain JDBC what is really stored.
 */
public final class TestDatabase implements AutoCloseable {
  private final String name;
  private final String url;
  private final String user;
  private final FakeClock clock = new FakeClock();
  private final AppFolders folders;
  private final Database.Options options;
  private Database database;

  private TestDatabase(String name, Path folder, @Nullable String teamUrl) {
    this.name = name;
    this.folders = new AppFolders(folder);
    if (teamUrl == null) {
      url = "jdbc:h2:async:" + folders.database();
      user = "SA";
      options = Database.Options.embedded(folders, clock, () -> "Test", () -> false);
    } else {
      url = teamUrl;
      user = "postgres";
      options = Database.Options.team(teamUrl, clock, () -> "Test", () -> false);
    }
    database = Database.open(options, Progress.NONE);
  }

  /** A throw-away H2 in a temporary folder. */
  public static TestDatabase embedded() {
    Path folder = temporaryFolder();
    copy(Template.FOLDER, folder);
    return new TestDatabase("H2", folder, null);
  }

  /** An empty database with the schema, made once: migrating takes longer than copying. */
  private static final class Template {
    static final Path FOLDER = make();

    private static Path make() {
      Path folder = temporaryFolder();
      new TestDatabase("H2", folder, null).database.close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    }
  }

  /** A fresh database on the one PostgreSQL of this test run. */
  public static TestDatabase postgres() {
    return new TestDatabase("PostgreSQL", temporaryFolder(), TestPostgres.freshDatabase());
  }

  /** One of each, made when its turn comes; for {@link OnBothDatabases}. */
  public static Stream<TestDatabase> both() {
    return Stream.<Supplier<TestDatabase>>of(TestDatabase::embedded, TestDatabase::postgres)
        .map(Supplier::get);
  }

  /** The database under test. */
  public Database database() {
    return database;
  }

  /** The clock it runs by. */
  public FakeClock clock() {
    return clock;
  }

  /** Its data folder; in team mode an empty folder for recordings and settings. */
  public AppFolders folders() {
    return folders;
  }

  /** Closes and opens again, as a restart of the program would. */
  public Database reopen() {
    database.close();
    database = Database.open(options, Progress.NONE);
    return database;
  }

  /** Opens the team's database once more, as another person's program does; to be closed. */
  public Database another() {
    return Database.open(options, Progress.NONE);
  }

  /** What plain JDBC reads: one map a row, column names in lower case. */
  public List<Map<String, @Nullable Object>> rows(String sql, Object... parameters) {
    try (Connection connection = DriverManager.getConnection(url, user, "");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<Map<String, @Nullable Object>> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            row.put(
                rows.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), rows.getObject(i));
          }
          found.add(row);
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes by plain JDBC, past the journal, as only a fault or an older program would. */
  public void write(String sql) {
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number of rows of a table. */
  public long count(String table) {
    Object count = rows("SELECT COUNT(*) AS n FROM " + table).get(0).get("n");
    return count == null ? 0 : ((Number) count).longValue();
  }

  @Override
  public void close() {
    database.close();
    delete(folders.root());
  }

  @Override
  public String toString() {
    return name;
  }

  private static void copy(Path from, Path to) {
    try {
      for (Path file : FolderFiles.below(from)) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(file, target);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("ringbook-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      FolderFiles.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
