package app.ringbook.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.Customers;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.sample.Generator;
import app.ringbook.store.Database;
import app.ringbook.testkit.FakeClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionStoreTest {
  private static final long ANY = 64 << 10;
  private static final int CUSTOMERS = 4_000;

  @TempDir Path folder;
  private H2File file = new H2File(Path.of("none"));

  /** A file that is closed is already tidied a little: this one is taken while it is open. */
  @BeforeEach
  void wastefulFile(@TempDir Path written) throws Exception {
    file = new H2File(new AppFolders(folder).database());
    try (Database database = open(written)) {
      Customers customers =
          new Customers(
              database,
              new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", "")),
              new FakeClock());
      Generator generator = new Generator(database, customers, new FakeClock());
      for (int i = 0; i < CUSTOMERS / 100; i++) {
        generator.generate(100, i, Progress.NONE);
      }
      Files.copy(new H2File(new AppFolders(written).database()).file(), file.file());
    }
  }

  @Test
  void wastefulFileGetsSmallAndKeepsEveryRow() throws Exception {
    long before = Files.size(file.file());
    long given = new Compaction(file, ANY).run(Progress.NONE);
    assertThat(given).isGreaterThan(before / 2);
    assertThat(Files.size(file.file())).isEqualTo(before - given);
    assertThat(customers()).isEqualTo(CUSTOMERS);
    assertThat(new Compaction(file, ANY).run(Progress.NONE)).isZero();
  }

  @Test
  void smallFilesStayAsTheyAre() throws Exception {
    long before = Files.size(file.file());
    assertThat(new Compaction(file).run(Progress.NONE)).isZero();
    assertThat(Files.size(file.file())).isEqualTo(before);
  }

  @Test
  void whatAKilledAttemptLeftIsThrownAway() throws Exception {
    Path left = folder.resolve("compacted.mv.db");
    Files.writeString(left, "half a file");
    assertThat(new Compaction(file, ANY).run(Progress.NONE)).isPositive();
    assertThat(left).doesNotExist();
    assertThat(customers()).isEqualTo(CUSTOMERS);
  }

  @Test
  void oldFileStaysIfTheCopyDoesNotHold() throws Exception {
    try (Connection connection = file.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE customer SET row_crc = row_crc + 1 WHERE id = 7");
      statement.execute("SHUTDOWN IMMEDIATELY");
    }
    long before = Files.size(file.file());
    assertThat(new Compaction(file, ANY).run(Progress.NONE)).isZero();
    assertThat(Files.size(file.file())).isEqualTo(before);
    assertThat(folder.resolve("compacted.mv.db")).doesNotExist();
  }

  @Test
  void oldFileStaysIfNobodyWantsToWait() throws Exception {
    long before = Files.size(file.file());
    Progress impatient =
        new Progress() {
          @Override
          public void at(long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThat(new Compaction(file, ANY).run(impatient)).isZero();
    assertThat(Files.size(file.file())).isEqualTo(before);
    assertThat(folder.resolve("compacted.mv.db")).doesNotExist();
  }

  private long customers() {
    try (Database database = open(folder)) {
      return new Customers(
              database,
              new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", "")),
              new FakeClock())
          .count();
    }
  }

  private static Database open(Path data) {
    return Database.open(
        Database.Options.embedded(new AppFolders(data), new FakeClock(), () -> "Test", () -> false),
        Progress.NONE);
  }
}
