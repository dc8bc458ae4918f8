package app.ringbook.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.FillRule;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.match.CustomerFields;
import app.ringbook.spreadsheet.match.RowRules;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person decides about columns and values holds in the rehearsal and in the import. */
class ImportDecisionsStoreTest {
  private static final String HEADERS = "公司,联系人,手机,城市,地址,来源,等级\n";
  @TempDir private Path folder;

  @OnBothDatabases
  @Tag("S0-18")
  void aColumnOverwritesFillsOrNeverTouchesWhateverThePolicy(TestDatabase store)
      throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      bench.commit(bench.csv(HEADERS + "澄宇精密,,,上海,旧路1号,,\n"), ImportOptions.DEFAULT);
      ImportOptions options =
          ImportOptions.DEFAULT.withFills(
              Map.of(
                  "city", FillRule.OVERWRITE,
                  "address", FillRule.EMPTY,
                  "source", FillRule.NEVER,
                  "mobile", FillRule.NEVER));
      SheetRows rows =
          bench.csv(HEADERS + "澄宇精密,,13800138000,北京,新路2号,展会,A\n蓝鳍生物,,13900139000,广州,,展会,B\n");
      assertThat(bench.rehearse(rows, options).outcomes())
          .containsExactly(Outcome.UPDATED, Outcome.NEW);
      bench.commit(rows, options.withPolicy(DuplicatePolicy.OVERWRITE));
      assertThat(store.rows("SELECT name, city, address, source, tier FROM customer ORDER BY id"))
          .extracting(r -> r.get("city") + " " + r.get("source") + " " + r.get("tier"))
          .containsExactly("北京 null A", "广州 展会 B");
      assertThat(store.rows("SELECT address FROM customer WHERE city = '北京'"))
          .containsExactly(Map.of("address", "旧路1号"));
      assertThat(store.count("phone")).isEqualTo(1);
    }
  }

  @OnBothDatabases
  void aRowThatOnlyFillsWhatIsNeverTouchedChangesNothing(TestDatabase store) throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      bench.commit(bench.csv(HEADERS + "澄宇精密,,,,,,\n"), ImportOptions.DEFAULT);
      SheetRows rows = bench.csv(HEADERS + "澄宇精密,李薇,,上海,,,\n");
      ImportOptions never =
          ImportOptions.DEFAULT.withFills(
              Map.of("city", FillRule.NEVER, "contact", FillRule.NEVER));
      assertThat(bench.rehearse(rows, never).outcomes()).containsExactly(Outcome.SAME);
      bench.commit(rows, never);
      assertThat(store.count("contact")).isZero();
    }
  }

  @Test
  @Tag("S3-09")
  void valuesAreTakenForWhatAPersonSaysTheyMean() throws IOException {
    try (TestDatabase store = TestDatabase.embedded();
        ImportBench bench = new ImportBench(store, folder)) {
      RowRules rules =
          RowRules.DEFAULT
              .withValues(CustomerFields.field("tier"), Map.of("重点", "A", "无", ""))
              .withValues(CustomerFields.field("source"), Map.of("广交会", "展会"));
      bench.commit(
          bench.csv(HEADERS + "甲公司,,,,,广交会,重点\n乙公司,,,,,官网,无\n"),
          ImportOptions.DEFAULT.withRules(rules));
      assertThat(store.rows("SELECT source, tier, note FROM customer ORDER BY id"))
          .extracting(r -> r.get("source") + " " + r.get("tier") + " " + r.get("note"))
          .containsExactly("展会 A null", "官网 null null");
    }
  }

  @Test
  @Tag("S0-18")
  void theImportDoesRowByRowWhatTheRehearsalSaid() throws IOException {
    StringBuilder text = new StringBuilder(HEADERS);
    for (int i = 0; i < ImportLine.BLOCK + 500; i++) {
      int who = i % 7 == 0 ? i / 2 : i;
      boolean nameless = i % 11 == 0;
      text.append(nameless ? "" : "客户" + who)
          .append(nameless && i % 2 == 0 ? ",,," : ",人" + i + ",138%08d,".formatted(who))
          .append(i % 3 == 0 ? "上海" : "北京")
          .append(",,展会,")
          .append(i % 5 == 0 ? "A+" : "B")
          .append('\n');
    }
    try (TestDatabase store = TestDatabase.embedded();
        ImportBench bench = new ImportBench(store, folder)) {
      bench.commit(
          bench.csv(HEADERS + "客户5,,13800000005,,,,\n客户8,人8,13800000008,北京,,展会,B\n客户9,,,,,,\n"),
          ImportOptions.DEFAULT);
      SheetRows rows = bench.csv(text.toString());
      for (ImportOptions options :
          List.of(
              ImportOptions.DEFAULT.withPolicy(DuplicatePolicy.SKIP),
              ImportOptions.DEFAULT.withFill("city", FillRule.NEVER),
              ImportOptions.DEFAULT.withPolicy(DuplicatePolicy.OVERWRITE))) {
        Rehearsal said = bench.rehearse(rows, options);
        ImportLine.Done done = bench.commit(rows, options);
        assertThat(done.rows().outcomes()).isEqualTo(said.outcomes());
        for (Outcome outcome : Outcome.values()) {
          assertThat(done.rows().rows(outcome)).as(outcome.name()).isEqualTo(said.rows(outcome));
        }
        assertThat(done.rows().problems()).isEqualTo(said.problems());
        assertThat(said.read()).isEqualTo(ImportLine.BLOCK + 500);
        bench.imports.undo(done.importId());
      }
    }
  }
}
