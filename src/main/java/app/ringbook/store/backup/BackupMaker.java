package app.ringbook.store.backup;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.file.BackupZip;
import app.ringbook.store.file.BackupZip.Manifest;
import app.ringbook.store.file.DataFolder;
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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one backup: H2's online copy is unpacked, opened, every row of it read and compared with
 * its checksum; then everything goes into one zip, which is read once more before it gets its name.
 *
 * @param history journal history the data belongs to
 * @param progress rows and files checked so far
 */
public record BackupMaker(
    AppFolders folders, Path recordings, String history, AppClock clock, Progress progress) {
  private static final Logger LOG = LoggerFactory.getLogger(BackupMaker.class);
  private static final Pattern NAME = Pattern.compile("ringbook-\\d{8}-\\d{6}(-\\d+)?\\.zip");

  /** The automatic backups of a folder. */
  public static List<Path> newestFirst(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> NAME.matcher(String.valueOf(f.getFileName())).matches())
          .sorted(Comparator.comparing((Path f) -> String.valueOf(f.getFileName())).reversed())
          .toList();
    }
  }

  /** A name for a new one; the folder is made. */
  public static Path fresh(Path folder, AppClock clock) throws IOException {
    Files.createDirectories(folder);
    String stamp = stamp(clock);
    Path zip = folder.resolve("ringbook-" + stamp + ".zip");
    for (int n = 2; Files.exists(zip); n++) {
      zip = folder.resolve("ringbook-" + stamp + "-" + n + ".zip");
    }
    return zip;
  }

  /** A moment as part of a file name. */
  public static String stamp(AppClock clock) {
    return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
        .format(clock.now().atOffset(ZoneOffset.UTC));
  }

  /**
   * Copies a database that may be open in this process, and the files beside it.
   *
   * @return what was counted; not ok if the copy does not hold, and then there is no file
   * @throws ProblemException if the copy cannot be written
   */
  public Report make(H2File live, Path zip) {
    Path target = zip.toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent());
    Path work = folder.resolve("." + target.getFileName() + ".making");
    try {
      FolderFiles.delete(work);
      Files.createDirectories(work);
      DataFolder.mustHaveRoom(
          work, 3 * Files.size(live.file()) + bytes(recordings) + bytes(folders.files()));
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

  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (Path file : FolderFiles.below(folder)) {
      bytes += Files.size(file);
    }
    return bytes;
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
      return new Report(false, scan.counts(), 0, scan.faults().stream().map(Finding::of).toList());
    }
    Path made = work.resolve("backup.zip");
    Manifest manifest = new Manifest(history, schema, sequence, clock.now(), scan.counts());
    long sounds = 0;
    try (BackupZip.Writer out = new BackupZip.Writer(made, manifest)) {
      out.add(BackupZip.DATABASE, copy.file());
      for (Path file : FolderFiles.below(folders.settings())) {
        out.add("settings/" + FolderFiles.name(folders.settings(), file), file);
      }
      for (Path file : FolderFiles.below(folders.files())) {
        progress.check();
        out.add("files/" + FolderFiles.name(folders.files(), file), file);
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
    live.backup(packed.toString());
    H2File copy = new H2File(work.resolve("ringbook"));
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(packed))) {
      in.getNextEntry();
      Files.copy(in, copy.file());
    }
    Files.delete(packed);
    return copy;
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
}
