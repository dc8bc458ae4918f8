package app.ringbook.store;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.backup.BackupMaker;
import app.ringbook.store.backup.Finding;
import app.ringbook.store.backup.Restore;
import app.ringbook.store.file.DataFolder;
import app.ringbook.store.file.OpenMark;
import app.ringbook.store.journal.JournalFiles;
import app.ringbook.store.journal.JournalFiles.Entry;
import app.ringbook.store.journal.JournalFiles.Header;
import app.ringbook.store.journal.JournalFiles.Segment;
import app.ringbook.store.sql.Compaction;
import app.ringbook.store.sql.H2File;
import app.ringbook.store.sql.JournalTable;
import app.ringbook.store.sql.Migrations;
import app.ringbook.store.sql.TableScan;
import app.ringbook.store.sql.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from a folder to an open embedded database, step by step: look at the folder, make a
 * wasteful file small, open the file, carry out what the journal has and the file lacks, check
 * everything after an unclean stop, rebuild what does not hold, migrate, mark as open. What was
 * done is told in the findings.
 */
final class EmbeddedOpening {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedOpening.class);
  private final AppFolders folders;
  private final AppClock clock;
  private final Progress progress;
  private final H2File h2;
  private final OpenMark mark;
  private final JournalFiles journal;
  private final List<Finding> findings = new ArrayList<>();
  private boolean unclean;
  private int replayed;
  private @Nullable Connection keeper;

  EmbeddedOpening(AppFolders folders, AppClock clock, Progress progress) {
    this.folders = folders;
    this.clock = clock;
    this.progress = progress;
    DataFolder.prepare(folders.root());
    this.h2 = new H2File(folders.database());
    this.mark = new OpenMark(folders.root());
    try {
      Restore.finish(folders);
      this.journal = new JournalFiles(folders.journal());
    } catch (IOException e) {
      throw new ProblemException(e, "store.problem.folder", folders.journal().toString());
    }
  }

  /** Takes all steps. */
  EmbeddedEngine open() {
    boolean done = false;
    try {
      unclean = mark.present();
      if (!unclean) {
        new Compaction(h2).run(progress);
      }
      openFile();
      replay();
      if (unclean && !holds()) {
        rebuild();
      }
      migrate();
      EmbeddedEngine engine = ready();
      done = true;
      return engine;
    } catch (SQLException e) {
      throw h2.named(e);
    } catch (IOException e) {
      throw new ProblemException(e, "store.problem.folder", folders.root().toString());
    } finally {
      if (!done) {
        closeQuietly();
      }
    }
  }

  private void openFile() throws IOException, SQLException {
    Segment newest = journal.newest();
    boolean hasEntries = newest != null && newest.header() != null && lastOf(newest) > 0;
    if (hasEntries && !h2.exists()) {
      rebuild();
      return;
    }
    try {
      keeper = h2.administrator();
      int version = Migrations.version(keeper);
      if (version > Migrations.latest()) {
        throw new ProblemException("store.problem.newer", version, Migrations.latest());
      }
      if (version == 0 && hasEntries) {
        LOG.error("The database file is empty, the journal is not");
        rebuild();
      } else if (version > 0) {
        JournalTable.last(keeper);
        Tables.read(keeper);
      }
    } catch (SQLException e) {
      if (!H2File.damaged(e)) {
        throw e;
      }
      LOG.error("The database file cannot be read", e);
      rebuild();
    }
  }

  private Connection connection() {
    Connection open = keeper;
    if (open == null) {
      throw new IllegalStateException("Not open");
    }
    return open;
  }

  /** Carries out what is in the journal and not, or not for certain, in the file. */
  private void replay() throws IOException, SQLException {
    Segment newest = journal.newest();
    Header header = newest == null ? null : newest.header();
    if (newest == null || header == null || Migrations.version(connection()) == 0) {
      return;
    }
    long last = JournalTable.last(connection());
    List<Entry> wanted = new ArrayList<>();
    if (unclean && last >= header.base()) {
      wanted.addAll(newest.behindCheckpoint());
    } else if (lastOf(newest) > last) {
      for (Path file : journal.files()) {
        JournalFiles.read(file).entries().stream()
            .filter(e -> e.sequence() > last)
            .forEach(wanted::add);
      }
    }
    long expected = last + 1;
    for (Entry entry : wanted) {
      if (entry.sequence() > expected) {
        LOG.error("Entry {} is missing in file and journal", expected);
        rebuild();
        return;
      }
      expected = Math.max(expected, entry.sequence() + 1);
    }
    carryOut(wanted);
  }

  private void carryOut(List<Entry> entries) throws IOException, SQLException {
    Replay replay = new Replay();
    for (Entry entry : entries) {
      replay.add(entry);
    }
    replay.apply(connection());
    replayed = replay.size();
    if (replayed > 0) {
      LOG.info("Carried out {} journal entries again", replayed);
    }
  }

  private static long lastOf(Segment segment) {
    List<Entry> entries = segment.entries();
    Header header = segment.header();
    if (entries.isEmpty()) {
      return header == null ? 0 : header.base();
    }
    return entries.get(entries.size() - 1).sequence();
  }

  /** True if every row, index and foreign key holds. */
  private boolean holds() throws SQLException {
    TableScan scan =
        new TableScan(connection(), Tables.read(connection())).run(r -> progress.at(r, -1));
    scan.faults().forEach(fault -> LOG.error("Does not hold: {}", fault));
    return scan.faults().isEmpty();
  }

  private void rebuild() throws IOException, SQLException {
    closeQuietly();
    String stamp = BackupMaker.stamp(clock);
    Rebuild.Built built = new Rebuild(folders, journal, progress).run(stamp);
    findings.add(
        built.from() == null
            ? Finding.of("store.opened.rebuilt.journal", built.entries())
            : Finding.of(
                "store.opened.rebuilt.backup",
                String.valueOf(built.from().getFileName()),
                built.entries()));
    if (built.aside() != null) {
      findings.add(Finding.of("store.opened.aside", built.aside().toString()));
    }
    replayed = built.entries();
    keeper = h2.administrator();
  }

  private void migrate() throws IOException, SQLException {
    int version = Migrations.version(connection());
    if (version == Migrations.latest()) {
      return;
    }
    if (version > 0) {
      if (!holds()) {
        rebuild();
      }
      backUp();
    }
    h2.migrate(connection(), Migrations.latest());
    if (version > 0) {
      RowStatements.refreshSums(connection());
      findings.add(Finding.migrated(version, Migrations.latest()));
    }
  }

  /** The backup without which no migration begins. */
  private void backUp() throws IOException {
    BackupMaker maker =
        new BackupMaker(folders, folders.recordings(), historyOrNone(), clock, Progress.NONE);
    if (!maker.make(h2, BackupMaker.fresh(folders.backups(), clock)).ok()) {
      throw new ProblemException("store.problem.backup.bad");
    }
  }

  private String historyOrNone() {
    Segment newest = journal.newest();
    Header header = newest == null ? null : newest.header();
    return header == null ? "" : header.history();
  }

  /** From here on the file is whole: note it, so that the next start begins here. */
  private EmbeddedEngine ready() throws IOException, SQLException {
    long last = JournalTable.last(connection());
    H2File.checkpoint(connection());
    Segment newest = journal.newest();
    Header header = newest == null ? null : newest.header();
    if (newest == null || header == null || lastOf(newest) < last) {
      journal.beginHistory(Migrations.latest(), last);
    } else if (header.schema() != Migrations.latest() || newest.damaged()) {
      journal.begin(Migrations.latest(), last);
    } else {
      journal.resume();
      journal.checkpoint(last);
    }
    if (newest != null && newest.damaged()) {
      findings.add(Finding.of("store.opened.journal", newest.file().toString()));
    }
    mark.set();
    return new EmbeddedEngine(
        h2,
        connection(),
        journal,
        mark,
        folders.index(),
        last,
        new Database.Opened(Migrations.latest(), unclean, replayed, List.copyOf(findings)));
  }

  private void closeQuietly() {
    Connection open = keeper;
    keeper = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.warn("Closing a file that does not hold", e);
      }
    }
  }
}
