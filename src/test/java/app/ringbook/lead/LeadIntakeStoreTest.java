package app.ringbook.lead;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallHouse;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.lead.LeadCleaning.Row;
import app.ringbook.lead.LeadCleaning.Twin;
import app.ringbook.platform.Progress;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;

class LeadIntakeStoreTest {
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

  private static LeadIntake intake(CallHouse house, Leads leads) {
    return new LeadIntake(house.database, leads, house.matcher, house.clock);
  }

  private static Row row(CallHouse house, int number, String name, String phone, String source) {
    return new Row(
        number,
        new NewLead(
            name,
            null,
            null,
            phone.isEmpty() ? null : house.numbers.parse(phone),
            null,
            source,
            null,
            null,
            false));
  }

  /** 92 different numbers; 5 of them once more, written in other ways; 3 that reach nobody. */
  private static List<Row> hundred(CallHouse house) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 92; i++) {
      rows.add(row(house, i + 2, "Name " + i, "138123456" + (10 + i % 100), "展会"));
    }
    String[] again = {
      "138 1234 5610", "+86-13812345611", "0086 138 1234 5612", "(138)12345613", "１３８１２３４５６１４"
    };
    for (int i = 0; i < again.length; i++) {
      rows.add(row(house, 94 + i, "Again " + i, again[i], "展会"));
    }
    rows.add(row(house, 99, "Nobody", "", "展会"));
    rows.add(row(house, 100, "Room", "123", "展会"));
    rows.add(row(house, 101, "Zero", "00000000", "展会"));
    return rows;
  }

  @OnBothDatabases
  @Tag("S0-03")
  void aHundredRowsAreCleanedToNinetyTwo(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      LeadIntake intake = intake(house, leads);
      List<Row> rows = hundred(house);
      var rehearsed = intake.rehearse(rows);
      assertThat(LeadIntake.count(rehearsed, LeadCleaning.Kind.FRESH)).isEqualTo(92);
      LeadIntake.Origin file = new LeadIntake.Origin("fair.xlsx", "ab12");
      var done = intake.take(rows, file.name(), file);
      LeadIntake.Taken taken = done.value();
      assertThat(taken.added()).hasSize(92);
      assertThat(taken.duplicates()).hasSize(5);
      assertThat(taken.duplicates().getFirst().twin())
          .isEqualTo(new Twin(Twin.What.ROW, 2, "Name 0"));
      assertThat(taken.invalid()).extracting(v -> v.row().number()).containsExactly(99, 100, 101);
      assertThat(intake.knows(file)).isTrue();
      var again = intake.take(rows, file.name(), null).value();
      assertThat(again.added()).isEmpty();
      assertThat(again.duplicates()).hasSize(97);
      house.database.undo(done.sequence());
      assertThat(leads.counts(LeadFilter.of(Lead.State.NEW), Progress.NONE).fresh()).isZero();
      assertThat(intake.knows(file)).isFalse();
    }
  }

  @OnBothDatabases
  @Tag("S0-02")
  void threeChannelsFlowIntoOneListWithTheirCounts(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      LeadIntake intake = intake(house, leads);
      int phone = 0;
      for (String source : List.of("展会", "官网", "转介绍")) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 3 + phone / 10; i++) {
          rows.add(row(house, i, source + i, "139123456" + (10 + phone++), source));
        }
        intake.take(rows, source, null);
        phone += 10;
      }
      var sources = leads.sources(LeadFilter.of(Lead.State.NEW), Progress.NONE);
      assertThat(sources).containsOnlyKeys("展会", "官网", "转介绍");
      assertThat(sources.values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(leads.counts(LeadFilter.of(Lead.State.NEW), Progress.NONE).fresh());
      for (var one : sources.entrySet()) {
        LeadFilter only = LeadFilter.of(Lead.State.NEW).withSource(one.getKey());
        assertThat(leads.page(only, null, 100)).hasSize(one.getValue().intValue());
      }
    }
  }

  @OnBothDatabases
  void aCustomersNumberIsADuplicateThatNamesTheCustomer(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("Bluefen", "13812345610");
      var verdict =
          intake(house, leads(house))
              .rehearse(List.of(row(house, 1, "Grace", "+86 138 1234 5610", "x")))
              .getFirst();
      assertThat(verdict.twin()).isEqualTo(new Twin(Twin.What.CUSTOMER, customer, "Bluefen"));
    }
  }
}
