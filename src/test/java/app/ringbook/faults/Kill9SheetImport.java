package app.ringbook.faults;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import app.ringbook.store.StoreInspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * {@code kill9-import}: a sheet of 20,000 rows is imported, killed and started again until it is
 * through. Only whole blocks are there, no customer comes twice, and the end is that of an import
 * nobody killed.
 */
final class Kill9SheetImport extends KillLoop {
  private static final int BLOCK = 2_000;
  private final boolean early;

  Kill9SheetImport(long seed, boolean early) {
    super(seed);
    this.early = early;
  }

  @Override
  protected List<String> child(Path folder, long round) {
    return early
        ? List.of(SheetImportWriter.class.getName(), folder.toString(), "early")
        : List.of(SheetImportWriter.class.getName(), folder.toString());
  }

  @Override
  protected long longestMillis() {
    return early ? 600 : 5_000;
  }

  /** An import that was through before the kill is as good. */
  @Override
  protected void endedByItself(Path output, Figures figures) throws IOException {
    if (Files.readString(output).contains("complete")) {
      figures.add("complete", 1);
    } else {
      super.endedByItself(output, figures);
    }
  }

  @Override
  protected void verify(Path folder, List<String> lines, Figures figures) throws Exception {
    long start = System.nanoTime();
    try (Database database =
        Database.open(
            Database.Options.embedded(
                new AppFolders(folder), AppClock.system(), () -> "Verifier", () -> false),
            Progress.NONE)) {
      figures.opened((System.nanoTime() - start) / 1_000_000);
      figures.add("replayed", database.opened().replayedEntries());
      StoreInspector inspector = StoreInspector.read(folder);
      inspector.faults().forEach(figures::breach);
      inspector.torn().forEach(figures::breach);
      long acknowledged =
          lines.stream()
              .filter(l -> l.startsWith("ack "))
              .mapToLong(l -> Long.parseLong(l.substring(4)))
              .max()
              .orElse(0);
      compare(folder, acknowledged, figures);
    }
  }

  private static void compare(Path folder, long acknowledged, Figures figures) throws SQLException {
    String url = "jdbc:h2:async:" + new AppFolders(folder).database();
    try (Connection connection = DriverManager.getConnection(url, "SA", "");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COUNT(*) AS customers, COUNT(DISTINCT external_key) AS keys,"
                    + " (SELECT COUNT(*) FROM contact) AS people,"
                    + " (SELECT COUNT(*) FROM timeline_entry) AS entries,"
                    + " COALESCE((SELECT SUM(rows_new) FROM import_run), 0) AS fresh,"
                    + " COALESCE((SELECT MAX(rows_done) FROM import_run), 0) AS done"
                    + " FROM customer")) {
      row.next();
      long customers = row.getLong("customers");
      long done = row.getLong("done");
      figures.add("rows", done);
      if (done % BLOCK != 0) {
        figures.breach("The mark stands in a block, at " + done);
      }
      if (done < acknowledged) {
        figures.breach("Row %d was acknowledged, the mark says %d".formatted(acknowledged, done));
      }
      if (customers != row.getLong("keys")
          || customers != row.getLong("fresh")
          || customers != row.getLong("entries")) {
        figures.breach(
            "%d customers, %d keys, %d counted, %d entries"
                .formatted(
                    customers, row.getLong("keys"), row.getLong("fresh"), row.getLong("entries")));
      }
      if (row.getLong("people") != done) {
        figures.breach("%d people after %d rows".formatted(row.getLong("people"), done));
      }
      if (done == SheetImportWriter.ROWS && customers != SheetImportWriter.CUSTOMERS) {
        figures.breach("%d customers at the end".formatted(customers));
      }
    }
  }
}
