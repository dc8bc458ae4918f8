package app.ringbook.telephony.driver.x800;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.Presentation;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program is started while a call goes on. */
class X800GoesOnTest {
  private static final String ID =
      HexFormat.of().toHexDigits(X800Bench.BOOT) + "-" + HexFormat.of().toHexDigits(X800Bench.CALL);
  private final X800Bench kit = new X800Bench();
  private final Instant begun = kit.bench.clock.now().minusSeconds(64);

  private Call before(CallState state) {
    return before(ID, state, Direction.INCOMING);
  }

  private Call before(String id, CallState state, Direction direction) {
    return new Call(
        "x800:/dev/bench/" + id,
        "x800:/dev/bench",
        1,
        direction,
        state,
        "13812345678",
        Presentation.NUMBER,
        null,
        true,
        begun,
        2,
        state == CallState.RINGING ? 0 : 4_000,
        0,
        null,
        0);
  }

  private void startedAfter(Call... calls) {
    kit.bench.session.unended(
        java.util.stream.Stream.of(calls).map(PhoneDriver.Unended::of).toList());
    kit.ready();
    kit.acknowledgeAll();
  }

  private void beats(int state) {
    for (int i = 0; i < 3; i++) {
      kit.plain(X800Type.HEARTBEAT, new X800Payload().u8(1).u8(state).u32(0).u32(0).u16(0));
      kit.acknowledge(X800Type.STORED_COUNT);
      kit.acknowledge(X800Type.REC_START);
      kit.bench.pass(100);
    }
  }

  @Test
  void aKitThatTellsItsCallAgainIsHeardAsIfNothingHadHappened() {
    kit.ready(100_000);
    kit.acknowledgeAll();
    kit.control(X800Type.RING, X800Bench.ring(2), 36_000);
    kit.control(X800Type.CALLER_ID, X800Bench.callerId(2, "D13812345678C"), 36_000);
    kit.control(X800Type.HOOK, X800Bench.hook(1), 40_000);
    Call call = kit.bench.heard.answered().getLast();
    assertThat(call.key()).endsWith(ID);
    assertThat(call.number()).isEqualTo("13812345678");
    assertThat(call.startedAt()).isEqualTo(begun);
    assertThat(call.ringMillis()).isEqualTo(4_000);
    assertThat(kit.written(X800Type.REC_START)).hasSize(1);
    kit.control(X800Type.CALL_END, X800Bench.end(0, 1, 4_000, 61_000));
    assertThat(kit.bench.heard.ended().getLast().talkMillis()).isEqualTo(61_000);
    assertThat(kit.bench.heard.began()).hasSize(1);
  }

  @Test
  void aKitThatOnlyTellsThatItsLineIsBusyGoesOnWithTheCallOfBefore() {
    startedAfter(before(CallState.TALKING));
    beats(3);
    assertThat(kit.bench.heard.log()).isNotEmpty();
    Call call = kit.bench.heard.answered().getLast();
    assertThat(call.key()).endsWith(ID);
    assertThat(call.number()).isEqualTo("13812345678");
    assertThat(call.startedAt()).isEqualTo(begun);
    assertThat(kit.written(X800Type.REC_START)).hasSize(1);
    kit.plain(X800Type.REC_STATE, new X800Payload().u32(X800Bench.CALL).u8(1).u32(480_000).u32(0));
    kit.audio(480_000, 160);
    assertThat(kit.bench.events(CallEvent.Audio.class).getFirst().block().firstSample()).isZero();
    kit.control(X800Type.CALL_END, X800Bench.end(0, 1, 4_000, 61_000));
    assertThat(kit.bench.heard.ended()).hasSize(1);
  }

  @Test
  void aHandsetLiftedMeanwhileIsTheAnswerAndAnOutgoingCallStaysOne() {
    startedAfter(before(CallState.RINGING));
    beats(2);
    assertThat(kit.bench.heard.answered().getLast().direction()).isEqualTo(Direction.INCOMING);

    X800Bench other = new X800Bench();
    other.bench.session.unended(
        List.of(PhoneDriver.Unended.of(before(ID, CallState.TALKING, Direction.OUTGOING))));
    other.ready();
    other.plain(X800Type.HEARTBEAT, new X800Payload().u8(1).u8(3).u32(0).u32(0).u16(0));
    other.plain(X800Type.HEARTBEAT, new X800Payload().u8(1).u8(3).u32(0).u32(0).u16(0));
    Call out = other.bench.heard.answered().getLast();
    assertThat(out.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(out.number()).isEqualTo("13812345678");
  }

  @Test
  void anIdleLineAnotherCallAndAnotherLifeOfTheKitAreNoCallOfBefore() {
    startedAfter(before(CallState.TALKING));
    beats(0);
    assertThat(kit.bench.heard.log()).isEmpty();

    X800Bench rebooted = new X800Bench();
    rebooted.bench.session.unended(
        List.of(
            PhoneDriver.Unended.of(
                before("00000000000000aa-0000002a", CallState.TALKING, Direction.INCOMING))));
    rebooted.ready();
    rebooted.plain(X800Type.HEARTBEAT, new X800Payload().u8(1).u8(3).u32(0).u32(0).u16(0));
    rebooted.plain(X800Type.HEARTBEAT, new X800Payload().u8(1).u8(3).u32(0).u32(0).u16(0));
    assertThat(rebooted.bench.heard.log()).isEmpty();
  }

  @Test
  void aCallThatWasGivenUpWithTheKitGoesOnWhenTheCableIsBackAfterAMinute() {
    kit.talking();
    kit.audio(0, 160);
    kit.bench.unplug();
    kit.bench.pass(60_000);
    assertThat(kit.bench.heard.ended()).hasSize(1);
    kit.ready();
    beats(3);
    assertThat(kit.bench.heard.answered()).hasSize(2);
    kit.audio(480_160, 160);
    kit.control(X800Type.CALL_END, X800Bench.end(0, 1, 4_000, 61_000));
    assertThat(kit.bench.heard.corrected().getLast().talkMillis()).isEqualTo(61_000);
  }
}
