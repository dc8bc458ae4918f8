package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallScreen;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.testkit.FakeClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LineModelTest {
  private final FakeClock clock = new FakeClock(Cards.NOW, ZoneId.of("Asia/Shanghai"));
  private final LineModel line = new LineModel(clock, Runnable::run);

  private void link(LinkStatus.State state, String reason) {
    line.linkChanged(
        new LinkStatus(
            state,
            "kit",
            "COM5",
            "x800",
            null,
            true,
            reason.isEmpty() ? null : reason,
            List.of(),
            Cards.NOW));
  }

  @Test
  void followsACallFromRingToEnd() {
    assertThat(line.stateProperty().get()).isEqualTo(LineState.NO_KIT);
    link(LinkStatus.State.READY, "");
    assertThat(line.stateProperty().get()).isEqualTo(LineState.IDLE);
    line.ringing(Cards.call("a", 2, CallState.RINGING, null));
    assertThat(line.stateProperty().get()).isEqualTo(LineState.RINGING);
    assertThat(line.linesProperty().get()).isEqualTo(2);
    line.answered(Cards.call("a", 2, CallState.TALKING, null));
    clock.advance(Duration.ofSeconds(14));
    assertThat(line.talking()).contains(Duration.ofSeconds(14));
    line.ended(Cards.call("a", 2, CallState.ENDED, CallOutcome.ANSWERED));
    assertThat(line.stateProperty().get()).isEqualTo(LineState.IDLE);
    assertThat(line.events().getFirst().kind()).isEqualTo(LineEvent.Kind.ENDED);
  }

  @Test
  void aLineIsInUseFromTheFirstRingOrTheFirstDigitOn() {
    Call rings = Cards.call("a", 2, CallState.RINGING, null);
    assertThat(line.inUse(rings.kit(), 2)).isFalse();
    line.ringing(rings);
    assertThat(line.inUse(rings.kit(), 2)).isTrue();
    assertThat(line.inUse(rings.kit(), 1)).isFalse();
    assertThat(line.inUse("another", 2)).isFalse();
    line.ended(Cards.call("a", 2, CallState.ENDED, CallOutcome.MISSED));
    assertThat(line.inUse(rings.kit(), 2)).isFalse();
  }

  @Test
  void aCallTakenForMissedThatWentOnEndsASecondTime() {
    link(LinkStatus.State.READY, "");
    line.ringing(Cards.call("a", 1, CallState.RINGING, null));
    line.ended(Cards.call("a", 1, CallState.ENDED, CallOutcome.MISSED));
    int events = line.events().size();
    line.corrected(Cards.call("a", 1, CallState.ENDED, CallOutcome.ANSWERED));
    assertThat(line.events()).as("it had not gone on").hasSize(events);
    line.answered(Cards.call("a", 1, CallState.TALKING, null));
    assertThat(line.stateProperty().get()).isEqualTo(LineState.IN_CALL);
    line.corrected(Cards.call("a", 1, CallState.ENDED, CallOutcome.ANSWERED));
    assertThat(line.stateProperty().get()).isEqualTo(LineState.IDLE);
  }

  @Test
  @Tag("S4-07")
  void aSilentRecordingIsAnAlarmOfItsKitUntilSoundComesOrTheCallEnds() {
    SilenceScreen screen = new SilenceScreen(CallScreen.none(), line);
    CallCard quiet =
        Cards.with(
            Cards.known(Cards.call("a", 1, CallState.TALKING, null), false),
            new CallCard.Recording(
                CallCard.Recording.State.RUNNING, "call.recording.silent", List.of()),
            null);
    String kit = quiet.call().kit();
    screen.ringing(quiet);
    screen.updated(quiet);
    assertThat(line.silentKits()).containsExactly(kit);
    screen.updated(Cards.known(Cards.call("a", 1, CallState.TALKING, null), false));
    assertThat(line.silentKits()).isEmpty();
    screen.updated(quiet);
    screen.ended(Cards.known(Cards.call("a", 1, CallState.ENDED, CallOutcome.ANSWERED), false));
    assertThat(line.silentKits()).isEmpty();
  }

  @Test
  void aRepeatedRingIsNoNewEvent() {
    line.ringing(Cards.call("a", 1, CallState.RINGING, null));
    int events = line.events().size();
    line.identified(Cards.call("a", 1, CallState.RINGING, null));
    assertThat(line.events()).hasSize(events);
  }

  @Test
  void fourReasonsOfLossAreToldApart() {
    link(LinkStatus.State.LOST, "telephony.port.busy");
    assertThat(line.stateProperty().get()).isEqualTo(LineState.BUSY);
    link(LinkStatus.State.LOST, "telephony.port.forbidden");
    assertThat(line.stateProperty().get()).isEqualTo(LineState.NO_ACCESS);
    link(LinkStatus.State.LOST, "telephony.port.gone");
    assertThat(line.stateProperty().get()).isEqualTo(LineState.UNPLUGGED);
    link(LinkStatus.State.LOST, "telephony.link.noAnswer");
    assertThat(line.stateProperty().get()).isEqualTo(LineState.NO_ANSWER);
  }

  @Test
  void loudnessIsKeptForThirtySecondsAndFadesWhenNoSoundComes() {
    byte[] loud = new byte[800];
    Arrays.fill(loud, (byte) 0xAA);
    line.audio(
        Cards.call("a", 1, CallState.TALKING, null), new AudioBlock(0, Codec.ALAW, 1, 800, loud));
    float[] last = line.levels().last();
    assertThat(last[last.length - 1]).isGreaterThan(0.9f);
    assertThat(line.levels().now()).isGreaterThan(0.9f);
    clock.advance(Duration.ofSeconds(10));
    assertThat(line.levels().now()).isZero();
    assertThat(line.levels().last()[LineLevels.STEPS - 101]).isGreaterThan(0.9f);
    clock.advance(Duration.ofSeconds(30));
    assertThat(line.levels().last()).containsOnly(0f);
  }
}
