package app.ringbook.app;

import app.ringbook.platform.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked of the system's own desk: showing a folder in its file browser. */
final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private Desk() {}

  /** Shows a folder, or the folder of a file; returns at once. */
  static void showFolder(Path path) {
    Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    String os = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
    String browser = os.contains("win") ? "explorer" : os.contains("mac") ? "open" : "xdg-open";
    try {
      new ProcessBuilder(browser, String.valueOf(folder)).start();
    } catch (java.io.IOException e) {
      LOG.warn("{} could not be shown", folder, e);
    }
  }

  /**
   * Opens a file; returns at once.
   *
   * @throws ProblemException if there is no program for it: with where the file lies
   */
  static void openFile(Path file) {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        os.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", file.toString())
            : List.of(os.contains("mac") ? "open" : "xdg-open", file.toString());
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new ProblemException(e, "customer.file.problem.program", file.toString());
    }
  }
}
