package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.call.view.TestCallModel.State;
import app.ringbook.call.view.TestCallModel.Step;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.Direction;
import app.ringbook.testkit.FakeClock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The four steps of the test call follow what happens on the line. */
class TestCallModelTest {
  private final FakeClock clock = new FakeClock();
  private final LineModel line = new LineModel(clock, Runnable::run);
  private final TestCallModel model = new TestCallModel(line, clock);

  @Test
  void aGoodCallPassesTheStepsInOrder() {
    model.start();
    assertThat(model.current()).contains(Step.RING);
    line.ringing(call(CallState.RINGING, null));
    assertThat(model.current()).contains(Step.NUMBER);
    line.identified(call(CallState.RINGING, "13812345678"));
    assertThat(model.number()).isEqualTo("13812345678");
    Call talking = call(CallState.TALKING, "13812345678");
    line.answered(talking);
    speak(talking, 6, (byte) 0x2A);
    assertThat(model.state(Step.SPEAK)).isEqualTo(State.DONE);
    assertThat(model.current()).contains(Step.PLAY);
    line.ended(call(CallState.ENDED, "13812345678"));
    model.saved(Records.answered(1, Cards.NOW, Direction.INCOMING, Records.MAYA, 60));
    assertThat(model.state(Step.PLAY)).isEqualTo(State.DONE);
    assertThat(model.recording()).isPresent();
    assertThat(model.advised()).isEmpty();
    assertThat(model.running()).as("nothing is left to be stopped").isFalse();
  }

  @Test
  void itsStepsAreToBeSeenWhileItRunsAndIsLookedAt() {
    model.shown(true);
    assertThat(model.watchedProperty().get()).isFalse();
    model.start();
    assertThat(model.watchedProperty().get()).isTrue();
    model.shown(false);
    assertThat(model.watchedProperty().get()).isFalse();
    model.shown(true);
    model.stop();
    assertThat(model.watchedProperty().get()).isFalse();
  }

  @Test
  void aCallWithoutNumberNamesThatStep() {
    model.start();
    line.ringing(call(CallState.RINGING, null));
    line.answered(call(CallState.TALKING, null));
    assertThat(model.state(Step.NUMBER)).isEqualTo(State.FAILED);
    assertThat(model.advised()).contains(Step.NUMBER);
    assertThat(model.current()).contains(Step.SPEAK);
  }

  @Test
  void silenceIsFoundOut() {
    model.start();
    line.ringing(call(CallState.RINGING, "13812345678"));
    Call talking = call(CallState.TALKING, "13812345678");
    line.answered(talking);
    speak(talking, 6, (byte) 0xD5);
    assertThat(model.current()).contains(Step.SPEAK);
    assertThat(model.quietEnd()).contains(0);
    line.ended(call(CallState.ENDED, "13812345678"));
    assertThat(model.state(Step.SPEAK)).isEqualTo(State.FAILED);
  }

  @Test
  void helpIsGivenForTheStepThatIsDueWhenItIsAskedFor() {
    model.start();
    assertThat(model.advised()).isEmpty();
    model.help();
    assertThat(model.advised()).contains(Step.RING);
    model.stop();
    assertThat(model.running()).isFalse();
  }

  private static Call call(CallState state, @Nullable String number) {
    CallOutcome outcome = state == CallState.ENDED ? CallOutcome.ANSWERED : null;
    Call known = Cards.call("k", 1, state, outcome);
    return new Call(
        known.key(),
        known.kit(),
        1,
        Direction.INCOMING,
        state,
        number,
        known.presentation(),
        null,
        true,
        known.startedAt(),
        2,
        6_000,
        0,
        outcome,
        1);
  }

  private void speak(Call call, int seconds, byte sample) {
    byte[] sound = new byte[800];
    Arrays.fill(sound, sample);
    for (int i = 0; i < seconds * 10; i++) {
      clock.advance(Duration.ofMillis(100));
      line.audio(call, new AudioBlock(i * 800L, Codec.ALAW, 1, 800, sound));
      model.tick();
    }
  }
}
