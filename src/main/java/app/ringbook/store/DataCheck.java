package app.ringbook.store;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.backup.Finding;
import app.ringbook.store.backup.Report;
import app.ringbook.store.file.BackupZip;
import app.ringbook.store.file.FolderFiles;
import app.ringbook.store.journal.JournalFiles;
import app.ringbook.store.sql.H2File;
import app.ringbook.store.sql.JournalTable;
import app.ringbook.store.sql.TableScan;
import app.ringbook.store.sql.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads everything there is and compares it: rows with their checksums, indexes and foreign keys
 * with the tables, the journal's files with its table, every recording and every kept file with its
 * SHA-256. Changes nothing; may run while the program works.
 */
public final class DataCheck {
  private final Database database;
  private final Path recordings;
  private final Path files;

  /**
   * @param recordings folder of the recordings
   * @param files folder of the files kept with customers
   */
  public DataCheck(Database database, Path recordings, Path files) {
    this.database = database;
    this.recordings = recordings;
    this.files = files;
  }

  /**
   * Checks everything.
   *
   * @param progress rows read and recordings compared so far
   */
  public Report run(Progress progress) {
    List<Finding> problems = new ArrayList<>();
    try (Connection connection = database.readers().getConnection()) {
      int isolation = connection.getTransactionIsolation();
      connection.setTransactionIsolation(database.snapshotIsolation());
      connection.setAutoCommit(false);
      try {
        TableScan scan = new TableScan(connection, Tables.read(connection));
        scan.run(
            rows -> {
              progress.check();
              progress.at(rows, -1);
            });
        scan.faults().forEach(fault -> problems.add(Finding.of(fault)));
        for (Path segment : database.journalFiles()) {
          journal(connection, segment, problems);
        }
        long compared = recordings(connection, progress, problems);
        compared += files(connection, progress, problems);
        return new Report(problems.isEmpty(), scan.counts(), compared, problems);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(isolation);
      }
    } catch (SQLException e) {
      throw database.named(e);
    } catch (IOException e) {
      throw new ProblemException(e, "store.problem.folder", recordings.toString());
    }
  }

  private static void journal(Connection connection, Path file, List<Finding> problems)
      throws SQLException, IOException {
    if (!Files.exists(file)) {
      return;
    }
    JournalFiles.Segment segment = JournalFiles.read(file);
    if (segment.damaged()) {
      problems.add(Finding.of("store.check.journal", file.toString()));
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT payload FROM journal_entry WHERE sequence = ?")) {
      List<JournalFiles.Entry> entries = segment.entries();
      long newest = last(connection);
      for (JournalFiles.Entry entry : entries) {
        statement.setLong(1, entry.sequence());
        try (ResultSet rows = statement.executeQuery()) {
          boolean same = rows.next() && Arrays.equals(rows.getBytes(1), entry.payload());
          if (!same && entry.sequence() <= newest) {
            problems.add(Finding.of("store.check.entry", entry.sequence()));
          }
        }
      }
    }
  }

  private static long last(Connection connection) throws SQLException {
    return JournalTable.last(connection);
  }

  /** Recordings whose time is over, by their name before: they wait in a folder of their own. */
  private Map<String, Path> waiting() throws IOException {
    Map<String, Path> waiting = new HashMap<>();
    for (Path file : FolderFiles.below(recordings.resolve("quarantine"))) {
      String[] names = FolderFiles.name(recordings, file).split("/", 3);
      if (names.length == 3) {
        waiting.put(names[2], file);
      }
    }
    return waiting;
  }

  /** Every file kept with a customer, by the checksum it had when it was added. */
  private long files(Connection connection, Progress progress, List<Finding> problems)
      throws SQLException, IOException {
    long compared = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name, stored_name, sha256 FROM customer_file ORDER BY id")) {
      while (rows.next()) {
        progress.check();
        Path file = files.resolve(rows.getString(2)).normalize();
        if (!file.startsWith(files) || !Files.isRegularFile(file)) {
          problems.add(Finding.of("store.check.file.missing", rows.getString(1)));
        } else if (!BackupZip.sha256(file).equals(rows.getString(3))) {
          problems.add(Finding.of("store.check.file.changed", rows.getString(1)));
        }
        compared++;
      }
    }
    return compared;
  }

  private long recordings(Connection connection, Progress progress, List<Finding> problems)
      throws SQLException, IOException {
    Set<String> known = new HashSet<>();
    Map<String, Path> waiting = waiting();
    long compared = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, recording_file, recording_sha256 FROM call_record"
                    + " WHERE recording_file IS NOT NULL ORDER BY id")) {
      while (rows.next()) {
        progress.check();
        String name = rows.getString(2);
        known.add(name.replace('\\', '/'));
        Path file = waiting.getOrDefault(name.replace('\\', '/'), recordings.resolve(name));
        if (!Files.exists(file)) {
          problems.add(Finding.of("store.check.recording.missing", rows.getLong(1), name));
        } else if (!BackupZip.sha256(file).equals(rows.getString(3))) {
          problems.add(Finding.of("store.check.recording.changed", name));
        }
        compared++;
        progress.at(compared, -1);
      }
    }
    for (Path file : FolderFiles.below(recordings)) {
      String name = FolderFiles.name(recordings, file);
      boolean ours = known.contains(name) || waiting.containsValue(file);
      if (name.endsWith(".wav") && !ours) {
        problems.add(Finding.of("store.check.recording.unknown", name));
      }
    }
    return compared;
  }

  /**
   * Builds the database of a folder anew from its newest good backup and the journal, whatever
   * state the file is in; the old file is kept aside. The database must not be open.
   *
   * @return journal entries carried out on top of the backup
   * @throws ProblemException if there is nothing to build from: then nothing changed
   */
  public static int repair(AppFolders folders, String stamp, Progress progress) {
    try (JournalFiles journal = new JournalFiles(folders.journal())) {
      return new Rebuild(folders, journal, progress).run(stamp).entries();
    } catch (IOException e) {
      throw new ProblemException(
          e,
          "store.problem.damaged",
          new H2File(folders.database()).file().toString(),
          folders.backups().toString());
    }
  }
}
