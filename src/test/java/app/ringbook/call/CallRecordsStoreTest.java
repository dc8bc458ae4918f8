package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.call.CallFilter.Tab;
import app.ringbook.call.marks.CallMark;
import app.ringbook.call.marks.CallMarks;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.recorder.Gap;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

@Tag("S4-06")
class CallRecordsStoreTest {

  @OnBothDatabases
  void aCallIsOneRowOneEntryAndTheLastContact(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("Alfreds Futterkiste", "+49 30 0074321");
      Call call =
          CallHouse.over(house.ringing("k/1", "+49300074321"), CallOutcome.ANSWERED, 65_000);
      Recording sound =
          new Recording(
              Path.of("x"),
              "2026-11/x.wav",
              65_000,
              520_058,
              "ab",
              40,
              List.of(new Gap(160, 320, Gap.Kind.SILENCE)),
              null);
      FinishedCall finished =
          new FinishedCall(
              call,
              house.numbers.parse("+49300074321"),
              CallRecord.Source.LIVE,
              true,
              customer,
              null,
              "EXACT",
              sound);
      CallRecord row = house.records.save(finished).value();
      CallRecord again = house.records.save(finished).value();

      assertThat(again).isEqualTo(row);
      assertThat(test.count("call_record")).isEqualTo(1);
      assertThat(row.customerName()).isEqualTo("Alfreds Futterkiste");
      assertThat(row.recordingLostMillis()).isEqualTo(40);
      assertThat(row.gaps()).containsExactly(new Gap(160, 320, Gap.Kind.SILENCE));
      assertThat(row.toReview()).isTrue();
      List<TimelineEntry> entries = calls(house, customer);
      assertThat(entries).hasSize(1);
      assertThat(entries.getFirst().ref()).isEqualTo(row.id());
      assertThat(CallEntry.read(entries.getFirst().detail())).contains(CallEntry.of(row));
      assertThat(house.customers.byId(customer).orElseThrow().lastContactAt())
          .isEqualTo(call.startedAt());
    }
  }

  @OnBothDatabases
  void aMissedCallIsNoContact(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("A", "13812345678");
      CallRecord row = house.save("k/1", "13812345678", CallOutcome.MISSED, customer);
      assertThat(house.customers.byId(customer).orElseThrow().lastContactAt()).isNull();
      assertThat(row.missed()).isTrue();
      assertThat(row.handled()).isFalse();
      assertThat(row.toReview()).isFalse();
      assertThat(calls(house, customer)).hasSize(1);
    }
  }

  @OnBothDatabases
  void talkingWithSomebodySettlesTheirMissedCalls(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      CallRecord missed = house.save("k/1", "13812345678", CallOutcome.MISSED, null);
      CallRecord other = house.save("k/2", "13912345678", CallOutcome.MISSED, null);
      house.clock.advance(Duration.ofMinutes(5));
      house.save("k/3", "13812345678", CallOutcome.ANSWERED, null);
      assertThat(house.records.byId(missed.id()).orElseThrow().handled()).isTrue();
      assertThat(house.records.byId(other.id()).orElseThrow().handled()).isFalse();
    }
  }

  @OnBothDatabases
  void linkingMovesTheEntryAndTheNumberIsRemembered(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long wrong = house.customer("Wrong", "13800000000");
      long right = house.customer("Right", "13900000000");
      CallRecord call = house.save("k/1", "01064321234", CallOutcome.ANSWERED, wrong);
      CallRecord other = house.save("k/2", "01064321234", CallOutcome.MISSED, null);

      house.records.link(call.id(), right, null);

      assertThat(calls(house, wrong)).isEmpty();
      assertThat(calls(house, right)).hasSize(2);
      assertThat(house.records.byId(other.id()).orElseThrow().customerId()).isEqualTo(right);
      assertThat(learned(house)).isEqualTo(right);
      assertThat(house.customers.byId(right).orElseThrow().lastContactAt()).isEqualTo(call.at());
    }
  }

  @OnBothDatabases
  void everyChangeCanBeTakenBack(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long wrong = house.customer("Wrong", "13800000000");
      long right = house.customer("Right", "13900000000");
      CallRecord call = house.save("k/1", "01064321234", CallOutcome.ANSWERED, wrong);
      Instant next = house.clock.now().plus(Duration.ofDays(1));

      long linked = house.records.link(call.id(), right, null).sequence();
      long noted = house.records.saveNote(call.id(), "Wants it", next).sequence();
      house.database.undo(noted);
      assertThat(house.records.byId(call.id()).orElseThrow().note()).isNull();
      assertThat(house.records.byId(call.id()).orElseThrow().toReview()).isTrue();
      assertThat(house.customers.byId(right).orElseThrow().nextContactAt()).isNull();

      house.database.undo(linked);
      assertThat(calls(house, wrong)).hasSize(1);
      assertThat(calls(house, right)).isEmpty();
      assertThat(learned(house)).isNull();
      assertThat(house.customers.byId(right).orElseThrow().lastContactAt()).isNull();
    }
  }

  @OnBothDatabases
  void takingTheCustomerAwayTakesTheEntryAway(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("A", "13800000000");
      CallRecord call = house.save("k/1", "13800000000", CallOutcome.ANSWERED, customer);
      house.records.link(call.id(), null, null);
      assertThat(calls(house, customer)).isEmpty();
      assertThat(house.records.byId(call.id()).orElseThrow().customerName()).isNull();
    }
  }

  @OnBothDatabases
  void aNoteReachesTheTimelineAndTheNextContactTheCustomer(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("A", "13800000000");
      CallRecord call = house.save("k/1", "13800000000", CallOutcome.ANSWERED, customer);
      Instant tomorrow = house.clock.now().plus(Duration.ofDays(1));

      house.records.saveNote(call.id(), " 45 days, not 60\nDelivery in July ", tomorrow);

      CallRecord noted = house.records.byId(call.id()).orElseThrow();
      assertThat(noted.note()).isEqualTo("45 days, not 60\nDelivery in July");
      assertThat(noted.toReview()).isFalse();
      assertThat(CallEntry.read(calls(house, customer).getFirst().detail()).orElseThrow().note())
          .isEqualTo(noted.note());
      assertThat(house.customers.byId(customer).orElseThrow().nextContactAt()).isEqualTo(tomorrow);
      assertThat(house.customers.byId(customer).orElseThrow().nextContactNote())
          .isEqualTo("45 days, not 60");
    }
  }

  @OnBothDatabases
  void aStoredCallNeverSpoilsWhatWasHeardLive(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      CallRecord live = house.save("k/1", "13800000000", CallOutcome.ANSWERED, null);
      Call replay = CallHouse.over(house.ringing("k/1", "13800000000"), CallOutcome.MISSED, 0);
      FinishedCall stored =
          new FinishedCall(
              replay,
              house.numbers.parse("13800000000"),
              CallRecord.Source.STORED,
              true,
              null,
              null,
              null,
              null);
      assertThat(house.records.save(stored).value()).isEqualTo(live);
    }
  }

  @OnBothDatabases
  void tabsTextsAndPagesShowTheRightCalls(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("澄宇精密", "13800000000");
      List<Long> ids = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        ids.addFirst(house.save("k/" + i, "13800000000", CallOutcome.ANSWERED, customer).id());
        house.clock.advance(Duration.ofSeconds(i % 2));
      }
      CallRecord missed = house.save("m", "01055550187", CallOutcome.MISSED, null);
      house.records.saveNote(ids.getFirst(), "Wants 100% of it", null);

      assertThat(house.records.counts(CallFilter.ALL, Progress.NONE))
          .isEqualTo(new CallFilter.Counts(8, 7, 1, 1, 0, 0, 6));
      assertThat(ids(house, CallFilter.ALL.withTab(Tab.MISSED))).containsExactly(missed.id());
      assertThat(ids(house, CallFilter.ALL.withTab(Tab.NOT_LINKED))).containsExactly(missed.id());
      assertThat(ids(house, CallFilter.ALL.withTab(Tab.STORED))).isEmpty();
      assertThat(ids(house, CallFilter.ALL.withText("100%"))).containsExactly(ids.getFirst());
      assertThat(ids(house, CallFilter.ALL.withText("0%x"))).isEmpty();
      assertThat(ids(house, CallFilter.ALL.withText("精密"))).isEqualTo(ids);
      assertThat(ids(house, CallFilter.ALL.withText("010-5555"))).containsExactly(missed.id());
      assertThat(ids(house, CallFilter.ALL.withCustomer(customer))).isEqualTo(ids);
      assertThat(paged(house, CallFilter.ALL.withCustomer(customer), 3)).isEqualTo(ids);

      house.labels.set(house.numbers.parse("01055550187"), NumberLabel.NUISANCE);
      assertThat(ids(house, CallFilter.ALL.withTab(Tab.NOT_LINKED))).isEmpty();
      house.records.markHandled(missed.id(), "Wrote a mail");
      assertThat(ids(house, CallFilter.ALL.withTab(Tab.MISSED))).isEmpty();
      assertThat(ids(house, CallFilter.ALL.withTab(Tab.MISSED_EVER))).containsExactly(missed.id());
    }
  }

  @OnBothDatabases
  void earlierCallsOfANumberAreCounted(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      house.save("k/1", "02155550187", CallOutcome.MISSED, null);
      house.clock.advance(Duration.ofDays(1));
      CallRecord second = house.save("k/2", "02155550187", CallOutcome.MISSED, null);
      house.save("k/3", "02155550100", CallOutcome.MISSED, null);
      house.clock.advance(Duration.ofMinutes(1));
      assertThat(
              house.records.earlier(
                  house.numbers.parse("+862155550187"), house.clock.now(), "k/now"))
          .isEqualTo(new CallCard.Earlier(1, 1, 2, second.at()));
    }
  }

  @OnBothDatabases
  void aDeletedCustomerLeavesTheCall(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("A", "13800000000");
      CallRecord call = house.save("k/1", "13800000000", CallOutcome.ANSWERED, customer);
      house.customers.delete(customer);
      assertThat(house.records.byId(call.id()).orElseThrow().customerId()).isNull();
    }
  }

  @OnBothDatabases
  void listenersHearWhichCallsChanged(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      List<Set<Long>> heard = new ArrayList<>();
      house.records.changes().add(heard::add);
      CallRecord call = house.save("k/1", "13800000000", CallOutcome.MISSED, null);
      house.records.markReviewed(call.id());
      assertThat(heard).containsExactly(Set.of(call.id()), Set.of(call.id()));
    }
  }

  private static List<TimelineEntry> calls(CallHouse house, long customer) {
    return house.timeline.read(customer, Set.of(TimelineKind.CALL), null, 50);
  }

  private static List<Long> ids(CallHouse house, CallFilter filter) {
    return house.records.page(filter, null, 100).stream().map(CallRecord::id).toList();
  }

  private static List<Long> paged(CallHouse house, CallFilter filter, int limit) {
    List<Long> ids = new ArrayList<>();
    CallRecords.@Nullable Key before = null;
    while (true) {
      List<CallRecord> page = house.records.page(filter, before, limit);
      page.forEach(call -> ids.add(call.id()));
      if (page.size() < limit) {
        return ids;
      }
      before = CallRecords.Key.of(page.getLast());
    }
  }

  private static @Nullable Long learned(CallHouse house) {
    return house
        .records
        .learned(house.numbers.parse("64321234"), house.clock.now())
        .map(CustomerMatcher.Learned::customerId)
        .orElse(null);
  }

  @OnBothDatabases
  void linkingMovesTheLastContactAndUndoingBringsItBack(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long wrong = house.customer("Wrong", "13800000000");
      long right = house.customer("Right", "13900000000");
      CallRecord earlier = house.save("k/0", "13800000000", CallOutcome.ANSWERED, wrong);
      house.clock.advance(Duration.ofMinutes(5));
      CallRecord call = house.save("k/1", "01064321234", CallOutcome.ANSWERED, wrong);

      long linked = house.records.link(call.id(), right, null).sequence();
      assertThat(house.customers.byId(wrong).orElseThrow().lastContactAt()).isEqualTo(earlier.at());
      assertThat(house.customers.byId(right).orElseThrow().lastContactAt()).isEqualTo(call.at());

      house.database.undo(linked);
      assertThat(house.customers.byId(wrong).orElseThrow().lastContactAt()).isEqualTo(call.at());
      assertThat(house.customers.byId(right).orElseThrow().lastContactAt()).isNull();
    }
  }

  @OnBothDatabases
  void aMissedCallWaitsForAConnectedCallOrAReasonAndNothingElse(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("A", "13812345678");
      CallRecord missed = house.save("k/1", "13812345678", CallOutcome.MISSED, customer);
      CallRecord other = house.save("k/2", "13912345678", CallOutcome.MISSED, customer);
      house.records.byId(missed.id());
      house.records.saveNote(missed.id(), "Rang at noon", null);
      house.records.markReviewed(missed.id());
      house.clock.advance(Duration.ofMinutes(5));
      house.save("k/3", "13812345678", CallOutcome.MISSED, customer);
      assertThat(house.records.byId(missed.id()).orElseThrow().handled()).isFalse();

      assertThatThrownBy(() -> house.records.markHandled(missed.id(), " "))
          .isInstanceOf(ProblemException.class);
      long done = house.records.markHandled(missed.id(), "NO_NEED").sequence();
      assertThat(house.records.byId(missed.id()).orElseThrow().result()).isEqualTo("NO_NEED");
      assertThat(house.records.byId(missed.id()).orElseThrow().handled()).isTrue();
      house.database.undo(done);
      assertThat(house.records.byId(missed.id()).orElseThrow().handled()).isFalse();

      house.clock.advance(Duration.ofMinutes(5));
      house.save("k/4", "13812345678", CallOutcome.ANSWERED, customer);
      assertThat(house.records.counts(CallFilter.ALL, Progress.NONE).missed()).isZero();
      assertThat(house.records.byId(other.id()).orElseThrow().handled()).isTrue();
      assertThat(house.records.ofSameNumber(missed, 10)).hasSize(3);
    }
  }

  @OnBothDatabases
  @Tag("S4-10")
  void longCommentedAndResultedCallsAreFoundTogether(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      CallRecord first = house.save("k/1", "13812345678", CallOutcome.ANSWERED, null);
      house.clock.advance(Duration.ofMinutes(5));
      CallRecord second = house.save("k/2", "13912345678", CallOutcome.ANSWERED, null);
      CallMarks marks = new CallMarks(house.database, house.clock);
      marks.mark("k/2", CallMark.Kind.COMMENT, 2000, "Ask for the date");
      house.records.saveResult(first.id(), "INTERESTED");
      assertThat(ids(house, narrow(0, null, true))).containsExactly(second.id());
      assertThat(ids(house, narrow(0, "INTERESTED", false))).containsExactly(first.id());
      assertThat(ids(house, narrow(60_000, null, false))).containsExactly(second.id(), first.id());
      assertThat(ids(house, narrow(60_001, null, false))).isEmpty();
      assertThat(ids(house, narrow(60_000, "INTERESTED", true))).isEmpty();
      assertThat(house.records.counts(narrow(0, null, true), Progress.NONE).all()).isEqualTo(1);
    }
  }

  @OnBothDatabases
  @Tag("S4-10")
  void whoTookACallAndWhenItWasFetchedAreKept(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      CallRecord taken = house.save("k/1", "13812345678", CallOutcome.ANSWERED, null);
      CallRecord missed = house.save("k/2", "13912345678", CallOutcome.MISSED, null);
      house.clock.advance(Duration.ofHours(2));
      CallRecord fetched =
          house
              .records
              .save(
                  new FinishedCall(
                      CallHouse.over(
                          house.ringing("k/3", "13712345678"), CallOutcome.ANSWERED, 60_000),
                      house.numbers.parse("13712345678"),
                      CallRecord.Source.STORED,
                      true,
                      null,
                      null,
                      null,
                      null))
              .value();
      String actor = house.database.actor();
      assertThat(taken.takenBy()).isEqualTo(actor);
      assertThat(taken.fetchedAt()).isNull();
      assertThat(missed.takenBy()).isNull();
      assertThat(fetched.takenBy()).isNull();
      assertThat(fetched.fetchedAt()).isEqualTo(house.clock.now());
      assertThat(house.records.people()).containsExactly(actor);
      assertThat(ids(house, CallFilter.ALL.withNarrow(CallFilter.Narrow.NONE.withTakenBy(actor))))
          .containsExactly(taken.id());
    }
  }

  private static CallFilter narrow(long least, @Nullable String result, boolean commented) {
    return CallFilter.ALL.withNarrow(new CallFilter.Narrow(least, result, commented, null, null));
  }
}
