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
 * {@code kill9-blocks}: blocks of bare rows, killed and started again on the same folder until it
 * is through. Only whole blocks are there, the resume mark counts them, none is lost or doubled.
 */
final class Kill9Import extends KillLoop {
  private final boolean early;

  Kill9Import(long seed, boolean early) {
    super(seed);
    this.early = early;
  }

  @Override
  protected List<String> child(Path folder, long round) {
    return early
        ? List.of(ImportWriter.class.getName(), folder.toString(), "early")
        : List.of(ImportWriter.class.getName(), folder.toString());
  }

  @Override
  protected long longestMillis() {
    return 1500;
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
      counts(folder, acknowledged, figures);
    }
  }

  private static void counts(Path folder, long acknowledged, Figures figures) throws SQLException {
    String url = "jdbc:h2:async:" + new AppFolders(folder).database();
    try (Connection connection = DriverManager.getConnection(url, "SA", "");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COUNT(*), COUNT(DISTINCT external_key),"
                    + " (SELECT MAX(rows_done) FROM import_run) FROM customer")) {
      row.next();
      long rows = row.getLong(1);
      long blocks = rows / ImportWriter.BLOCK;
      figures.add("blocks", blocks);
      if (rows % ImportWriter.BLOCK != 0 || row.getLong(3) != rows) {
        figures.breach("%d rows, the mark says %d".formatted(rows, row.getLong(3)));
      }
      if (row.getLong(2) != rows) {
        figures.breach("%d rows are doubled".formatted(rows - row.getLong(2)));
      }
      if (blocks < acknowledged) {
        figures.breach("Block %d was acknowledged and is lost".formatted(acknowledged));
      }
    }
  }
}
