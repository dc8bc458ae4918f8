package app.ringbook.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.testkit.FakeClock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every driver promises. A driver's test extends this and names its driver and simulator. */
public abstract class PhoneDriverContract {
  private static final String MISSED = "ring 1\ncaller 13812345678 Li\nwait 2000\nring 2\ngiveup\n";
  private static final String TALK =
      "ring 1\ncaller 13812345678 Li\nwait 2000\nanswer\nspeak 5000\nhangup\n";

  /** The driver. */
  protected abstract PhoneDriver driver();

  /** A kit for it. */
  protected abstract Simulator simulator(FakeClock clock);

  /** Whether its kits tell that the handset was lifted. */
  protected boolean tellsHook() {
    return driver().caps().hook();
  }

  /** Whether its kits tell what was dialled. */
  protected boolean tellsOutgoing() {
    return tellsHook();
  }

  /** Whether its kits tell that a call is over; otherwise silence does. */
  protected boolean tellsEnd() {
    return tellsHook();
  }

  /** How many telephone lines its kits have. */
  protected int lines() {
    return 2;
  }

  /** Up to which byte the plug is pulled; within the first call if a number is only told once. */
  protected int cutBefore() {
    return 80;
  }

  /** Lets pass what the end of a call takes. */
  protected void awaitEnd(DriverBench bench) {
    bench.pass(tellsEnd() ? 0 : 9_000);
  }

  @Test
  void anAnsweredCallIsToldFromRingToEnd() {
    DriverBench bench = plugged();
    bench.play(TALK);
    if (!tellsHook()) {
      awaitEnd(bench);
      assertThat(bench.session.caps().hook()).isFalse();
      assertThat(bench.heard.answered()).isEmpty();
      assertThat(bench.heard.ended()).hasSize(1);
      return;
    }
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.answered()).hasSize(1);
    Call end = bench.heard.ended().getFirst();
    assertThat(end.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(end.number()).isEqualTo("13812345678");
    assertThat(end.callerName()).isEqualTo("Li");
    assertThat(end.talkMillis()).isBetween(4_500L, 5_500L);
  }

  @Test
  void ringingTwiceIsOneCallAndHangingUpWithoutAnswerIsMissed() {
    DriverBench bench = plugged();
    bench.play(MISSED);
    awaitEnd(bench);
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.ended()).hasSize(1);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
    assertThat(bench.heard.ended().getFirst().talkMillis()).isZero();
    assertThat(bench.heard.ended().getFirst().rings()).isEqualTo(3);
  }

  @Test
  void anOutgoingCallIsToldWithItsNumber() {
    DriverBench bench = plugged();
    bench.play("dial 01064321234\nfarend\nspeak 3000\nhangup\n");
    if (!tellsOutgoing()) {
      assertThat(bench.heard.began()).isEmpty();
      assertThat(bench.heard.ended()).isEmpty();
      return;
    }
    Call end = bench.heard.ended().getFirst();
    assertThat(end.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(end.number()).isEqualTo("01064321234");
    assertThat(end.outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void aCallSplitAtEveryByteIsTheSameCall() {
    DriverBench bench = plugged();
    bench.play("chunk 1\n" + TALK);
    awaitEnd(bench);
    assertThat(bench.heard.ended()).hasSize(1);
    if (tellsHook()) {
      assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
    }
    assertThat(bench.heard.ended().getFirst().number()).isEqualTo("13812345678");
  }

  @Test
  void garbageBeforeAndWithinDoesNoHarm() {
    DriverBench bench = plugged();
    bench.play(
        "insert 40\nwait 600\n" + MISSED + "insert 100\nwait 600\n" + MISSED.replace("138", "139"));
    awaitEnd(bench);
    assertThat(bench.heard.ended()).hasSizeGreaterThanOrEqualTo(1);
    assertThat(bench.heard.ended().getLast().number()).isEqualTo("13912345678");
  }

  @Test
  void anyBytesInAnyChunksAreSurvived() {
    Random random = new Random(27);
    DriverBench bench = plugged();
    byte[] noise = new byte[1_000_000];
    random.nextBytes(noise);
    for (int from = 0; from < noise.length; ) {
      int to = Math.min(noise.length, from + 1 + random.nextInt(900));
      bench.receive(Arrays.copyOfRange(noise, from, to));
      assertThat(bench.session.waitingBytes()).isLessThanOrEqualTo(8192);
      from = to;
    }
    bench.receive("\r\n");
    bench.pass(1_000);
    bench.play(MISSED.replace("138", "137"));
    awaitEnd(bench);
    assertThat(bench.heard.ended().getLast().number()).isEqualTo("13712345678");
  }

  @Test
  void piecesOfAnySizeThatComeLateAreTheSameCall() {
    DriverBench bench = plugged();
    bench.play("chunk 1 9\ndelay 300\n" + TALK);
    awaitEnd(bench);
    assertThat(bench.heard.ended()).hasSize(1);
    if (tellsHook()) {
      assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
    }
    assertThat(bench.heard.ended().getFirst().number()).isEqualTo("13812345678");
  }

  @Test
  void aKitThatStallsIsHeardWhenItGoesOn() {
    DriverBench bench = plugged();
    bench.play("ring 1\nstall 1500\ncaller 13812345678\nwait 1000\ngiveup\n");
    awaitEnd(bench);
    assertThat(bench.heard.ended()).hasSize(1);
    assertThat(bench.heard.ended().getFirst().number()).isEqualTo("13812345678");
  }

  @Test
  void thePlugPulledAtAnyByteLosesNoLaterCall() {
    for (int at = 0; at < cutBefore(); at += 3) {
      DriverBench bench = plugged();
      bench.play("cut " + at + " 500\n" + MISSED + "wait 30000\n" + MISSED.replace("138", "139"));
      awaitEnd(bench);
      assertThat(bench.heard.ended()).as("pulled at %d", at).isNotEmpty();
      assertThat(bench.heard.ended().getLast().number())
          .as("pulled at %d", at)
          .isEqualTo("13912345678");
    }
  }

  @Test
  void aDamagedRecordCostsNoOtherCall() {
    DriverBench bench = plugged();
    bench.play("flip 1\n" + MISSED + "wait 20000\n" + MISSED.replace("138", "139"));
    awaitEnd(bench);
    assertThat(bench.heard.ended()).hasSizeLessThanOrEqualTo(3);
    assertThat(bench.heard.ended().getLast().number()).isEqualTo("13912345678");
    assertThat(bench.heard.ended().getLast().outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void aRecordCutShortIsForgottenAndTheNextOneRead() {
    DriverBench bench = plugged();
    bench.receive(Arrays.copyOf(sample(), 20));
    bench.pass(600);
    bench.receive("\r\n");
    bench.play(TALK);
    awaitEnd(bench);
    assertThat(bench.heard.ended().getLast().number()).isEqualTo("13812345678");
  }

  @Test
  void unpluggedInACallItEndsAsLost() {
    DriverBench bench = plugged();
    bench.play("ring 1\ncaller 13812345678\nanswer\n");
    assertThat(bench.heard.ended()).isEmpty();
    bench.unplug();
    bench.pass(30_000);
    assertThat(bench.heard.ended()).hasSize(1);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.DEVICE_LOST);
  }

  @Test
  void aWithheldNumberIsNoNumber() {
    DriverBench bench = plugged();
    bench.play("ring 1\nprivate\nring 2\ngiveup\n");
    awaitEnd(bench);
    assertThat(bench.heard.ended().getFirst().presentation()).isEqualTo(Presentation.PRIVATE);
    assertThat(bench.heard.ended().getFirst().number()).isNull();
  }

  @Test
  void bothLinesRingAtOnce() {
    DriverBench bench = plugged();
    bench.play(
        """
        ring 1
        caller 13812345678
        line 2
        ring 1
        caller 13912345678
        wait 1000
        giveup
        line 1
        giveup
        """);
    if (lines() == 1) {
      awaitEnd(bench);
      assertThat(bench.heard.ended()).isNotEmpty().allMatch(call -> call.line() == 1);
      return;
    }
    assertThat(bench.heard.ended()).extracting(Call::line).containsExactly(2, 1);
    assertThat(bench.heard.ended())
        .extracting(Call::number)
        .containsExactly("13912345678", "13812345678");
  }

  @Test
  void manyCallsBackToBackAreAllRecorded() {
    DriverBench bench = plugged();
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      script.append("ring 1\ncaller 138").append(10_000_000 + i).append("\ngiveup\nwait 20\n");
    }
    bench.play(script.toString());
    awaitEnd(bench);
    assertThat(bench.heard.ended()).hasSize(200);
    assertThat(bench.heard.ended().stream().map(Call::key).distinct()).hasSize(200);
    assertThat(bench.heard.ended()).noneMatch(call -> call.number() == null);
  }

  /** A piece of a record of this driver. */
  protected byte[] sample() {
    return "01 I S 0000 G A1 09/26 11:28 AM".getBytes(StandardCharsets.US_ASCII);
  }

  private DriverBench plugged() {
    DriverBench bench = new DriverBench(driver());
    bench.plug(simulator(bench.clock));
    bench.pass(1_000);
    return bench;
  }
}
