package app.ringbook.store;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.backup.BackupMaker;
import app.ringbook.store.file.BackupZip;
import app.ringbook.store.file.FolderFiles;
import app.ringbook.store.journal.JournalFiles;
import app.ringbook.store.journal.JournalFiles.Entry;
import app.ringbook.store.journal.JournalFiles.Header;
import app.ringbook.store.journal.JournalFiles.Segment;
import app.ringbook.store.sql.H2File;
import app.ringbook.store.sql.JournalIndex;
import app.ringbook.store.sql.JournalTable;
import app.ringbook.store.sql.Migrations;
import app.ringbook.store.sql.TableScan;
import app.ringbook.store.sql.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A new database file in the place of a dead one: newest backup whose content holds, plus every
 * journal entry since. Without a backup the journal alone will do, if it goes back to the
 * beginning. The dead file is kept aside; nothing is ever repaired in place.
 */
final class Rebuild {
  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
  private static final int ROWS_IN_MEMORY = 50_000;
  private final AppFolders folders;
  private final JournalFiles journal;
  private final Progress progress;

  /**
   * What was built.
   *
   * @param from the backup it began with, or null for the journal alone
   * @param entries journal entries carried out on top
   * @param aside where the dead file lies, or null if there was none
   */
  record Built(@Nullable Path from, int entries, @Nullable Path aside) {}

  Rebuild(AppFolders folders, JournalFiles journal, Progress progress) {
    this.folders = folders;
    this.journal = journal;
    this.progress = progress;
  }

  /**
   * Builds the new file beside the dead one, checks all of it, then swaps them.
   *
   * @param stamp names the folder of the dead file
   */
  Built run(String stamp) throws IOException {
    H2File dead = new H2File(folders.database());
    Segment newest = journal.newest();
    Header header = newest == null ? null : newest.header();
    if (header != null) {
      for (Path backup : bases(header.history())) {
        Integer entries = attempt(backup);
        if (entries != null) {
          return new Built(backup.equals(NONE) ? null : backup, entries, swap(dead, stamp));
        }
      }
    }
    throw new ProblemException(
        "store.problem.damaged", dead.file().toString(), folders.backups().toString());
  }

  private static final Path NONE = Path.of("");

  private List<Path> bases(String history) throws IOException {
    List<Path> bases = new ArrayList<>();
    for (Path backup : BackupMaker.newestFirst(folders.backups())) {
      try {
        if (BackupZip.manifest(backup).history().equals(history)) {
          bases.add(backup);
        }
      } catch (IOException e) {
        LOG.warn("{} is no help", backup, e);
      }
    }
    Header first = JournalFiles.read(journal.files().get(0)).header();
    if (first != null && first.base() == 0 && first.history().equals(history)) {
      bases.add(NONE);
    }
    return bases;
  }

  /** Entries carried out, or null if this base leads to nothing. */
  private @Nullable Integer attempt(Path backup) {
    Path folder = folders.root().resolve("rebuild");
    try {
      FolderFiles.delete(folder);
      Files.createDirectories(folder);
      if (!backup.equals(NONE)) {
        BackupZip.extract(backup, folder, BackupZip.DATABASE::equals);
        Files.move(folder.resolve(BackupZip.DATABASE), fresh().file());
      }
      int entries;
      try (Connection connection = fresh().administrator()) {
        entries = carryOut(connection);
        boolean whole =
            new TableScan(connection, Tables.read(connection))
                .run(rows -> progress.at(rows, -1))
                .faults()
                .isEmpty();
        H2File.checkpoint(connection);
        try (Statement statement = connection.createStatement()) {
          statement.execute("SHUTDOWN");
        }
        if (!whole) {
          return null;
        }
      }
      fresh().force();
      return entries;
    } catch (IOException | SQLException | RuntimeException e) {
      LOG.warn("Rebuilding from {} failed", backup, e);
      return null;
    }
  }

  private H2File fresh() {
    return new H2File(folders.root().resolve("rebuild").resolve("ringbook"));
  }

  private int carryOut(Connection connection) throws IOException, SQLException {
    int schema = Migrations.version(connection);
    long last = schema == 0 ? 0 : JournalTable.last(connection);
    int carriedOut = 0;
    Replay replay = new Replay();
    for (Path file : journal.files()) {
      Segment segment = JournalFiles.read(file);
      Header header = segment.header();
      if (header != null && header.schema() > schema) {
        replay.apply(connection);
        replay = new Replay();
        fresh().migrate(connection, header.schema());
        if (schema > 0) {
          RowStatements.refreshSums(connection);
          if (JournalIndex.exists(connection)) {
            JournalEntry.indexAll(connection, Tables.read(connection));
          }
        }
        schema = header.schema();
      }
      for (Entry entry : segment.entries()) {
        if (entry.sequence() > last) {
          if (entry.sequence() != last + 1) {
            throw new IOException("Entry " + (last + 1) + " is missing");
          }
          replay.add(entry);
          last = entry.sequence();
          carriedOut++;
          if (replay.rowCount() > ROWS_IN_MEMORY) {
            replay.apply(connection);
            replay = new Replay();
            progress.at(last, -1);
          }
        }
      }
    }
    replay.apply(connection);
    return carriedOut;
  }

  private @Nullable Path swap(H2File dead, String stamp) throws IOException {
    Path aside = null;
    if (dead.exists()) {
      Path folder = folders.root().resolve("damaged").resolve(stamp);
      Files.createDirectories(folder);
      aside = folder.resolve(Objects.requireNonNull(dead.file().getFileName()));
      Files.move(dead.file(), aside, StandardCopyOption.REPLACE_EXISTING);
      JournalFiles.forceFolder(folder);
    }
    Files.move(fresh().file(), dead.file(), StandardCopyOption.ATOMIC_MOVE);
    JournalFiles.forceFolder(folders.root());
    FolderFiles.delete(folders.root().resolve("rebuild"));
    return aside;
  }
}
