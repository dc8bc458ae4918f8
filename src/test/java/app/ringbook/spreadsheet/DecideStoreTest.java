package app.ringbook.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.ringbook.customer.NewCustomer;
import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.Decision;
import app.ringbook.spreadsheet.kind.Decisions;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
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
import org.junit.jupiter.api.io.TempDir;

/** Rows that may be stored customers wait for a person's word, one by one or all alike. */
class DecideStoreTest {
  private static final ImportOptions ASK = ImportOptions.DEFAULT.withPolicy(DuplicatePolicy.ASK);
  private static final String HEADERS = "Company,Mobile,City\n";
  private static final String STORED =
      HEADERS + "Harmere Marine,13800138000,Leeds\nTidebridge Batteries,,\nElmwell Polymers,,\n";
  private static final String ROWS =
      HEADERS
          + "Harmere Boats,13800138000,York\n"
          + "Tidebridge Bateries,,York\n"
          + "Elmwell Polymers Ltd,,York\n"
          + "Elmwell Polymers,,\n"
          + "Northwell Valve,,\n";

  @TempDir private Path folder;

  @OnBothDatabases
  void whatNobodyDecidedIsLeftOutAndNamesItsTwin(TestDatabase store) throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      bench.commit(bench.csv(STORED), ImportOptions.DEFAULT);
      SheetRows rows = bench.csv(ROWS);

      Rehearsal rehearsal = bench.rehearse(rows, ASK);

      assertThat(rehearsal.outcomes())
          .containsExactly(
              Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.DUPLICATE, Outcome.SAME, Outcome.NEW);
      assertThat(rehearsal.rows(Outcome.DUPLICATE))
          .extracting(RowResult::twin, RowResult::twinId, RowResult::why)
          .containsExactly(
              tuple("Harmere Marine", 1L, RowResult.Why.PHONE),
              tuple("Tidebridge Batteries", 2L, RowResult.Why.SIMILAR),
              tuple("Elmwell Polymers", 3L, RowResult.Why.NAME));
    }
  }

  @OnBothDatabases
  void everyRowBecomesWhatWasDecidedAndTheReasonIsKept(TestDatabase store) throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      bench.commit(bench.csv(STORED), ImportOptions.DEFAULT);
      SheetRows rows = bench.csv(ROWS);
      ImportOptions decided =
          ASK.withDecisions(
              new Decisions(
                      Map.of(2, Decision.another("their sister company"), 4, Decision.SKIPPED),
                      Map.of())
                  .with(RowResult.Why.SIMILAR, Decision.UPDATED));

      List<Outcome> tried = bench.rehearse(rows, decided).outcomes();
      ImportLine.Done done = bench.commit(rows, decided);

      assertThat(done.rows().outcomes())
          .isEqualTo(tried)
          .containsExactly(
              Outcome.NEW, Outcome.UPDATED, Outcome.DUPLICATE, Outcome.SAME, Outcome.NEW);
      assertThat(store.rows("SELECT city FROM customer WHERE id = 2"))
          .containsExactly(Map.of("city", "York"));
      assertThat(store.rows("SELECT customer_id, other_id, reason FROM different_customer"))
          .extracting(r -> r.get("customer_id") + " " + r.get("other_id") + " " + r.get("reason"))
          .containsExactly("1 4 their sister company");
      bench.imports.undo(done.importId());
      assertThat(store.rows("SELECT city FROM customer ORDER BY id"))
          .extracting(r -> r.get("city"))
          .containsExactly("Leeds", null, null);
      assertThat(store.count("different_customer")).isZero();
    }
  }

  @OnBothDatabases
  void anAlikeNameThatSomebodyStoresInBetweenIsAskedAbout(TestDatabase store) throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      StringBuilder many = new StringBuilder(HEADERS);
      for (int i = 0; i < ImportLine.BLOCK; i++) {
        many.append("K").append(i).append(",,\n");
      }
      SheetRows rows = bench.csv(many + "Tidebridge Bateries,,\n");
      boolean[] stored = new boolean[1];

      ImportLine.Done done =
          bench.imports.commit(
              rows,
              bench.match(rows),
              ASK,
              new Progress() {
                @Override
                public void at(long at, long total) {
                  if (!stored[0]) {
                    stored[0] = true;
                    bench.customers.create(NewCustomer.of("Tidebridge Batteries", List.of()));
                  }
                }

                @Override
                public boolean cancelled() {
                  return false;
                }
              });

      assertThat(done.rows().count(Outcome.DUPLICATE)).isEqualTo(1);
    }
  }

  @OnBothDatabases
  void aStoppedImportGoesOnByTheSameDecisions(TestDatabase store) throws IOException {
    try (ImportBench bench = new ImportBench(store, folder)) {
      bench.commit(bench.csv(STORED), ImportOptions.DEFAULT);
      store.clock().advance(Duration.ofMinutes(1));
      StringBuilder many = new StringBuilder(ROWS);
      for (int i = 0; i < ImportLine.BLOCK; i++) {
        many.append("K").append(i).append(",,\n");
      }
      SheetRows rows = bench.csv(many + ROWS.substring(HEADERS.length()));
      ImportOptions decided =
          ASK.withDecisions(
              new Decisions(
                  Map.of(2, Decision.another("sister"), 3, Decision.another("rival")), Map.of()));
      Rehearsal rehearsal = bench.rehearse(rows, decided);

      bench.imports.commit(rows, bench.match(rows), decided, new StopsAfterOneBlock());
      ImportLine.Done done = bench.commit(rows, decided);

      assertThat(done.resumed()).isTrue();
      assertThat(ImportBench.counts(done.rows())).isEqualTo(ImportBench.counts(rehearsal));
    }
  }

  private static final class StopsAfterOneBlock implements Progress {
    private boolean stored;

    @Override
    public void at(long done, long total) {
      stored = true;
    }

    @Override
    public boolean cancelled() {
      return stored;
    }
  }
}
