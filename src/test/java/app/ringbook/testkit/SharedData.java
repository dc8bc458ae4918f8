package app.ringbook.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Sample files that lie beside the project, in {@code ../shared/data}. */
public final class SharedData {
  private SharedData() {}

  /** The file or folder; the calling test is skipped, by its name, where it is absent. */
  public static Path file(String relative) {
    Path base = Path.of("").toAbsolutePath();
    for (Path folder = base; folder != null; folder = folder.getParent()) {
      Path file = folder.resolveSibling("shared").resolve("data").resolve(relative);
      if (Files.exists(file)) {
        return file;
      }
    }
    return Assumptions.abort("Shared sample data/" + relative + " is not on this machine");
  }
}
