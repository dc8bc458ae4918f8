package app.ringbook.telephony.driver.x800;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.PhoneDriverContract;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.testkit.FakeClock;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The x800 driver with a whole kit: what every driver promises, sound, memory, replug, restart. */
class X800DriverTest extends PhoneDriverContract {
  private static final String RING = "ring 1\ncaller 13812345678 Li\n";

  @Override
  protected PhoneDriver driver() {
    return new X800Driver();
  }

  @Override
  protected Simulator simulator(FakeClock clock) {
    return new X800Simulator(clock, 1, played -> {});
  }

  @Override
  protected byte[] sample() {
    return X800Codec.encode(new X800Frame(X800Type.AUDIO, 0, 1, 1, 0, new byte[300]));
  }

  @Test
  @Tag("S4-07")
  void theSoundHeardIsTheSoundSent() {
    DriverBench bench = plugged(1);
    bench.play(RING + "answer\nspeak 10000\nhangup\n");
    byte[] sound = bench.heard.sound();
    assertThat(sound.length).isBetween(9 * 8000, 11 * 8000);
    assertThat(bench.heard.lostSamples()).isZero();
    assertThat(Arrays.mismatch(sound, SimulatedCall.sound(0, 1, 1))).isNotZero();
    assertThat(sound).isEqualTo(sent(sound, 1));
  }

  @Test
  void twoChannelsComeApart() {
    DriverBench bench = plugged(2);
    bench.play(RING + "answer\nfast\nspeak 10000\nhangup\n");
    byte[] sound = bench.heard.sound();
    assertThat(sound.length).isGreaterThanOrEqualTo(2 * 10 * 8000);
    assertThat(sound).isEqualTo(sent(sound, 2));
    assertThat(bench.session.caps().twoChannels()).isTrue();
  }

  @Test
  void lostFramesAreSilenceOfTheRightLength() {
    DriverBench bench = plugged(1);
    bench.play(RING + "answer\nspeak 1000\ndrop 5\nspeak 2000\nhangup\n");
    byte[] sound = bench.heard.sound();
    assertThat(bench.heard.lostSamples()).isBetween(4 * 160L, 5 * 160L);
    int silent = 0;
    byte[] sent = sent(sound, 1);
    for (int i = 0; i < sound.length; i++) {
      silent += sound[i] == sent[i] ? 0 : 1;
    }
    assertThat(silent).isPositive().isLessThanOrEqualTo(5 * 160);
  }

  @Test
  void nothingIsRecordedThatNobodyWants() {
    DriverBench bench = plugged(1);
    bench.noRecording();
    bench.play(RING + "answer\nspeak 2000\nhangup\n");
    assertThat(bench.heard.sound()).isEmpty();
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void aLostAcknowledgementTellsNothingTwice() {
    DriverBench bench = plugged(1);
    bench.play("drop 3\n" + RING + "wait 3000\nring 2\ngiveup\n");
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.ended()).hasSize(1);
    assertThat(bench.heard.ended().getFirst().number()).isEqualTo("13812345678");
  }

  @Test
  void pluggedInAgainTheCallGoesOn() {
    DriverBench bench = new DriverBench(driver());
    X800Simulator kit = new X800Simulator(bench.clock, 1, played -> {});
    bench.plug(kit);
    bench.pass(1_000);
    bench.play(RING + "answer\nspeak 2000\n");
    bench.unplug();
    bench.pass(3_000);
    bench.plug(kit);
    bench.pass(1_000);
    bench.play("speak 2000\nhangup\n");
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.ended()).hasSize(1);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(bench.heard.lostSamples()).isBetween(20_000L, 40_000L);
    byte[] sound = bench.heard.sound();
    byte[] tail = Arrays.copyOfRange(sound, sound.length - 8000, sound.length);
    byte[] all = sent(sound, 1);
    assertThat(tail).isEqualTo(Arrays.copyOfRange(all, all.length - 8000, all.length));
  }

  @Test
  void aRestartedKitLosesTheCallButKeepsWhatWasHeard() {
    DriverBench bench = plugged(1);
    bench.play(RING + "answer\nspeak 2000\nreboot\nwait 1000\n" + RING.replace("138", "139"));
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.DEVICE_LOST);
    assertThat(bench.heard.identified()).extracting(Call::number).last().isEqualTo("13912345678");
    assertThat(bench.heard.sound().length).isGreaterThan(8_000);
  }

  @Test
  void aRestartWhileItRingsIsOneCall() {
    DriverBench bench = plugged(1);
    bench.play(RING + "reboot\nwait 500\n" + RING + "wait 2000\ngiveup\n");
    assertThat(bench.events(CallEvent.Restarted.class)).hasSize(1);
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.ended()).hasSize(1);
  }

  @Test
  void storedCallsAreConfirmedOnlyOnceSaved() {
    DriverBench bench = new DriverBench(driver());
    X800Simulator kit = new X800Simulator(bench.clock, 1, played -> {});
    for (int i = 0; i < 20; i++) {
      kit.play(
          app.ringbook.telephony.simulator.SimulatorScript.parse("store 138" + (1000 + i) + " 0"));
    }
    kit.step(bench.clock.nanoTime());
    bench.plug(kit);
    bench.pass(2_000);
    assertThat(bench.heard.stored()).hasSize(16);
    assertThat(kit.storedCalls()).isEqualTo(20);
    bench.heard.confirmStored();
    bench.pass(2_000);
    bench.heard.confirmStored();
    bench.pass(2_000);
    assertThat(kit.storedCalls()).isZero();
    assertThat(bench.heard.stored()).hasSize(20);
    assertThat(bench.heard.began()).isEmpty();
    assertThat(bench.heard.stored().getFirst().timeCertain()).isTrue();
  }

  @Test
  void aStoredCallNotConfirmedComesAgainAsTheSameCall() {
    DriverBench bench = new DriverBench(driver());
    X800Simulator kit = new X800Simulator(bench.clock, 1, played -> {});
    kit.loseClock();
    kit.play(app.ringbook.telephony.simulator.SimulatorScript.parse("store 13812345678 5000"));
    kit.step(bench.clock.nanoTime());
    bench.plug(kit);
    bench.pass(1_000);
    bench.unplug();
    bench.plug(kit);
    bench.pass(1_000);
    assertThat(bench.heard.stored()).hasSize(2);
    assertThat(bench.heard.stored())
        .extracting(s -> s.call().key())
        .containsOnly(bench.heard.stored().getFirst().call().key());
    assertThat(bench.heard.stored().getFirst().timeCertain()).isFalse();
  }

  @Test
  void aCallThatEndedWhileNobodyListenedIsStoredByTheKit() {
    DriverBench bench = new DriverBench(driver());
    X800Simulator kit = new X800Simulator(bench.clock, 1, played -> {});
    bench.plug(kit);
    bench.pass(1_000);
    bench.play(RING + "answer\nspeak 1000\nunplug 2000\nhangup\n");
    bench.unplug();
    bench.plug(kit);
    bench.pass(3_000);
    assertThat(bench.heard.ended().size() + bench.heard.stored().size()).isEqualTo(1);
  }

  @Test
  void theKitDialsAndHangsUpForUs() {
    DriverBench bench = plugged(1);
    bench.session.dial(1, "010-6432 1234");
    bench.pass(1_000);
    assertThat(bench.heard.began().getFirst().state().name()).isEqualTo("DIALLING");
    bench.session.hangUp(1);
    bench.pass(1_000);
    assertThat(bench.heard.ended().getFirst().number()).isEqualTo("01064321234");
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.NO_ANSWER);
  }

  @Test
  void anEngagedNumberIsBusy() {
    DriverBench bench = plugged(1);
    bench.play("dial 64321234\nbusy\nwait 1000\nhangup\n");
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.BUSY);
  }

  @Test
  void aWrongChecksumLeavesTheNumberUnverified() {
    DriverBench bench = plugged(1);
    bench.play("ring 1\nunsure 13812345678\ngiveup\n");
    assertThat(bench.heard.ended().getFirst().number()).isEqualTo("13812345678");
    assertThat(bench.heard.ended().getFirst().verified()).isFalse();
  }

  @Test
  void theWholeMinuteOfTwoChannelsArrives() {
    DriverBench bench = plugged(2);
    bench.play(RING + "answer\nfast\nspeak 60000\nhangup\n");
    byte[] sound = bench.heard.sound();
    assertThat(sound.length).isGreaterThanOrEqualTo(2 * 60 * Codec.SAMPLE_RATE);
    assertThat(bench.heard.lostSamples()).isZero();
    assertThat(sound).isEqualTo(sent(sound, 2));
  }

  private DriverBench plugged(int channels) {
    DriverBench bench = new DriverBench(driver());
    bench.plug(new X800Simulator(bench.clock, channels, played -> {}));
    bench.pass(1_000);
    return bench;
  }

  private static byte[] sent(byte[] like, int channels) {
    return SimulatedCall.sound(0, like.length / channels, channels);
  }
}
