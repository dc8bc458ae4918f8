package app.ringbook.spreadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.NewCustomer;
import app.ringbook.customer.NewCustomer.NewContact;
import app.ringbook.customer.NewCustomer.NewPhone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.fields.CustomField;
import app.ringbook.customer.fields.CustomValues;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.filter.Condition;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.filter.FilterText;
import app.ringbook.customer.profile.Departments;
import app.ringbook.lead.LeadSource;
import app.ringbook.lead.NewLead;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.Rehearsal;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.store.Change;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.NewEntry;
import app.ringbook.timeline.TimelineKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What is exported comes back unchanged. */
class RoundTripStoreTest {
  private static final List<String> ODD =
      List.of(
          "=1+1",
          "+1 shop",
          "-2+3",
          "@SUM(A1)",
          "|pipe",
          "＝全角",
          "'=quoted",
          "'plain",
          "=cmd|' /C calc'!A0",
          "a \"b\", c; d",
          "_x000D_ literal",
          "😀 emoji 👩‍👩‍👧",
          "\u202Eright to left",
          "苏州\u3000阀门",
          "007",
          "1e5");

  @TempDir Path folder;

  private NewPhone phone(ExportHouse house, PhoneKind kind, String raw) {
    return new NewPhone(kind, false, house.calls.numbers.parse(raw));
  }

  private void fill(ExportHouse house) {
    for (int i = 0; i < ODD.size(); i++) {
      String odd = ODD.get(i);
      Customer customer =
          Customer.named(odd)
              .industry(odd)
              .tags("vip, " + (i % 2 == 0 ? "expo" : "new"))
              .postalCode("0012" + i)
              .externalKey(i % 2 == 0 ? "00" + i : null)
              .tier("A")
              .owner(i % 3 == 0 ? "Li Wei" : null)
              .country(i % 4 == 0 ? "Germany" : null)
              .note(odd + "\nsecond line\t" + odd)
              .nextContactAt(Instant.parse("2026-07-01T02:30:00Z"))
              .build();
      house.calls.customers.create(
          new NewCustomer(
              customer,
              List.of(
                  new NewContact(
                      odd + " person",
                      odd,
                      "p%d@example.com".formatted(i),
                      odd + "\nnote",
                      true,
                      true,
                      List.of(
                          phone(house, PhoneKind.MOBILE, "138000%05d".formatted(i)),
                          phone(house, PhoneKind.OTHER, "+49 30 1234%03d".formatted(i)))),
                  new NewContact("Twin", null, null, null, false, false, List.of()),
                  new NewContact("Twin", "other", null, null, false, false, List.of())),
              List.of(
                  phone(house, PhoneKind.OFFICE, "010-6234%04d".formatted(i)),
                  phone(house, PhoneKind.OFFICE, "6235%04d ext 12".formatted(i)),
                  phone(house, PhoneKind.FAX, "010 8888 %04d".formatted(i)))));
    }
    // Two of one name and number, which nobody would tell apart without their keys.
    for (int i = 0; i < 2; i++) {
      house.calls.customers.create(
          new NewCustomer(
              Customer.named("Same name").city("Ulm").build(),
              List.of(),
              List.of(phone(house, PhoneKind.OTHER, "13900000001"))));
    }
    house.calls.customers.create(NewCustomer.of("Bare", List.of()));
  }

  private void profile(ExportHouse house, TestDatabase test) {
    FieldValues values = new FieldValues(() -> "CNY");
    Map<FieldKind, String> typed =
        Map.of(
            FieldKind.TEXT, "=odd text",
            FieldKind.NUMBER, "12.5",
            FieldKind.MONEY, "1200 USD",
            FieldKind.DATE, "2026-05-01",
            FieldKind.LIST, "Small",
            FieldKind.MULTI_LIST, "Small, Large",
            FieldKind.PHONE, "013800138000");
    CustomValues custom = CustomValues.NONE;
    for (FieldKind kind : typed.keySet()) {
      List<String> options = kind.hasOptions() ? List.of("Small", "Large") : List.of();
      CustomField field =
          house.fields.add(FieldObject.CUSTOMER, kind, "Own " + kind.name(), options, null).value();
      custom = custom.with(field, values.read(kind, options, typed.get(kind)));
    }
    CustomValues all = custom;
    house.profiles.edit(
        1,
        p ->
            p.change()
                .custom(all)
                .legalName("Legal Ltd")
                .creditCode("91350100M000100Y43")
                .needs("needs\nmore")
                .keyCustomer(true)
                .build());
    Contact contact = house.calls.customers.portrait(1).contacts().getFirst();
    test.database()
        .write(
            Change.of("customer.change.contact_edited", ""),
            tx ->
                house.calls.customers.editContactIn(
                    tx,
                    contact
                        .withBirthday(LocalDate.of(4, 2, 29))
                        .withDepartment(Departments.addIn(tx, contact.customerId(), "Lab").id())));
  }

  private static void leads(ExportHouse house) {
    house.leads.keep(
        new NewLead("王五", null, house.calls.numbers.parse("13700000001"), LeadSource.FORM, "=x"));
    house.leads.keep(new NewLead("Only a name", "Firm", null, LeadSource.FORM, null));
    house.leads.keep(
        new NewLead(
            "", "Nameless Ltd", house.calls.numbers.parse("+4930123456"), LeadSource.CALL, null));
    house.leads.keep(
        new NewLead("Mail", null, null, null, "mail@example.com", "Fair", "Li Wei", null, true));
    Instant next = house.calls.clock.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MINUTES);
    long due =
        house.leads.keep(new NewLead("Due", "Soon", null, LeadSource.FORM, null)).value().id();
    house.leads.nextContact(List.of(due), next, "Due");
    long gone =
        house
            .leads
            .keep(
                new NewLead(
                    "Gone", null, house.calls.numbers.parse("13700000002"), LeadSource.PASTE, null))
            .value()
            .id();
    house.leads.reject(gone, "no need");
    long won =
        house
            .leads
            .keep(
                new NewLead(
                    "Won", null, house.calls.numbers.parse("13700000003"), LeadSource.PASTE, null))
            .value()
            .id();
    house.leads.convert(won, "Won", "", "");
  }

  @OnBothDatabases
  @Tag("S1-24")
  void everyRowThatWasExportedIsTheSameWhenItIsImported(TestDatabase test) {
    try (ExportHouse house = new ExportHouse(test)) {
      fill(house);
      profile(house, test);
      leads(house);
      for (String kind : List.of("customers", "contacts", "leads")) {
        for (String ending : List.of("xlsx", "csv")) {
          for (Texts texts : List.of(Texts.ENGLISH, Texts.CHINESE)) {
            Path file = folder.resolve(kind + texts.locale() + "." + ending);
            long rows = house.export(kind, file, texts).rows();
            assertThat(rows).isEqualTo(test.count(kind.substring(0, kind.length() - 1)));
            for (Rehearsal back :
                house.rehearse(kind, file, DuplicatePolicy.FILL, DuplicatePolicy.OVERWRITE)) {
              assertThat(List.of(back.read(), back.count(Outcome.SAME)))
                  .as(file.getFileName() + ": " + back.outcomes())
                  .containsExactly((int) rows, (int) rows);
            }
          }
        }
      }
    }
  }

  private static void note(ExportHouse house, TestDatabase test, String text) {
    test.database()
        .write(
            Change.of("customer.change.noted", ""),
            tx ->
                house.calls.timeline.appendIn(
                    tx,
                    new NewEntry(
                        1,
                        null,
                        TimelineKind.NOTE,
                        house.calls.clock.now().plusMillis(345),
                        text.lines().findFirst().orElseThrow(),
                        text,
                        null,
                        NewEntry.BY_HAND,
                        null)));
  }

  @OnBothDatabases
  void aTimelineThatWasExportedBringsNothingTwice(TestDatabase test) {
    try (ExportHouse house = new ExportHouse(test)) {
      fill(house);
      test.database()
          .write(
              Change.of("customer.change.next_contact", ""),
              tx -> house.calls.customers.setNextContactIn(tx, 2, house.calls.clock.now(), null));
      for (String text : List.of("=note", "two\nlines")) {
        note(house, test, text);
      }
      Path file = folder.resolve("timeline.xlsx");
      for (Texts texts : List.of(Texts.ENGLISH, Texts.CHINESE)) {
        long rows = house.export("timeline", file, texts).rows();
        assertThat(rows).isPositive();
        Rehearsal back = house.rehearse("follow-ups", file, DuplicatePolicy.FILL).getFirst();
        assertThat(back.count(Outcome.NEW)).as(back.outcomes().toString()).isZero();
        assertThat(back.count(Outcome.SAME)).as(back.outcomes().toString()).isEqualTo(rows);
      }
    }
  }

  @OnBothDatabases
  void aWorkbookHoldsNoFormulaAndFillsAnEmptyHouse(TestDatabase test) throws IOException {
    Path file = folder.resolve("all.xlsx");
    try (ExportHouse house = new ExportHouse(test)) {
      fill(house);
      house.export("customers", file, Texts.CHINESE);
      assertThat(cells(file)).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
      List<Map<String, Object>> before = stored(test);
      try (TestDatabase other = TestDatabase.embedded();
          ExportHouse empty = new ExportHouse(other)) {
        Rehearsal done = empty.commit("customers", file);
        assertThat(done.count(Outcome.NEW)).isEqualTo(done.read());
        assertThat(stored(other)).isEqualTo(before);
      }
    }
  }

  private static List<Map<String, Object>> stored(TestDatabase test) {
    List<Map<String, Object>> rows = new ArrayList<>();
    test.rows(
            "SELECT name, industry, tags, postal_code, external_key, tier, owner, country, note"
                + " FROM customer ORDER BY id")
        .forEach(
            row -> {
              row.replaceAll((key, value) -> Objects.toString(value));
              rows.add(Map.copyOf(row));
            });
    rows.sort((a, b) -> a.toString().compareTo(b.toString()));
    return rows;
  }

  private static List<Cell> cells(Path file) throws IOException {
    List<Cell> cells = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      for (Row row : book.getSheetAt(0)) {
        row.forEach(cells::add);
      }
    }
    return cells;
  }

  @OnBothDatabases
  void aViewGivesItsColumnsItsOrderAndItsFilter(TestDatabase test) throws IOException {
    try (ExportHouse house = new ExportHouse(test)) {
      fill(house);
      Path file = folder.resolve("view.csv");
      ListQuery view =
          new ListQuery(
              "postalCode",
              true,
              "",
              Filter.where("owner", new Condition.OneOf(List.of("Li Wei"))));
      house.export(
          "customers",
          file,
          view,
          List.of("postalCode", "phone", "nextContact"),
          FilterText.read("tags in (\"expo\")"),
          Texts.ENGLISH);
      assertThat(Files.readAllLines(file))
          .first()
          .isEqualTo("\uFEFFPostal code,Main phone,Next contact");
      assertThat(Files.readAllLines(file).stream().skip(1))
          .map(line -> line.substring(0, line.indexOf(',')))
          .containsExactly("001212", "00126", "00120");
    }
  }

  @OnBothDatabases
  void leadsAndCallsAreNarrowedByTheirOwnColumns(TestDatabase test) throws IOException {
    try (ExportHouse house = new ExportHouse(test)) {
      leads(house);
      Path file = folder.resolve("leads.csv");
      long rows =
          house
              .export(
                  "leads",
                  file,
                  ListQuery.ALL,
                  List.of(),
                  FilterText.read("state in (\"rejected\", \"已转客户\") or owner filled"),
                  Texts.ENGLISH)
              .rows();
      assertThat(rows).isEqualTo(2);
      assertThat(Files.readString(file)).contains("Gone").contains("Mail").doesNotContain("王五");
    }
  }

  @OnBothDatabases
  void whoTookHowManyRowsIsKept(TestDatabase test) {
    try (ExportHouse house = new ExportHouse(test)) {
      fill(house);
      Path file = folder.resolve("cards.vcf");
      long cards = house.export("contacts", file, Texts.ENGLISH).rows();
      ExportRun run = house.sheets.exports().latest(5).getFirst();
      assertThat(run.rowsWritten()).isEqualTo(cards).isEqualTo(test.count("contact"));
      assertThat(Stream.of(run.target(), run.format())).containsExactly("contacts", "VCARD4");
      assertThat(run.author()).isEqualTo(test.database().actor());
      assertThat(run.fileName()).isEqualTo(file.toString());
    }
  }
}
