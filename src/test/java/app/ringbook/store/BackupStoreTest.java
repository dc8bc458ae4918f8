package app.ringbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.backup.Finding;
import app.ringbook.store.backup.Report;
import app.ringbook.store.backup.Restore;
import app.ringbook.store.file.BackupZip;
import app.ringbook.store.file.FolderFiles;
import app.ringbook.store.journal.JournalFiles;
import app.ringbook.store.sql.H2File;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupStoreTest {
  private static final Change CHANGE = Change.of("customer.change.created", "A");
  private final FakeClock clock = new FakeClock();
  @TempDir Path base;
  private AppFolders folders = new AppFolders(Path.of(""));

  @BeforeEach
  void folder() {
    folders = new AppFolders(base.resolve("data"));
  }

  @Test
  void backupHoldsEverythingAndComesBack() throws Exception {
    Path zip = base.resolve("mine.zip");
    try (Database database = open()) {
      add(database, "A");
      write(folders.recordings().resolve("2026-03/call.wav"), "sound");
      write(folders.settings().resolve("phone.json"), "{}");
      Report report = backups(database).create(zip, Progress.NONE);
      assertThat(report.ok()).isTrue();
      assertThat(report.tables()).containsEntry("customer", 1L).containsEntry("phone", 0L);
      assertThat(report.recordings()).isEqualTo(1);
      add(database, "Later");
      write(folders.recordings().resolve("2026-03/later.wav"), "later");
    }
    Report restored = Restore.run(zip, folders, clock, Progress.NONE);
    assertThat(restored.ok()).isTrue();
    assertThat(restored.recordings()).isEqualTo(1);
    assertThat(folders.restoredRecordings()).exists();
    try (Database database = open()) {
      assertThat(database.opened().findings()).isEmpty();
      assertThat(names(database)).isEqualTo(1);
      add(database, "After the restore");
    }
    assertThat(folders.recordings().resolve("2026-03/call.wav")).hasContent("sound");
    assertThat(folders.recordings().resolve("2026-03/later.wav")).doesNotExist();
    assertThat(FolderFiles.below(folders.root().resolve("replaced")))
        .extracting(f -> String.valueOf(f.getFileName()))
        .contains("ringbook.mv.db", "later.wav", "000000000001.journal");
    open().close();
  }

  @Test
  void aCallIsSavedWhileABackupIsBeingWritten() throws Exception {
    HeldFile held = new HeldFile();
    FilePath.register(held);
    try (Database database = open()) {
      add(database, "Before");
      CompletableFuture<Void> backup =
          CompletableFuture.runAsync(
              () -> {
                try {
                  new H2File(folders.root().resolve("ringbook"))
                      .backup(HeldFile.SCHEME + ":" + base.resolve("held.zip"));
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              },
              Thread.ofVirtual()::start);
      assertThat(HeldFile.begun(Duration.ofSeconds(30))).isTrue();
      CompletableFuture<Void> call =
          CompletableFuture.runAsync(() -> add(database, "Meanwhile"), Thread.ofVirtual()::start);
      call.get(20, TimeUnit.SECONDS);
      assertThat(names(database)).isEqualTo(2);
      assertThat(backup).isNotDone();
      HeldFile.goOn();
      backup.get(30, TimeUnit.SECONDS);
    } finally {
      HeldFile.goOn();
      FilePath.unregister(held);
    }
  }

  @Test
  void aFlippedByteOfABackupIsNoticedOrChangesNothing() throws Exception {
    Path zip = base.resolve("mine.zip");
    try (Database database = open()) {
      add(database, "A");
      write(folders.recordings().resolve("call.wav"), "sound".repeat(500));
      backups(database).create(zip, Progress.NONE);
    }
    byte[] good = Files.readAllBytes(zip);
    BackupZip.verify(zip);
    Random random = new Random(7);
    BackupZip.extract(zip, base.resolve("good"), name -> true);
    int noticed = 0;
    for (int i = 0; i < 60; i++) {
      byte[] bad = good.clone();
      int at = 100 + random.nextInt(good.length - 2000);
      bad[at] = (byte) (bad[at] ^ (1 << random.nextInt(8)));
      Files.write(zip, bad);
      try {
        BackupZip.verify(zip);
        sameFiles(zip, base.resolve("same" + i));
      } catch (IOException e) {
        noticed++;
      }
    }
    assertThat(noticed).isGreaterThan(50);
    Files.write(zip, Arrays.copyOf(good, good.length / 2));
    assertThatThrownBy(() -> Restore.run(zip, folders, clock, Progress.NONE))
        .isInstanceOf(ProblemException.class);
    try (Database database = open()) {
      assertThat(names(database)).isEqualTo(1);
    }
  }

  @Test
  void contentThatDoesNotHoldIsNeverCalledABackup() throws Exception {
    Path zip = base.resolve("mine.zip");
    try (Database database = open()) {
      add(database, "A");
      execute("UPDATE customer SET city = 'Flipped'");
      Report report = backups(database).create(zip, Progress.NONE);
      assertThat(report.ok()).isFalse();
      assertThat(report.problems()).containsExactly(Finding.of("store.check.row", "customer", 1L));
      assertThat(
              new DataCheck(database, folders.recordings(), folders.files())
                  .run(Progress.NONE)
                  .problems())
          .isEqualTo(report.problems());
    }
    assertThat(zip).doesNotExist();
    assertThat(FolderFiles.below(base.resolve("data/backups"))).isEmpty();
  }

  @Test
  void oneAutomaticBackupADayAndTheLastTenAreKept() throws Exception {
    try (Database database = open()) {
      Backups backups = backups(database);
      assertThat(backups.automatic(Progress.NONE)).isEmpty();
      for (int day = 0; day < 12; day++) {
        add(database, "Day " + day);
        assertThat(backups.automatic(Progress.NONE)).isPresent();
        assertThat(backups.automatic(Progress.NONE)).isEmpty();
        clock.advance(Duration.ofDays(1));
      }
      assertThat(FolderFiles.below(folders.backups())).hasSize(10);
    }
  }

  @Test
  void segmentsOlderThanTheOldestBackupGoAndTheRestRebuilds() throws Exception {
    try (Database database = open()) {
      add(database, "A");
      assertThat(backups(database).automatic(Progress.NONE)).isPresent();
    }
    try (JournalFiles journal = new JournalFiles(folders.journal())) {
      journal.begin(3, 1);
    }
    try (Database database = open()) {
      add(database, "B");
      database.pruneJournal(1);
    }
    assertThat(FolderFiles.below(folders.journal())).hasSize(1);
    write(folders.root().resolve("ringbook.mv.db"), "dead".repeat(5000));
    try (Database database = open()) {
      assertThat(names(database)).isEqualTo(2);
      assertThat(database.opened().findings().getFirst().key())
          .isEqualTo("store.opened.rebuilt.backup");
    }
  }

  @Test
  void aCrashWhileRestoringIsFinishedAtTheNextStart() throws Exception {
    Path zip = base.resolve("mine.zip");
    try (Database database = open()) {
      add(database, "A");
      backups(database).create(zip, Progress.NONE);
      add(database, "B");
    }
    Path unpacked = folders.root().resolve("restoring");
    BackupZip.extract(zip, unpacked, name -> true);
    Files.move(unpacked.resolve(BackupZip.DATABASE), unpacked.resolve("ringbook.mv.db"));
    write(folders.root().resolve("restore.ready"), "crashed");
    Path aside = folders.root().resolve("replaced/crashed");
    Files.createDirectories(aside);
    Files.move(folders.root().resolve("ringbook.mv.db"), aside.resolve("ringbook.mv.db"));
    try (Database database = open()) {
      assertThat(names(database)).isEqualTo(1);
    }
    assertThat(aside.resolve("journal")).exists();
    assertThat(folders.root().resolve("restore.ready")).doesNotExist();
  }

  @Test
  void olderDataIsBackedUpThenMigrated() throws Exception {
    Files.createDirectories(folders.root());
    H2File old = new H2File(folders.database());
    try (Connection connection = old.administrator()) {
      old.migrate(connection, 2);
    }
    try (Database database = open()) {
      assertThat(database.opened().findings())
          .extracting(Finding::key)
          .containsExactly("store.opened.migrated");
      assertThat(database.opened().findings()).allMatch(Finding::good);
      assertThat(add(database, "A")).isEqualTo(1);
    }
    Path backup = FolderFiles.below(folders.backups()).getFirst();
    assertThat(BackupZip.manifest(backup).schema()).isEqualTo(2);
  }

  @Test
  void restoreIntoDataInUseIsRefused() throws Exception {
    Path zip = base.resolve("mine.zip");
    try (Database database = open()) {
      add(database, "A");
      backups(database).create(zip, Progress.NONE);
      assertThatThrownBy(() -> Restore.run(zip, folders, clock, Progress.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.key()).isEqualTo("store.problem.locked"));
      assertThat(add(database, "B")).isEqualTo(2);
    }
  }

  @OnBothDatabases
  void checkReadsRowsAndRecordings(TestDatabase test) throws Exception {
    Path recordings = test.folders().recordings();
    Path good = recordings.resolve("2026-03/good.wav");
    write(good, "good");
    test.database()
        .write(
            CHANGE,
            tx -> {
              tx.insert(TestRows.call(1, "2026-03/good.wav", sha(good)));
              tx.insert(TestRows.call(2, "2026-03/gone.wav", sha(good)));
              tx.insert(TestRows.call(3, "2026-03/other.wav", sha(good)));
            });
    write(recordings.resolve("2026-03/other.wav"), "changed");
    write(recordings.resolve("2026-03/nobody.wav"), "?");
    write(recordings.resolve("2026-03/running.wav.part"), "?");
    Report report =
        new DataCheck(test.database(), recordings, test.folders().files()).run(Progress.NONE);
    assertThat(report.recordings()).isEqualTo(3);
    assertThat(report.problems())
        .extracting(Finding::key)
        .containsExactly(
            "store.check.recording.missing",
            "store.check.recording.changed",
            "store.check.recording.unknown");
    assertThat(report.tables()).containsEntry("call_record", 3L);
  }

  @OnBothDatabases
  void checkBesideARunningWriterFindsNothing(TestDatabase test) throws Exception {
    Database database = test.database();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 150; i++) {
                long id = i + 1L;
                database.write(
                    CHANGE,
                    tx -> {
                      tx.insert(TestRows.customer(id, "Customer " + id));
                      tx.insert(TestRows.contact(id, id, "Contact"));
                    });
              }
            });
    writer.start();
    DataCheck check = new DataCheck(database, test.folders().recordings(), test.folders().files());
    do {
      assertThat(check.run(Progress.NONE).problems()).isEmpty();
    } while (writer.isAlive());
    writer.join();
  }

  private static String sha(Path file) throws IOException {
    return BackupZip.sha256(file);
  }

  /** A byte of the zip's own bookkeeping, a time of day for example, may go unnoticed. */
  private void sameFiles(Path zip, Path folder) throws IOException {
    Path good = base.resolve("good");
    BackupZip.extract(zip, folder, name -> true);
    for (Path file : FolderFiles.below(good)) {
      assertThat(folder.resolve(good.relativize(file).toString())).hasSameBinaryContentAs(file);
    }
  }

  private Backups backups(Database database) {
    return new Backups(database, folders, folders::recordings, clock);
  }

  private Database open() {
    return Database.open(
        Database.Options.embedded(folders, clock, () -> "Test", () -> false), Progress.NONE);
  }

  private static long add(Database database, String name) {
    return database.write(CHANGE, tx -> tx.insert(TestRows.customer(tx.nextId("customer"), name)));
  }

  private static long names(Database database) {
    return new DataCheck(database, Path.of("/nowhere"), Path.of("/nowhere"))
        .run(Progress.NONE)
        .tables()
        .getOrDefault("customer", 0L);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void execute(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:async:" + folders.database(), "SA", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
