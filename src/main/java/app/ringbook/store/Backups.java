package app.ringbook.store;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.backup.BackupMaker;
import app.ringbook.store.backup.Report;
import app.ringbook.store.file.BackupZip;
import app.ringbook.store.file.BackupZip.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of database, settings and recordings, made while the program works. A copy is opened,
 * every row of it is read and compared with its checksum, and only then does it get its name. The
 * automatic ones lie in the data folder's {@code backups}; the last ten are kept, and the journal
 * back to the oldest of them, so that newest backup and journal together are always whole.
 */
public final class Backups {
  private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
  private static final int KEPT = 10;

  private final Database database;
  private final AppFolders folders;
  private final Supplier<Path> recordings;
  private final AppClock clock;

  /**
   * @param recordings folder of the recordings
   */
  public Backups(Database database, AppFolders folders, Supplier<Path> recordings, AppClock clock) {
    this.database = database;
    this.folders = folders;
    this.recordings = recordings;
    this.clock = clock;
  }

  /**
   * Makes a backup and checks it.
   *
   * @param zip where to; an existing file is replaced once the new one is good
   * @param progress rows and files checked so far
   * @return what was counted; not {@code ok} if the copy does not hold, and then there is no file
   * @throws ProblemException on a team's server, which has backups of its own, or without room
   */
  public Report create(Path zip, Progress progress) {
    EmbeddedEngine engine = database.embedded("store.problem.backup.team");
    return new BackupMaker(folders, recordings.get(), engine.history(), clock, progress)
        .make(engine.file(), zip);
  }

  /**
   * Makes today's backup if there is none yet and something is to be saved; then lets go of what is
   * older than the last ten.
   *
   * @return the new backup, or empty if none was due
   * @throws ProblemException if it could not be made
   */
  public Optional<Path> automatic(Progress progress) {
    EmbeddedEngine engine = database.embedded("store.problem.backup.team");
    try {
      if (!due(engine)) {
        return Optional.empty();
      }
      Path zip = BackupMaker.fresh(folders.backups(), clock);
      Report report = create(zip, progress);
      if (!report.ok()) {
        throw new ProblemException("store.problem.backup.bad");
      }
      tidy(engine);
      return Optional.of(zip);
    } catch (IOException e) {
      throw new ProblemException(e, "store.problem.backup", folders.backups().toString());
    }
  }

  private boolean due(EmbeddedEngine engine) throws IOException {
    if (database.lastSequence() == 0) {
      return false;
    }
    for (Path newest : BackupMaker.newestFirst(folders.backups())) {
      try {
        Manifest manifest = BackupZip.manifest(newest);
        return !manifest.history().equals(engine.history())
            || LocalDate.ofInstant(manifest.created(), clock.zone()).isBefore(clock.today());
      } catch (IOException e) {
        LOG.warn("{} is no backup any more", newest, e);
      }
    }
    return true;
  }

  private void tidy(EmbeddedEngine engine) throws IOException {
    List<Path> all = BackupMaker.newestFirst(folders.backups());
    for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
      Files.delete(old);
    }
    Path oldest = all.get(Math.min(KEPT, all.size()) - 1);
    Manifest manifest = BackupZip.manifest(oldest);
    if (manifest.history().equals(engine.history())) {
      database.pruneJournal(manifest.sequence());
    }
  }
}
