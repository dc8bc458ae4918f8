package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.driver.whozz.WhozzDriver;
import app.ringbook.telephony.driver.whozz.WhozzSimulator;
import app.ringbook.telephony.driver.x800.X800Driver;
import app.ringbook.telephony.driver.x800.X800Simulator;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.telephony.simulator.SimulatorScript;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The rows against the truth: what the simulated kit did, moment by moment, and what stands in the
 * database afterwards. From bytes through driver, tracker and desk, on a clock that stands.
 */
@Tag("S4-07")
class KitTruthStoreTest {
  private static final int CALLS = 200;
  private static final int STORED = 100;

  /** What the kit did with one call. */
  private static final class Truth {
    final int line;
    final boolean incoming;
    final Instant began;
    String number = "";
    CallOutcome outcome;
    @Nullable Instant answered;
    @Nullable Instant ended;

    Truth(int line, boolean incoming, Instant began) {
      this.line = line;
      this.incoming = incoming;
      this.began = began;
      this.outcome = incoming ? CallOutcome.MISSED : CallOutcome.NO_ANSWER;
    }

    long talkMillis() {
      return answered == null || ended == null ? 0 : Duration.between(answered, ended).toMillis();
    }
  }

  private final Map<Integer, Truth> going = new HashMap<>();
  private final List<Truth> over = new ArrayList<>();

  @Test
  void twoHundredCallsInAnyOrderWithCutOffsAreTwoHundredRows() {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      DriverBench bench = new DriverBench(new X800Driver(), test.clock(), house.desk);
      bench.noRecording();
      X800Simulator kit =
          new X800Simulator(test.clock(), 1, played -> note(played, test.clock().now()));
      bench.plug(kit);
      bench.pass(1_000);
      Random random = new Random(200);
      for (int made = 0; made < CALLS; ) {
        Episode episode = Episode.of(random.nextInt(11), made);
        if (made + episode.calls() <= CALLS) {
          bench.play(episode.script());
          bench.pass(500);
          made += episode.calls();
        }
      }
      bench.pass(30_000);
      await().until(() -> house.saved.size() >= CALLS);
      house.desk.close();
      compare(house.records.page(CallFilter.ALL, null, 500));
      assertThat(test.count("call_record")).isEqualTo(CALLS);
    }
  }

  @OnBothDatabases
  void ofTwelveCallsInTheMemoryTheFourAlreadyHeardAreNotAddedAgain(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      WhozzSimulator unit = new WhozzSimulator(test.clock(), true, played -> {});
      DriverBench live = new DriverBench(new WhozzDriver(), test.clock(), house.desk);
      live.plug(unit);
      live.pass(2_000);
      live.play("ring 1\ncaller 13800000001 Li\nwait 2000\nanswer\nspeak 5000\nhangup\n");
      live.play("ring 1\ncaller 13800000002\nwait 2000\nring 2\ngiveup\nwait 70000\n");
      live.play("dial 01064321234\nspeak 9000\nhangup\nwait 40000\n");
      live.play("ring 1\ncaller 13800000002\nring 1\ngiveup\n");
      await().until(() -> house.saved.size() == 4);
      live.unplug();

      for (int i = 0; i < 8; i++) {
        test.clock().advance(Duration.ofMinutes(17));
        unit.play(SimulatorScript.parse("store 1390000000" + i + " " + (i % 2) * 7000 + "\n"));
        unit.step(test.clock().nanoTime());
      }
      DriverBench later = new DriverBench(new WhozzDriver(), test.clock(), house.desk);
      later.plug(unit);
      later.pass(10_000);
      await().until(() -> test.count("call_record") == 12);
      house.desk.close();

      List<CallRecord> stored =
          house.records.page(CallFilter.ALL, null, 50).stream()
              .filter(row -> row.source() == CallRecord.Source.STORED)
              .toList();
      assertThat(stored).hasSize(8);
      assertThat(stored).allMatch(row -> row.numberRaw().startsWith("139"));
      assertThat(stored.stream().filter(row -> row.outcome() == CallOutcome.MISSED))
          .hasSize(4)
          .noneMatch(CallRecord::handled);
      assertThat(test.count("call_record")).isEqualTo(12);
    }
  }

  @Test
  void storedCallsReplayedAfterARestartAreTheSameRows() {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      // Two kits of one boot: the second is the first as if it had forgotten no call.
      List<X800Simulator> kits = new ArrayList<>();
      StringBuilder script = new StringBuilder();
      for (int i = 0; i < STORED; i++) {
        script.append("store 138").append(10_000_000 + i).append(" ").append(i % 3).append("000\n");
      }
      for (int i = 0; i < 2; i++) {
        X800Simulator kit = new X800Simulator(test.clock(), 1, played -> {});
        kit.play(SimulatorScript.parse(script.toString()));
        kit.step(test.clock().nanoTime());
        kits.add(kit);
      }
      for (X800Simulator kit : kits) {
        DriverBench bench = new DriverBench(new X800Driver(), test.clock(), house.desk);
        bench.plug(kit);
        await()
            .pollInSameThread()
            .pollInterval(Duration.ofMillis(1))
            .pollDelay(Duration.ZERO)
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> {
                  bench.pass(50);
                  return kit.storedCalls() == 0;
                });
        assertThat(test.count("call_record")).isEqualTo(STORED);
      }
      assertThat(house.shown).isEmpty();
    }
  }

  @Test
  void aCallCutOffIsPutRightByTheKitsMemory() {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      CallRecord cut = house.save("kit/a", "13800000000", CallOutcome.DEVICE_LOST, null);
      FinishedCall stored =
          new FinishedCall(
              CallHouse.over(
                  house.ringing("kit/stored-1", "13800000000"), CallOutcome.ANSWERED, 60_000),
              house.numbers.parse("13800000000"),
              CallRecord.Source.STORED,
              true,
              null,
              null,
              null,
              null);
      CallRecord after = house.records.save(stored).value();
      assertThat(after.id()).isEqualTo(cut.id());
      assertThat(after.outcome()).isEqualTo(CallOutcome.ANSWERED);
      assertThat(after.talkMillis()).isEqualTo(60_000);
      assertThat(test.count("call_record")).isEqualTo(1);
    }
  }

  /**
   * A few steps and how many calls they are.
   *
   * @param calls calls made by them
   * @param script the steps
   */
  private record Episode(int calls, String script) {
    static Episode of(int kind, int made) {
      String caller = "ring 1\nwait 700\ncaller " + (13_800_000_000L + made) + " C" + made + "\n";
      String other = "ring 1\nwait 300\ncaller " + (13_900_000_000L + made) + "\n";
      String outside = "dial " + (1_000_000_000L + made) + "\nwait 2000\n";
      return switch (kind) {
        case 0 -> new Episode(1, caller + "wait 3000\nanswer\nwait 7300\nhangup\n");
        case 1 -> new Episode(1, caller + "wait 3000\nring 2\nwait 1000\ngiveup\n");
        case 2 -> new Episode(1, outside + "farend\nwait 12000\nhangup\n");
        case 3 -> new Episode(1, outside + "busy\nwait 1500\nhangup\n");
        case 4 -> new Episode(1, "ring 1\nwait 500\nprivate\nring 2\nwait 800\ngiveup\n");
        case 5 ->
            new Episode(
                2,
                caller
                    + "line 2\n"
                    + other
                    + "wait 1500\nline 1\nanswer\nwait 2000\nline 2\ngiveup\n"
                    + "line 1\nwait 4000\nhangup\n");
        case 6 ->
            new Episode(
                1, caller + "answer\nwait 3000\nunplug 2500\nwait 4000\nhangup\nwait 500\n");
        case 7 -> new Episode(1, "ring 3 3000\nwait 900\ngiveup\n");
        case 8 ->
            new Episode(
                1, "drop 2\n" + caller + "chunk 1 5\nflip 1\nanswer\nwait 5000\nhangup\nchunk 0\n");
        case 9 ->
            new Episode(
                1, caller + "insert 30\ndelay 200\nanswer\nwait 2000\nhangup\ndelay 0\nwait 900\n");
        default ->
            new Episode(
                2,
                "line 2\n"
                    + other
                    + "answer\nline 1\n"
                    + caller
                    + "unplug 1000\nwait 1500\nanswer\nwait 2000\nline 2\nhangup\n"
                    + "line 1\nwait 1000\nhangup\n");
      };
    }
  }

  /** Writes down what the kit does. */
  private void note(Simulator.Played played, Instant now) {
    switch (played.event()) {
      case "ring" -> going.computeIfAbsent(played.line(), line -> new Truth(line, true, now));
      case "dial" -> {
        Truth call = new Truth(played.line(), false, now);
        call.number = played.detail();
        going.put(played.line(), call);
      }
      case "caller" -> going(played).number = played.detail().replaceFirst(" .*", "");
      case "answer", "farend" -> {
        going(played).answered = now;
        going(played).outcome = CallOutcome.ANSWERED;
      }
      case "busy" -> going(played).outcome = CallOutcome.BUSY;
      case "hangup", "giveup" -> {
        Truth call = going(played);
        call.ended = now;
        over.add(call);
        going.remove(played.line());
      }
      default -> {
        // Faults of the cable are no truth of a call.
      }
    }
  }

  private Truth going(Simulator.Played played) {
    return Objects.requireNonNull(going.get(played.line()));
  }

  private void compare(List<CallRecord> rows) {
    assertThat(rows).hasSize(CALLS);
    assertThat(over).hasSize(CALLS);
    List<CallRecord> left = new ArrayList<>(rows);
    for (Truth truth : over) {
      CallRecord row =
          left.stream().filter(r -> about(truth, r)).findFirst().orElseThrow(() -> missing(truth));
      left.remove(row);
      assertThat(row.outcome()).as(truth.number).isEqualTo(truth.outcome);
      assertThat(row.talkMillis())
          .as("talk of %s", truth.number)
          .isBetween(truth.talkMillis() - 1_000, truth.talkMillis() + 1_000);
    }
    assertThat(left).isEmpty();
  }

  private static boolean about(Truth truth, CallRecord row) {
    long apart = Math.abs(Duration.between(truth.began, row.at()).toMillis());
    return row.line() == truth.line
        && (row.direction() == Direction.INCOMING) == truth.incoming
        && row.numberRaw().equals(truth.number)
        && apart <= 1_000;
  }

  private static AssertionError missing(Truth truth) {
    return new AssertionError("No row of the call of " + truth.number + " at " + truth.began);
  }
}
