package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.StoredCall;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/** Calls a person says they took, as they are kept. */
@Tag("S4-07")
class HandTakenStoreTest {

  @OnBothDatabases
  void aCallTakenByHandIsKeptAsAnsweredAndSaysSo(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      house.tellsHandset = false;
      long customer = house.customer("Alfreds Futterkiste", "13812345678");
      Call call = house.ringing("k/1", "13812345678");
      house.desk.ringing(call);
      assertThat(house.showing.getFirst().tellsHandset()).isFalse();
      house.desk.told(call, true);
      assertThat(house.shown).contains("taken");
      house.desk.answered(byHand(call, CallState.TALKING, null, 0));
      house.desk.ended(byHand(call, CallState.ENDED, CallOutcome.ANSWERED, 65_000));
      await().until(() -> house.saved.size() == 1);
      CallRecord row = house.saved.getFirst();
      assertThat(row.source()).isEqualTo(CallRecord.Source.HAND);
      assertThat(row.answered()).isTrue();
      assertThat(row.talkMillis()).isEqualTo(65_000);
      assertThat(row.lengthUnknown()).isFalse();
      assertThat(row.toReview()).isTrue();
      TimelineEntry entry =
          house.timeline.read(customer, Set.of(TimelineKind.CALL), null, 9).getFirst();
      assertThat(entry.detail()).contains("outcome=ANSWERED");
    }
  }

  @OnBothDatabases
  void aMissedCallThatWasTakenAfterAllIsPutRightNotDoubled(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      house.tellsHandset = false;
      Call call = house.ringing("k/1", "13812345678");
      house.desk.ringing(call);
      house.desk.ended(CallHouse.over(call, CallOutcome.MISSED, 0));
      await().until(() -> house.saved.size() == 1);
      assertThat(house.saved.getFirst().source()).isEqualTo(CallRecord.Source.LIVE);
      house.desk.told(call, true);
      house.desk.answered(byHand(call, CallState.TALKING, null, 14_000));
      assertThat(house.card().answeredAt()).isEqualTo(house.clock.now().minusMillis(14_000));
      house.desk.corrected(byHand(call, CallState.ENDED, CallOutcome.ANSWERED, 0));
      await().until(() -> house.saved.size() == 2);
      CallRecord row = house.saved.getLast();
      assertThat(test.count("call_record")).isEqualTo(1);
      assertThat(row.source()).isEqualTo(CallRecord.Source.HAND);
      assertThat(row.missed()).isFalse();
      assertThat(row.lengthUnknown()).isTrue();
      assertThat(row.toReview()).isTrue();
    }
  }

  @OnBothDatabases
  void theKitsLogThatKnowsOfNoAnswerChangesNothing(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      house.tellsHandset = false;
      Call call = house.ringing("k/1", "13812345678");
      house.desk.ringing(call);
      house.desk.answered(byHand(call, CallState.TALKING, null, 0));
      house.desk.ended(byHand(call, CallState.ENDED, CallOutcome.ANSWERED, 65_000));
      Call logged = CallHouse.over(house.ringing("k/2", "13812345678"), CallOutcome.MISSED, 0);
      AtomicBoolean confirmed = new AtomicBoolean();
      house.desk.stored(new StoredCall(logged, true), () -> confirmed.set(true));
      await().untilTrue(confirmed);
      assertThat(test.count("call_record")).isEqualTo(1);
      assertThat(house.saved.getLast().source()).isEqualTo(CallRecord.Source.HAND);
      assertThat(house.saved.getLast().talkMillis()).isEqualTo(65_000);
    }
  }

  @OnBothDatabases
  void aKitThatTellsIsBelievedInsteadOfAPerson(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Call call = house.ringing("k/1", "13812345678");
      house.desk.ringing(call);
      house.desk.told(call, true);
      assertThat(house.shown).doesNotContain("taken");
    }
  }

  private static Call byHand(Call call, CallState state, @Nullable CallOutcome how, long talk) {
    return new Call(
        call.key(),
        call.kit(),
        call.line(),
        call.direction(),
        state,
        call.number(),
        call.presentation(),
        call.callerName(),
        call.verified(),
        call.startedAt(),
        2,
        4_000,
        talk,
        how,
        call.numberNanos(),
        true);
  }
}
