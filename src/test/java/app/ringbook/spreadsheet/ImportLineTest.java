package app.ringbook.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.CallerIndex;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.Match;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.file.Sheets;
import app.ringbook.spreadsheet.kind.Decisions;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.testkit.SharedData;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole line of an import: bytes of a file, rows, columns, rehearsal, customers, who is
 * calling, and back to the database as it was.
 */
class ImportLineTest {
  @TempDir Path folder;
  private TestDatabase store;
  private ImportBench bench;

  @BeforeEach
  void open() {
    store = TestDatabase.embedded();
    bench = new ImportBench(store, folder);
  }

  @AfterEach
  void close() {
    bench.close();
    store.close();
  }

  private ImportResult run(Path file, SheetImports.Order order) {
    return new SheetImports(bench.imports, bench.numbers, store.clock())
        .run(file, order, Texts.ENGLISH, Progress.NONE);
  }

  private static SheetImports.Order sheet(String name) {
    return new SheetImports.Order(
        "customers",
        name,
        Map.of(),
        DuplicatePolicy.FILL,
        null,
        null,
        Map.of(),
        Decisions.NONE,
        false,
        null);
  }

  private List<String> whoCalls(String number) {
    try (CallerIndex index = new CallerIndex(store.database())) {
      index.load(Progress.NONE);
      Match match =
          new CustomerMatcher(index, store.database(), bench.numbers, store.clock(), List::of)
              .match(bench.numbers.parse(number));
      return match.candidates().stream().map(Match.Candidate::customerName).toList();
    }
  }

  private Path workbook() throws IOException {
    return Sheets.xlsx(
        folder.resolve("customers.xlsx"),
        book -> {
          book.createSheet("说明");
          Sheets.sheet(
              book,
              "客户",
              new Object[] {"客户资料"},
              new Object[] {"公司", "联系人", "手机", "电话", "国家", "备注"},
              new Object[] {"澄宇精密", "李薇", 13800138000.0, "021-55551234", "中国", "好"},
              new Object[] {"Halden Marine", "Ole Berg", "", "030-0074321", "Germany", "=1+1"},
              new Object[] {"", "", "", "", "", "nobody"});
        });
  }

  @Test
  void aWorkbookBecomesCustomersThatAreKnownWhenTheyCallAndGoesAgain() throws IOException {
    Path file = workbook();
    List<String> before = bench.image();
    Path rejects = folder.resolve("rejects.xlsx");
    ImportResult first =
        run(
            file,
            new SheetImports.Order(
                "customers",
                "客户",
                Map.of(),
                DuplicatePolicy.FILL,
                "展会",
                null,
                Map.of(),
                Decisions.NONE,
                false,
                rejects));
    assertThat(List.of(first.read(), first.added(), first.refused())).isEqualTo(List.of(3, 2, 1));
    assertThat(first.match()).contains(new ImportResult.Matched("公司", "name"));
    assertThat(first.problems()).contains(new ImportResult.Problem("phoneAsNumber", 1));
    assertThat(bench.backups).isEqualTo(1);
    assertThat(whoCalls("13800138000")).first().isEqualTo("澄宇精密");
    assertThat(whoCalls("+49 30 0074321")).first().isEqualTo("Halden Marine");
    assertThat(store.rows("SELECT source FROM customer"))
        .extracting(r -> r.get("source"))
        .containsOnly("展会");

    ImportResult again = run(file, sheet("客户"));
    assertThat(List.of(again.read(), again.same(), again.refused())).isEqualTo(List.of(3, 2, 1));
    assertThat(store.count("customer")).isEqualTo(2);

    assertThat(bench.imports.undo(id(again)).kept()).isEmpty();
    assertThat(bench.imports.undo(id(first)).kept()).isEmpty();
    assertThat(bench.image()).isEqualTo(before);
    assertThat(whoCalls("13800138000")).isEmpty();
  }

  @Test
  void refusedRowsComeBackWithTheirColumnsAndTheReason() throws IOException {
    Path rejects = folder.resolve("rejects.xlsx");
    run(
        workbook(),
        new SheetImports.Order(
            "customers",
            "客户",
            Map.of(),
            DuplicatePolicy.FILL,
            null,
            null,
            Map.of(),
            Decisions.NONE,
            true,
            rejects));
    assertThat(store.count("customer")).isZero();
    SheetFile file = SheetFile.openTrusted(rejects);
    try (SheetRows rows = file.load(file.sheet(null), Progress.NONE)) {
      assertThat(Sheets.texts(rows))
          .containsExactly(
              List.of("公司", "联系人", "手机", "电话", "国家", "备注", "Reason"),
              List.of("", "", "", "", "", "nobody", "No customer, person or phone in this row"));
    }
  }

  @Test
  void aChangeMadeSinceIsKeptAndNamedWhenTheImportIsTakenBack() throws IOException {
    ImportResult result = run(workbook(), sheet("客户"));
    long id = whoIs("澄宇精密");
    bench.customers.edit(
        bench.customers.byId(id).orElseThrow().change().note("called back").build());
    assertThat(bench.imports.undo(id(result)).kept())
        .extracting(kept -> kept.table() + kept.id())
        .contains("customer" + id);
    assertThat(store.rows("SELECT name FROM customer")).containsExactly(Map.of("name", "澄宇精密"));
  }

  @Test
  void northwindHasNinetyOneCustomers() {
    Path file = SharedData.file("northwind/Northwind.xlsx");
    ImportResult first = run(file, sheet("Customers"));
    assertThat(List.of(first.read(), first.added())).isEqualTo(List.of(91, 91));
    ImportResult again = run(file, sheet("Customers"));
    assertThat(List.of(again.read(), again.same())).isEqualTo(List.of(91, 91));
    assertThat(store.count("customer")).isEqualTo(91);
    assertThat(whoCalls("030-0074321")).first().isEqualTo("Alfreds Futterkiste");
    assertThat(whoCalls("+49 30 0074321")).first().isEqualTo("Alfreds Futterkiste");
  }

  @Test
  void classicModelsJoinsNamesAndReadsPhonesByCountry() {
    Path file = SharedData.file("classicmodels/customers.csv");
    ImportResult first = run(file, SheetImports.Order.PLAIN);
    assertThat(List.of(first.read(), first.added())).isEqualTo(List.of(122, 122));
    ImportResult again = run(file, SheetImports.Order.PLAIN);
    assertThat(again.same()).isEqualTo(122);
    assertThat(store.rows("SELECT name FROM contact WHERE name LIKE '%Schmitt'"))
        .containsExactly(Map.of("name", "Carine Schmitt"));
    assertThat(
            store.rows(
                "SELECT e164 FROM phone JOIN customer ON customer.id = customer_id"
                    + " WHERE name = 'Signal Gift Stores'"))
        .containsExactly(Map.of("e164", "+17025551838"));
  }

  private static long id(ImportResult result) {
    Long id = result.importId();
    assertThat(id).isNotNull();
    return id == null ? 0 : id;
  }

  private long whoIs(String name) {
    Object id = store.rows("SELECT id FROM customer WHERE name = ?", name).get(0).get("id");
    return id instanceof Number number ? number.longValue() : 0;
  }
}
