package app.ringbook.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.call.CallHouse;
import app.ringbook.call.CallRecord;
import app.ringbook.call.LeadCalls;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("S0-18")
class HandOverStoreTest {

  private static long customer(CallHouse house, String name, String number, String owner) {
    long id = house.customer(name, number);
    house.customers.edit(house.customers.byId(id).orElseThrow().change().owner(owner).build());
    return id;
  }

  private static List<String> owners(TestDatabase test) {
    return test.rows("SELECT owner FROM customer UNION ALL SELECT owner FROM lead").stream()
        .map(row -> String.valueOf(row.get("owner")))
        .sorted()
        .toList();
  }

  @OnBothDatabases
  void everythingChangesHandsAtOnceAndOneUndoGivesItBack(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads =
          new Leads(
              house.database,
              new CustomerSearch(house.database),
              house.customers,
              house.twins,
              house.timeline,
              house.records,
              house.numbers,
              house.clock);
      long one = customer(house, "Bluefen", "02155550187", "Ann");
      customer(house, "Elm & Oak", "02155550188", "Ann");
      customer(house, "Cedar", "02155550189", "Bob");
      house.customers.setNextContact(one, house.clock.now(), "call");
      CallRecord call = LeadCalls.answered(house, "k1", "02155550187");
      house.records.link(call.id(), one, null);
      house.timeline.note(one, "asks for prices");
      Lead lead = leads.keep(new NewLead("Grace", null, null, LeadSource.FORM, null)).value();
      leads.assign(List.of(lead.id()), "Ann");
      HandOver handOver = new HandOver(house.database, house.customers, house.clock);
      HandOver.Counts ann = handOver.of("Ann");
      HandOver.Counts bob = handOver.of("Bob");
      assertThat(ann.customers()).isEqualTo(2);
      assertThat(ann.calls()).isEqualTo(1);
      assertThat(ann.nextContacts()).isEqualTo(1);
      assertThat(ann.entries()).isGreaterThanOrEqualTo(2);
      assertThat(ann.leads()).isEqualTo(1);
      assertThat(handOver.owners()).containsExactly("Ann", "Bob");
      List<String> before = owners(test);

      HandOver.Done done = handOver.run("Ann", "Bob", null, Progress.NONE);

      assertThat(done.moved()).isEqualTo(ann);
      assertThat(done.left()).isEqualTo(HandOver.Counts.NONE);
      assertThat(done.held()).isEqualTo(bob.plus(ann));
      assertThat(house.database.undoGroup(done.group()).kept()).isEmpty();
      assertThat(handOver.of("Ann")).isEqualTo(ann);
      assertThat(handOver.of("Bob")).isEqualTo(bob);
      assertThat(owners(test)).isEqualTo(before);
    }
  }

  @OnBothDatabases
  void chosenCustomersAloneChangeHands(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long one = customer(house, "Bluefen", "02155550187", "Ann");
      customer(house, "Elm & Oak", "02155550188", "Ann");
      long bobs = customer(house, "Cedar", "02155550189", "Bob");
      HandOver handOver = new HandOver(house.database, house.customers, house.clock);
      long[] only = {one, bobs};
      assertThat(handOver.of("Ann", only).customers()).isEqualTo(1);
      handOver.run("Ann", "Cem", only, Progress.NONE);
      assertThat(owners(test)).containsExactly("Ann", "Bob", "Cem");
      assertThatThrownBy(() -> handOver.run("Ann", " Ann ", null, Progress.NONE))
          .isInstanceOf(ProblemException.class);
    }
  }
}
