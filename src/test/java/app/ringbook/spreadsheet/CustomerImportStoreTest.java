package app.ringbook.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.FillRule;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerImportStoreTest {
  @TempDir Path folder;

  private static final String HEADERS = "公司,联系人,手机,电话,城市,编号,备注\n";

  @OnBothDatabases
  void whatTheRehearsalSaysTheImportDoes(TestDatabase store) throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      bench.commit(
          bench.csv(HEADERS + "澄宇精密有限公司,李薇,13800138000,,,K1,\n蓝鳍生物,,,021-55551234,上海,,\n"),
          ImportOptions.DEFAULT);
      SheetRows rows =
          bench.csv(
              HEADERS
                  + "澄宇精密,李薇,138 0013 8000,,,,\n"
                  + "蓝鳍生物,王敏,13900139000,,,,\n"
                  + "新客户,,,010-66661234,北京,,\n"
                  + "新客户,张三,13700137000,,,,\n"
                  + ",,,,,,没有名字\n");
      Rehearsal rehearsal = bench.rehearse(rows, ImportOptions.DEFAULT);
      assertThat(rehearsal.outcomes())
          .containsExactly(
              Outcome.SAME, Outcome.UPDATED, Outcome.NEW, Outcome.DUPLICATE, Outcome.REFUSED);
      assertThat(rehearsal.read()).isEqualTo(5);
      assertThat(rehearsal.rows(Outcome.DUPLICATE).getFirst().twinRow()).isEqualTo(4);
      assertThat(store.count("customer")).isEqualTo(2);

      Rehearsal done = bench.commit(rows, ImportOptions.DEFAULT).rows();
      assertThat(done.outcomes()).isEqualTo(rehearsal.outcomes());
      assertThat(store.count("customer")).isEqualTo(3);
      assertThat(store.rows("SELECT name FROM contact ORDER BY name"))
          .extracting(r -> r.get("name"))
          .containsExactlyInAnyOrder("李薇", "王敏", "张三");
      assertThat(store.rows("SELECT id FROM timeline_entry WHERE kind = 'IMPORTED'")).hasSize(3);
    }
  }

  @OnBothDatabases
  void theSameFileTwiceAddsNothing(TestDatabase store) throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      SheetRows rows =
          bench.csv(
              HEADERS
                  + "澄宇精密,李薇,13800138000,021-55551234 转 12,上海,,\n"
                  + "澄宇精密有限公司,王敏,13900139000,,,,\n"
                  + ",张三,13700137000,,,,\n"
                  + "蓝鳍生物,,,ask,,K2,备注\n"
                  + "蓝鳍生物,,,021-55551234 转 13,,K3,\n");
      Rehearsal first = bench.commit(rows, ImportOptions.DEFAULT).rows();
      assertThat(ImportBench.counts(first)).isEqualTo(Map.of(Outcome.NEW, 4, Outcome.DUPLICATE, 1));
      List<String> before = bench.image();
      for (DuplicatePolicy policy :
          List.of(DuplicatePolicy.FILL, DuplicatePolicy.SKIP, DuplicatePolicy.OVERWRITE)) {
        Rehearsal again = bench.rehearse(rows, ImportOptions.DEFAULT.withPolicy(policy));
        assertThat(ImportBench.counts(again)).as(policy.word()).isEqualTo(Map.of(Outcome.SAME, 5));
      }
      long id = bench.commit(rows, ImportOptions.DEFAULT).importId();
      assertThat(bench.image())
          .filteredOn(row -> !row.startsWith("import_run"))
          .isEqualTo(before.stream().filter(row -> !row.startsWith("import_run")).toList());
      assertThat(bench.imports.runs().byId(id).rowsSame()).isEqualTo(5);
    }
  }

  @OnBothDatabases
  void thePolicyDecidesWhatAStoredCustomerGets(TestDatabase store) throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      bench.commit(bench.csv(HEADERS + "澄宇精密,,,,上海,,\n"), ImportOptions.DEFAULT);
      SheetRows rows = bench.csv(HEADERS + "澄宇精密,,,,北京,,新备注\n");
      assertThat(outcome(bench, rows, DuplicatePolicy.SKIP)).isEqualTo(Outcome.DUPLICATE);
      assertThat(outcome(bench, rows, DuplicatePolicy.NEW)).isEqualTo(Outcome.NEW);
      bench.commit(rows, ImportOptions.DEFAULT);
      assertThat(store.rows("SELECT city, note FROM customer"))
          .containsExactly(Map.of("city", "上海", "note", text(store, "新备注")));
      bench.commit(rows, ImportOptions.DEFAULT.withPolicy(DuplicatePolicy.OVERWRITE));
      assertThat(store.rows("SELECT city FROM customer")).containsExactly(Map.of("city", "北京"));
    }
  }

  private static Outcome outcome(ImportBench bench, SheetRows rows, DuplicatePolicy policy) {
    return bench.rehearse(rows, ImportOptions.DEFAULT.withPolicy(policy)).outcomes().getFirst();
  }

  /** H2 hands large texts out as objects of its own. */
  private static Object text(TestDatabase store, String text) {
    Object stored = store.rows("SELECT note FROM customer").getFirst().get("note");
    assertThat(String.valueOf(stored)).contains(text);
    return stored == null ? "" : stored;
  }

  @OnBothDatabases
  @Tag("S0-03")
  void repeatedPhonesAreDuplicatesAndRowsWithoutContactAreRefused(TestDatabase store)
      throws IOException {
    StringBuilder text = new StringBuilder("公司,手机\n");
    for (int i = 0; i < 92; i++) {
      text.append("公司").append(i).append(",138%08d\n".formatted(i * 7));
    }
    text.append(
        """
        另一家,+86-138-0000-0007
        换个名,138 0000 0014
        ,13800000021
        重复,8613800000028
        再次,(138)00000035
        ,
         ,-
        ,无
        ,n/a
        """);
    try (ImportBench bench = new ImportBench(store, folder)) {
      Rehearsal rehearsal = bench.rehearse(bench.csv(text.toString()), ImportOptions.DEFAULT);
      assertThat(ImportBench.counts(rehearsal))
          .isEqualTo(Map.of(Outcome.NEW, 92, Outcome.DUPLICATE, 5, Outcome.REFUSED, 3));
      assertThat(rehearsal.read()).isEqualTo(100);
      assertThat(rehearsal.rows(Outcome.DUPLICATE))
          .extracting(RowResult::twinRow)
          .containsExactly(3, 4, 5, 6, 7);
    }
  }

  @OnBothDatabases
  void customersOfAnotherSystemAreToldApartByTheirKeys(TestDatabase store) throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      SheetRows rows =
          bench.csv(HEADERS + "甲公司,,,021-55551234,,K1,\n乙公司,,,021-55551234,,K2,\n甲公司,,,,,K3,\n");
      Rehearsal done = bench.commit(rows, ImportOptions.DEFAULT).rows();
      assertThat(ImportBench.counts(done)).isEqualTo(Map.of(Outcome.NEW, 3));
      SheetRows renamed = bench.csv(HEADERS + "甲公司（新名）,,,,,K1,\n");
      assertThat(bench.rehearse(renamed, ImportOptions.DEFAULT).outcomes())
          .containsExactly(Outcome.SAME);
    }
  }

  @OnBothDatabases
  void branchesOfOneNameInDifferentTownsAreDifferentCustomers(TestDatabase store)
      throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      SheetRows rows = bench.csv(HEADERS + "新华书店,,,021-55551234,上海,,\n新华书店,,,010-66661234,北京,,\n");
      assertThat(ImportBench.counts(bench.commit(rows, ImportOptions.DEFAULT).rows()))
          .isEqualTo(Map.of(Outcome.NEW, 2));
      assertThat(ImportBench.counts(bench.rehearse(rows, ImportOptions.DEFAULT)))
          .isEqualTo(Map.of(Outcome.SAME, 2));
    }
  }

  @OnBothDatabases
  void aStoppedImportGoesOnBehindItsMarkAndEndsEqual(TestDatabase store) throws IOException {
    StringBuilder text = new StringBuilder("公司,手机,联系人\n");
    for (int i = 0; i < 2 * ImportLine.BLOCK + 10; i++) {
      text.append("客户").append(i % 4_000).append(",138%08d,人%d\n".formatted(i % 4_000, i));
    }
    try (ImportBench bench = new ImportBench(store, folder)) {
      SheetRows rows = bench.csv(text.toString());
      Rehearsal expected = bench.rehearse(rows, ImportOptions.DEFAULT);
      ImportLine.Done stopped =
          bench.imports.commit(rows, bench.match(rows), ImportOptions.DEFAULT, new StopAfterOne());
      assertThat(stopped.finished()).isFalse();
      assertThat(store.count("customer")).isEqualTo(ImportLine.BLOCK);
      ImportLine.Done ended = bench.commit(rows, ImportOptions.DEFAULT);
      assertThat(ended.finished()).isTrue();
      assertThat(ended.resumed()).isTrue();
      assertThat(ended.importId()).isEqualTo(stopped.importId());
      assertThat(ImportBench.counts(ended.rows())).isEqualTo(ImportBench.counts(expected));
      assertThat(store.count("customer")).isEqualTo(4_000);
      assertThat(store.count("contact")).isEqualTo(4_010);
      assertThat(bench.backups).isEqualTo(1);
    }
  }

  @OnBothDatabases
  void anImportThatGoesOnKnowsWhatItMadeFromWhatWasThereBefore(TestDatabase store)
      throws IOException {
    StringBuilder text = new StringBuilder(HEADERS + "老客户,,,,,,\n新客户,,,,,,\n");
    for (int i = 2; i < ImportLine.BLOCK; i++) {
      text.append("客户").append(i).append(",,,,,,\n");
    }
    text.append("老客户,,,,上海,,\n新客户,,,,北京,,\n");
    try (ImportBench bench = new ImportBench(store, folder)) {
      bench.commit(bench.csv(HEADERS + "老客户,,,,,,\n"), ImportOptions.DEFAULT);
      store.clock().advance(Duration.ofMinutes(1));
      ImportOptions never = ImportOptions.DEFAULT.withFill("city", FillRule.NEVER);
      SheetRows rows = bench.csv(text.toString());
      bench.imports.commit(rows, bench.match(rows), never, new StopAfterOne());
      assertThat(bench.commit(rows, never).resumed()).isTrue();
      assertThat(store.rows("SELECT name, city FROM customer WHERE name LIKE '%客户' ORDER BY id"))
          .extracting(r -> r.get("name") + " " + r.get("city"))
          .containsExactly("老客户 null", "新客户 北京");
    }
  }

  @Test
  void anImportAsksWhetherSomethingIsInAHurryAsItReadsEachRowAndAsItPlansIt() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Progress counting =
        new Progress() {
          @Override
          public void at(long done, long total) {}

          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public void giveWay() {
            asked.incrementAndGet();
          }
        };
    try (TestDatabase store = TestDatabase.embedded();
        ImportBench bench = new ImportBench(store, folder)) {
      SheetRows rows = bench.csv(HEADERS + "甲公司,,,,,,\n乙公司,,,,,,\n丙公司,,,,,,\n");
      bench.imports.commit(rows, bench.match(rows), ImportOptions.DEFAULT, counting);
      assertThat(asked).hasValueGreaterThanOrEqualTo(6);
    }
  }

  /** Stops once a block is stored. */
  private static final class StopAfterOne implements Progress {
    private boolean stop;

    @Override
    public void at(long done, long total) {
      stop = done > 0;
    }

    @Override
    public boolean cancelled() {
      return stop;
    }
  }
}
