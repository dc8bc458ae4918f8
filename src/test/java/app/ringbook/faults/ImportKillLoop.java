package app.ringbook.faults;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
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
 * Kills an import and starts it again on the same folder until it is through. Extend it by naming
 * the writer, the question that counts what is there, and {@link #compare}, which judges the
 * answer. Figures besides those of the loop: {@code lost} and {@code doubled} rows and {@code
 * failedOpens}.
 */
abstract class ImportKillLoop extends KillLoop {
  private final Class<?> writer;
  private final boolean early;

  /**
   * @param writer main class of the child; prints {@code ack N} behind each block and {@code
   *     complete} at its end
   * @param early true to let the child say that a block is stored before it is
   */
  ImportKillLoop(long seed, Class<?> writer, boolean early) {
    super(seed);
    this.writer = writer;
    this.early = early;
  }

  /** One row that counts what is there. */
  protected abstract String question();

  /**
   * Judges what is there.
   *
   * @param found the row that answers {@link #question}
   * @param acknowledged the highest number that was said to be stored; 0 if none was
   */
  protected abstract void compare(ResultSet found, long acknowledged, Figures figures)
      throws SQLException;

  /** True for the control, whose child lies. */
  protected final boolean early() {
    return early;
  }

  @Override
  protected final List<String> child(Path folder, long round) {
    return early
        ? List.of(writer.getName(), folder.toString(), "early")
        : List.of(writer.getName(), folder.toString());
  }

  /** An import that was through before the kill is as good. */
  @Override
  protected final void endedByItself(Path output, Figures figures) throws IOException {
    if (Files.readString(output).contains("complete")) {
      figures.add("complete", 1);
    } else {
      super.endedByItself(output, figures);
    }
  }

  @Override
  protected final void verify(Path folder, List<String> lines, Figures figures) throws Exception {
    for (String count : List.of("lost", "doubled", "failedOpens")) {
      figures.add(count, 0);
    }
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
      count(folder, acknowledged(lines), figures);
    } catch (ProblemException e) {
      figures.add("failedOpens", 1);
      figures.breach("Did not open: " + e);
    }
  }

  private static long acknowledged(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("ack "))
        .mapToLong(line -> Long.parseLong(line.substring("ack ".length())))
        .max()
        .orElse(0);
  }

  private void count(Path folder, long acknowledged, Figures figures) throws SQLException {
    String url = "jdbc:h2:async:" + new AppFolders(folder).database();
    try (Connection connection = DriverManager.getConnection(url, "SA", "");
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(question())) {
      found.next();
      compare(found, acknowledged, figures);
    }
  }
}
