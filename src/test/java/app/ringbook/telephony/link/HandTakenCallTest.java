package app.ringbook.telephony.link;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Direction;
import app.ringbook.testkit.HeardCalls;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls of kits that can't tell when the handset is lifted: a person says so. */
@Tag("S4-07")
class HandTakenCallTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T01:30:15Z");
  private final HeardCalls heard = new HeardCalls();
  private final CallTracker tracker = new CallTracker("kit", () -> 8_000, id -> {}, heard);
  private long millis = 1_000;

  @Test
  void takenAndHungUpByHandIsAnAnsweredCallThatSaysSo() {
    ring("a", 1);
    pass(5_000);
    ring("a", 2);
    pass(2_000);
    told("a", true);
    pass(60_000);
    told("a", false);
    assertThat(heard.log()).endsWith("answered", "ended ANSWERED");
    Call call = heard.ended().getFirst();
    assertThat(call.byHand()).isTrue();
    assertThat(call.ringMillis()).isEqualTo(7_000);
    assertThat(call.talkMillis()).isEqualTo(60_000);
  }

  @Test
  void nobodySaysThatItWasTakenAndItStaysMissed() {
    ring("a", 1);
    pass(9_000);
    assertThat(heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
    assertThat(heard.ended().getFirst().byHand()).isFalse();
    told("a", false);
    assertThat(heard.log()).hasSize(2);
  }

  @Test
  void saidLateTheCallIsPutRightAndCountsFromTheRingThatDidNotCome() {
    ring("a", 1);
    pass(20_000);
    assertThat(heard.ended()).hasSize(1);
    told("a", true);
    pass(40_000);
    told("a", false);
    assertThat(heard.corrected()).hasSize(1);
    Call call = heard.corrected().getFirst();
    assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(call.ringMillis()).isEqualTo(6_000);
    assertThat(call.talkMillis()).isEqualTo(54_000);
  }

  @Test
  void theNextRingOfTheLineEndsItAndNobodyKnowsHowLongPeopleTalked() {
    ring("a", 1);
    told("a", true);
    pass(3_600_000);
    ring("b", 1);
    Call call = heard.ended().getFirst();
    assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(call.talkMillis()).isZero();
    assertThat(heard.began()).hasSize(2);
  }

  @Test
  void aRingOfAnotherLineLeavesItAlone() {
    ring("a", 1);
    told("a", true);
    pass(5_000);
    tracker.on(new CallEvent.Ringing(new Stamp(2, millis * 1_000_000, -1, BEGIN), "b", 1, true));
    assertThat(heard.ended()).isEmpty();
  }

  @Test
  void saidTooEarlyTheTalkBeginsWithTheLastRing() {
    ring("a", 1);
    pass(1_000);
    told("a", true);
    pass(4_000);
    ring("a", 2);
    pass(30_000);
    told("a", false);
    assertThat(heard.ended().getFirst().talkMillis()).isEqualTo(30_000);
    assertThat(heard.answered()).hasSize(1);
  }

  @Test
  void thatTheRingingStoppedDoesNotEndIt() {
    ring("a", 1);
    told("a", true);
    pass(9_000);
    end("a", CallOutcome.MISSED, 0);
    assertThat(heard.ended()).isEmpty();
    pass(21_000);
    told("a", false);
    assertThat(heard.ended().getFirst().talkMillis()).isEqualTo(30_000);
  }

  @Test
  void aLateReportOfTheSameEndWithoutTimesChangesNoTime() {
    ring("a", 1);
    pass(9_000);
    pass(60_000);
    end("a", CallOutcome.MISSED, 0);
    assertThat(heard.log()).containsExactly("began INCOMING null", "ended MISSED");
    assertThat(heard.ended().getFirst().ringMillis()).isLessThan(10_000);
  }

  @Test
  void theLinesOwnWordOfTheTalkCountsMore() {
    ring("a", 1);
    told("a", true);
    pass(30_000);
    end("a", CallOutcome.ANSWERED, 28_000);
    Call call = heard.ended().getFirst();
    assertThat(call.talkMillis()).isEqualTo(28_000);
    assertThat(call.byHand()).isFalse();
    told("a", true);
    assertThat(heard.log()).hasSize(3);
  }

  @Test
  void theKitMayComeAndGoMeanwhile() {
    ring("a", 1);
    told("a", true);
    tracker.on(new CallEvent.LinkLost(now(), "telephony.port.gone", List.of()));
    pass(60_000);
    tracker.on(new CallEvent.Restarted(now()));
    assertThat(heard.ended()).isEmpty();
    told("a", false);
    assertThat(heard.ended().getFirst().talkMillis()).isEqualTo(60_000);
  }

  @Test
  void theEndOfTheProgramEndsItWithoutALength() {
    ring("a", 1);
    told("a", true);
    pass(60_000);
    tracker.close(now());
    Call call = heard.ended().getFirst();
    assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(call.talkMillis()).isZero();
  }

  private void ring(String call, int count) {
    tracker.on(new CallEvent.Ringing(now(), call, count, true));
  }

  private void told(String call, boolean taken) {
    tracker.on(new CallEvent.Told(now(), call, taken));
  }

  private void end(String call, CallOutcome outcome, long talkMillis) {
    tracker.on(
        new CallEvent.CallEnded(
            now(),
            call,
            CallerInfo.NOTHING,
            Direction.INCOMING,
            outcome,
            null,
            -1,
            -1,
            talkMillis));
  }

  private void pass(long more) {
    for (long left = more; left > 0; left -= 100) {
      millis += Math.min(100, left);
      tracker.tick(now());
    }
  }

  private Stamp now() {
    return new Stamp(1, millis * 1_000_000, -1, BEGIN.plusMillis(millis));
  }
}
