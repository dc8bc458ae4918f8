package app.ringbook.store;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.DataCheck.Finding;
import app.ringbook.store.DataCheck.Report;
import app.ringbook.store.file.BackupZip;
import app.ringbook.store.file.BackupZip.Manifest;
import app.ringbook.store.file.FolderFiles;
import app.ringbook.store.journal.JournalFiles;
import app.ringbook.store.sql.H2File;
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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
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
  private static final Pattern NAME = Pattern.compile("ringbook-\\d{8}-\\d{6}(-\\d+)?\\.zip");
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
    return new Making(folders, recordings.get(), engine.history(), clock, progress)
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
      Path zip = fresh(folders.backups(), clock);
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
    for (Path newest : newestFirst(folders.backups())) {
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
    List<Path> all = newestFirst(folders.backups());
    for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
      Files.delete(old);
    }
    Path oldest = all.get(Math.min(KEPT, all.size()) - 1);
    Manifest manifest = BackupZip.manifest(oldest);
    if (manifest.history().equals(engine.history())) {
      database.pruneJournal(manifest.sequence());
    }
  }

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

  private static Path fresh(Path folder, AppClock clock) throws IOException {
    Files.createDirectories(folder);
    String stamp = EmbeddedOpening.stamp(clock);
    Path zip = folder.resolve("ringbook-" + stamp + ".zip");
    for (int n = 2; Files.exists(zip); n++) {
      zip = folder.resolve("ringbook-" + stamp + "-" + n + ".zip");
    }
    return zip;
  }

  /**
   * The backup without which no migration begins.
   *
   * @throws ProblemException if it cannot be made: then nothing is migrated
   */
  static void beforeMigration(AppFolders folders, H2File file, String history, AppClock clock)
      throws IOException {
    Path zip = fresh(folders.backups(), clock);
    Making making = new Making(folders, folders.recordings(), history, clock, Progress.NONE);
    if (!making.make(file, zip).ok()) {
      throw new ProblemException("store.problem.backup.bad");
    }
  }

  /** Opens a database nobody writes to and reads all of it. */
  static TableScan scan(H2File copy, Progress progress) throws SQLException {
    try (Connection connection = copy.readOnly()) {
      return new TableScan(connection, Tables.read(connection))
          .run(
              rows -> {
                progress.check();
                progress.at(rows, -1);
              });
    }
  }

  /** One backup being made. */
  private record Making(
      AppFolders folders, Path recordings, String history, AppClock clock, Progress progress) {

    Report make(H2File live, Path zip) {
      Path target = zip.toAbsolutePath();
      Path folder = Objects.requireNonNull(target.getParent());
      Path work = folder.resolve("." + target.getFileName() + ".making");
      try {
        FolderFiles.delete(work);
        Files.createDirectories(work);
        return make(live, target, work);
      } catch (IOException | SQLException e) {
        throw new ProblemException(e, "store.problem.backup", folder.toString());
      } finally {
        try {
          FolderFiles.delete(work);
        } catch (IOException e) {
          LOG.warn("{} could not be removed", work, e);
        }
      }
    }

    private Report make(H2File live, Path zip, Path work) throws IOException, SQLException {
      H2File copy = copy(live, work);
      int schema;
      long sequence;
      try (Connection connection = copy.administrator()) {
        schema = Migrations.version(connection);
        sequence = JournalTable.last(connection);
        try (Statement statement = connection.createStatement()) {
          statement.execute("SHUTDOWN");
        }
      }
      TableScan scan = scan(copy, progress);
      if (!scan.faults().isEmpty()) {
        return new Report(
            false, scan.counts(), 0, scan.faults().stream().map(Finding::of).toList());
      }
      Path made = work.resolve("backup.zip");
      Manifest manifest = new Manifest(history, schema, sequence, clock.now(), scan.counts());
      long sounds = 0;
      try (BackupZip.Writer out = new BackupZip.Writer(made, manifest)) {
        out.add(BackupZip.DATABASE, copy.file());
        for (Path file : FolderFiles.below(folders.settings())) {
          out.add("settings/" + FolderFiles.name(folders.settings(), file), file);
        }
        for (Path file : FolderFiles.below(recordings)) {
          progress.check();
          out.add("recordings/" + FolderFiles.name(recordings, file), file);
          sounds += file.toString().endsWith(".wav") ? 1 : 0;
        }
        out.finish();
      }
      BackupZip.verify(made);
      Files.move(made, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      JournalFiles.forceFolder(Objects.requireNonNull(zip.getParent()));
      return new Report(true, scan.counts(), sounds, List.of());
    }

    /** H2's own online copy, unpacked. */
    private static H2File copy(H2File live, Path work) throws IOException, SQLException {
      Path packed = work.resolve("h2.zip");
      try (Connection connection = live.administrator();
          Statement statement = connection.createStatement()) {
        statement.execute("BACKUP TO '" + packed.toString().replace("'", "''") + "'");
      }
      H2File copy = new H2File(work.resolve("ringbook"));
      try (ZipInputStream in = new ZipInputStream(Files.newInputStream(packed))) {
        in.getNextEntry();
        Files.copy(in, copy.file());
      }
      Files.delete(packed);
      return copy;
    }
  }
}
