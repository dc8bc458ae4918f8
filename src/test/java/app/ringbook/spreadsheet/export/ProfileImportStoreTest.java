package app.ringbook.spreadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.fields.CustomField;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.customer.profile.Profile;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Ratings, needs and fields of users come out of columns by the rules of the form. */
class ProfileImportStoreTest {
  private static final String SHEET =
      """
      客户名称,定性,重点客户,痛点,Budget,Visit,Colours,Desk phone,Size in m2,Grade of wood
      Alpha Ltd,Valuable,是,slow,USD 1200,13/05/2026,"red, blue",010-62345678,12.50,oak
      Beta Ltd,nonsense,,,lots,14/05/2026,pink,,x,Oak
      """;

  @TempDir Path folder;

  @OnBothDatabases
  @Tag("S1-24")
  void columnsFillRatingsAndFieldsOfUsersOnceAndAreTakenBack(TestDatabase test) throws IOException {
    try (ExportHouse house = new ExportHouse(test)) {
      CustomField budget = field(house, FieldKind.MONEY, "Budget");
      CustomField visit = field(house, FieldKind.DATE, "Visit");
      CustomField colours = field(house, FieldKind.MULTI_LIST, "Colours", "red", "blue");
      CustomField desk = field(house, FieldKind.PHONE, "Desk phone");
      CustomField size = field(house, FieldKind.NUMBER, "Size in m2");
      CustomField wood = field(house, FieldKind.LIST, "Grade of wood", "oak", "ash");
      Path file = Files.writeString(folder.resolve("a.csv"), SHEET);

      ImportResult first = run(house, file);

      assertThat(first.added()).isEqualTo(2);
      List<Long> ids = List.of(1L, 2L);
      Profile alpha = house.profiles.of(ids.get(0));
      assertThat(alpha.qualification()).isEqualTo("VALUABLE");
      assertThat(alpha.keyCustomer()).isTrue();
      assertThat(alpha.pains()).isEqualTo("slow");
      assertThat(alpha.custom().get(budget.key())).isEqualTo("1200 USD");
      assertThat(alpha.custom().get(visit.key())).isEqualTo("2026-05-13");
      assertThat(alpha.custom().get(colours.key())).isEqualTo("red\nblue");
      assertThat(alpha.custom().get(desk.key())).isEqualTo("010-62345678");
      assertThat(alpha.custom().get(size.key())).isEqualTo("12.5");
      assertThat(alpha.custom().get(wood.key())).isEqualTo("oak");
      Profile beta = house.profiles.of(ids.get(1));
      assertThat(beta.qualification()).isNull();
      assertThat(beta.custom().keys()).containsExactlyInAnyOrder(visit.key(), wood.key());
      assertThat(house.calls.customers.byId(ids.get(1)).orElseThrow().note())
          .contains("nonsense", "lots", "pink", "x");

      assertThat(run(house, file).same()).isEqualTo(2);
      house.sheets.imports().line().undo(Objects.requireNonNull(first.importId()));
      assertThat(house.calls.customers.count()).isZero();
      assertThat(house.profiles.of(ids)).isEmpty();
    }
  }

  @OnBothDatabases
  void aHeaderThatIsARatingFillsItOnlyWithItsWords(TestDatabase test) throws IOException {
    try (ExportHouse house = new ExportHouse(test)) {
      Path deals = Files.writeString(folder.resolve("d.csv"), "Company,Stage\nAlpha Ltd,Won\n");
      Path rated =
          Files.writeString(
              folder.resolve("r.csv"), "Company,Qualified\nBeta Ltd,Valuable\nGamma Ltd,odd\n");

      assertThat(run(house, deals).match()).noneMatch(m -> m.column().equals("Stage"));
      assertThat(run(house, rated).match())
          .anyMatch(m -> m.column().equals("Qualified") && m.field().equals("qualification"));
    }
  }

  private static CustomField field(
      ExportHouse house, FieldKind kind, String label, String... options) {
    return house.fields.add(FieldObject.CUSTOMER, kind, label, List.of(options), null).value();
  }

  private static ImportResult run(ExportHouse house, Path file) {
    return house
        .sheets
        .imports()
        .run(
            file,
            new SheetImports.Order(
                "customers",
                null,
                Map.of(),
                DuplicatePolicy.FILL,
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
