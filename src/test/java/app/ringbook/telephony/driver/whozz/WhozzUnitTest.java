package app.ringbook.telephony.driver.whozz;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.KitChoices;
import app.ringbook.telephony.PhoneDriver.Switches;
import app.ringbook.telephony.StoredCall;
import app.ringbook.telephony.simulator.SimulatorScript;
import app.ringbook.testkit.FakeClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A unit as a whole: its toggles, its memory, its clock and the forms of its records. */
class WhozzUnitTest {
  private static final String MISSED = "ring 1\ncaller 13812345678 Li\nwait 2000\nring 2\ngiveup\n";

  private DriverBench bench = new DriverBench(new WhozzDriver());
  private WhozzSimulator unit = new WhozzSimulator(bench.clock, false, played -> {});

  @Test
  void togglesAreShownAndNeverChangedByThemselves() {
    plug();
    bench.play(MISSED);
    Switches switches = bench.session.switches().orElseThrow();
    assertThat(switches.present()).isEqualTo("ECXUDASobKT");
    assertThat(switches.wanted()).isEqualTo("ECXUdASobKT");
    assertThat(Switches.changes(switches.present(), switches.wanted())).isEqualTo("d");
    assertThat(unit.toggles()).isEqualTo("ECXUDASobKT");
  }

  @Test
  void agreedTogglesAreWrittenOneAtATimeAndAskedBack() {
    for (char letter : "cXtBD".toCharArray()) {
      unit.received(new byte[] {(byte) letter}, 1);
    }
    List<Long> moments = new ArrayList<>();
    bench.session.opened(
        bytes -> {
          assertThat(bytes).hasSize(1);
          moments.add(bench.clock.nanoTime());
          unit.received(bytes, bytes.length);
        });
    unit.connect(bench::receive, bench.clock.nanoTime());
    live(2_000);
    moments.clear();
    Switches switches = bench.session.switches().orElseThrow();
    assertThat(Switches.changes(switches.present(), switches.wanted())).isEqualTo("CdbT");
    bench.session.setSwitches(switches.wanted());
    live(2_000);
    assertThat(unit.toggles()).isEqualTo("ECXUdASobKT");
    assertThat(bench.session.switches().orElseThrow().present()).isEqualTo("ECXUdASobKT");
    for (int i = 1; i < moments.size(); i++) {
      assertThat(moments.get(i) - moments.get(i - 1)).isGreaterThanOrEqualTo(50_000_000);
    }
    bench.session.setSwitches(bench.session.switches().orElseThrow().before());
    live(2_000);
    assertThat(unit.toggles()).isEqualTo("EcXUDASoBKt");
  }

  @Test
  void afterARestartOfTheProgramTheTogglesCanStillBePutBack() {
    bench.session.choose(new KitChoices("", "EcXUDASoBKt", Instant.MIN));
    plug();
    live(2_000);
    Switches switches = bench.session.switches().orElseThrow();
    assertThat(switches.present()).isEqualTo("ECXUDASobKT");
    assertThat(Switches.changes(switches.present(), switches.before())).isEqualTo("cBt");
  }

  @Test
  void togglesTheUnitDoesNotHaveAreLeftAlone() {
    bench.open();
    bench.receive("#V2.1 cDAS L=01 11/22 09:30:00\r\n");
    Switches switches = bench.session.switches().orElseThrow();
    assertThat(switches.wanted()).isEqualTo("CdAS");
    assertThat(Switches.changes("cDAS", "CdAS")).isEqualTo("Cd");
  }

  @Test
  void theMemoryIsReadByItselfWhenTheUnitWasFoundOnceEach() {
    store("store 13812345678 5000\nstore 02164321234\nstore 02164321234\n");
    plug();
    bench.pass(2_000);
    assertThat(bench.heard.stored())
        .extracting(s -> s.call().outcome())
        .containsExactly(CallOutcome.ANSWERED, CallOutcome.MISSED, CallOutcome.MISSED);
    assertThat(keys()).doesNotHaveDuplicates();
    bench.session.readMemory();
    bench.pass(2_000);
    bench.unplug();
    plug();
    bench.pass(2_000);
    assertThat(bench.heard.stored()).hasSize(3);
    assertThat(bench.heard.began()).isEmpty();
  }

  @Test
  void afterARestartOfTheProgramTheSameCallsHaveTheSameKeys() {
    store("store 13812345678 5000\nstore 02164321234\nstore 02164321234\n");
    plug();
    bench.pass(2_000);
    List<String> before = keys();
    FakeClock clock = bench.clock;
    clock.advance(Duration.ofDays(40));
    bench.unplug();
    DriverBench later = new DriverBench(new WhozzDriver());
    later.clock.advance(Duration.ofDays(40));
    bench = later;
    plug();
    bench.pass(2_000);
    assertThat(keys()).hasSize(3).isEqualTo(before);
  }

  @Test
  void aCallOfTheMemoryNeverLiesInTheFuture() {
    bench.open();
    bench.receive("0001 01 06/01 10:00 I E 0020 G A3 13812345678    Li\r\n");
    StoredCall call = bench.heard.stored().getFirst();
    assertThat(call.call().startedAt().toString()).startsWith("2026-06-01");
    bench.receive("0002 01 12/24 10:00 I E 0020 G A3 13812345678    Li\r\n");
    assertThat(bench.heard.stored().getLast().call().startedAt().toString())
        .startsWith("2025-12-24");
  }

  @Test
  void aRingStopsTheReadOutWhichGoesOnLater() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      script.append("store 1381234").append(1000 + i).append("\n");
    }
    store(script.toString());
    plug();
    assertThat(bench.heard.stored().size()).isLessThan(40);
    bench.play(MISSED);
    assertThat(bench.written.toString(StandardCharsets.US_ASCII)).contains("-");
    assertThat(bench.heard.ended()).hasSize(1);
    bench.pass(60_000);
    assertThat(bench.heard.stored()).hasSize(40);
    assertThat(keys()).doesNotHaveDuplicates();
  }

  @Test
  void aBritishUnitIsHeardAsAnyOther() {
    plug();
    bench.play("unit british\n" + MISSED);
    assertThat(bench.heard.ended().getFirst().number()).isEqualTo("13812345678");
    assertThat(Duration.between(bench.heard.began().getFirst().startedAt(), bench.clock.now()))
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void columnsOfATciUnitAreRead() {
    plug();
    bench.play("unit tci\nring 1\ncaller 13812345678 John O Neil\nwait 1000\ngiveup\n");
    bench.pass(9_000);
    Call call = bench.heard.ended().getFirst();
    assertThat(call.number()).isEqualTo("13812345678");
    assertThat(call.callerName()).isEqualTo("John O Neil");
    assertThat(call.outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void limitedRecordsWithAndWithoutTheirKeyAreRead() {
    plug();
    for (String letters : new String[] {"x", "c"}) {
      unit.received(letters.getBytes(StandardCharsets.US_ASCII), 1);
      bench.play("ring 1\ncaller 138-1234-5678 Li\nwait 1000\ngiveup\n");
      bench.pass(60_000);
    }
    assertThat(bench.heard.ended())
        .extracting(Call::number)
        .containsExactly("138-1234-5678", "13812345678");
  }

  @Test
  void aUnitThatLostItsPowerIsHeardByOurTimeAndSetRight() {
    plug();
    bench.play("unit powerless\n" + MISSED);
    Call call = bench.heard.ended().getFirst();
    assertThat(Duration.between(call.startedAt(), bench.clock.now())).isLessThan(minutes(1));
    assertThat(unit.moment()).isEmpty();
    bench.session.setClock();
    bench.pass(2_000);
    assertThat(unit.moment().orElseThrow().toLocalDateTime())
        .isBetween(local().minusMinutes(1), local().plusMinutes(1));
    assertThat(bench.events(CallEvent.ClockSet.class)).hasSize(1);
  }

  @Test
  void callsOfAnUnsetClockAreStoredOnceWithTheirTimeInDoubt() {
    store("unit powerless\nring 1\nstore 13812345678\n");
    plug();
    bench.pass(2_000);
    assertThat(bench.heard.stored().getFirst().timeCertain()).isFalse();
    String key = bench.heard.stored().getFirst().call().key();
    bench.clock.advance(Duration.ofHours(5));
    bench.unplug();
    DriverBench later = new DriverBench(new WhozzDriver());
    later.clock.advance(Duration.ofHours(6));
    bench = later;
    plug();
    bench.pass(2_000);
    assertThat(keys()).contains(key);
  }

  @Test
  void twoUnitsInAChainHaveLinesOfTheirOwn() {
    plug();
    bench.play(
        """
        line 3
        ring 1
        caller 13812345678
        line 99
        ring 1
        caller 13912345678
        giveup
        line 3
        giveup
        """);
    assertThat(bench.heard.ended()).extracting(Call::line).containsExactly(99, 3);
  }

  @Test
  void aNumberTheUnitTurnedAwayIsARefusedCall() {
    bench.open();
    bench.receive("01 I B 0000 G A1 11/22 09:30 AM 13812345678    Li\r\n");
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.REFUSED);
    assertThat(bench.heard.began()).isEmpty();
  }

  @Test
  void leapDayBelongsToTheLeapYear() {
    bench.clock.set(Instant.parse("2028-03-01T01:00:00Z"));
    bench.open();
    bench.receive("01 I E 0010 G A2 02/29 11:50 PM 5551234\r\n");
    assertThat(bench.heard.ended().getFirst().startedAt())
        .isEqualTo(Instant.parse("2028-02-29T15:50:00Z"));
  }

  private void plug() {
    unit.connect(bench::receive, bench.clock.nanoTime());
    bench.plug(unit);
    bench.pass(1_500);
  }

  private void store(String script) {
    unit.play(SimulatorScript.parse(script));
    for (int i = 0; i < 100; i++) {
      unit.step(bench.clock.nanoTime());
    }
  }

  private void live(long millis) {
    for (long passed = 0; passed < millis; passed += 10) {
      bench.clock.advance(Duration.ofMillis(10));
      unit.step(bench.clock.nanoTime());
      bench.session.tick();
    }
  }

  private List<String> keys() {
    return bench.heard.stored().stream().map(s -> s.call().key()).toList();
  }

  private LocalDateTime local() {
    return bench.clock.now().atZone(bench.clock.zone()).toLocalDateTime();
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
