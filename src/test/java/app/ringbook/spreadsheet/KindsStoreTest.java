package app.ringbook.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallHouse;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.lead.Lead;
import app.ringbook.lead.LeadFilter;
import app.ringbook.lead.LeadIntake;
import app.ringbook.lead.Leads;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.kind.Decisions;
import app.ringbook.spreadsheet.kind.DuplicatePolicy;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.customer.ContactKind;
import app.ringbook.spreadsheet.kind.customer.CustomerKind;
import app.ringbook.spreadsheet.kind.customer.FollowUpKind;
import app.ringbook.spreadsheet.kind.customer.ProfileColumns;
import app.ringbook.spreadsheet.kind.lead.LeadKind;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Rows that become leads, people and follow-ups. */
class KindsStoreTest {
  @TempDir Path folder;
  private int files;

  private ImportResult run(CallHouse house, String kind, String text, @Nullable String source)
      throws IOException {
    return run(house, kind, text, source, false);
  }

  private ImportResult run(
      CallHouse house, String kind, String text, @Nullable String source, boolean rehearse)
      throws IOException {
    Path file = Files.writeString(folder.resolve("rows-" + files++ + ".csv"), text);
    return imports(house)
        .run(
            file,
            new SheetImports.Order(
                kind,
                null,
                Map.of(),
                DuplicatePolicy.FILL,
                source,
                null,
                Map.of(),
                Decisions.NONE,
                rehearse,
                null),
            Texts.ENGLISH,
            Progress.NONE);
  }

  private static Leads leads(CallHouse house) {
    return new Leads(
        house.database,
        new CustomerSearch(house.database),
        house.customers,
        house.twins,
        house.timeline,
        house.records,
        house.numbers,
        house.clock);
  }

  private static SheetImports imports(CallHouse house) {
    Leads leads = leads(house);
    LeadIntake intake = new LeadIntake(house.database, leads, house.matcher, house.clock);
    Kinds kinds =
        new Kinds(
            List.of(
                new CustomerKind(
                    house.customers,
                    house.timeline,
                    List::of,
                    new ProfileColumns(
                        List::of,
                        new Profiles(house.database, house.clock),
                        new FieldValues(() -> "CNY")),
                    house.twins),
                new ContactKind(List::of),
                new LeadKind(leads, intake),
                new FollowUpKind(house.timeline)));
    ImportLine line =
        new ImportLine(house.database, kinds, house.numbers, house.clock, progress -> {});
    return new SheetImports(line, house.numbers, house.clock);
  }

  private static List<Integer> figures(ImportResult result) {
    return List.of(
        result.read(),
        result.added(),
        result.updated(),
        result.same(),
        result.duplicate(),
        result.refused());
  }

  private static String hundred() {
    StringBuilder text = new StringBuilder("姓名,公司,手机,邮箱,城市\n");
    for (int i = 0; i < 92; i++) {
      text.append("王%d,公司%d,138123456%02d,,上海\n".formatted(i, i, i));
    }
    return text
        + """
        李一,,138 1234 5610,,
        李二,,+86-13812345611,,
        李三,,0086 138 1234 5612,,
        李四,,(138)12345613,,
        李五,,１３８１２３４５６１４,,
        无名,某公司,,,
        房间,,123,,
        没有,,无,,
        """;
  }

  @OnBothDatabases
  @Tag("S0-03")
  void aHundredRowsOfLeadsAreNinetyTwoNewFiveTwinsAndThreeUnreachable(TestDatabase test)
      throws IOException {
    try (CallHouse house = new CallHouse(test)) {
      ImportResult rehearsed = run(house, "leads", hundred(), "展会", true);
      assertThat(test.count("lead")).isZero();
      ImportResult done = run(house, "leads", hundred(), "展会");
      assertThat(figures(done)).isEqualTo(List.of(100, 92, 0, 0, 5, 3));
      assertThat(figures(rehearsed)).isEqualTo(figures(done));
      assertThat(done.duplicates().getFirst())
          .isEqualTo(new ImportResult.Twin(94, "李一", "王10", 12, "phone"));
      assertThat(done.refusals())
          .extracting(ImportResult.Refused::reason)
          .containsOnly("No phone or e-mail address that reaches anybody");
      assertThat(test.rows("SELECT note FROM lead WHERE name = '王1'"))
          .extracting(r -> String.valueOf(r.get("note")))
          .first()
          .asString()
          .contains("城市: 上海");
      assertThat(figures(run(house, "leads", hundred(), "展会")))
          .isEqualTo(List.of(100, 0, 0, 0, 97, 3));
    }
  }

  @OnBothDatabases
  @Tag("S0-02")
  void threeFilesMakeOneListWithACountForEachSource(TestDatabase test) throws IOException {
    try (CallHouse house = new CallHouse(test)) {
      run(house, "leads", "姓名,手机\n甲,13800000001\n乙,13800000002\n", "展会");
      run(house, "leads", "姓名,手机\n丙,13800000003\n甲,13800000001\n", "官网");
      ImportResult last = run(house, "leads", "name,email\nDing,ding@example.com\n", "转介绍");
      assertThat(last.added()).isEqualTo(1);
      assertThat(leads(house).sources(LeadFilter.of(Lead.State.NEW), Progress.NONE))
          .isEqualTo(Map.of("展会", 2L, "官网", 1L, "转介绍", 1L));
    }
  }

  @OnBothDatabases
  void peopleFindTheirCustomerByKeyByNameElseByPhone(TestDatabase test) throws IOException {
    try (CallHouse house = new CallHouse(test)) {
      run(house, "customers", "公司,编号,电话\n澄宇精密,K1,021-55551234\n蓝鳍生物,K2,021-55551235\n", null);
      String people =
          """
          联系人,客户名称,客户编号,手机,职务,备注
          李薇,,K1,13800138000,采购,好
          王敏,蓝鳍生物,,13900139000,,
          张三,,,021-55551234,,
          无主,没有这家,,13700137000,,
          王敏,蓝鳍生物,,13900139001,,
          ,澄宇精密,,,,
          """;
      ImportResult rehearsed = run(house, "contacts", people, null, true);
      ImportResult done = run(house, "contacts", people, null);
      assertThat(figures(done)).isEqualTo(List.of(6, 3, 0, 0, 1, 2));
      assertThat(figures(rehearsed)).isEqualTo(figures(done));
      assertThat(done.refusals().getFirst().reason()).contains("没有这家");
      assertThat(
              test.rows(
                  "SELECT contact.name FROM contact JOIN customer ON customer.id = customer_id"
                      + " WHERE customer.name = '澄宇精密' ORDER BY contact.id"))
          .extracting(r -> r.get("name"))
          .containsExactly("李薇", "张三");
      assertThat(run(house, "contacts", people, null).same()).isEqualTo(3);
    }
  }

  @OnBothDatabases
  void followUpsKeepTheirAuthorAndTime(TestDatabase test) throws IOException {
    try (CallHouse house = new CallHouse(test)) {
      run(house, "customers", "公司\n澄宇精密\n", null);
      String rows =
          """
          客户名称,跟进时间,跟进人,跟进方式,跟进内容
          澄宇精密,2024-03-05 14:30,小赵,电话,谈了价格
          澄宇精密,,小赵,电话,没有时间
          没有这家,2024-03-05,小赵,电话,谁
          """;
      ImportResult done = run(house, "follow-ups", rows, null);
      assertThat(figures(done)).isEqualTo(List.of(3, 1, 0, 0, 0, 2));
      Map<String, Object> entry =
          test.rows("SELECT actor, title, at FROM timeline_entry WHERE kind = 'NOTE'").getFirst();
      assertThat(entry.get("actor")).isEqualTo("小赵");
      assertThat(entry.get("title")).isEqualTo("电话 · 谈了价格");
      assertThat(run(house, "follow-ups", rows, null).same()).isEqualTo(1);
      assertThat(
              test.rows("SELECT last_contact_at FROM customer").getFirst().get("last_contact_at"))
          .isNotNull();
      imports(house);
    }
  }

  @OnBothDatabases
  void aPersonWithoutACustomerIsRefusedForWhatIsMissingNotForTheName(TestDatabase test)
      throws IOException {
    try (CallHouse house = new CallHouse(test)) {
      String people = "姓名,公司,手机\n李薇,,\n王敏,,13800138000\n张三,没有的公司,\n";
      assertThat(run(house, "contacts", people, null).refusals())
          .extracting(ImportResult.Refused::reason)
          .containsExactly(
              "The row does not say which customer it belongs to. Add a column with the customer’s"
                  + " name or number",
              "The row names no customer, and its phone belongs to none. Add the customer’s name to"
                  + " the row",
              "There is no customer “没有的公司” yet. Import or add the customer first");
    }
  }
}
