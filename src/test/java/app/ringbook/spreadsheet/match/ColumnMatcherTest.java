package app.ringbook.spreadsheet.match;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.file.Sheets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnMatcherTest {
  @TempDir Path folder;
  private final PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", ""));

  private ColumnMatch match(String csv) throws IOException {
    Path file = Sheets.text(folder.resolve("a.csv"), StandardCharsets.UTF_8, csv);
    SheetFile sheet = SheetFile.openTrusted(file);
    try (SheetRows rows = sheet.load(sheet.sheet(null), Progress.NONE)) {
      return new ColumnMatcher(numbers, CustomerFields.ALL).match(rows);
    }
  }

  private static Map<String, String> fields(ColumnMatch match) {
    Map<String, String> fields = new LinkedHashMap<>();
    match
        .matched()
        .forEach(
            c -> fields.put(c.title(), String.valueOf(c.field() == null ? "" : c.field().key())));
    return fields;
  }

  @Test
  void theOrderOfDatesIsDecidedByTheWholeColumn() throws IOException {
    StringBuilder rows = new StringBuilder("Company,Last contact\n");
    for (int i = 0; i < 900; i++) {
      rows.append("Firm ").append(i).append(",03/04/2026\n");
    }
    ColumnMatch open = match(rows.toString());
    assertThat(open.undated(RowRules.DEFAULT)).hasSize(1);
    assertThat(dates(rows.toString())).isEqualTo(new DateEvidence(900, 0, 0, 0, 900, "03/04/2026"));
    DateEvidence decided = dates(rows + "Last,05/25/2026\n");
    assertThat(decided.decided()).isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(decided.deciding()).isEqualTo(1);
    DateEvidence torn = dates(rows + "Last,05/25/2026\nMore,25/05/2026\n");
    assertThat(torn.decided()).isNull();
    assertThat(torn.undecided()).isTrue();
    Field field = Objects.requireNonNull(open.columns().get(1).field());
    assertThat(open.undated(RowRules.DEFAULT.withOrder(field, DateOrder.DAY_FIRST))).isEmpty();
  }

  private DateEvidence dates(String rows) throws IOException {
    return match(rows).columns().get(1).profile().dates();
  }

  @Test
  void headersOfAnExportOfAnotherProgramAreKnown() throws IOException {
    ColumnMatch match =
        match(
            """
            CustomerID,CompanyName,ContactName,ContactTitle,Address,City,Region,PostalCode,Country,Phone,Fax
            ALFKI,Alfreds Futterkiste,Maria Anders,Owner,Obere Str. 57,Berlin,,12209,Germany,030-0074321,030-0076545
            """);
    assertThat(fields(match))
        .containsEntry("CustomerID", "externalKey")
        .containsEntry("CompanyName", "name")
        .containsEntry("ContactName", "contact")
        .containsEntry("ContactTitle", "contactRole")
        .containsEntry("Address", "address")
        .containsEntry("City", "city")
        .containsEntry("Region", "region")
        .containsEntry("PostalCode", "postalCode")
        .containsEntry("Country", "country")
        .containsEntry("Phone", "phone")
        .containsEntry("Fax", "fax");
  }

  @Test
  void twoNameColumnsBelongToOnePerson() throws IOException {
    ColumnMatch match =
        match(
            """
            customerNumber,customerName,contactLastName,contactFirstName,phone,addressLine1,addressLine2,city,state,postalCode,country,salesRepEmployeeNumber,creditLimit
            103,Atelier graphique,Schmitt,Carine ,40.32.2555,"54, rue Royale",,Nantes,,44000,France,1370,21000.00
            """);
    assertThat(fields(match))
        .containsEntry("customerNumber", "externalKey")
        .containsEntry("contactLastName", "contactLastName")
        .containsEntry("contactFirstName", "contactFirstName")
        .containsEntry("addressLine1", "address")
        .containsEntry("addressLine2", "address")
        .containsEntry("state", "region")
        .doesNotContainKey("creditLimit")
        .doesNotContainKey("salesRepEmployeeNumber");
  }

  @Test
  void chineseHeadersAreKnownWithTheirBracketsAndTitleRow() throws IOException {
    ColumnMatch match =
        match(
            """
            2026年客户资料,,,,,,

            客户名称（必填）,联系人,联系人手机,公司电话,省份,详细地址,客户来源,客户等级,标签,下次联系时间,负责人,备注,邮箱,网址,行业,邮编,传真
            澄宇精密,李薇,13800138000,021-55551234,上海,中山路1号,展会,A,老客,2026-06-15,王敏,好,,,,,
            """);
    assertThat(match.headerIndex()).isEqualTo(1);
    assertThat(fields(match).values())
        .containsExactly(
            "name",
            "contact",
            "mobile",
            "phone",
            "region",
            "address",
            "source",
            "tier",
            "tags",
            "nextContact",
            "owner",
            "note",
            "email",
            "website",
            "industry",
            "postalCode",
            "fax");
  }

  @Test
  void headersInTwoMergedRowsAreJoined() throws IOException {
    ColumnMatch match = match("公司,联系人,,地址\n,姓名,电话,\n澄宇精密,李薇,021-55551234,中山路\n");
    assertThat(match.headerIndex()).isEqualTo(1);
    assertThat(fields(match).values()).containsExactly("name", "contact", "phone", "address");
  }

  @Test
  void valuesSpeakWhereHeadersAreSilentOrWrong() throws IOException {
    ColumnMatch match =
        match(
            """
            公司,Contact,Info,Column1
            a公司,13800138000,a@b.cn,www.a.cn
            b公司,13900139000,b@b.cn,www.b.cn
            """);
    assertThat(fields(match))
        .containsEntry("Contact", "mobile")
        .containsEntry("Info", "email")
        .containsEntry("Column1", "website");
  }

  @Test
  void aSheetWithoutHeadersIsMatchedByItsValuesAlone() throws IOException {
    ColumnMatch match = match("澄宇精密公司,021-5555 1234\n蓝鳍生物有限公司,010-6666 1234\n");
    assertThat(match.headerIndex()).isEqualTo(-1);
    assertThat(fields(match)).containsEntry("A", "name").containsEntry("B", "phone");
  }

  @Test
  void aHeaderTwiceFillsAFieldOnce() throws IOException {
    ColumnMatch match = match("公司,城市,城市,电话,电话\na,上海,北京,021-1,010-2\n");
    assertThat(match.of(CustomerFields.field("city"))).hasSize(1);
    assertThat(match.of(CustomerFields.PHONE)).hasSize(2);
  }

  @Test
  void aSavedMatchComesBackForTheSameShape() throws IOException {
    String csv = "公司,奇怪的列\na,1\n";
    ColumnMatch match = match(csv).with(1, CustomerFields.NOTE);
    ColumnMatch again = match(csv);
    assertThat(again.shape()).isEqualTo(match.shape());
    assertThat(again.withSaved(match.saved())).isEqualTo(match);
  }
}
