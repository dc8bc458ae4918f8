package app.ringbook.platform;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where one data folder keeps its parts. Nothing is created by asking.
 *
 * @param root the data folder, absolute
 */
public record AppFolders(Path root) {

  /** Makes the path absolute: H2 refuses relative ones. */
  public AppFolders {
    root = root.toAbsolutePath().normalize();
  }

  /** The place the system gives to application data of the signed-in user. */
  public static Path systemRoot() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home", "."));
    if (os.contains("win")) {
      return under(System.getenv("LOCALAPPDATA"), home.resolve("AppData/Local"), "Ringbook");
    }
    if (os.contains("mac")) {
      return home.resolve("Library/Application Support/Ringbook");
    }
    return under(System.getenv("XDG_DATA_HOME"), home.resolve(".local/share"), "ringbook");
  }

  /** The database file without its ending {@code .mv.db}. */
  public Path database() {
    return root.resolve("ringbook");
  }

  /** Segments of the change journal. */
  public Path journal() {
    return root.resolve("journal");
  }

  /** The search index: derived from the database, made anew if it is missing. */
  public Path index() {
    return root.resolve("index");
  }

  /** Recordings, in one folder a month. */
  public Path recordings() {
    return root.resolve("recordings");
  }

  /** There while recordings of a restored backup wait to be put where the settings say. */
  public Path restoredRecordings() {
    return root.resolve("recordings.restored");
  }

  /** Files kept with customers. */
  public Path files() {
    return root.resolve("files");
  }

  /** Verified backups. */
  public Path backups() {
    return root.resolve("backups");
  }

  /** Log files. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** Settings, one JSON file a feature. */
  public Path settings() {
    return root.resolve("settings");
  }

  private static Path under(@Nullable String variable, Path otherwise, String name) {
    return (variable == null || variable.isBlank() ? otherwise : Path.of(variable)).resolve(name);
  }
}
