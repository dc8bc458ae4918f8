package app.ringbook.spreadsheet.match;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.PhoneKind;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.spreadsheet.file.Cell;
import app.ringbook.spreadsheet.file.SheetRow;
import app.ringbook.spreadsheet.kind.customer.CustomerKind;
import app.ringbook.testkit.FakeClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowReaderTest {
  private final PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", ""));

  private RowDraft read(String headers, Cell... cells) {
    List<ColumnMatch.Column> columns = new ArrayList<>();
    for (String header : headers.split(",", -1)) {
      columns.add(
          new ColumnMatch.Column(
              columns.size(),
              header,
              CustomerFields.ALL.guess(header).map(Fields.Guess::field).orElse(null),
              new ColumnProfile(List.of(), 0, DateEvidence.NONE, null)));
    }
    return new RowReader(
            new ColumnMatch(CustomerFields.ALL, 0, columns),
            RowRules.DEFAULT,
            numbers,
            new FakeClock(),
            CustomerKind::judge)
        .read(1, new SheetRow(2, List.of(cells)));
  }

  private static Cell text(String text) {
    return Cell.text(text);
  }

  private static Cell number(String digits) {
    return new Cell(Cell.Kind.NUMBER, digits);
  }

  private static List<ProblemKind> problems(RowDraft draft) {
    return draft.problems().stream().map(RowDraft.CellProblem::kind).toList();
  }

  @Test
  void aPersonsNameIsJoinedInTheOrderOfItsCulture() {
    RowDraft latin = read("公司,last name,first name", text("a"), text("Schmitt"), text("Carine "));
    assertThat(latin.person()).isEqualTo(new RowDraft.Person("Carine Schmitt", null, null));
    RowDraft chinese = read("公司,姓,名", text("a"), text("李"), text("薇"));
    assertThat(chinese.person()).isEqualTo(new RowDraft.Person("李薇", null, null));
  }

  @Test
  void aPhoneStoredAsNumberIsReadByTheCountryOfItsRow() {
    RowDraft draft = read("公司,电话,国家", text("a"), number("300074321"), text("Germany"));
    assertThat(draft.phones().getFirst().number().e164()).isEqualTo("+49300074321");
    assertThat(draft.phones().getFirst().number().raw()).isEqualTo("300074321");
    assertThat(problems(draft)).containsExactly(ProblemKind.PHONE_AS_NUMBER);
  }

  @Test
  void severalPhonesInACellAreTakenApart() {
    RowDraft draft =
        read("公司,电话,手机", text("a"), text("021-55551234/13800138000"), text("138 0013 8000"));
    assertThat(draft.phones()).hasSize(2);
    assertThat(draft.phones())
        .extracting(p -> p.number().e164())
        .containsExactly("+862155551234", "+8613800138000");
  }

  @Test
  void aPhoneWithAnExponentComesBackIfAllOfItsDigitsAreThere() {
    RowDraft whole = read("公司,电话", text("a"), text("1.3812345678E+10"));
    assertThat(whole.phones().getFirst().number().e164()).isEqualTo("+8613812345678");
    assertThat(problems(whole)).containsExactly(ProblemKind.PHONE_AS_NUMBER);
    for (String lost : List.of("1.38E+10", "8.61E12", "1E+99")) {
      RowDraft draft = read("公司,电话", text("a"), text(lost));
      assertThat(draft.phones().getFirst().number().raw()).isEqualTo(lost);
      assertThat(problems(draft)).containsExactly(ProblemKind.PHONE_DIGITS_LOST);
    }
  }

  @Test
  void noRowIsRefusedForItsPhone() {
    for (String phone : List.of("ask", "1.39E+10", "x".repeat(500), "00000", "-")) {
      RowDraft draft = read("公司,电话", text("a"), text(phone));
      assertThat(draft.refusal()).as(phone).isNull();
    }
    assertThat(problems(read("公司,电话", text("a"), text("1.39E+10"))))
        .containsExactly(ProblemKind.PHONE_DIGITS_LOST);
    assertThat(read("公司,电话", text("a"), text("x".repeat(500))).text("note")).contains("xxx");
  }

  @Test
  void aRowWithoutCustomerIsNamedByItsPersonOrPhone() {
    RowDraft person = read("公司,联系人,手机", text(""), text("李薇"), text("13800138000"));
    assertThat(person.name()).isEqualTo("李薇");
    assertThat(person.named()).isFalse();
    assertThat(person.phones().getFirst().kind()).isEqualTo(PhoneKind.MOBILE);
    assertThat(person.phones().getFirst().personal()).isTrue();
    assertThat(read("公司,手机", text(" "), text("13800138000")).name()).isEqualTo("13800138000");
    RowDraft nobody = read("公司,手机,备注", text(""), text("-"), text("?"));
    assertThat(nobody.refusal()).isEqualTo(new RowDraft.Refusal(ProblemKind.NO_NAME, "", 0));
  }

  @Test
  void whatAFieldCannotHoldGoesToTheNote() {
    RowDraft draft = read("公司,等级,下次联系,备注", text("a"), text("战略"), text("soon"), text("好"));
    assertThat(draft.text("note")).isEqualTo("等级: 战略\n下次联系: soon\n好");
    assertThat(problems(draft)).containsExactly(ProblemKind.TIER_UNREAD, ProblemKind.DATE_UNREAD);
    assertThat(read("公司,等级", text("a"), text("a+级")).text("tier")).isEqualTo("A");
  }

  @Test
  void sumsUnderTheRowsAndTooLongValuesAreRefused() {
    RowDraft total = read("公司,等级", text("合计"), text(""));
    assertThat(total.refusal()).isEqualTo(new RowDraft.Refusal(ProblemKind.TOTAL_ROW, "", 0));
    RowDraft longName = read("公司", text("名".repeat(501)));
    assertThat(longName.refusal()).isEqualTo(new RowDraft.Refusal(ProblemKind.TOO_LONG, "公司", 500));
  }

  @Test
  void whatNoDatabaseKeepsIsLeftOut() {
    RowDraft draft = read("公司,备注", text("\u00A0a\0b "), text("\uD83D!😀"));
    assertThat(draft.name()).isEqualTo("ab");
    assertThat(draft.text("note")).isEqualTo("!😀");
  }

  @Test
  void addressLinesAreJoined() {
    RowDraft draft =
        read("公司,addressLine1,addressLine2", text("a"), text("636 St Kilda Road"), text("Level 3"));
    assertThat(draft.text("address")).isEqualTo("636 St Kilda Road, Level 3");
  }
}
