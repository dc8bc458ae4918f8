package app.ringbook.store.backup;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.file.BackupZip;
import app.ringbook.store.file.BackupZip.Manifest;
import app.ringbook.store.file.DataFolder;
import app.ringbook.store.file.FolderFiles;
import app.ringbook.store.file.OpenMark;
import app.ringbook.store.journal.JournalFiles;
import app.ringbook.store.sql.H2File;
import app.ringbook.store.sql.Migrations;
import app.ringbook.store.sql.TableScan;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a backup in the place of the data, after checking all of it. What was there is kept in
 * {@code replaced/<moment>} of the data folder. A crash in the middle of the exchange is finished
 * at the next start.
 */
public final class Restore {
  private static final List<String> PARTS =
      List.of("ringbook.mv.db", "journal", "recordings", "settings", "files");
  private final AppFolders folders;
  private final Path unpacked;
  private final Path ready;

  private Restore(AppFolders folders) {
    this.folders = folders;
    this.unpacked = folders.root().resolve("restoring");
    this.ready = folders.root().resolve("restore.ready");
  }

  /**
   * Restores a backup into a data folder whose database is not open.
   *
   * @return what was counted; not {@code ok} if the backup does not hold, and then nothing changed
   * @throws ProblemException if the file is no backup, is newer than this program, or the data is
   *     in use: then nothing changed
   */
  public static Report run(Path zip, AppFolders folders, AppClock clock, Progress progress) {
    DataFolder.prepare(folders.root());
    Restore restore = new Restore(folders);
    try {
      restore.mustNotBeInUse();
      FolderFiles.delete(restore.unpacked);
      Report report = restore.unpack(zip, progress);
      if (report.ok()) {
        Files.writeString(restore.ready, BackupMaker.stamp(clock));
        JournalFiles.forceFolder(folders.root());
        restore.exchange();
      }
      FolderFiles.delete(restore.unpacked);
      return report;
    } catch (IOException | SQLException e) {
      throw new ProblemException(e, "store.problem.restore", zip.toString());
    }
  }

  /** Finishes an exchange that a crash interrupted. */
  public static void finish(AppFolders folders) throws IOException {
    Restore restore = new Restore(folders);
    if (Files.exists(restore.ready)) {
      restore.exchange();
    }
  }

  private void mustNotBeInUse() throws IOException {
    H2File file = new H2File(folders.database());
    if (!file.exists()) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new ProblemException("store.problem.locked", folders.root().toString());
      }
    } catch (OverlappingFileLockException e) {
      throw new ProblemException(e, "store.problem.locked", folders.root().toString());
    }
  }

  private Report unpack(Path zip, Progress progress) throws IOException, SQLException {
    Manifest manifest = BackupZip.manifest(zip);
    if (manifest.schema() > Migrations.latest()) {
      throw new ProblemException("store.problem.newer", manifest.schema(), Migrations.latest());
    }
    BackupZip.extract(zip, unpacked, name -> true);
    Files.move(unpacked.resolve(BackupZip.DATABASE), unpacked.resolve(PARTS.getFirst()));
    TableScan scan = BackupMaker.scan(new H2File(unpacked.resolve("ringbook")), progress);
    List<Finding> problems = new ArrayList<>(scan.faults().stream().map(Finding::of).toList());
    if (!scan.counts().equals(manifest.tables())) {
      problems.add(Finding.of("store.check.counts"));
    }
    long sounds =
        FolderFiles.below(unpacked.resolve("recordings")).stream()
            .filter(f -> f.toString().endsWith(".wav"))
            .count();
    return new Report(problems.isEmpty(), scan.counts(), sounds, problems);
  }

  /** Every step can be done again: a part is exchanged as long as the new one is still unpacked. */
  private void exchange() throws IOException {
    Path aside = folders.root().resolve("replaced").resolve(Files.readString(ready));
    Files.createDirectories(aside);
    if (Files.exists(unpacked.resolve("recordings"))) {
      Files.writeString(folders.restoredRecordings(), "");
    }
    for (String part : PARTS) {
      Path fresh = unpacked.resolve(part);
      Path current = folders.root().resolve(part);
      boolean goes = Files.exists(fresh) || part.equals("journal");
      if (goes && Files.exists(current) && !Files.exists(aside.resolve(part))) {
        Files.move(current, aside.resolve(part));
      }
      if (Files.exists(fresh)) {
        Files.move(fresh, current);
      }
    }
    JournalFiles.forceFolder(aside);
    new OpenMark(folders.root()).clear();
    Files.delete(ready);
    JournalFiles.forceFolder(folders.root());
    FolderFiles.delete(unpacked);
  }
}
