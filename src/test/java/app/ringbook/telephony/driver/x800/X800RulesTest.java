package app.ringbook.telephony.driver.x800;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.simulator.SimulatorScript;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules of the profile that take a while: replugs, restarts, drift, memories, two kits at once. */
class X800RulesTest {
  private final X800Bench kit = new X800Bench();

  @Test
  void theSameBootAfterAReplugGoesOnRecordingTheSameCallBehindAGap() {
    kit.talking();
    kit.audio(0, 160);
    kit.bench.unplug();
    kit.bench.pass(2_000);
    kit.bench.written.reset();
    kit.ready();
    assertThat(kit.written(X800Type.REC_START)).hasSize(1);
    assertThat(kit.written(X800Type.REC_START).getFirst().reader().u32()).isEqualTo(X800Bench.CALL);
    kit.audio(16_160, 160);
    assertThat(kit.bench.heard.log()).contains("gap 160 16000");
    kit.control(X800Type.CALL_END, X800Bench.end(0, 1, 2_000, 4_000));
    assertThat(kit.bench.heard.began()).hasSize(1);
    assertThat(kit.bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void aLongCallOutlivesManyShortOnes() {
    kit.talking();
    for (int i = 0; i < 100; i++) {
      X800Payload missed = new X800Payload().u32(1_000 + i).u8(0).u8(0).u32(2_000).u32(0);
      kit.control(X800Type.CALL_END, missed);
      kit.bench.pass(20);
    }
    kit.bench.unplug();
    kit.bench.written.reset();
    kit.ready();
    assertThat(kit.written(X800Type.REC_START)).hasSize(1);
    assertThat(kit.written(X800Type.REC_START).getFirst().reader().u32()).isEqualTo(X800Bench.CALL);
  }

  @Test
  void aCallThatIsOverIsNotRecordedAgainAfterAReplug() {
    kit.talking();
    kit.control(X800Type.CALL_END, X800Bench.end(0, 1, 2_000, 4_000));
    kit.bench.unplug();
    kit.bench.written.reset();
    kit.ready();
    assertThat(kit.written(X800Type.REC_START)).isEmpty();
  }

  @Test
  void anotherBootClosesTheCallAsLostAndKeepsWhatWasHeard() {
    DriverBench bench = new DriverBench(new X800Driver());
    bench.plug(new X800Simulator(bench.clock, 1, played -> {}));
    bench.pass(1_000);
    bench.play("ring 1\ncaller 13812345678\nanswer\nspeak 3000\n");
    bench.unplug();
    bench.clock.advance(Duration.ofSeconds(2));
    bench.plug(new X800Simulator(bench.clock, 1, played -> {}));
    bench.pass(1_000);
    assertThat(bench.events(CallEvent.Restarted.class)).hasSize(1);
    assertThat(bench.heard.ended()).hasSize(1);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.DEVICE_LOST);
    assertThat(bench.heard.ended().getFirst().talkMillis()).isBetween(3_000L, 7_000L);
    assertThat(bench.heard.sound().length).isGreaterThan(2 * 8_000);
  }

  @Test
  void durationsHoldWithAKitThatIsFastOrSlow() {
    for (long millionths : new long[] {200, -200}) {
      DriverBench bench = new DriverBench(new X800Driver());
      bench.noRecording();
      bench.plug(new X800Simulator(bench.clock, 1, played -> {}));
      bench.pass(1_000);
      bench.play("drift " + millionths + "\n");
      bench.pass(1_800_000);
      bench.play("ring 1\ncaller 13812345678\nwait 2000\nanswer\nwait 600000\nhangup\n");
      Call call = bench.heard.ended().getFirst();
      assertThat(call.talkMillis()).isBetween(599_000L, 601_000L);
      assertThat(Duration.between(call.startedAt(), bench.heard.answered().getFirst().startedAt()))
          .isZero();
      Duration age = Duration.between(call.startedAt(), bench.clock.now());
      assertThat(age.toMillis()).isBetween(603_000L, 606_000L);
      assertThat(bench.events(CallEvent.LinkLost.class)).isEmpty();
    }
  }

  @Test
  void theClockIsAskedEachTenSecondsForAMinuteAndThenEachMinute() {
    kit.ready();
    for (int second = 0; second < 60; second++) {
      kit.beat();
      kit.bench.pass(1_000);
    }
    assertThat(kit.written(X800Type.TIME_REQ)).hasSizeBetween(6, 7);
    for (int second = 0; second < 180; second++) {
      kit.beat();
      kit.bench.pass(1_000);
    }
    assertThat(kit.written(X800Type.TIME_REQ)).hasSizeBetween(9, 10);
  }

  @Test
  void fiveHundredStoredCallsSentTwiceAreFiveHundredCallsOldestClockAndAll() {
    kit.ready();
    Map<String, Integer> saved = new HashMap<>();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 500; i++) {
        X800Payload call =
            new X800Payload()
                .u64(7L << 32 | i)
                .u32(i)
                .bytes(callerOf(i))
                .u32(i)
                .bytes(new X800Payload().u8(0).u8(0).u32(4_000).u32(0).done())
                .u64(kit.bench.clock.now().toEpochMilli() - 60_000L * (i + 1));
        int flags = X800Frame.ACK_WANTED | X800Frame.STORED;
        kit.bench.receive(kit.encode(X800Type.STORED_CALL, flags, 1, call));
        kit.acknowledge(X800Type.STORED_DONE);
        kit.bench.written.reset();
        if (i % 16 == 15 || i == 499) {
          kit.bench.heard.confirmStored();
          kit.acknowledge(X800Type.STORED_DONE);
          kit.acknowledge(X800Type.STORED_COUNT);
          kit.beat();
          kit.bench.pass(10);
        }
      }
    }
    kit.bench.heard.stored().forEach(s -> saved.merge(s.call().key(), 1, Integer::sum));
    assertThat(saved).hasSize(500);
    assertThat(kit.bench.heard.began()).isEmpty();
    assertThat(kit.bench.events(CallEvent.LinkLost.class)).isEmpty();
  }

  @Test
  void storedCallsOfAnUnsetClockAreInDoubtAndInTheirOrder() {
    DriverBench bench = new DriverBench(new X800Driver());
    X800Simulator away = new X800Simulator(bench.clock, 1, played -> {});
    away.loseClock();
    for (int i = 0; i < 5; i++) {
      away.play(SimulatorScript.parse("store 1381234567" + i + " 1000\n"));
    }
    away.step(bench.clock.nanoTime());
    bench.plug(away);
    bench.pass(3_000);
    assertThat(bench.heard.stored()).hasSize(5).noneMatch(stored -> stored.timeCertain());
  }

  @Test
  void twoKitsAtOnceDoNotMix() {
    DriverBench one = new DriverBench(new X800Driver());
    DriverBench two = new DriverBench(new X800Driver());
    X800Simulator kitOne = new X800Simulator(one.clock, 1, played -> {});
    X800Simulator kitTwo = new X800Simulator(two.clock, 2, played -> {});
    one.plug(kitOne);
    two.plug(kitTwo);
    one.pass(1_000);
    two.pass(1_000);
    kitOne.play(SimulatorScript.parse("ring 1\ncaller 13812345678\nanswer\nspeak 2000\nhangup\n"));
    kitTwo.play(SimulatorScript.parse("ring 1\ncaller 13912345678\nring 2 1000\ngiveup\n"));
    for (int i = 0; i < 100; i++) {
      one.pass(100);
      two.pass(100);
    }
    assertThat(one.heard.ended()).extracting(Call::number).containsExactly("13812345678");
    assertThat(two.heard.ended()).extracting(Call::number).containsExactly("13912345678");
    assertThat(two.heard.sound()).isEmpty();
  }

  @Test
  void aRestartOfTheKitInACallTellsTheCallOnceAndTheNextOneToo() {
    DriverBench bench = new DriverBench(new X800Driver());
    bench.plug(new X800Simulator(bench.clock, 1, played -> {}));
    bench.pass(1_000);
    bench.play(
        """
        ring 1
        caller 13812345678
        answer
        speak 2000
        reboot
        wait 6000
        ring 1
        caller 13912345678
        ring 1
        giveup
        """);
    assertThat(bench.heard.ended())
        .extracting(Call::outcome)
        .containsExactly(CallOutcome.DEVICE_LOST, CallOutcome.MISSED);
  }

  private static byte[] callerOf(int number) {
    String digits = "D138" + (10_000_000 + number) + "C";
    X800Payload data = X800Bench.callerId(2, digits);
    byte[] whole = data.done();
    return java.util.Arrays.copyOfRange(whole, 4, whole.length);
  }
}
