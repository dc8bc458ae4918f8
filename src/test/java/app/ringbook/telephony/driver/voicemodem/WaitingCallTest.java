package app.ringbook.telephony.driver.voicemodem;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.DriverBench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls that wait while people talk, and taps of the hook. */
@Tag("S4-07")
class WaitingCallTest {
  private static final String CALL = "ring 1\ncaller 13812345678 Li\nwait 2000\n";

  @Test
  void whoCallsWhilePeopleTalkIsASecondCall() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    bench.play(CALL + "answer\nspeak 3000\n");
    bench.receive(
        "\u0010XDATE = 1122\r\nTIME = 0931\r\nNMBR = 13987654321\r\nNAME = WAITING\r\n\u0010.");
    bench.pass(2_000);
    assertThat(bench.heard.began()).hasSize(2);
    Call waiting = bench.heard.began().getLast();
    assertThat(waiting.number()).isEqualTo("13987654321");
    bench.pass(8_000);
    assertThat(bench.heard.ended()).extracting(Call::outcome).containsExactly(CallOutcome.MISSED);
    bench.play("hangup\n");
    bench.pass(3_000);
    assertThat(bench.heard.ended().getLast().number()).isEqualTo("13812345678");
    assertThat(bench.heard.ended().getLast().outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(bench.heard.ended()).hasSize(2);
  }

  @Test
  void aTapOfTheHookTakesWhoeverWaitsAndEndsNothing() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    bench.play(CALL + "answer\nspeak 3000\n");
    bench.receive("\u0010XNMBR = 13987654321\r\n\u0010.");
    bench.pass(1_000);
    bench.receive("\u0010h");
    bench.pass(250);
    bench.receive("\u0010H");
    bench.pass(10_000);
    assertThat(bench.events(CallEvent.Flash.class)).hasSize(1);
    assertThat(bench.heard.ended()).isEmpty();
    assertThat(bench.heard.answered()).hasSize(2);
    bench.play("hangup\n");
    bench.pass(3_000);
    assertThat(bench.heard.ended())
        .extracting(Call::outcome)
        .containsExactly(CallOutcome.ANSWERED, CallOutcome.ANSWERED);
  }

  @Test
  void aTapAloneChangesNothing() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    bench.play(CALL + "answer\nspeak 2000\n");
    bench.receive("\u0010h");
    bench.pass(200);
    bench.receive("\u0010H");
    bench.pass(5_000);
    assertThat(bench.heard.ended()).isEmpty();
    bench.play("hangup\n");
    bench.pass(3_000);
    assertThat(bench.heard.ended()).hasSize(1);
  }

  @Test
  void whoWaitedRingsOnUnderTheSameCallOnceTheHandsetIsDown() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    bench.noRecording();
    bench.play(CALL + "answer\nwait 3000\n");
    bench.receive("\r\nNMBR = 13987654321\r\n");
    bench.pass(1_000);
    bench.receive("\u0010h");
    bench.pass(2_000);
    bench.receive("\r\nRING\r\n");
    bench.pass(2_000);
    bench.receive("\u0010H");
    bench.pass(3_000);
    assertThat(bench.heard.began()).hasSize(2);
    assertThat(bench.heard.answered()).hasSize(2);
    assertThat(bench.heard.answered().getLast().number()).isEqualTo("13987654321");
  }

  @Test
  void aCallerToldOnlyAfterTheHandsetWasLiftedIsThisCalls() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    bench.noRecording();
    bench.play("ring 1\nwait 500\nanswer\n");
    bench.receive("\r\nNMBR = 13987654321\r\n");
    bench.pass(1_000);
    assertThat(bench.heard.began()).hasSize(1);
    bench.play("hangup\n");
    bench.pass(3_000);
    assertThat(bench.heard.ended().getFirst().number()).isEqualTo("13987654321");
  }

  private static DriverBench plugged(SimulatedModem modem) {
    DriverBench bench = new DriverBench(new VoiceModemDriver());
    bench.plug(new VoiceModemSimulator(bench.clock, modem, played -> {}));
    bench.pass(1_000);
    return bench;
  }
}
