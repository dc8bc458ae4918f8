package app.ringbook.store.file;

import app.ringbook.store.journal.JournalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is there while the database is open: found at the start, the last stop was none. */
public final class OpenMark {
  private final Path root;
  private final Path file;

  /** The mark of a data folder. */
  public OpenMark(Path root) {
    this.root = root;
    this.file = root.resolve("ringbook.open");
  }

  /** True if the last run did not close. */
  public boolean present() {
    return Files.exists(file);
  }

  /** Sets the mark, so that it survives a power cut. */
  public void set() throws IOException {
    Files.writeString(file, "open\n");
    JournalFiles.forceFolder(root);
  }

  /** Takes the mark away: everything is closed and on the disk. */
  public void clear() throws IOException {
    Files.deleteIfExists(file);
    JournalFiles.forceFolder(root);
  }
}
