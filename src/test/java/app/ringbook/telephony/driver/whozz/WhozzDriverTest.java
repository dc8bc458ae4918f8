package app.ringbook.telephony.driver.whozz;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.PhoneDriverContract;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.testkit.FakeClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whozz driver: what every driver promises, and the records of the manuals. */
class WhozzDriverTest extends PhoneDriverContract {
  private static final String START = "01 I S 0000 G A1 09/26 11:28 AM 030-0074321    Alfreds\r\n";
  private static final String END = "01 I E 0024 G A3 09/26 11:28 AM 030-0074321    Alfreds\r\n";

  @Override
  protected PhoneDriver driver() {
    return new WhozzDriver();
  }

  @Override
  protected Simulator simulator(FakeClock clock) {
    return new WhozzSimulator(clock, true, played -> {});
  }

  @Test
  @Tag("S4-07")
  void aStartRecordRingsThoughTheUnitAnsweredNothing() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(START);
    Call call = bench.heard.began().getFirst();
    assertThat(call.number()).isEqualTo("030-0074321");
    assertThat(call.callerName()).isEqualTo("Alfreds");
    assertThat(call.direction()).isEqualTo(Direction.INCOMING);
    assertThat(call.line()).isEqualTo(1);
    assertThat(call.numberNanos()).isEqualTo(bench.clock.nanoTime());
    assertThat(bench.events(CallEvent.LinkUp.class).getFirst().confirmed()).isFalse();
  }

  @Test
  void theEndRecordEndsThatCallOnceWithItsTalk() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(START);
    bench.receive(END);
    bench.receive(END);
    bench.pass(20_000);
    assertThat(bench.heard.ended()).hasSize(1);
    Call call = bench.heard.ended().getFirst();
    assertThat(call.key()).isEqualTo(bench.heard.began().getFirst().key());
    assertThat(call.talkMillis()).isEqualTo(24_000);
    assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(call.rings()).isEqualTo(3);
    assertThat(bench.heard.corrected()).isEmpty();
  }

  @Test
  void anEndWithoutTalkIsMissed() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(START);
    bench.receive(END.replace("0024", "0000"));
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void anEndWithoutStartIsOneCompletedCall() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(END);
    assertThat(bench.heard.log()).containsExactly("ended ANSWERED");
    Call call = bench.heard.ended().getFirst();
    assertThat(call.number()).isEqualTo("030-0074321");
    assertThat(local(call.startedAt())).isEqualTo(LocalDateTime.of(2026, 9, 26, 11, 28));
  }

  @Test
  void silenceWithoutEndIsMissedAndPutRightByALateEnd() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(START);
    bench.pass(7_900);
    assertThat(bench.heard.ended()).isEmpty();
    bench.pass(300);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
    bench.receive(END);
    assertThat(bench.heard.ended()).hasSize(1);
    assertThat(bench.heard.corrected().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(bench.heard.corrected().getFirst().talkMillis()).isEqualTo(24_000);
  }

  @Test
  void aUnitKnownToSendEndsIsWaitedFor() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive("V6.2 ECXUDASOBKT L=01 11/22 09:30:00\r\n");
    bench.receive(START);
    bench.pass(60_000);
    assertThat(bench.heard.ended()).isEmpty();
    bench.receive(END);
    assertThat(bench.heard.log()).last().isEqualTo("ended ANSWERED");
    assertThat(bench.heard.corrected()).isEmpty();
  }

  @Test
  void aRepeatedStartWithinTenSecondsIsOneCall() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(START + START);
    assertThat(bench.heard.began()).hasSize(1);
  }

  @Test
  void twoCallsInOneMinuteStayTwo() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(START);
    bench.receive(END);
    bench.pass(11_000);
    bench.receive(START);
    bench.receive(END);
    assertThat(bench.heard.ended()).hasSize(2);
    assertThat(bench.heard.ended().get(0).key()).isNotEqualTo(bench.heard.ended().get(1).key());
  }

  @Test
  void aBadChecksumLeavesTheNumberUnverified() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(START.replace(" G ", " B "));
    assertThat(bench.heard.began().getFirst().verified()).isFalse();
    assertThat(bench.heard.began().getFirst().number()).isEqualTo("030-0074321");
  }

  @Test
  void wordsInPlaceOfANumberSayWhyThereIsNone() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive("01 I S 0000 G A0 11/22 09:30 AM Private\r\n");
    bench.receive("02 I S 0000 G A0 11/22 09:30 AM Out-of-Area    \r\n");
    bench.receive("03 I S 0000 G A0 11/22 09:30 AM \r\n");
    assertThat(bench.heard.began())
        .extracting(Call::presentation)
        .containsExactly(Presentation.PRIVATE, Presentation.UNAVAILABLE, Presentation.NONE);
    assertThat(bench.heard.began()).extracting(Call::number).containsOnlyNulls();
  }

  @Test
  void recordsOfTheManualsAreRead() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive("01 I S 0276 G B3 09/26 11:28 AM 800-240-4637 CallerID.com\r\n");
    bench.receive("$02     09/26     02:30     PM     8002404637     I     CallerID.com\r\n");
    bench.receive("03 I S 0000 G A0 09/26 01:28 AM 770-263-7111   CALLERID.COM\r\n");
    assertThat(bench.heard.began())
        .extracting(Call::number)
        .containsExactly("800-240-4637", "8002404637", "770-263-7111");
    assertThat(bench.heard.began())
        .extracting(Call::callerName)
        .containsExactly("CallerID.com", "CallerID.com", "CALLERID.COM");
  }

  @Test
  void detailsTellRingHookAndFlash() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive("01 R             11/22 09:30:15\r\n");
    bench.receive(START.replace("09/26 11:28", "11/22 09:30"));
    bench.receive("01 F             11/22 09:30:25\r\n");
    bench.pass(5_000);
    bench.receive("01 N             11/22 09:30:30\r\n");
    bench.receive(END.replace("09/26 11:28", "11/22 09:30").replace("0024", "0005"));
    assertThat(bench.heard.log())
        .containsExactly(
            "began INCOMING null", "identified 030-0074321", "answered", "ended ANSWERED");
    assertThat(bench.heard.ended().getFirst().talkMillis()).isEqualTo(5_000);
  }

  @Test
  void anOutgoingCallShowsWhatWasDialled() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive("01 O S 0000 G A0 11/22 09:30 AM 800-240-4637   1234\r\n");
    bench.receive("01 O E 0031 G A0 11/22 09:30 AM 800-240-4637   1234\r\n");
    Call call = bench.heard.ended().getFirst();
    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(call.number()).isEqualTo("80024046371234");
    assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void theYearIsTheOneNearestToNow() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.clock.set(Instant.parse("2027-01-01T01:00:00Z"));
    bench.receive("01 I E 0010 G A2 12/31 11:50 PM 5551234\r\n");
    bench.receive("01 I E 0010 G A2 01/02 12:10 AM 5551234\r\n");
    assertThat(bench.heard.ended())
        .extracting(c -> local(c.startedAt()))
        .containsExactly(
            LocalDateTime.of(2026, 12, 31, 23, 50), LocalDateTime.of(2027, 1, 2, 0, 10));
  }

  @Test
  void anUnsetOrImpossibleDateTakesOurOwnTime() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive("01 I S 0000 G A0 00/00 00:00 AM 5551234\r\n");
    bench.receive("02 I S 0000 G A0 02/29 10:00 AM 5551234\r\n");
    bench.receive("03 I S 0000 G A0 11/22 99:99 AM 5551234\r\n");
    assertThat(bench.heard.began()).extracting(Call::startedAt).containsOnly(bench.clock.now());
  }

  @Test
  void aBritishUnitSendsTheDayFirst() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive("01 I S 0000 G A0 22/11 09:31 AM 02079460000    \r\n");
    assertThat(Duration.between(bench.heard.began().getFirst().startedAt(), bench.clock.now()))
        .isLessThan(Duration.ofMinutes(2));
  }

  @Test
  void theProbeConfirmsTheUnitAndChangesNoToggle() {
    DriverBench bench = new DriverBench(driver());
    WhozzSimulator unit = new WhozzSimulator(bench.clock, true, played -> {});
    bench.plug(unit);
    bench.pass(3_000);
    assertThat(bench.events(CallEvent.LinkUp.class).getLast().confirmed()).isTrue();
    assertThat(bench.events(CallEvent.LinkUp.class).getLast().model()).contains("V6.2");
    assertThat(bench.written.toString(StandardCharsets.US_ASCII)).isEqualTo("@V?");
    assertThat(unit.toggles()).isEqualTo("ECXUdASobKT");
  }

  @Test
  void theMemoryIsReadAsStoredCalls() {
    DriverBench bench = new DriverBench(driver());
    WhozzSimulator unit = new WhozzSimulator(bench.clock, false, played -> {});
    bench.plug(unit);
    bench.play("store 13812345678 5000\nstore 02164321234\n");
    bench.session.readMemory();
    bench.pass(1_000);
    assertThat(bench.heard.stored()).hasSize(2);
    assertThat(bench.heard.stored().getFirst().call().outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(bench.heard.stored().getLast().call().outcome()).isEqualTo(CallOutcome.MISSED);
    assertThat(bench.heard.began()).isEmpty();
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneId.of("Asia/Shanghai"));
  }
}
