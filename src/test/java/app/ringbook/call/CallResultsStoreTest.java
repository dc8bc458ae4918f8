package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.call.CallResults.Result;
import app.ringbook.call.CallResults.Whose;
import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.twins.TwinsFoundException;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.TimelineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

@Tag("S4-07")
class CallResultsStoreTest {

  @OnBothDatabases
  void aStrangerWhoLooksLikeACustomerNeedsAReason(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long there = house.customer("Bluefen", "02155550100");
      Whose bare = new Whose.Fresh("", "bluefen", null, null);
      CallResults.Result asked = result(house, bare, "", null);
      assertThatThrownBy(() -> house.results.save(asked))
          .isInstanceOfSatisfying(
              TwinsFoundException.class,
              e -> assertThat(e.twins().getFirst().customerId()).isEqualTo(there));
      assertThat(test.count("customer")).isEqualTo(1);
      Whose sure = new Whose.Fresh("", "bluefen", null, "a branch");
      house.results.save(result(house, sure, "", null));
      assertThat(test.rows("SELECT reason FROM different_customer"))
          .containsExactly(Map.of("reason", "a branch"));
    }
  }

  @OnBothDatabases
  void aStrangerBecomesACustomerWhileTheCallGoesOn(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Instant next = house.clock.now().plus(Duration.ofDays(1));
      Whose fresh = new Whose.Fresh("赵女士", "沐禾体检", "老客介绍", null);
      CallResults.Saved saved = house.results.save(result(house, fresh, "2 套", next)).value();

      long id = Objects.requireNonNull(saved.customerId());
      Portrait portrait = house.customers.portrait(id);
      assertThat(portrait.customer().name()).isEqualTo("沐禾体检");
      assertThat(portrait.customer().source()).isEqualTo("老客介绍");
      assertThat(portrait.customer().nextContactAt()).isEqualTo(next);
      assertThat(portrait.contacts()).extracting(Contact::name).containsExactly("赵女士");
      assertThat(portrait.phones().getFirst().contactId()).isEqualTo(saved.contactId());
      assertThat(house.drafts.of("k/1")).isEmpty();

      CallRecord row = house.save("k/1", "02155550187", CallOutcome.ANSWERED, null);
      assertThat(row.customerId()).isEqualTo(id);
      assertThat(row.contactId()).isEqualTo(saved.contactId());
      assertThat(row.matchReason()).isEqualTo(CallRecord.CHOSEN);
      assertThat(row.note()).isEqualTo("2 套");
      assertThat(row.toReview()).isFalse();
      assertThat(test.count("call_draft")).isZero();
      assertThat(house.timeline.counts(id))
          .containsKeys(TimelineKind.CALL, TimelineKind.CREATED, TimelineKind.NEXT_CONTACT);
    }
  }

  @OnBothDatabases
  void aFinishedCallIsLinkedNotedAndItsDraftForgotten(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("A", "13800000000");
      CallRecord call = house.save("k/1", "02155550187", CallOutcome.ANSWERED, null);
      house.drafts.keep("k/1", "half a sent", null, null);
      assertThat(house.drafts.of("k/1").orElseThrow().note()).isEqualTo("half a sent");

      house.results.save(result(house, new Whose.Existing(customer, null), "A sentence", null));

      CallRecord row = house.records.byId(call.id()).orElseThrow();
      assertThat(row.customerId()).isEqualTo(customer);
      assertThat(row.note()).isEqualTo("A sentence");
      assertThat(house.drafts.of("k/1")).isEmpty();
      assertThat(house.timeline.read(customer, Set.of(TimelineKind.CALL), null, 9)).hasSize(1);
    }
  }

  @OnBothDatabases
  void aCallerKeptAsALeadLeavesTheCallToNobody(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      CallRecord call = house.save("k/1", "02155550187", CallOutcome.ANSWERED, null);
      house.results.save(result(house, new Whose.AsLead("Grace", "Bluefen"), "Two units", null));
      assertThat(house.keptAsLeads).containsExactly("Grace Two units");
      CallRecord row = house.records.byId(call.id()).orElseThrow();
      assertThat(row.customerId()).isNull();
      assertThat(row.note()).isEqualTo("Two units");
    }
  }

  @OnBothDatabases
  void aNewCustomerIsTakenBackWithTheCallsNote(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      CallRecord call = house.save("k/1", "02155550187", CallOutcome.ANSWERED, null);
      house.drafts.keep("k/1", "typed", null, null);
      Whose fresh = new Whose.Fresh("赵女士", "沐禾体检", null, null);
      long sequence = house.results.save(result(house, fresh, "2 套", null)).sequence();
      assertThat(house.records.byId(call.id()).orElseThrow().customerId()).isNotNull();

      house.database.undo(sequence);
      CallRecord back = house.records.byId(call.id()).orElseThrow();
      assertThat(back.customerId()).isNull();
      assertThat(back.note()).isNull();
      assertThat(house.customers.count()).isZero();
      assertThat(house.drafts.of("k/1").orElseThrow().note()).isEqualTo("typed");
    }
  }

  @OnBothDatabases
  void nobodysNumberIsLabelled(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      house.results.save(result(house, new Whose.Labelled(NumberLabel.NUISANCE), "", null));
      assertThat(house.labels.of(house.numbers.parse("021 5555 0187")))
          .contains(NumberLabel.NUISANCE);
      house.labels.set(house.numbers.parse("021 5555 0187"), NumberLabel.NOT_CUSTOMER);
      assertThat(house.labels.of(house.numbers.parse("02155550187")))
          .contains(NumberLabel.NOT_CUSTOMER);
      house.labels.set(house.numbers.parse("02155550187"), null);
      assertThat(house.labels.of(house.numbers.parse("02155550187"))).isEmpty();
    }
  }

  @OnBothDatabases
  void aDraftOutlivesARestartUntilItIsEmptied(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      house.drafts.keep("k/1", "typed", house.clock.now(), null);
      house.drafts.keep("k/1", "typed more", null, null);
    }
    test.reopen();
    try (CallHouse house = new CallHouse(test)) {
      CallDrafts.Draft draft = house.drafts.of("k/1").orElseThrow();
      assertThat(draft.note()).isEqualTo("typed more");
      assertThat(draft.nextContactAt()).isNull();
      house.drafts.keep("k/1", " ", null, null);
      assertThat(test.count("call_draft")).isZero();
    }
  }

  @OnBothDatabases
  void whatACallCameToIsKeptDuringTheCallAndAfter(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("A", "13800000000");
      house.results.save(came(house, "k/1", customer, "SEND_QUOTE"));
      CallRecord row = house.save("k/1", "13800000000", CallOutcome.ANSWERED, customer);
      assertThat(row.result()).isEqualTo("SEND_QUOTE");
      assertThat(
              CallEntry.read(
                      house
                          .timeline
                          .read(customer, Set.of(TimelineKind.CALL), null, 9)
                          .getFirst()
                          .detail())
                  .orElseThrow()
                  .result())
          .isEqualTo("SEND_QUOTE");

      house.save("k/2", "13800000000", CallOutcome.ANSWERED, customer);
      long sequence = house.results.save(came(house, "k/2", customer, "DO_NOT_CALL")).sequence();
      assertThat(house.records.byKey("k/2").orElseThrow().result()).isEqualTo("DO_NOT_CALL");
      assertThat(house.customers.byId(customer).orElseThrow().doNotCall()).isTrue();
      house.database.undo(sequence);
      assertThat(house.records.byKey("k/2").orElseThrow().result()).isNull();
      assertThat(house.customers.byId(customer).orElseThrow().doNotCall()).isFalse();
    }
  }

  @OnBothDatabases
  void whoAskedDuringTheCallNotToBeCalledIsMarkedAtItsEnd(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("A", "13800000000");
      house.results.save(came(house, "k/1", customer, "DO_NOT_CALL"));
      house.save("k/1", "13800000000", CallOutcome.ANSWERED, customer);
      assertThat(house.customers.byId(customer).orElseThrow().doNotCall()).isTrue();
    }
  }

  private static Result came(CallHouse house, String key, long customer, String to) {
    return new Result(
        key,
        house.numbers.parse("13800000000"),
        customer,
        new Whose.Existing(customer, null),
        "",
        null,
        to);
  }

  @OnBothDatabases
  void aNumberLikeACompanysIsGuessed(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("沐禾体检", "021-5555-0100");
      CallCards.Caller caller = house.cards.caller(house.ringing("k/1", "02155550187"));
      CallCards.Facts facts = house.cards.facts(house.ringing("k/1", null), caller, null, null);
      assertThat(facts.likely()).isEqualTo(new CallCard.Likely(customer, "沐禾体检", "+8621555501"));
      Customer other = house.customers.byId(house.customer("Other", "021-5555-0111")).orElseThrow();
      assertThat(other.name()).isEqualTo("Other");
      assertThat(house.cards.facts(house.ringing("k/1", null), caller, null, null).likely())
          .isNull();
    }
  }

  @OnBothDatabases
  void aSwitchboardIsGuessedByLongerEndsButNotAMobileNumber(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long works = house.customer("Works", "021-5555-1000");
      house.customer("Somebody", "13812341000");
      CallCards.Caller desk = house.cards.caller(house.ringing("k/1", "02155559187"));
      assertThat(house.cards.facts(house.ringing("k/1", null), desk, null, null).likely())
          .isEqualTo(new CallCard.Likely(works, "Works", "+86215555"));
      CallCards.Caller mobile = house.cards.caller(house.ringing("k/2", "13812349187"));
      assertThat(house.cards.facts(house.ringing("k/2", null), mobile, null, null).likely())
          .isNull();
    }
  }

  private static Result result(
      CallHouse house, Whose whose, String note, @Nullable Instant nextContactAt) {
    return new Result(
        "k/1", house.numbers.parse("02155550187"), null, whose, note, nextContactAt, null);
  }
}
