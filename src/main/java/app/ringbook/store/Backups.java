package app.ringbook.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Backups. */
public final class Backups {
  private static final Pattern NAME = Pattern.compile("ringbook-\\d{8}-\\d{6}(-\\d+)?\\.zip");

  private Backups() {}

  static void beforeMigration(
      app.ringbook.platform.AppFolders folders,
      java.sql.Connection c,
      String history,
      app.ringbook.platform.AppClock clock) {}

  /** The automatic backups of a folder. */
  static List<Path> newestFirst(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> NAME.matcher(String.valueOf(f.getFileName())).matches())
          .sorted(Comparator.comparing((Path f) -> String.valueOf(f.getFileName())).reversed())
          .toList();
    }
  }
}
