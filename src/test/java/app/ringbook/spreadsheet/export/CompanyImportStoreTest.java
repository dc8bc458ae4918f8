package app.ringbook.spreadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.ImportResult;
import app.ringbook.spreadsheet.SheetImports;
import app.ringbook.spreadsheet.kind.Decisions;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** A legal name and a credit code belong to one customer, unless a row gives a reason. */
class CompanyImportStoreTest {
  private static final String CODE = "91310000MA1FL1XX0W";
  private static final String HEADS = "客户名称,法定名称,统一社会信用代码,手机,不是同一家公司的原因\n";

  @TempDir Path folder;

  @OnBothDatabases
  void aCodeOrALegalNameNamesTheCustomerWhateverItIsCalled(TestDatabase test) throws IOException {
    try (ExportHouse house = new ExportHouse(test)) {
      ImportResult first =
          run(house, "Alpha,上海阿尔法贸易有限公司,9131 0000-ma1fl1xx0w,13800138000,\n", DuplicatePolicy.FILL);
      assertThat(first.added()).isEqualTo(1);
      assertThat(house.profiles.of(1).creditCode()).isEqualTo(CODE);
      assertThat(house.profiles.of(1).legalName()).isEqualTo("上海阿尔法贸易有限公司");

      ImportResult again =
          run(
              house,
              "阿尔法,," + CODE + ",13800138001,\n阿尔法上海,上海阿尔法贸易股份有限公司,,13800138002,\n",
              DuplicatePolicy.FILL);

      assertThat(again.added()).isZero();
      assertThat(again.updated()).isEqualTo(1);
      assertThat(again.duplicates()).extracting(ImportResult.Twin::by).containsExactly("legal");
      assertThat(house.calls.customers.count()).isEqualTo(1);
    }
  }

  @OnBothDatabases
  void anotherCompanysCodeIsRefusedWithItsNameUntilAReasonIsGiven(TestDatabase test)
      throws IOException {
    try (ExportHouse house = new ExportHouse(test)) {
      run(house, "Alpha,,%s,13800138000,\nBeta,,,13900139000,\n".formatted(CODE), null);
      String bare = "Gamma,,%s,13700137000,\n".formatted(CODE);
      String reasoned = "Gamma,,%s,13700137000,联合办公\n".formatted(CODE);

      ImportResult refused = run(house, bare, DuplicatePolicy.NEW);
      ImportResult made = run(house, reasoned, DuplicatePolicy.NEW);
      ImportResult same = run(house, reasoned, DuplicatePolicy.FILL);

      assertThat(refused.refused()).isEqualTo(1);
      assertThat(refused.refusals().getFirst().reason()).contains("Alpha");
      assertThat(made.added()).isEqualTo(1);
      assertThat(house.profiles.of(3).differentReason()).isEqualTo("联合办公");
      assertThat(same.same()).isEqualTo(1);
    }
  }

  @OnBothDatabases
  void twoRowsOfOneFileWithOneCodeAreOneCustomer(TestDatabase test) throws IOException {
    try (ExportHouse house = new ExportHouse(test)) {
      ImportResult result =
          run(house, "Alpha,,%s,13800138000,\nBeta,,%s,,\n".formatted(CODE, CODE), null);

      assertThat(result.added()).isEqualTo(1);
      assertThat(result.duplicate()).isEqualTo(1);
      assertThat(result.duplicates().getFirst().by()).isEqualTo("code");
      ImportResult apart =
          run(house, "Gamma,Delta Ltd,,,\nEpsilon,Delta Ltd,,,\n", DuplicatePolicy.NEW);
      assertThat(apart.refusals()).singleElement().asString().contains("Row 2 has the same legal");
    }
  }

  @OnBothDatabases
  void customersWithTwoCodesStayTwoHoweverAlikeTheyAre(TestDatabase test) throws IOException {
    try (ExportHouse house = new ExportHouse(test)) {
      run(house, "Alpha,,%s,13800138000,\n".formatted(CODE), null);
      ImportResult other = run(house, "Alpha,,91310000MA1FL2YY8T,13800138000,\n", null);

      assertThat(other.added()).isEqualTo(1);
    }
  }

  private ImportResult run(ExportHouse house, String rows, @Nullable DuplicatePolicy policy)
      throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), HEADS + rows);
    return house
        .sheets
        .imports()
        .run(
            file,
            new SheetImports.Order(
                "customers",
                null,
                Map.of(),
                policy == null ? DuplicatePolicy.FILL : policy,
                null,
                null,
                Map.of(),
                Decisions.NONE,
                false,
                null),
            Texts.ENGLISH,
            Progress.NONE);
  }
}
