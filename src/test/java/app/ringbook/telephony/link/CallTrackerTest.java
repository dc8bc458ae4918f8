package app.ringbook.telephony.link;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.testkit.HeardCalls;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What events mean. */
class CallTrackerTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T01:30:15Z");
  private final HeardCalls heard = new HeardCalls();
  private final CallTracker tracker = new CallTracker("kit", () -> 8_000, id -> {}, heard);
  private long millis = 1_000;

  @Test
  void ringAnswerAndHangUpAreOneAnsweredCall() {
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    pass(4_000);
    tracker.on(new CallEvent.OffHook(now(), "a", false));
    pass(30_000);
    tracker.on(new CallEvent.OnHook(now(), "a"));
    pass(2_100);
    assertThat(heard.log()).containsExactly("began INCOMING null", "answered", "ended ANSWERED");
    Call call = heard.ended().getFirst();
    assertThat(call.key()).isEqualTo("kit/a");
    assertThat(call.ringMillis()).isEqualTo(4_000);
    assertThat(call.talkMillis()).isEqualTo(30_000);
    assertThat(call.startedAt()).isEqualTo(BEGIN.plusMillis(1_000));
  }

  @Test
  void repeatsChangeNothing() {
    for (int i = 0; i < 3; i++) {
      tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
      tracker.on(caller("a", "138", true));
      tracker.on(new CallEvent.OffHook(now(), "a", false));
    }
    for (int i = 0; i < 3; i++) {
      tracker.on(end("a", CallOutcome.ANSWERED, 1_000, 2_000));
    }
    tracker.on(new CallEvent.Ringing(now(), "a", 2, true));
    tracker.on(new CallEvent.OffHook(now(), "a", false));
    assertThat(heard.log())
        .containsExactly("began INCOMING null", "identified 138", "answered", "ended ANSWERED");
  }

  @Test
  void theNumberMayComeBeforeTheRing() {
    tracker.on(caller("a", "138", true));
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    assertThat(heard.log()).containsExactly("began INCOMING 138");
    assertThat(heard.began().getFirst().numberNanos()).isEqualTo(1_000_000_000L);
  }

  @Test
  void lessNeverOverwritesMore() {
    tracker.on(caller("a", "138", true));
    tracker.on(caller("a", "999", false));
    tracker.on(
        new CallEvent.CallerId(
            now(), "a", new CallerInfo(null, Presentation.UNAVAILABLE, null, true)));
    tracker.on(end("a", CallOutcome.MISSED, 1, 0));
    assertThat(heard.ended().getFirst().number()).isEqualTo("138");
    assertThat(heard.ended().getFirst().verified()).isTrue();
  }

  @Test
  void silenceMeansMissed() {
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    pass(7_000);
    tracker.on(new CallEvent.Ringing(now(), "a", 2, true));
    pass(7_000);
    assertThat(heard.ended()).isEmpty();
    pass(1_500);
    assertThat(heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void anAnswerAfterTheSilencePutsTheCallRight() {
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    pass(9_000);
    tracker.on(new CallEvent.OffHook(now(), "a", false));
    pass(5_000);
    tracker.on(end("a", CallOutcome.ANSWERED, -1, -1));
    assertThat(heard.log())
        .containsExactly("began INCOMING null", "ended MISSED", "answered", "corrected ANSWERED");
    assertThat(heard.corrected().getFirst().talkMillis()).isEqualTo(5_000);
  }

  @Test
  void liftedAndDialledIsAnOutgoingCall() {
    tracker.on(new CallEvent.OffHook(now(), "a", false));
    for (char digit : "0106432".toCharArray()) {
      tracker.on(new CallEvent.Digit(now(), "a", digit, null));
    }
    tracker.on(new CallEvent.Digit(now(), "a", '9', false));
    pass(3_000);
    tracker.on(new CallEvent.OffHook(now(), "a", true));
    pass(10_000);
    tracker.on(end("a", CallOutcome.ANSWERED, 3_000, 10_000));
    Call call = heard.ended().getFirst();
    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(call.number()).isEqualTo("0106432");
    assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void dialledAndThenQuietPeopleAreTakenToTalk() {
    tracker.on(new CallEvent.Dialled(now(), "a", "12345"));
    pass(9_900);
    assertThat(heard.answered()).isEmpty();
    pass(200);
    assertThat(heard.answered()).hasSize(1);
  }

  @Test
  void nobodyTookTheOutgoingCall() {
    tracker.on(new CallEvent.Dialled(now(), "a", "12345"));
    tracker.on(end("a", CallOutcome.MISSED, 5_000, 0));
    assertThat(heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.NO_ANSWER);
  }

  @Test
  void aCallWhoseEndNeverCameEndsAfterFourHours() {
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    tracker.on(new CallEvent.OffHook(now(), "a", false));
    pass(4 * 3_600_000L + 100);
    assertThat(heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.DEVICE_LOST);
  }

  @Test
  void aKitBackInTimeGoesOnWithItsCall() {
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    tracker.on(new CallEvent.OffHook(now(), "a", false));
    tracker.on(new CallEvent.LinkLost(now(), "gone", List.of()));
    pass(15_000);
    tracker.on(new CallEvent.LinkUp(now(), "", true));
    pass(30_000);
    assertThat(heard.ended()).isEmpty();
    tracker.on(end("a", CallOutcome.ANSWERED, -1, -1));
    assertThat(heard.ended().getFirst().talkMillis()).isEqualTo(45_000);
  }

  @Test
  void aKitThatStaysAwayLosesItsCall() {
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    tracker.on(new CallEvent.LinkLost(now(), "gone", List.of()));
    pass(20_100);
    assertThat(heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.DEVICE_LOST);
  }

  @Test
  void aPortThatIsTriedInVainAgainAndAgainKeepsNoCallGoing() {
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    tracker.on(new CallEvent.LinkLost(now(), "gone", List.of()));
    pass(12_000);
    tracker.on(new CallEvent.LinkLost(now(), "noAnswer", List.of()));
    pass(8_100);
    assertThat(heard.ended()).extracting(Call::outcome).containsExactly(CallOutcome.DEVICE_LOST);
  }

  @Test
  void durationsAreNeverNegative() {
    tracker.on(new CallEvent.Ringing(device(90_000), "a", 1, true));
    tracker.on(new CallEvent.OffHook(device(80_000), "a", false));
    tracker.on(new CallEvent.OnHook(device(70_000), "a"));
    pass(2_100);
    assertThat(heard.ended().getFirst().ringMillis()).isZero();
    assertThat(heard.ended().getFirst().talkMillis()).isZero();
  }

  @Test
  void durationsAreTheKitsOwn() {
    tracker.on(new CallEvent.Ringing(device(10_000), "a", 1, true));
    pass(500);
    tracker.on(new CallEvent.OffHook(device(14_000), "a", false));
    tracker.on(new CallEvent.OnHook(device(20_000), "a"));
    pass(2_100);
    assertThat(heard.ended().getFirst().ringMillis()).isEqualTo(4_000);
    assertThat(heard.ended().getFirst().talkMillis()).isEqualTo(6_000);
  }

  @Test
  void aRestartedKitThatRingsOnIsOneCallUnlessAnotherNumberCalls() {
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    tracker.on(caller("a", "138", true));
    tracker.on(new CallEvent.Restarted(now()));
    pass(1_000);
    tracker.on(new CallEvent.Ringing(now(), "b", 1, true));
    tracker.on(caller("b", "138", true));
    assertThat(heard.began()).hasSize(1);
    tracker.on(end("b", CallOutcome.MISSED, 1_000, 0));
    assertThat(heard.ended()).extracting(Call::key).containsExactly("kit/a");

    tracker.on(new CallEvent.Ringing(now(), "c", 1, true));
    tracker.on(caller("c", "138", true));
    tracker.on(new CallEvent.Restarted(now()));
    tracker.on(new CallEvent.Ringing(now(), "d", 1, true));
    tracker.on(caller("d", "139", true));
    assertThat(heard.ended()).extracting(Call::outcome).last().isEqualTo(CallOutcome.DEVICE_LOST);
    assertThat(heard.began()).extracting(Call::number).last().isEqualTo("139");
  }

  @Test
  void aFloodOfRingsShowsTwentyASecondAndRecordsAll() {
    for (int i = 0; i < 2_000; i++) {
      String id = "flood" + i;
      tracker.on(new CallEvent.Ringing(now(), id, 1, true));
      tracker.on(end(id, CallOutcome.MISSED, 10, 0));
    }
    assertThat(heard.began()).hasSizeLessThanOrEqualTo(20);
    assertThat(heard.ended()).hasSize(2_000);
    pass(1_000);
    tracker.on(new CallEvent.Ringing(now(), "good", 1, true));
    assertThat(heard.began()).extracting(Call::key).last().isEqualTo("kit/good");
  }

  @Test
  void aStoredCallAlreadyHeardIsOnlyConfirmed() {
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    tracker.on(end("a", CallOutcome.MISSED, 10, 0));
    tracker.on(
        new CallEvent.Stored(
            now(), 7, (CallEvent.CallEnded) end("a", CallOutcome.MISSED, 10, 0), true));
    assertThat(heard.stored()).isEmpty();
  }

  @Test
  void closingEndsWhatGoesOn() {
    tracker.on(new CallEvent.Ringing(now(), "a", 1, true));
    tracker.close(now());
    assertThat(heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.DEVICE_LOST);
  }

  private CallEvent caller(String id, String number, boolean sure) {
    return new CallEvent.CallerId(
        now(), id, new CallerInfo(number, Presentation.NUMBER, null, sure));
  }

  private CallEvent end(String id, CallOutcome outcome, long ring, long talk) {
    return new CallEvent.CallEnded(
        now(), id, CallerInfo.NOTHING, Direction.INCOMING, outcome, null, -1, ring, talk);
  }

  private void pass(long time) {
    millis += time;
    tracker.tick(now());
  }

  private Stamp now() {
    return new Stamp(1, millis * 1_000_000, -1, BEGIN.plusMillis(millis));
  }

  private Stamp device(long deviceMillis) {
    return new Stamp(1, millis * 1_000_000, deviceMillis, BEGIN.plusMillis(millis));
  }
}
