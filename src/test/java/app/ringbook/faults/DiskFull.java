package app.ringbook.faults;

import app.ringbook.customer.Customer;
import app.ringbook.customer.Customers;
import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.ImportLine;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.ColumnMatcher;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.write.SheetColumn;
import app.ringbook.spreadsheet.write.SheetTable;
import app.ringbook.spreadsheet.write.WholeFile;
import app.ringbook.spreadsheet.write.XlsxWriter;
import app.ringbook.store.Backups;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.StoreInspector;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingInProgress;
import app.ringbook.telephony.recorder.vault.Sealing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code diskfull}: another program takes the last room of the disk in the middle of work and gives
 * it back later. Each kind of work says so in words, nothing acknowledged is lost, the customers
 * can be read meanwhile, and the same open program goes on once there is room. Counts nothing where
 * no small disk can be made: the figure {@code disks} is 0 then.
 */
final class DiskFull {
  private static final Set<String> IN_WORDS =
      Set.of(
          "store.problem.full",
          "store.problem.disk",
          "store.problem.broken",
          "store.problem.backup",
          "spreadsheet.problem.diskFull");
  private static final int ROWS = 6_000;
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private final Random random;
  private final boolean cheat;

  /**
   * @param cheat half of what is said to be saved is not saved at all: must be noticed
   */
  DiskFull(long seed, boolean cheat) {
    this.random = new Random(seed);
    this.cheat = cheat;
  }

  /** What the disk fills up under. */
  private enum Point {
    SAVE,
    JOURNAL,
    IMPORT,
    RECORD,
    BACKUP,
    EXPORT
  }

  Figures run(int rounds) throws Exception {
    Figures figures = new Figures();
    figures.add("disks", 0);
    for (int i = 0; i < rounds; i++) {
      for (Point point : Point.values()) {
        Optional<SmallDisk> disk = SmallDisk.make();
        if (disk.isEmpty()) {
          return figures;
        }
        try (SmallDisk small = disk.get()) {
          figures.add("disks", 1);
          new House(small, figures).play(point);
        }
      }
    }
    return figures;
  }

  private static Database open(AppFolders folders) {
    return Database.open(
        Database.Options.embedded(folders, AppClock.system(), () -> "Rep", () -> false),
        Progress.NONE);
  }

  /** One open program on one small disk. */
  private final class House {
    private final SmallDisk disk;
    private final Figures figures;
    private final AppFolders folders;
    private final Set<Long> acknowledged = new HashSet<>();
    private Database database;
    private Customers customers;

    House(SmallDisk disk, Figures figures) {
      this.disk = disk;
      this.figures = figures;
      this.folders = new AppFolders(disk.root().resolve("data"));
      this.database = open(folders);
      this.customers = new Customers(database, SheetImportWriter.NUMBERS, AppClock.system());
    }

    void play(Point point) throws Exception {
      try (Database running = database) {
        long before = running.lastSequence();
        save(20);
        Thread other = other(random.nextLong(LONGEST_NANOS), random.nextInt(3) * 4096L);
        String came = said(point);
        other.join();
        String full = came.equals("done") ? said(point) : came;
        if (!IN_WORDS.contains(full)) {
          figures.breach(point + " on a full disk: " + full);
        }
        figures.add(full, 1);
        figures.add(readable() ? "readable" : "unreadable", 1);
        disk.free();
        String again = said(point);
        if (!again.equals("done")) {
          figures.breach(point + " with room again: " + again);
        }
        save(20);
        figures.add("acknowledged", acknowledged.size());
        figures.add("changes", running.lastSequence() - before);
      }
      StoreInspector inspector = StoreInspector.read(folders.root());
      inspector.faults().forEach(figures::breach);
      database = open(folders);
      try (Database again = database) {
        customers = new Customers(again, SheetImportWriter.NUMBERS, AppClock.system());
        acknowledged.stream()
            .filter(id -> customers.byId(id).isEmpty())
            .forEach(id -> figures.breach(point + ": lost customer " + id));
        figures.add("unclean", again.opened().unclean() ? 1 : 0);
      }
    }

    /** Whether customers can be read meanwhile; the pool throws dead connections away. */
    private boolean readable() {
      for (int i = 0; i < 3; i++) {
        try {
          return customers.count() >= acknowledged.size();
        } catch (ProblemException e) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(600));
        }
      }
      return false;
    }

    private Thread other(long nanos, long left) throws InterruptedException {
      CountDownLatch begun = new CountDownLatch(1);
      Thread other =
          new Thread(
              () -> {
                begun.countDown();
                LockSupport.parkNanos(nanos);
                disk.fill(left);
              });
      other.start();
      begun.await();
      return other;
    }

    /** {@code done}, or the key of what a person reads. */
    private String said(Point point) {
      try {
        return switch (point) {
          case SAVE -> save(300);
          case JOURNAL -> journal();
          case IMPORT -> sheet();
          case RECORD -> sound();
          case BACKUP -> backup();
          case EXPORT -> export();
        };
      } catch (ProblemException e) {
        return List.of(Texts.ENGLISH, Texts.CHINESE).stream()
                .anyMatch(t -> e.sentence(t).contains(e.key()))
            ? "no sentence for " + e.key()
            : e.key();
      } catch (Exception e) {
        return e.toString();
      }
    }

    private String save(int count) {
      for (int i = 0; i < count; i++) {
        Customer facts = Customer.named("Firm " + random.nextInt()).note("n".repeat(400)).build();
        NewCustomer fresh = new NewCustomer(facts, List.of(), List.of());
        acknowledged.add(
            cheat && i % 2 == 1 ? -random.nextLong(1, 99) : customers.create(fresh).value());
      }
      return "done";
    }

    /** One change with a long entry. */
    private String journal() {
      List<NewCustomer> many = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        Customer facts = Customer.named("Many " + i).note("x".repeat(1_500)).build();
        many.add(new NewCustomer(facts, List.of(), List.of()));
      }
      acknowledged.addAll(
          database
              .inTransaction(
                  Change.of("customer.change.created", "many"),
                  tx -> customers.createAllIn(tx, many))
              .value());
      return "done";
    }

    private String sheet() throws IOException {
      Path file = disk.root().resolveSibling(disk.root().getFileName() + ".csv");
      StringBuilder text = new StringBuilder("公司,联系人,手机,编号\n");
      for (int i = 0; i < ROWS; i++) {
        text.append("客户%d,人%d,138%08d,K%d%n".formatted(i, i, i, i));
      }
      Files.writeString(file, text);
      ImportLine imports = SheetImportWriter.imports(database, SheetImportWriter.NUMBERS);
      SheetFile sheet = SheetFile.openTrusted(file);
      try (SheetRows rows = sheet.load(sheet.sheet(null), Progress.NONE)) {
        ColumnMatch match =
            new ColumnMatcher(SheetImportWriter.NUMBERS, CustomerFields.ALL).match(rows);
        imports.commit(rows, match, ImportOptions.DEFAULT, Progress.NONE);
      } finally {
        Files.deleteIfExists(file);
      }
      long there = customers.count() - acknowledged.size();
      return there == ROWS ? "done" : there + " customers of the sheet";
    }

    /** A call whose recording ends early still has its row; the sound until then plays. */
    private String sound() throws IOException {
      byte[] second = new byte[Codec.SAMPLE_RATE];
      Arrays.fill(second, (byte) 0x55);
      try (CallRecorder recorder =
          new CallRecorder(
              folders::recordings,
              AppClock.system(),
              new CallRecorder.Care(Sealing.NONE, () -> 1))) {
        RecordingInProgress call = recorder.start("k" + random.nextInt(), Codec.ALAW, 1);
        for (int i = 0; i < 60; i++) {
          call.append(
              new AudioBlock((long) i * second.length, Codec.ALAW, 1, second.length, second));
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(8));
        }
        Recording.Stop stopped = call.finish().map(Recording::stopped).orElse(null);
        save(1);
        return stopped == null ? "done" : stopped.textKey();
      }
    }

    private String backup() {
      Path zip = folders.root().resolve("own.zip");
      new Backups(database, folders, folders::recordings, AppClock.system())
          .create(zip, Progress.NONE);
      return Files.exists(zip) ? "done" : "no file";
    }

    private String export() throws IOException {
      Path file = disk.root().resolve("list.xlsx");
      SheetTable table =
          new SheetTable(
              "list",
              List.of(new SheetColumn("text", SheetColumn.Shape.TEXT)),
              sink -> {
                for (int i = 0; i < 100_000; i++) {
                  sink.row(List.of(Long.toString(random.nextLong(), 36)));
                }
              });
      WholeFile.write(file, out -> new XlsxWriter().write(table, out));
      long rows;
      SheetFile sheet = SheetFile.openTrusted(file);
      try (SheetRows read = sheet.load(sheet.sheet(null), Progress.NONE)) {
        rows = read.size();
      }
      return rows == 100_001 || rows == 100_000 ? "done" : rows + " rows";
    }
  }
}
