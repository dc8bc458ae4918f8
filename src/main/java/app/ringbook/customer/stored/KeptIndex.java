package app.ringbook.customer.stored;

import app.ringbook.platform.Progress;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.keys.IndexFile;
import app.ringbook.store.keys.IndexFile.Stamp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an index that is derived from the database: read only if it fits the database, and
 * brought up to now by the database's journal.
 */
public final class KeptIndex {
  private static final Logger LOG = LoggerFactory.getLogger(KeptIndex.class);

  /** Journal entries read at once. */
  private static final int ENTRIES = 16;

  private final Database database;
  private final @Nullable IndexFile file;

  /**
   * @param folder where the file is kept, or null for no file
   * @param name with which its name begins
   * @param sections how many it has
   */
  public KeptIndex(Database database, @Nullable Path folder, String name, int sections) {
    this.database = database;
    this.file = folder == null ? null : new IndexFile(folder, name, sections);
  }

  /** True if there is a place for a file. */
  public boolean keeps() {
    return file != null;
  }

  /** The file, if there is one that is whole and fits. */
  public IndexFile.@Nullable Stored read() {
    if (file == null) {
      return null;
    }
    try {
      IndexFile.Stored found = file.read();
      if (found == null || !fits(found.stamp())) {
        return null;
      }
      file.tidy(true);
      return found;
    } catch (IOException | RuntimeException e) {
      LOG.warn("The index file could not be read and is made anew", e);
      return null;
    }
  }

  /** Begins a new file that holds everything up to a change. */
  public IndexFile.Writing write(long sequence) throws IOException {
    if (file == null) {
      throw new IOException("No folder for the index file");
    }
    return file.write(
        new Stamp(database.opened().schemaVersion(), sequence, database.mark(sequence)));
  }

  /** Deletes the file, so that it is made anew. */
  public void forget() {
    try {
      if (file != null) {
        file.tidy(false);
      }
    } catch (IOException e) {
      LOG.warn("The index file could not be deleted", e);
    }
  }

  /** Shows every change behind this one in order; the newest one shown. */
  public long catchUp(long since, Progress progress, Consumer<Committed> changes) {
    long at = since;
    List<Committed> entries;
    do {
      progress.check();
      entries = database.changesAfter(at, ENTRIES);
      for (Committed entry : entries) {
        changes.accept(entry);
        at = entry.sequence();
      }
    } while (!entries.isEmpty());
    return at;
  }

  private boolean fits(Stamp stamp) {
    return stamp.sequence() > 0
        && stamp.schema() == database.opened().schemaVersion()
        && stamp.sequence() <= database.lastSequence()
        && stamp.mark() == database.mark(stamp.sequence());
  }
}
