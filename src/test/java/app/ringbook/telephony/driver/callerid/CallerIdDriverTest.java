package app.ringbook.telephony.driver.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.PhoneDriverContract;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.testkit.FakeClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller-ID boxes: what every driver promises, and the course of calls without a hook. */
class CallerIdDriverTest extends PhoneDriverContract {
  private static final byte[] SAMPLE =
      HexFormat.of().parseHex("041230353131313835323430373535353030303059");

  @Override
  protected PhoneDriver driver() {
    return new CallerIdDriver();
  }

  @Override
  protected Simulator simulator(FakeClock clock) {
    return box(clock, CallerIdSimulator.Format.MDMF);
  }

  @Override
  protected int lines() {
    return 1;
  }

  @Override
  protected int cutBefore() {
    return 50;
  }

  @Override
  protected byte[] sample() {
    return SAMPLE;
  }

  private static CallerIdSimulator box(FakeClock clock, CallerIdSimulator.Format format) {
    return new CallerIdSimulator(clock, format, Duration.ZERO, played -> {});
  }

  @ParameterizedTest
  @EnumSource(CallerIdSimulator.Format.class)
  void everyFormatTellsNumberAndReason(CallerIdSimulator.Format format) {
    DriverBench bench = new DriverBench(driver());
    bench.plug(box(bench.clock, format));
    bench.play("ring 1\ncaller 13812345678\nring 2\ngiveup\nwait 9000\n");
    bench.play("ring 1\nprivate\nring 2\ngiveup\nwait 9000\n");
    bench.play("ring 1\nunavailable\nwait 9000\n");
    assertThat(bench.heard.ended())
        .extracting(Call::presentation)
        .containsExactly(Presentation.NUMBER, Presentation.PRIVATE, Presentation.UNAVAILABLE);
    Call call = bench.heard.ended().getFirst();
    assertThat(call.number()).isEqualTo("13812345678");
    assertThat(call.verified()).isTrue();
    assertThat(call.rings()).isEqualTo(3);
    assertThat(call.outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void theSampleOfTheNcidDocumentsRingsAtOnce() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(SAMPLE);
    Call call = bench.heard.began().getFirst();
    assertThat(call.number()).isEqualTo("4075550000");
    assertThat(call.verified()).isTrue();
    assertThat(call.startedAt()).isEqualTo(bench.clock.now());
    assertThat(call.numberNanos()).isEqualTo(bench.clock.nanoTime());
    assertThat(bench.events(CallEvent.LinkUp.class).getLast().confirmed()).isTrue();
  }

  @Test
  void aWrongChecksumIsShownAsUnsureAndPutRightByARepeat() {
    DriverBench bench = new DriverBench(driver()).open();
    byte[] wrong = SAMPLE.clone();
    wrong[wrong.length - 1]++;
    bench.receive(wrong);
    assertThat(bench.heard.began().getFirst().verified()).isFalse();
    assertThat(bench.heard.began().getFirst().number()).isEqualTo("4075550000");
    bench.receive(SAMPLE);
    assertThat(bench.heard.identified().getLast().verified()).isTrue();
    assertThat(bench.heard.began()).hasSize(1);
  }

  @Test
  void aTurnedDigitIsUnsureToo() {
    DriverBench bench = new DriverBench(driver()).open();
    byte[] wrong = SAMPLE.clone();
    wrong[13] ^= 1;
    bench.receive(wrong);
    bench.pass(1_000);
    assertThat(bench.heard.began().getFirst().verified()).isFalse();
    assertThat(bench.heard.began().getFirst().number()).isEqualTo("4074550000");
  }

  @Test
  void seizureMarkAndNoiseAroundAFrameDoNotMatter() {
    for (int cut = 0; cut < 30; cut++) {
      DriverBench bench = new DriverBench(driver()).open();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] seizure = new byte[cut];
      Arrays.fill(seizure, (byte) 0x55);
      all.writeBytes(seizure);
      all.writeBytes(new byte[] {(byte) 0xAA, (byte) 0xFF, (byte) 0xFF});
      all.writeBytes(SAMPLE);
      all.writeBytes(new byte[] {0x00, (byte) 0xFF, 0x01, 0x00, 0x50, 0x01});
      bench.receive(all.toByteArray());
      assertThat(bench.heard.began()).hasSize(1);
      assertThat(bench.heard.began().getFirst().number()).isEqualTo("4075550000");
      bench.pass(9_000);
      assertThat(bench.heard.ended()).hasSize(1);
    }
  }

  @Test
  void callersBeforeBetweenAndWithoutRingsAreOneCall() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(SAMPLE);
    bench.pass(1_000);
    bench.receive("RING\r\n");
    bench.pass(4_000);
    bench.receive("RING\r\n");
    bench.pass(9_000);
    assertThat(bench.heard.ended()).hasSize(1);
    assertThat(bench.heard.ended().getFirst().rings()).isEqualTo(2);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
    assertThat(bench.heard.ended().getFirst().startedAt()).isBefore(bench.clock.now());
  }

  @Test
  void anotherCallerMeansThatTheOneBeforeGaveUp() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive("ATF 1122093013812345678\r\n");
    bench.pass(2_000);
    bench.receive("ATF 1122093013912345678\r\n");
    assertThat(bench.heard.log())
        .containsExactly(
            "began INCOMING 13812345678", "ended MISSED", "began INCOMING 13912345678");
  }

  @Test
  void theSameCallerLaterIsAnotherCall() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive("ATF 1122093013812345678\r\n");
    bench.pass(9_000);
    bench.receive("ATF 1122093013812345678\r\n");
    bench.pass(9_000);
    assertThat(bench.heard.ended()).extracting(Call::key).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void messagesThatWaitAreNoCall() {
    DriverBench bench = new DriverBench(driver()).open();
    bench.receive(new byte[] {(byte) 0x82, 3, 0x0B, 1, (byte) 0xFF, 0x70});
    bench.receive("###DATE...NMBR...NAME-MSG OFF-+++\r");
    bench.receive(
        new byte[] {
          (byte) 0x80, 6, 0x11, 1, (byte) 0x81, 0x0B, 1, (byte) 0xFF, (byte) (-0x80 - 6 - 0x19E)
        });
    bench.pass(1_000);
    assertThat(bench.heard.began()).isEmpty();
  }

  @Test
  void digitsToldOneByOneBecomeANumberOfATrunk() {
    DriverBench bench = new DriverBench(driver()).open();
    for (String digit : List.of("5", "9", "8", "0")) {
      bench.receive("DTMF" + digit + "\r\n");
      bench.pass(200);
    }
    bench.pass(1_500);
    assertThat(bench.heard.began().getFirst().number()).isEqualTo("5980");
    assertThat(bench.heard.began().getFirst().verified()).isFalse();
  }

  @Test
  void bytesWithoutSenseMoveThePortOnUntilSomethingIsUnderstood() {
    DriverBench bench = new DriverBench(driver()).open();
    for (int i = 0; i < 2; i++) {
      bench.receive(new byte[] {0x11, 0x7E, 0x33, (byte) 0xF0, 0x66, 0x19, 0x3A, 0x5C});
      bench.pass(1_000);
    }
    assertThat(bench.speeds).containsExactly(1200, 4800, 9600);
    bench.receive("RING\r\n");
    bench.receive(new byte[] {0x11, 0x7E, 0x33, (byte) 0xF0, 0x66, 0x19, 0x3A, 0x5C});
    bench.pass(1_000);
    assertThat(bench.speeds).hasSize(3);
    bench.unplug();
    bench.open();
    assertThat(bench.speeds.getLast()).isEqualTo(9600);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 900})
  void muchNoiseIsSurvivedAndTheNextCallIsRead(int chunk) {
    Random random = new Random(chunk);
    DriverBench bench = new DriverBench(driver()).open();
    byte[] noise = new byte[chunk == 1 ? 100_000 : 1_000_000];
    random.nextBytes(noise);
    for (int from = 0; from < noise.length; from += chunk) {
      bench.receive(Arrays.copyOfRange(noise, from, Math.min(noise.length, from + chunk)));
    }
    bench.pass(12_000);
    bench.receive(SAMPLE);
    assertThat(bench.heard.began().getLast().number()).isEqualTo("4075550000");
  }

  @Test
  void aFrameInTheMiddleOfNoiseWithoutPauseIsFound() {
    Random random = new Random(5);
    DriverBench bench = new DriverBench(driver()).open();
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      bench.receive(noise);
      byte[] number = ("0511185240755" + (50_000 + i)).getBytes(StandardCharsets.US_ASCII);
      bench.receive(Frames.framed(0x04, number));
    }
    byte[] rest = new byte[600];
    bench.receive(rest);
    bench.pass(12_000);
    assertThat(bench.heard.ended().stream().filter(Call::verified).map(Call::number))
        .filteredOn(number -> number != null && number.startsWith("40755"))
        .hasSize(200);
  }
}
