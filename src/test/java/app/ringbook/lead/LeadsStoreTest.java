package app.ringbook.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.call.CallHouse;
import app.ringbook.call.CallRecord;
import app.ringbook.call.LeadCalls;
import app.ringbook.customer.Portrait;
import app.ringbook.platform.ProblemException;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.util.Objects;

class LeadsStoreTest {

  private static Leads leads(CallHouse house) {
    Leads leads =
        new Leads(
            house.database,
            house.customers,
            house.timeline,
            house.records,
            house.numbers,
            house.clock);
    house.customers.follow(leads);
    return leads;
  }

  private static NewLead missed(CallHouse house, String number, String note) {
    return new NewLead("", null, house.numbers.parse(number), Lead.Source.MISSED_CALL, note);
  }

  @OnBothDatabases
  void aNumberAloneIsEnoughAndTheSameOneIsCompleted(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      Lead first = leads.keep(missed(house, "02155550187", "rang twice")).value();
      Lead again =
          leads
              .keep(
                  new NewLead(
                      "Grace Liu",
                      "Bluefen",
                      house.numbers.parse("+862155550187"),
                      Lead.Source.CALL,
                      "asks for prices"))
              .value();
      assertThat(again.id()).isEqualTo(first.id());
      assertThat(again.name()).isEqualTo("Grace Liu");
      assertThat(again.note()).isEqualTo("rang twice\nasks for prices");
      assertThat(again.source()).isEqualTo(Lead.Source.MISSED_CALL);
      assertThat(leads.counts()).isEqualTo(new Leads.Counts(1, 0, 0, 0));
      assertThatThrownBy(() -> leads.keep(new NewLead(" ", null, null, Lead.Source.FORM, null)))
          .isInstanceOf(ProblemException.class);
    }
  }

  @OnBothDatabases
  void aConvertedLeadKeepsPhoneNoteAndEarlierCallsAndCanBeTakenBack(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      CallRecord call = LeadCalls.missed(house, "k/1", "02155550187");
      Lead lead = leads.keep(missed(house, "02155550187", "rang twice")).value();

      var done = leads.convert(lead.id(), "Grace Liu", "Bluefen Biologics");

      long customer = Objects.requireNonNull(done.value().customerId());
      Portrait portrait = house.customers.portrait(customer);
      assertThat(portrait.customer().name()).isEqualTo("Bluefen Biologics");
      assertThat(portrait.contacts()).extracting(c -> c.name()).containsExactly("Grace Liu");
      assertThat(portrait.mainPhone().orElseThrow().number().e164()).isEqualTo("+862155550187");
      CallRecord linked = house.records.byId(call.id()).orElseThrow();
      assertThat(linked.customerId()).isEqualTo(customer);
      assertThat(linked.contactName()).isEqualTo("Grace Liu");
      assertThat(house.timeline.read(customer, java.util.Set.of(), null, 10))
          .extracting(e -> e.title())
          .contains("rang twice");
      assertThatThrownBy(() -> leads.reject(lead.id(), "late"))
          .isInstanceOf(ProblemException.class);

      house.database.undo(done.sequence());
      assertThat(leads.byId(lead.id()).orElseThrow().state()).isEqualTo(Lead.State.NEW);
      assertThat(house.customers.byId(customer)).isEmpty();
      assertThat(house.records.byId(call.id()).orElseThrow().customerId()).isNull();
    }
  }

  @OnBothDatabases
  void aRejectedLeadHasAReasonAndCanBeTakenUpAgain(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      Lead lead = leads.keep(missed(house, "02155550187", "")).value();
      assertThatThrownBy(() -> leads.reject(lead.id(), " ")).isInstanceOf(ProblemException.class);
      leads.contacted(lead.id());
      assertThat(leads.reject(lead.id(), "No budget").value().reason()).isEqualTo("No budget");
      assertThat(leads.page(Lead.State.REJECTED, null, 10)).hasSize(1);
      Lead again = leads.reopen(lead.id()).value();
      assertThat(again.state()).isEqualTo(Lead.State.NEW);
      assertThat(again.reason()).isNull();
    }
  }

  @OnBothDatabases
  void pagesGoOnWhereTheOneBeforeEnded(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      for (int i = 0; i < 5; i++) {
        leads.keep(missed(house, "0215555018" + i, ""));
      }
      var first = leads.page(Lead.State.NEW, null, 3);
      assertThat(first).hasSize(3);
      assertThat(leads.page(Lead.State.NEW, first.getLast(), 3))
          .hasSize(2)
          .doesNotContainAnyElementsOf(first);
    }
  }

  @OnBothDatabases
  void theLeadOutlivesTheCustomerItBecame(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      Lead lead = leads.keep(missed(house, "02155550187", "")).value();
      Long customer = leads.convert(lead.id(), "", "Bluefen").value().customerId();
      house.customers.delete(Objects.requireNonNull(customer));
      Lead now = leads.byId(lead.id()).orElseThrow();
      assertThat(now.customerId()).isNull();
      assertThat(now.state()).isEqualTo(Lead.State.CONVERTED);
    }
  }
}
