package app.ringbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.AppFolders;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.ProbeMapper.Probe;
import app.ringbook.store.file.DataFolder;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseRulesStoreTest {
  private static final Change CHANGE = Change.of("customer.change.edited", "A");
  private static final Instant NEXT = Instant.parse("2026-05-01T08:30:00.123Z");
  @TempDir Path folder;

  @OnBothDatabases
  void mappersReadRecordsWithMoments(TestDatabase test) {
    Database database = test.database();
    database.write(
        CHANGE,
        tx -> {
          tx.insert(TestRows.customer(1, "A"));
          tx.insert(TestRows.customer(2, "B"));
          tx.update(Row.of("customer", 2, 1).set("next_contact_at", NEXT.plusNanos(999)).build());
          assertThat(tx.mapper(ProbeMapper.class).customers(NEXT)).hasSize(2);
        });
    List<Probe> read = database.read(ProbeMapper.class, m -> m.customers(NEXT));
    assertThat(read)
        .containsExactly(
            new Probe(1, "A", false, null, null), new Probe(2, "B", false, NEXT, null));
    String vendor = database.read(ProbeMapper.class, ProbeMapper::vendor);
    assertThat(vendor).isEqualTo(test.toString().equals("H2") ? "h2" : "postgresql");
  }

  @OnBothDatabases
  void readersMayNotWrite(TestDatabase test) {
    test.database().write(CHANGE, tx -> tx.insert(TestRows.customer(1, "A")));
    assertThatThrownBy(() -> test.database().read(ProbeMapper.class, ProbeMapper::vandalise))
        .isInstanceOf(RuntimeException.class);
    assertThat(test.rows("SELECT name FROM customer")).containsExactly(Map.of("name", "A"));
  }

  @OnBothDatabases
  void textsAreKeptAsFarAsADatabaseCanHoldThem(TestDatabase test) {
    String odd = "a\u0000b\uD800c\u202E\t'; DROP TABLE customer; -- 𠮷\uFFFF";
    test.database().write(CHANGE, tx -> tx.insert(TestRows.customer(1, odd)));
    assertThat(test.rows("SELECT name FROM customer"))
        .containsExactly(Map.of("name", "ab\uFFFDc\u202E\t'; DROP TABLE customer; -- 𠮷\uFFFF"));
    assertThat(
            new DataCheck(test.database(), folder, test.folders().files())
                .run(Progress.NONE)
                .problems())
        .isEmpty();
    assertThatThrownBy(
            () ->
                test.database()
                    .write(CHANGE, tx -> tx.insert(TestRows.customer(2, "x".repeat(501)))))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.key()).isEqualTo("store.problem.toolong"));
  }

  @OnBothDatabases
  void aWorkThatThrowsLeavesNothing(TestDatabase test) {
    IllegalArgumentException mine = new IllegalArgumentException("mine");
    assertThatThrownBy(
            () ->
                test.database()
                    .write(
                        CHANGE,
                        tx -> {
                          tx.insert(TestRows.customer(tx.nextId("customer"), "A"));
                          throw mine;
                        }))
        .isSameAs(mine);
    assertThat(test.count("customer")).isZero();
    assertThat(test.count("journal_entry")).isZero();
    assertThat(test.database().write(CHANGE, tx -> {})).isZero();
  }

  @OnBothDatabases
  void aTransactionIsDeadAfterItsWork(TestDatabase test) {
    AtomicReference<Transaction> kept = new AtomicReference<>();
    test.database().write(CHANGE, kept::set);
    assertThatThrownBy(() -> Objects.requireNonNull(kept.get()).nextId("customer"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> test.database().write(CHANGE, tx -> test.database().write(CHANGE, t -> {})))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> test.database().write(CHANGE, tx -> tx.update(Row.of("customer", 9, 1).build())))
        .isInstanceOf(StaleRowException.class);
    assertThatThrownBy(
            () ->
                test.database()
                    .write(
                        CHANGE, tx -> tx.insert(Row.of("customer", 1, 0).set("nam", "").build())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void callsOnTheWindowsThreadThrow() {
    AtomicBoolean onWindow = new AtomicBoolean();
    Database.Options options =
        Database.Options.embedded(
            new AppFolders(folder), new FakeClock(), () -> "Test", onWindow::get);
    try (Database database = Database.open(options, Progress.NONE)) {
      onWindow.set(true);
      assertThatThrownBy(() -> database.write(CHANGE, tx -> {}))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> database.read(ProbeMapper.class, ProbeMapper::vendor))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> database.undo(1)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aLongChangeGivesWayBetweenItsSlicesAndAShortOneNever() {
    AtomicInteger slices = new AtomicInteger();
    Database.Options options =
        Database.Options.embedded(
                new AppFolders(folder), new FakeClock(), () -> "Test", () -> false)
            .givingWay(slices::incrementAndGet);
    try (Database database = Database.open(options, Progress.NONE)) {
      database.write(CHANGE, tx -> tx.insert(TestRows.customer(1, "A")));
      assertThat(slices).hasValue(0);
      database.write(
          CHANGE,
          tx ->
              tx.insertAll(
                  LongStream.rangeClosed(2, 500)
                      .mapToObj(id -> TestRows.customer(id, "Customer " + id))
                      .toList()));
      assertThat(slices).hasValue(5);
    }
  }

  @Test
  void interruptedCallerGetsItsAnswerAndKeepsItsInterrupt() {
    try (TestDatabase test = TestDatabase.embedded()) {
      Thread.currentThread().interrupt();
      long sequence = test.database().write(CHANGE, tx -> tx.insert(TestRows.customer(1, "A")));
      String vendor = test.database().read(ProbeMapper.class, ProbeMapper::vendor);
      assertThat(vendor).isEqualTo("h2");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(sequence).isEqualTo(1);
    }
  }

  @Test
  void onlyTeamAddressesAreAccepted() {
    for (String url :
        new String[] {"jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'x'", "jdbc:postgresql:x", "file:x"}) {
      Database.Options options =
          Database.Options.team(url, new FakeClock(), () -> "Test", () -> false);
      assertThatThrownBy(() -> Database.open(options, Progress.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.key()).isEqualTo("store.problem.url"));
    }
  }

  @Test
  void fullDiskIsSaidBeforeTheDatabaseMeetsIt() {
    assertThatThrownBy(() -> DataFolder.mustHaveRoom(folder, Long.MAX_VALUE / 2))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.key()).isEqualTo("store.problem.full"));
  }
}
