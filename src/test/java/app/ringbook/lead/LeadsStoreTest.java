package app.ringbook.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.call.CallHouse;
import app.ringbook.call.CallRecord;
import app.ringbook.call.LeadCalls;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.twins.TwinsFoundException;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;

class LeadsStoreTest {

  private static Leads leads(CallHouse house) {
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
    house.customers.follow(leads);
    house.records.follow(leads);
    return leads;
  }

  private static NewLead missed(CallHouse house, String number, String note) {
    return new NewLead("", null, house.numbers.parse(number), LeadSource.MISSED_CALL, note);
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
                      LeadSource.CALL,
                      "asks for prices"))
              .value();
      assertThat(again.id()).isEqualTo(first.id());
      assertThat(again.name()).isEqualTo("Grace Liu");
      assertThat(again.note()).isEqualTo("rang twice\nasks for prices");
      assertThat(again.source()).isEqualTo("MISSED_CALL");
      assertThat(leads.counts(LeadFilter.of(Lead.State.NEW), Progress.NONE))
          .isEqualTo(new Leads.Counts(1, 0, 0, 0));
      assertThatThrownBy(() -> leads.keep(new NewLead(" ", null, null, LeadSource.FORM, null)))
          .isInstanceOf(ProblemException.class);
    }
  }

  @OnBothDatabases
  void aConvertedLeadKeepsPhoneNoteAndEarlierCallsAndCanBeTakenBack(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      CallRecord call = LeadCalls.missed(house, "k/1", "02155550187");
      Lead lead = leads.keep(missed(house, "02155550187", "rang twice")).value();

      var done = leads.convert(lead.id(), "Grace Liu", "Bluefen Biologics", null);

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
      assertThat(leads.page(LeadFilter.of(Lead.State.REJECTED), null, 10)).hasSize(1);
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
      var first = leads.page(LeadFilter.of(Lead.State.NEW), null, 3);
      assertThat(first).hasSize(3);
      assertThat(leads.page(LeadFilter.of(Lead.State.NEW), first.getLast(), 3))
          .hasSize(2)
          .doesNotContainAnyElementsOf(first);
    }
  }

  @OnBothDatabases
  void theLeadOutlivesTheCustomerItBecame(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      Lead lead = leads.keep(missed(house, "02155550187", "")).value();
      Long customer = leads.convert(lead.id(), "", "Bluefen", null).value().customerId();
      house.customers.delete(Objects.requireNonNull(customer));
      Lead now = leads.byId(lead.id()).orElseThrow();
      assertThat(now.customerId()).isNull();
      assertThat(now.state()).isEqualTo(Lead.State.CONVERTED);
    }
  }

  @OnBothDatabases
  @Tag("S0-01")
  void eachStepIsWrittenDownWithTimeAndUserAndGoesAlong(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      Lead lead = leads.keep(missed(house, "02155550187", "rang twice")).value();
      house.clock.advance(Duration.ofMinutes(1));
      leads.reject(lead.id(), "No budget");
      house.clock.advance(Duration.ofMinutes(1));
      leads.reopen(lead.id());
      leads.note(lead.id(), "Has a budget now");
      house.clock.advance(Duration.ofMinutes(1));
      long customer =
          Objects.requireNonNull(leads.convert(lead.id(), "Grace", "", null).value().customerId());
      assertThat(leads.history(lead.id()))
          .extracting(LeadEntry::kind)
          .containsExactly(
              LeadEntry.Kind.KEPT,
              LeadEntry.Kind.REJECTED,
              LeadEntry.Kind.REOPENED,
              LeadEntry.Kind.NOTED,
              LeadEntry.Kind.CONVERTED);
      assertThat(leads.history(lead.id()))
          .allMatch(one -> one.author().equals(house.database.actor()));
      assertThat(house.timeline.read(customer, Set.of(), null, 20))
          .extracting(e -> e.detail() + " " + e.title())
          .contains(
              "lead.entry.rejected No budget",
              "lead.entry.reopened ",
              "null Has a budget now",
              "null rang twice");
      assertThatThrownBy(() -> leads.edit(leads.byId(lead.id()).orElseThrow(), blank("x")))
          .isInstanceOf(ProblemException.class);
    }
  }

  private static NewLead blank(String name) {
    return new NewLead(name, null, null, LeadSource.FORM, null);
  }

  @OnBothDatabases
  void anEditedLeadKeepsItsNumberToItself(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      Lead first = leads.keep(missed(house, "02155550187", "")).value();
      Lead other = leads.keep(missed(house, "02155550188", "")).value();
      NewLead taken =
          new NewLead("Ann", null, house.numbers.parse("02155550187"), LeadSource.FORM, null);
      assertThatThrownBy(() -> leads.edit(other, taken)).isInstanceOf(ProblemException.class);
      var done =
          leads.edit(
              first,
              new NewLead(
                  "Ann",
                  "Bluefen",
                  "Buyer",
                  house.numbers.parse("02155550189"),
                  "ann@bluefen.example",
                  "展会",
                  "Nora",
                  "Met at the fair",
                  true));
      Lead now = done.value();
      assertThat(now.numberE164()).isEqualTo("+862155550189");
      assertThat(now.owner()).isEqualTo("Nora");
      assertThat(now.doNotCall()).isTrue();
      assertThat(leads.page(LeadFilter.of(Lead.State.NEW).withText("met at"), null, 5)).hasSize(1);
      assertThat(leads.sources(LeadFilter.of(Lead.State.NEW), Progress.NONE))
          .containsEntry("展会", 1L);
      house.database.undo(done.sequence());
      assertThat(leads.byId(first.id()).orElseThrow().name()).isEmpty();
      assertThatThrownBy(() -> leads.edit(now, blank("y"))).isInstanceOf(RuntimeException.class);
    }
  }

  @OnBothDatabases
  void aLeadOfAKnownCustomerBringsNumberPersonNotesAndCalls(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      long customer = house.customer("Bluefen", "01064320000");
      CallRecord call = LeadCalls.missed(house, "k/1", "02155550187");
      Lead lead =
          leads
              .keep(
                  new NewLead(
                      "Grace Liu",
                      null,
                      house.numbers.parse("02155550187"),
                      LeadSource.CALL,
                      "asks for prices"))
              .value();
      var done = leads.link(lead.id(), customer, null);
      Portrait portrait = house.customers.portrait(customer);
      assertThat(portrait.phones()).hasSize(2);
      assertThat(portrait.contacts()).extracting(c -> c.name()).contains("Grace Liu");
      assertThat(house.records.byId(call.id()).orElseThrow().customerId()).isEqualTo(customer);
      house.database.undo(done.sequence());
      assertThat(house.customers.portrait(customer).phones()).hasSize(1);
      assertThat(leads.byId(lead.id()).orElseThrow().open()).isTrue();
    }
  }

  @OnBothDatabases
  void aLaterCallInWhichPeopleTalkMarksTheLeadContacted(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      Lead lead = leads.keep(missed(house, "02155550187", "")).value();
      house.clock.advance(Duration.ofMinutes(5));
      LeadCalls.missed(house, "k/1", "02155550187");
      assertThat(leads.byId(lead.id()).orElseThrow().state()).isEqualTo(Lead.State.NEW);
      LeadCalls.answered(house, "k/2", "02155550187");
      assertThat(leads.byId(lead.id()).orElseThrow().state()).isEqualTo(Lead.State.CONTACTED);
      assertThat(leads.known(house.numbers.parse("02155550187"))).isPresent();
    }
  }

  @OnBothDatabases
  void leadsAreGivenToAPersonTogether(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      long first = leads.keep(missed(house, "02155550187", "")).value().id();
      long second = leads.keep(missed(house, "02155550188", "")).value().id();
      var done = leads.assign(List.of(first, second), "Nora");
      assertThat(leads.owners()).containsExactly("Nora");
      assertThat(leads.page(LeadFilter.of(Lead.State.NEW).withOwner("Nora"), null, 5)).hasSize(2);
      house.database.undo(done.sequence());
      assertThat(leads.page(LeadFilter.of(Lead.State.NEW).withOwner(""), null, 5)).hasSize(2);
    }
  }

  @OnBothDatabases
  @Tag("S1-18")
  void aConvertedLeadWithATwinNeedsAReasonAndTellsWhatIsMissing(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      long there = house.customer("Bluefen", "02155550187");
      Lead lead = leads.keep(missed(house, "021 5555 0187", "")).value();
      assertThatThrownBy(() -> leads.convert(lead.id(), "Grace", "Cedar Works", null))
          .isInstanceOfSatisfying(
              TwinsFoundException.class,
              e -> assertThat(e.twins().getFirst().customerId()).isEqualTo(there));
      assertThat(test.count("customer")).isEqualTo(1);
      assertThat(leads.byId(lead.id()).orElseThrow().open()).isTrue();
      leads.convert(lead.id(), "Grace", "Cedar Works", "one switchboard");
      assertThat(test.rows("SELECT reason FROM different_customer")).hasSize(1);
      assertThat(Leads.completeness(lead, "Grace", "Cedar Works").missing())
          .contains("customer.missing.address", "customer.missing.tier")
          .doesNotContain("customer.missing.phone", "customer.missing.contact");
    }
  }

  @OnBothDatabases
  @Tag("S0-01")
  void theNextContactOfManyIsSetAtOnceFoundWhenDueAndGoesAlong(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Leads leads = leads(house);
      Instant due = house.clock.now().truncatedTo(ChronoUnit.MINUTES);
      Lead ann = leads.keep(new NewLead("Ann", null, null, LeadSource.FORM, null)).value();
      Lead bob = leads.keep(new NewLead("Bob", null, null, LeadSource.FORM, null)).value();
      leads.keep(new NewLead("Cid", null, null, LeadSource.FORM, null));
      var both = leads.nextContact(List.of(ann.id(), bob.id()), due, "Ann");
      LeadFilter dueNow = LeadFilter.ALL.withDue(true);
      assertThat(leads.page(dueNow, null, 9)).extracting(Lead::name).containsExactly("Bob", "Ann");
      assertThat(leads.counts(dueNow, Progress.NONE).fresh()).isEqualTo(2);
      leads.nextContact(List.of(bob.id()), due.plus(1, ChronoUnit.DAYS), "Bob");
      assertThat(leads.page(dueNow, null, 9)).extracting(Lead::name).containsExactly("Ann");
      house.clock.advance(Duration.ofDays(1));
      assertThat(leads.page(dueNow, null, 9)).extracting(Lead::name).containsExactly("Bob", "Ann");
      house.clock.advance(Duration.ofDays(-1));
      leads.nextContact(List.of(bob.id()), due, "Bob");
      assertThat(leads.history(ann.id()).getLast().detail()).isEqualTo(due.toString());
      long became =
          Objects.requireNonNull(leads.convert(ann.id(), "Ann", "", null).value().customerId());
      assertThat(house.customers.portrait(became).customer().nextContactAt()).isEqualTo(due);
      assertThat(house.timeline.of(List.of(became)))
          .filteredOn(entry -> entry.kind() == TimelineKind.NEXT_CONTACT)
          .extracting(TimelineEntry::ref)
          .containsExactly(due.toEpochMilli());
      assertThatThrownBy(() -> leads.nextContact(List.of(ann.id()), null, "Ann"))
          .isInstanceOf(ProblemException.class);
      house.database.undo(leads.nextContact(List.of(bob.id()), null, "Bob").sequence());
      assertThat(leads.byId(bob.id()).orElseThrow().nextContactAt()).isEqualTo(due);
      assertThat(both.value()).hasSize(2);
    }
  }
}
