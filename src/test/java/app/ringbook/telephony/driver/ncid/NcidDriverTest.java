package app.ringbook.telephony.driver.ncid;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.KitChoices;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.PhoneDriverContract;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.testkit.FakeClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NCID servers: what every driver promises, live calls, and the log that fills gaps. */
class NcidDriverTest extends PhoneDriverContract {
  private static final String GREETING =
      "200 Server: ncidd (NCID) 1.14\r\n210 API: 1.14 Feature Set 1 2 3 4\r\n";
  private static final String START = GREETING + "252 Call log empty\n300 End of startup\n";

  @Override
  protected PhoneDriver driver() {
    return new NcidDriver();
  }

  @Override
  protected Simulator simulator(FakeClock clock) {
    return new NcidSimulator(clock, played -> {});
  }

  @Override
  protected boolean tellsOutgoing() {
    return true;
  }

  @Override
  protected boolean tellsEnd() {
    return true;
  }

  @Override
  protected byte[] sample() {
    return "CID: *DATE*11222026*TIME*0930*LINE*1".getBytes(StandardCharsets.US_ASCII);
  }

  private static final String OLD_LOG =
      GREETING
          + "CIDLOG: *DATE*01022020*TIME*0930*LINE*POTS*NMBR*4075551111*MESG*NONE*NAME*OLD ONE*\n"
          + "CIDLOG: *DATE*01032020*TIME*0930*LINE*POTS*NMBR*4075552222*MESG*NONE*NAME*OLD TWO*\n";

  @Test
  void callsOfALongLogAreLeftOutAndCountedUntilTheyAreWanted() {
    DriverBench bench = new DriverBench(driver());
    Instant week = bench.clock.now().minusSeconds(7 * 86_400);
    bench.session.choose(new KitChoices("", "", week));
    bench.open();
    String recent =
        java.time.format.DateTimeFormatter.ofPattern("MMddyyyy")
            .format(bench.clock.now().minusSeconds(86_400).atZone(bench.clock.zone()));
    bench.receive(
        OLD_LOG
            + "CIDLOG: *DATE*"
            + recent
            + "*TIME*0930*LINE*POTS*NMBR*4075553333*MESG*NONE*NAME*NEW*\n"
            + "250 End of call log\n300 End of startup\n");
    bench.pass(2_000);
    assertThat(bench.heard.stored()).hasSize(1);
    assertThat(bench.session.leftOut()).isEqualTo(2);
    bench.session.choose(new KitChoices("", "", Instant.EPOCH));
    bench.pass(2_000);
    assertThat(bench.session.leftOut()).isZero();
    assertThat(bench.heard.stored())
        .extracting(stored -> stored.call().callerName())
        .containsExactly("NEW", "OLD ONE", "OLD TWO");
  }

  @Test
  void withoutALimitTheWholeLogIsTaken() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(OLD_LOG + "250 End of call log\n300 End of startup\n");
    bench.pass(2_000);
    assertThat(bench.heard.stored()).hasSize(2);
    assertThat(bench.session.leftOut()).isZero();
  }

  private DriverBench greeted() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(START);
    return bench;
  }

  private static String line(String type, String number, String name) {
    return "%s: *DATE*11222026*TIME*0930*LINE*POTS*NMBR*%s*MESG*NONE*NAME*%s*\n"
        .formatted(type, number, name);
  }

  @Test
  void theGreetingMakesTheLinkReadyAndNamesTheServer() {
    DriverBench bench = greeted();
    CallEvent.LinkUp up = bench.events(CallEvent.LinkUp.class).getFirst();
    assertThat(up.confirmed()).isTrue();
    assertThat(up.model()).isEqualTo("ncidd (NCID) 1.14");
    assertThat(bench.written.size()).isZero();
  }

  @Test
  void withoutGreetingItIsNoServer() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive("SSH-2.0-OpenSSH_9.6\r\n");
    bench.pass(11_000);
    assertThat(bench.events(CallEvent.LinkLost.class).getFirst().reasonKey())
        .isEqualTo("telephony.network.notServer");
  }

  @ParameterizedTest
  @CsvSource({"CID,INCOMING", "PID,INCOMING", "WID,INCOMING", "OUT,OUTGOING"})
  void aLiveLineIsACallNow(String type, Direction direction) {
    DriverBench bench = greeted();
    bench.receive(line(type, "4075550000", "JOHN DOE"));
    Call call = bench.heard.began().getFirst();
    assertThat(call.direction()).isEqualTo(direction);
    assertThat(call.number()).isEqualTo("4075550000");
    assertThat(call.line()).isEqualTo(1);
    assertThat(call.startedAt()).isEqualTo(bench.clock.now());
  }

  @ParameterizedTest
  @CsvSource({"HUP", "BLK"})
  void aCallTheServerTurnedAwayDoesNotRing(String type) {
    DriverBench bench = greeted();
    bench.receive(line(type, "4075550000", "SPAM"));
    assertThat(bench.heard.began()).isEmpty();
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.REFUSED);
    assertThat(bench.heard.ended().getFirst().number()).isEqualTo("4075550000");
  }

  @Test
  void messagesAndNoticesAreNoCalls() {
    DriverBench bench = greeted();
    bench.receive(line("MSG", "1", "x") + line("NOT", "1", "x") + line("MWI", "1", "x"));
    bench.receive(line("+CID", "1", "x") + "OPT: hangup-1\nCALLINFO: ###BYE...+++\n");
    bench.pass(12_000);
    assertThat(bench.heard.log()).isEmpty();
  }

  @Test
  void pairsMayStandInAnyOrderAndUnknownOnesAreSkipped() {
    DriverBench bench = greeted();
    bench.receive(
        "CID: ***NAME*LI*JJJJ*x y*NMBR*13812345678*FNMBR*138 1234 5678*NTYPE*CELL*CTRY*CN*LOCA*-"
            + "*CARI*CM*TIME*0930*MESG*NONE*DATE*11222026*\n");
    Call call = bench.heard.began().getFirst();
    assertThat(call.number()).isEqualTo("13812345678");
    assertThat(call.callerName()).isEqualTo("LI");
  }

  @ParameterizedTest
  @CsvSource({
    "PRIVATE,PRIVATE",
    "OUT-OF-AREA,UNAVAILABLE",
    "NO-NUMBER,NONE",
    "-,NONE",
    "RING,NONE",
    "Anonym,PRIVATE"
  })
  void wordsInPlaceOfANumberSayWhyThereIsNone(String word, Presentation why) {
    DriverBench bench = greeted();
    bench.receive(line("CID", word, "NO NAME"));
    assertThat(bench.heard.began().getFirst().presentation()).isEqualTo(why);
    assertThat(bench.heard.began().getFirst().callerName()).isNull();
  }

  @Test
  void asterisksInNumbersAndForeignNamesAreRead() {
    DriverBench bench = greeted();
    bench.receive(line("CID", "**622", "M\u00fcller"));
    assertThat(bench.heard.began().getFirst().number()).isEqualTo("**622");
    assertThat(bench.heard.began().getFirst().callerName()).isEqualTo("Müller");
    bench.receive(line("CID", "623", "李明").getBytes(StandardCharsets.UTF_8));
    assertThat(bench.heard.began().getLast().callerName()).isEqualTo("李明");
  }

  @Test
  void ringsBeforeTheCallerAreHeldForHisLine() {
    DriverBench bench = greeted();
    bench.receive("CIDINFO: *LINE*POTS*RING*1*TIME*09:30:15*\n");
    bench.pass(2_000);
    bench.receive(line("CID", "4075550000", "JOHN"));
    bench.pass(2_000);
    bench.receive("CIDINFO: *LINE*POTS*RING*2*TIME*09:30:19*\n");
    bench.pass(4_000);
    bench.receive("CIDINFO: *LINE*POTS*RING*3*TIME*09:30:23*\n");
    bench.pass(4_000);
    bench.receive("CIDINFO: *LINE*POTS*RING*0*TIME*09:30:27*\n");
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.ended()).hasSize(1);
    assertThat(bench.heard.ended().getFirst().rings()).isEqualTo(3);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void ringsWithoutCallerRingInTheEnd() {
    DriverBench bench = greeted();
    bench.receive("CIDINFO: *LINE*POTS*RING*1*TIME*09:30:15*\n");
    bench.pass(11_000);
    assertThat(bench.heard.began()).hasSize(1);
    bench.receive("CIDINFO: *LINE*POTS*RING*-1*TIME*09:30:27*\n");
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void hangingUpAfterAnAnswerIsAnAnsweredCall() {
    DriverBench bench = greeted();
    bench.receive("CIDINFO: *LINE*POTS*RING*-1*TIME*09:30:15*\n");
    bench.receive(line("CID", "4075550000", "JOHN"));
    bench.pass(30_000);
    assertThat(bench.heard.ended()).isEmpty();
    bench.receive("CIDINFO: *LINE*POTS*RING*-2*TIME*09:30:45*\n");
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(bench.heard.ended().getFirst().talkMillis()).isEqualTo(30_000);
  }

  @Test
  void anEndTellsHowLongAnOutgoingCallWas() {
    DriverBench bench = greeted();
    bench.receive(line("OUT", "4075550000", "JOHN"));
    bench.pass(60_000);
    bench.receive(
        "END: *HTYPE*BYE*DATE*11222026*TIME*0930*SCALL*11/22/2026 09:30:15*ECALL*11/22/2026"
            + " 09:31:10*CTYPE*OUT*LINE*POTS*NMBR*4075550000*NAME*JOHN*\n");
    assertThat(bench.heard.ended().getFirst().talkMillis()).isEqualTo(55_000);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void silenceMeansMissedWhereEndsAreNeverTold() {
    DriverBench bench = greeted();
    bench.receive(line("CID", "4075550000", "JOHN"));
    bench.pass(9_000);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void theLogFillsGapsOnceAndNothingPopsUp() {
    DriverBench bench = new DriverBench(driver()).open();
    String log =
        GREETING
            + "254 Start of call log\n"
            + line("CIDLOG", "4075550000", "JOHN")
            + line("CIDLOG", "4075550000", "JOHN")
            + line("HUPLOG", "4075550001", "SPAM")
            + line("OUTLOG", "4075550002", "ANN")
            + "ENDLOG: *HTYPE*BYE*DATE*11222026*TIME*0930*SCALL*11/22/2026"
            + " 09:30:05*ECALL*11/22/2026 09:32:05*CTYPE*OUT*LINE*POTS*NMBR*4075550002*NAME*ANN*\n"
            + line("MSGLOG", "1", "x")
            + "LOG: # turned over\n250 End of call log\n300 End of startup\n";
    bench.receive(log);
    bench.pass(2_000);
    assertThat(bench.heard.began()).isEmpty();
    assertThat(bench.heard.stored())
        .extracting(stored -> stored.call().outcome())
        .containsExactly(
            CallOutcome.MISSED, CallOutcome.MISSED, CallOutcome.REFUSED, CallOutcome.ANSWERED);
    assertThat(bench.heard.stored()).allMatch(stored -> stored.timeCertain());
    assertThat(bench.heard.stored()).extracting(s -> s.call().key()).doesNotHaveDuplicates();
    assertThat(bench.heard.stored().getLast().call().talkMillis()).isEqualTo(120_000);
    bench.unplug();
    bench.open();
    bench.receive(log);
    bench.pass(2_000);
    assertThat(bench.heard.stored()).hasSize(4);
  }

  @Test
  void aCallHeardLiveHasTheSameKeyInTheLogOfTheNextStart() {
    DriverBench today = greeted();
    today.receive(line("CID", "4075550000", "JOHN"));
    today.receive("CIDINFO: *LINE*POTS*RING*-1*TIME*09:30:20*\n");
    today.pass(2_000);
    today.receive(line("CID", "4075550000", "JOHN"));
    today.receive("CIDINFO: *LINE*POTS*RING*-1*TIME*09:30:28*\n");
    assertThat(today.heard.ended()).hasSize(2);
    DriverBench tomorrow = new DriverBench(driver()).open();
    tomorrow.receive(
        GREETING
            + line("CIDLOG", "4075550000", "JOHN")
            + line("CIDLOG", "4075550000", "JOHN")
            + "250 End of call log\n");
    tomorrow.pass(2_000);
    assertThat(tomorrow.heard.stored())
        .extracting(s -> s.call().key())
        .containsExactlyElementsOf(today.heard.ended().stream().map(Call::key).toList());
    tomorrow.receive(line("CID", "4075550000", "JOHN"));
    assertThat(tomorrow.heard.began().getFirst().key()).endsWith("-3");
  }

  @Test
  void callsMissedWhileTheConnectionWasAwayComeFromTheLog() {
    DriverBench bench = greeted();
    bench.receive(line("CID", "4075550000", "JOHN"));
    bench.receive("CIDINFO: *LINE*POTS*RING*-1*TIME*09:30:20*\n");
    bench.unplug();
    bench.pass(5_000);
    bench.open();
    bench.receive(
        GREETING
            + line("CIDLOG", "4075550000", "JOHN")
            + line("CIDLOG", "4075550009", "ANN")
            + "250 End of call log\n300 End\n");
    bench.pass(2_000);
    assertThat(bench.heard.stored()).hasSize(1);
    assertThat(bench.heard.stored().getFirst().call().number()).isEqualTo("4075550009");
    assertThat(bench.heard.ended()).hasSize(1);
  }

  @Test
  void aServerThatWritesTheDayFirstIsUnderstood() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(
        GREETING
            + "CIDLOG: *DATE*05112026*TIME*1454*LINE**NMBR*1*MESG*NONE*NAME*NO NAME*\n"
            + "CIDLOG: *DATE*21112026*TIME*1454*LINE**NMBR*2*MESG*NONE*NAME*NO NAME*\n300\n");
    bench.pass(2_000);
    assertThat(bench.heard.stored())
        .extracting(s -> local(s.call().startedAt()))
        .containsExactly(
            LocalDateTime.of(2026, 11, 5, 14, 54), LocalDateTime.of(2026, 11, 21, 14, 54));
  }

  @Test
  void aLineLongerThanAnyIsDroppedAndTheNextOneRead() {
    DriverBench bench = greeted();
    bench.receive("CID: *NAME*" + "x".repeat(100_000));
    assertThat(bench.session.waitingBytes()).isLessThanOrEqualTo(8192);
    bench.receive("\n" + line("CID", "4075550000", "JOHN"));
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.began().getFirst().number()).isEqualTo("4075550000");
  }

  @Test
  void linesWithNamesGetNumbersAsTheyCome() {
    DriverBench bench = greeted();
    for (String name : List.of("POTS", "VoIP", "7", "-", "VoIP")) {
      bench.receive(line("CID", "407555" + bench.heard.began().size(), "X").replace("POTS", name));
      bench.pass(9_000);
    }
    assertThat(bench.heard.began()).extracting(Call::line).containsExactly(1, 2, 7, 1, 2);
  }

  @Test
  void afterALongSilenceAnEmptyLineAsksForTheConnection() {
    DriverBench bench = greeted();
    bench.pass(901_000);
    assertThat(bench.written.toString(StandardCharsets.US_ASCII)).isEqualTo("\n");
  }

  @Test
  void aLongLogIsHandedOnInPortions() {
    DriverBench bench = new DriverBench(driver()).open();
    StringBuilder log = new StringBuilder(GREETING);
    for (int i = 0; i < 500; i++) {
      log.append(line("CIDLOG", "4075" + (550_000 + i), "JOHN"));
    }
    bench.receive(log + "250 End of call log\n");
    bench.pass(110);
    assertThat(bench.heard.stored()).hasSizeLessThan(150);
    bench.receive(line("CID", "1234567", "NOW"));
    assertThat(bench.heard.began()).hasSize(1);
    bench.pass(2_000);
    assertThat(bench.heard.stored()).hasSize(500);
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneId.of("Asia/Shanghai"));
  }
}
