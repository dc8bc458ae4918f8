package app.ringbook.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * The numbered steps of the schema, forward only: {@code store/schema/V001__name.sql}. Flyway runs
 * only when there is something to do: asking for the version is one query, Flyway half a second.
 */
public final class Migrations {
  private static final String FOLDER = "app/ringbook/store/schema";
  private static final Pattern NAME = Pattern.compile("V(\\d+)__.*\\.sql");

  private Migrations() {}

  /** The version this program brings. */
  public static int latest() {
    try {
      return names().stream()
          .map(NAME::matcher)
          .filter(Matcher::matches)
          .mapToInt(m -> Integer.parseInt(m.group(1)))
          .max()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names() throws IOException {
    URL first =
        Objects.requireNonNull(
            Migrations.class.getClassLoader().getResource(FOLDER + "/V001__customers.sql"));
    if (first.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarFile().stream()
          .map(e -> e.getName())
          .filter(n -> n.startsWith(FOLDER + "/"))
          .map(n -> n.substring(FOLDER.length() + 1))
          .toList();
    }
    Path folder = Objects.requireNonNull(Path.of(URI.create(first.toString())).getParent());
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(p -> String.valueOf(p.getFileName())).toList();
    }
  }

  /** The version of the schema in the database, 0 if it is empty. */
  public static int version(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "flyway%", null)) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    if (tables.isEmpty()) {
      return 0;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"flyway_schema_history\""
                    + " WHERE \"success\" AND \"version\" IS NOT NULL")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /** Brings the schema to a version. */
  public static void run(
      String url, String user, String password, Map<String, String> types, int target) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(url, user, password)
        .locations("classpath:" + FOLDER)
        .placeholders(types)
        .target(String.format(Locale.ROOT, "%03d", target))
        .load()
        .migrate();
  }
}
