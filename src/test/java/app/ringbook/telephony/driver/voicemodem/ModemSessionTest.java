package app.ringbook.telephony.driver.voicemodem;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.KitChoices;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.recorder.G711;
import app.ringbook.telephony.simulator.SpeechSound;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dialogue with a modem, its rings and callers, and the recording of a call by handset. */
class ModemSessionTest {
  private static final int FRAME = Codec.SAMPLE_RATE / 50;
  private static final String CALL = "ring 1\ncaller 13812345678 Li\nwait 2000\n";

  @Test
  void theModemIsIdentifiedAndAskedInOrder() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    assertThat(asked(bench))
        .startsWith("AT ATZ ATE0 ATV1 ATI0 ATI3 AT+GMM AT+VCID=1 AT+FCLASS=8 AT+VLS=? AT+VSM=?")
        .endsWith("AT+VCID=1");
    assertThat(bench.session.caps().recording()).isTrue();
    assertThat(bench.session.caps().hook()).isTrue();
    CallEvent.LinkUp up = bench.events(CallEvent.LinkUp.class).getFirst();
    assertThat(up.confirmed()).isTrue();
    assertThat(up.model()).contains("USR5637");
  }

  @Test
  void aHandsetThatIsUpAtTheStartGoesOnWithTheCallOfBefore() {
    DriverBench before = plugged(SimulatedModem.USR5637);
    before.receive("\r\nRING\r\n\r\nNMBR = 8005550142\r\n\r\n\u0010H");
    Call call = before.heard.answered().getFirst();
    DriverBench bench = new DriverBench(new VoiceModemDriver());
    bench.clock.advance(Duration.ofMinutes(1));
    bench.session.unended(List.of(PhoneDriver.Unended.of(call)));
    bench.plug(new VoiceModemSimulator(bench.clock, SimulatedModem.USR5637, played -> {}));
    bench.receive("\u0010H");
    bench.pass(1_000);
    Call again = bench.heard.answered().getFirst();
    assertThat(again.key()).isEqualTo(call.key());
    assertThat(again.number()).isEqualTo("8005550142");
    assertThat(again.startedAt()).isEqualTo(call.startedAt());
    bench.receive("\u0010h");
    bench.pass(3_000);
    assertThat(bench.heard.ended()).extracting(Call::outcome).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void theCountryIsToldOnlyIfAPersonChoseOne() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    assertThat(asked(bench)).doesNotContain("+GCI");
    bench.session.choose(new KitChoices("GB", "", Instant.MIN));
    bench.pass(1_000);
    assertThat(asked(bench)).contains("AT+GCI=B4 AT+VCID=1");
    DriverBench again = new DriverBench(new VoiceModemDriver());
    again.session.choose(new KitChoices("GB", "", Instant.MIN));
    again.plug(new VoiceModemSimulator(again.clock, SimulatedModem.USR5637, played -> {}));
    again.pass(1_000);
    assertThat(asked(again)).contains("AT+GMM AT+GCI=B4 AT+VCID=1");
  }

  @Test
  void aModemThatCannotListenToTheHandsetOnlyTellsCallers() {
    DriverBench bench = plugged(SimulatedModem.CX930XX);
    assertThat(bench.session.caps().recording()).isFalse();
    assertThat(bench.session.caps().hook()).isFalse();
    assertThat(bench.session.caps().callerId()).isTrue();
    bench.play(CALL + "answer\nspeak 3000\nhangup\n");
    bench.pass(9_000);
    Call call = bench.heard.ended().getFirst();
    assertThat(call.number()).isEqualTo("13812345678");
    assertThat(call.outcome()).isEqualTo(CallOutcome.MISSED);
    assertThat(bench.events(CallEvent.Audio.class)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SimulatedModem.class)
  void callerIdIsSwitchedOnByWhateverCommandTheModemKnows(SimulatedModem modem) {
    DriverBench bench = plugged(modem);
    bench.play(CALL + "giveup\n");
    bench.pass(9_000);
    assertThat(bench.heard.ended()).extracting(Call::number).containsExactly("13812345678");
    assertThat(bench.heard.ended()).extracting(Call::callerName).containsExactly("Li");
  }

  @ParameterizedTest
  @EnumSource(
      value = SimulatedModem.class,
      names = {"USR5637", "ZOOM", "SI24XX"})
  @Tag("S4-07")
  void theSoundOfAHandsetCallComesSampleBySample(SimulatedModem modem) {
    DriverBench bench = plugged(modem);
    bench.play(CALL + "answer\nchunk 1 9\nspeak 20000\nwait 200\nhangup\n");
    bench.pass(3_000);
    byte[] alaw = SpeechSound.made(0, 0, 20 * Codec.SAMPLE_RATE);
    short[] said = G711.decode(Codec.ALAW, alaw, 0, alaw.length);
    short[] heard = heard(bench);
    assertThat(heard.length).isGreaterThanOrEqualTo(said.length);
    Codec codec = bench.events(CallEvent.Audio.class).getFirst().block().codec();
    short[] wanted = said;
    if (modem == SimulatedModem.ZOOM) {
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = (short) (wanted[i] >> 8 << 8);
      }
    } else {
      wanted = G711.decode(codec, G711.encode(codec, said), 0, said.length);
    }
    // Some frames of silence lie between lifting the handset and speaking.
    int from = 0;
    while (from < 20 * FRAME && !Arrays.equals(heard, from, from + 800, wanted, 0, 800)) {
      from += FRAME;
    }
    assertThat(Arrays.copyOfRange(heard, from, from + wanted.length)).isEqualTo(wanted);
    assertThat(shielded(alaw)).isPositive();
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(asked(bench)).endsWith("AT+VLS=0 AT+FCLASS=8 " + callerId(modem));
  }

  @Test
  void theNextCallIsHeardAndRecordedToo() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    for (int i = 0; i < 5; i++) {
      bench.play(CALL + "answer\nspeak 1000\nhangup\nwait 500\n");
    }
    assertThat(bench.heard.ended()).hasSize(5);
    assertThat(bench.heard.ended()).extracting(Call::outcome).containsOnly(CallOutcome.ANSWERED);
    assertThat(bench.events(CallEvent.Audio.class).stream().map(CallEvent.Audio::call).distinct())
        .hasSize(5);
  }

  @Test
  void answersThatComeLateAreWaitedFor() {
    DriverBench bench = new DriverBench(new VoiceModemDriver());
    VoiceModemSimulator modem =
        new VoiceModemSimulator(bench.clock, SimulatedModem.USR5637, played -> {});
    modem.answersLate(700);
    bench.plug(modem);
    bench.pass(20_000);
    assertThat(bench.session.caps().recording()).isTrue();
    bench.play(CALL + "answer\nspeak 8000\nhangup\n");
    bench.pass(6_000);
    assertThat(bench.heard.ended()).extracting(Call::outcome).containsExactly(CallOutcome.ANSWERED);
    assertThat(bench.events(CallEvent.Audio.class)).isNotEmpty();
  }

  @Test
  void lostSamplesAreMarked() {
    DriverBench bench = new DriverBench(new VoiceModemDriver());
    VoiceModemSimulator modem =
        new VoiceModemSimulator(bench.clock, SimulatedModem.USR5637, played -> {});
    bench.plug(modem);
    bench.pass(1_000);
    bench.play(CALL + "answer\nspeak 1000\n");
    modem.overrun();
    bench.play("speak 1000\nhangup\n");
    assertThat(bench.events(CallEvent.AudioGap.class)).hasSize(1);
    assertThat(bench.events(CallEvent.AudioGap.class).getFirst().firstSample())
        .isGreaterThan(8_000);
  }

  @Test
  void nobodyThereIsSaidAfterAFewSeconds() {
    DriverBench bench = new DriverBench(new VoiceModemDriver()).open();
    bench.pass(3_000);
    assertThat(bench.events(CallEvent.LinkLost.class)).isEmpty();
    bench.pass(5_000);
    assertThat(bench.events(CallEvent.LinkLost.class))
        .extracting(CallEvent.LinkLost::reasonKey)
        .containsExactly("telephony.link.noAnswer");
  }

  @Test
  void aModemThatTellsCallsButAnswersNothingIsListenedTo() {
    DriverBench bench = new DriverBench(new VoiceModemDriver()).open();
    bench.receive("\r\nRING\r\n\r\nNMBR = 8005550142\r\n");
    bench.pass(90_000);
    assertThat(bench.events(CallEvent.LinkLost.class)).isEmpty();
    assertThat(bench.events(CallEvent.LinkUp.class))
        .extracting(CallEvent.LinkUp::confirmed)
        .containsExactly(false);
    assertThat(bench.session.caps().dial()).isFalse();
    bench.receive("\r\nRING\r\n\r\nNMBR = 8005550177\r\n");
    assertThat(bench.heard.began()).extracting(Call::number).hasSize(2);
  }

  @Test
  void aModemThatStopsAnsweringIsFoundOut() {
    DriverBench bench = new DriverBench(new VoiceModemDriver());
    bench.plug(new VoiceModemSimulator(bench.clock, SimulatedModem.USR5637, played -> {}));
    bench.pass(1_000);
    bench.play("stall 200000\n");
    bench.pass(90_000);
    assertThat(bench.events(CallEvent.LinkLost.class))
        .extracting(CallEvent.LinkLost::reasonKey)
        .contains("telephony.link.silent");
  }

  @Test
  void callerIdIsSetAgainByAndByForAModemThatForgotIt() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    int before = bench.written.size();
    bench.pass(130_000);
    assertThat(bench.written.toString(StandardCharsets.US_ASCII).substring(before))
        .isEqualTo("AT+VCID=1\rAT+VCID=1\r");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\nRING\r\n\r\nDATE = 0309\r\nTIME = 1800\r\nNMBR = 8005550142\r\n\r\nRING\r\n",
        "RING\r\nDATE=0117\r\nTIME=1452\r\nNMBR=8005550142\r\nNAME=WIRELESS CALLER\r\n",
        "\r\nRING\r\n\r\n\r\nDATE = 0309\r\n\r\nNMBR = 8005550142\r\n\r\nATH1\r\r\nOK\r\n",
        "\nDATE = 0124\nTIME = 1534\nNMBR = 8005550142\n\nRING\n\nRING\n",
        "\r\nRING\r\n\u0010R\r\nNMBR = 8005550142\r\n",
        "\u0010R\u0010X\r\nDATE=0101\r\nNMBR=8005550142\r\n\u0010.",
        "RING\r\n8005550142\r\n",
        "RING;8005550142;100\r\n",
        "DRON=20\r\nDROF=40\r\nRING\r\nCIDM\r\nNMBR=8005550142\r\n",
        "RING A\r\nNMBR=8005550142\r\nNMBR = O\r\n",
        "RING\r\n8010020A383030353535303134320C\r\n",
      })
  void oneCallIsToldAtOnceInEveryFormAndWhereverAReadEnds(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int cut = 0; cut < bytes.length; cut++) {
      DriverBench bench = plugged(SimulatedModem.CX930XX);
      bench.receive(Arrays.copyOf(bytes, cut));
      bench.receive(Arrays.copyOfRange(bytes, cut, bytes.length));
      assertThat(bench.heard.began()).as("cut at %d", cut).hasSize(1);
      bench.pass(2_000);
      bench.pass(9_000);
      assertThat(bench.heard.ended()).as("cut at %d", cut).hasSize(1);
      Call call = bench.heard.ended().getFirst();
      assertThat(call.number()).as("cut at %d", cut).isEqualTo("8005550142");
      assertThat(call.outcome()).isEqualTo(CallOutcome.MISSED);
    }
  }

  @Test
  void aRingWithoutNumberIsShownAtOnce() {
    DriverBench bench = plugged(SimulatedModem.CX930XX);
    bench.receive("\r\nRING\r\n");
    assertThat(bench.heard.began()).hasSize(1);
    bench.pass(4_000);
    bench.receive("\r\nRING\r\n");
    bench.pass(6_000);
    bench.receive("\r\nRING\r\n");
    assertThat(bench.heard.began()).hasSize(1);
    bench.pass(9_000);
    assertThat(bench.heard.ended().getFirst().rings()).isEqualTo(3);
    assertThat(bench.heard.ended().getFirst().presentation()).isEqualTo(Presentation.NONE);
  }

  @Test
  void anotherNumberIsAnotherCallAndTheSameInShortIsNot() {
    DriverBench bench = plugged(SimulatedModem.CX930XX);
    bench.receive("RING\r\nNMBR = 9195550142\r\n\r\nRING\r\n\r\nNMBR = 5550142\r\nRING\r\n");
    bench.pass(3_000);
    assertThat(bench.heard.began()).hasSize(1);
    bench.receive("RING\r\nNMBR = 9195550177\r\n");
    assertThat(bench.heard.began()).hasSize(2);
    bench.pass(9_000);
    assertThat(bench.heard.ended())
        .extracting(Call::number)
        .containsExactly("9195550142", "9195550177");
  }

  @Test
  void aNumberAndTheHandsetInOneReadAreOneAnsweredCall() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    bench.receive("\r\nRING\r\n\r\nNMBR = 8005550142\r\n\r\n\u0010H");
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(bench.heard.answered()).extracting(Call::number).containsExactly("8005550142");
  }

  @Test
  void aHeldKeyIsOneDigit() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    bench.receive(
        "\u0010H\u0010/\u00105\u00105\u00105\u0010~\u0010/\u00105\u0010~\u0010/\u00106\u0010~");
    assertThat(bench.events(CallEvent.Digit.class).stream().map(d -> "" + d.digit()))
        .containsExactly("5", "5", "6");
  }

  @Test
  void dialledForTheUserTheHandsetTakesTheLine() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    bench.session.dial(1, "010 6432-1234");
    assertThat(asked(bench)).endsWith("ATDT01064321234;");
    assertThat(bench.heard.began().getFirst().direction()).isEqualTo(Direction.OUTGOING);
    assertThat(bench.heard.began().getFirst().state()).isNotNull();
    bench.play("answer\nspeak 12000\nhangup\n");
    Call call = bench.heard.ended().getFirst();
    assertThat(call.number()).isEqualTo("01064321234");
    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(bench.events(CallEvent.Audio.class)).isNotEmpty();
  }

  @Test
  void aDialledCallNobodyTakesIsLetGo() {
    DriverBench bench = plugged(SimulatedModem.CX930XX);
    bench.session.dial(1, "64321234");
    bench.pass(31_000);
    assertThat(asked(bench)).contains("ATDT64321234; ATH AT+VCID=1");
    assertThat(bench.heard.ended()).hasSize(1);
    bench.session.dial(1, "64321234");
    bench.session.hangUp(1);
    assertThat(bench.heard.ended()).hasSize(2);
  }

  @Test
  void aModemLeftInTheVoiceStreamIsFetchedBack() {
    DriverBench bench = plugged(SimulatedModem.USR5637);
    bench.play(CALL + "answer\nspeak 1000\n");
    bench.session.closed();
    bench.open();
    bench.pass(8_000);
    assertThat(bench.events(CallEvent.LinkUp.class)).hasSize(2);
    assertThat(bench.events(CallEvent.LinkLost.class)).isEmpty();
    assertThat(bench.heard.ended())
        .extracting(Call::outcome)
        .containsExactly(CallOutcome.DEVICE_LOST);
    bench.play("hangup\nwait 9000\n" + CALL + "answer\nspeak 1000\nhangup\n");
    assertThat(bench.heard.ended().getLast().outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  private static DriverBench plugged(SimulatedModem modem) {
    DriverBench bench = new DriverBench(new VoiceModemDriver());
    bench.plug(new VoiceModemSimulator(bench.clock, modem, played -> {}));
    bench.pass(1_000);
    return bench;
  }

  private static String asked(DriverBench bench) {
    String all = bench.written.toString(StandardCharsets.ISO_8859_1);
    return all.replaceAll("\u0010.", "").replace('\r', ' ').strip();
  }

  private static String callerId(SimulatedModem modem) {
    return "AT" + modem.callerId().getFirst();
  }

  private static short[] heard(DriverBench bench) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    long next = 0;
    Codec codec = bench.events(CallEvent.Audio.class).getFirst().block().codec();
    for (CallEvent.Audio audio : bench.events(CallEvent.Audio.class)) {
      AudioBlock block = audio.block();
      assertThat(block.firstSample()).isEqualTo(next);
      next += block.samples();
      all.writeBytes(block.data());
    }
    return G711.decode(codec, all.toByteArray(), 0, all.size());
  }

  private static long shielded(byte[] sound) {
    long count = 0;
    for (byte b : sound) {
      count += b == 0x10 ? 1 : 0;
    }
    return count;
  }
}
