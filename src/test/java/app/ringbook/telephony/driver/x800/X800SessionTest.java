package app.ringbook.telephony.driver.x800;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.DriverBench;
import app.ringbook.telephony.Presentation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The behaviour rules of the profile, one by one, spoken by hand. */
class X800SessionTest {
  private static final long BOOT = 0x1122334455667788L;
  private static final int CALL = 0x2A;

  private final DriverBench bench = new DriverBench(new X800Driver());
  private int seq = 100;

  @Test
  void helloIsSaidEachHalfSecondTenTimesAndThenItIsNoKit() {
    bench.open();
    bench.pass(4_900);
    assertThat(written(X800Type.HELLO)).hasSize(10);
    assertThat(bench.events(CallEvent.LinkLost.class)).isEmpty();
    bench.pass(200);
    assertThat(bench.events(CallEvent.LinkLost.class).getFirst().reasonKey())
        .isEqualTo("telephony.link.noAnswer");
  }

  @Test
  void aKitThatAnswersIsReadyAndNamed() {
    ready();
    CallEvent.LinkUp up = bench.events(CallEvent.LinkUp.class).getFirst();
    assertThat(up.model()).isEqualTo("Bench");
    assertThat(up.confirmed()).isTrue();
    assertThat(written(X800Type.HELLO_ACK)).hasSize(1);
    assertThat(written(X800Type.TIME_REQ)).hasSize(1);
    assertThat(written(X800Type.STORED_COUNT)).hasSize(1);
  }

  @Test
  void anEchoOfOurOwnHelloIsNoKit() {
    bench.open();
    bench.receive(
        encode(X800Type.HELLO, 0, 0, new X800Payload().u8(1).u8(1).u8(0).u8(0).u64(BOOT)));
    assertThat(bench.events(CallEvent.LinkUp.class)).isEmpty();
  }

  @Test
  void firmwareOfAnotherVersionIsNamed() {
    bench.open();
    bench.receive(
        encode(X800Type.HELLO, 0, 0, new X800Payload().u8(2).u8(3).u8(1).u8(0).u64(BOOT)));
    CallEvent.LinkLost lost = bench.events(CallEvent.LinkLost.class).getFirst();
    assertThat(lost.reasonKey()).isEqualTo("telephony.link.version");
    assertThat(lost.reasonArguments()).containsExactly(2, 3);
  }

  @Test
  void threeSecondsOfSilenceLoseTheLink() {
    ready();
    bench.pass(2_900);
    assertThat(bench.events(CallEvent.LinkLost.class)).isEmpty();
    bench.pass(200);
    assertThat(bench.events(CallEvent.LinkLost.class).getFirst().reasonKey())
        .isEqualTo("telephony.link.silent");
  }

  @Test
  void heartbeatsKeepTheLinkAndWeSendOurs() {
    ready();
    for (int i = 0; i < 10; i++) {
      beat();
      bench.pass(1_000);
    }
    assertThat(bench.events(CallEvent.LinkLost.class)).isEmpty();
    assertThat(written(X800Type.HEARTBEAT)).hasSizeBetween(9, 11);
  }

  @Test
  void whatIsNotAcknowledgedIsSentAgainFourTimesWithTheSameNumber() {
    ready();
    acknowledgeAll();
    bench.session.hangUp(1);
    bench.session.dial(1, "123");
    for (int i = 0; i < 23; i++) {
      beat();
      bench.pass(100);
    }
    List<X800Frame> dials = written(X800Type.DIAL);
    assertThat(dials).hasSize(5);
    assertThat(dials).extracting(X800Frame::seq).containsOnly(dials.getFirst().seq());
    assertThat(dials.stream().skip(1)).allMatch(frame -> frame.has(X800Frame.RESENT));
    assertThat(bench.events(CallEvent.LinkLost.class)).isEmpty();
    for (int i = 0; i < 15; i++) {
      beat();
      bench.pass(100);
    }
    assertThat(written(X800Type.ERROR)).hasSize(1);
    assertThat(bench.events(CallEvent.LinkLost.class)).hasSize(1);
  }

  @Test
  void everyControlFrameIsAcknowledgedAndARepeatIsDropped() {
    ready();
    byte[] ring = encode(X800Type.RING, X800Frame.ACK_WANTED, 1, ring(1));
    bench.receive(ring);
    bench.receive(ring);
    assertThat(written(X800Type.ACK)).hasSize(2);
    assertThat(bench.events(CallEvent.Ringing.class)).hasSize(1);
  }

  @Test
  void numbersThatWrapAfterTwentyMinutesAreNew() {
    ready();
    seq = 65_535;
    bench.receive(encode(X800Type.RING, X800Frame.ACK_WANTED, 1, ring(1)));
    assertThat(seq).isZero();
    for (int i = 0; i < 12; i++) {
      beat();
      bench.pass(1_000);
    }
    seq = 65_535;
    bench.receive(encode(X800Type.RING, X800Frame.ACK_WANTED, 1, ring(2)));
    assertThat(bench.events(CallEvent.Ringing.class)).hasSize(2);
  }

  @Test
  void theCallersOfTheVectorsAreRead() {
    ready();
    bench.receive(
        HexFormat.of()
            .parseHex(
                "a55a011201010900130024f4000024b92a000000020d44313338313233343536373843126d"));
    assertThat(bench.heard.began().getFirst().number()).isEqualTo("13812345678");
  }

  @Test
  void aSecondCallerIdWithLessNeverOverwrites() {
    ready();
    control(X800Type.CALLER_ID, callerId(2, "D13812345678C"));
    control(X800Type.CALLER_ID, parsed(4, "O"));
    assertThat(bench.heard.identified()).isEmpty();
    control(X800Type.CALLER_ID, parsed(7, "Li Ming"));
    assertThat(bench.heard.identified().getLast().callerName()).isEqualTo("Li Ming");
    assertThat(bench.heard.identified().getLast().number()).isEqualTo("13812345678");
  }

  @Test
  void theEndOfAnUnknownCallIsAFinishedCall() {
    ready();
    control(X800Type.CALL_END, end(0, 1, 6_000, 24_000));
    assertThat(bench.heard.log()).containsExactly("ended ANSWERED");
    Call call = bench.heard.ended().getFirst();
    assertThat(call.ringMillis()).isEqualTo(6_000);
    assertThat(call.talkMillis()).isEqualTo(24_000);
    assertThat(call.startedAt()).isEqualTo(bench.clock.now().minusMillis(30_000));
  }

  @Test
  void soundOutOfOrderIsPutInOrder() {
    talking();
    audio(0, 160);
    audio(160, 160);
    audio(160, 160);
    audio(240, 160);
    audio(800, 160);
    assertThat(bench.heard.sound()).hasSize(960);
    assertThat(bench.heard.lostSamples()).isEqualTo(400);
    assertThat(bench.heard.log()).contains("gap 400 400");
  }

  @Test
  void aGapTheKitReportsIsToldOnce() {
    talking();
    audio(0, 160);
    plain(X800Type.AUDIO_GAP, new X800Payload().u32(CALL).u32(160).u32(320));
    audio(480, 160);
    assertThat(bench.heard.lostSamples()).isEqualTo(320);
    assertThat(bench.heard.gaps()).isEqualTo(1);
    assertThat(bench.heard.sound()).hasSize(640);
  }

  @Test
  void aJumpBeyondTenSecondsOrFarBackIsASeam() {
    talking();
    audio(0, 160);
    audio(160 + 80_001, 160);
    audio(160, 160);
    assertThat(bench.heard.log()).contains("gap 160 0", "gap 320 0");
    assertThat(bench.heard.lostSamples()).isZero();
    assertThat(bench.heard.sound()).hasSize(480);
  }

  @Test
  void soundOfNoLengthAndOfNonsenseIsPassedOver() {
    talking();
    audio(0, 0);
    plain(X800Type.AUDIO, new X800Payload().u32(CALL).u32(0).u8(9).u8(7).u16(4).u32(0));
    plain(X800Type.AUDIO, new X800Payload().u32(CALL));
    audio(0, 160);
    assertThat(bench.heard.sound()).hasSize(160);
  }

  @Test
  void digitsInASoundGapAreTold() {
    talking();
    audio(0, 160);
    control(X800Type.DTMF, new X800Payload().u32(CALL).u8('5').u8(2).u16(75));
    audio(480, 160);
    assertThat(bench.events(CallEvent.Digit.class)).hasSize(1);
    assertThat(bench.heard.lostSamples()).isEqualTo(320);
  }

  @Test
  void ringWithoutCallerAndCallerWithoutRingAreCalls() {
    ready();
    control(X800Type.RING, ring(1));
    control(X800Type.CALL_END, end(0, 0, 4_000, 0));
    control(
        X800Type.CALLER_ID,
        new X800Payload().u32(7).bytes(callerId(2, "D55512345C").done()).done(),
        4);
    assertThat(bench.heard.began()).hasSize(2);
    assertThat(bench.heard.began().getFirst().presentation()).isEqualTo(Presentation.NONE);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void unknownTypesAndLongerPayloadsAreAcknowledgedAndPassedOver() {
    ready();
    control(0x6F, new X800Payload().u32(1));
    control(X800Type.RING, ring(1).u32(99).u32(98));
    assertThat(written(X800Type.ACK)).hasSize(2);
    assertThat(bench.heard.began()).hasSize(1);
  }

  @Test
  void theKitsMillisecondsMayWrapWithinACall() {
    ready(0xFFFFFFFFL - 2_000);
    control(X800Type.RING, ring(1), 0xFFFFFFFFL - 1_000);
    control(X800Type.HOOK, hook(1), 999);
    control(X800Type.HOOK, hook(0), 5_999);
    bench.pass(2_100);
    Call call = bench.heard.ended().getFirst();
    assertThat(call.ringMillis()).isEqualTo(2_000);
    assertThat(call.talkMillis()).isEqualTo(5_000);
  }

  @Test
  void endsWithoutReportAreClosedByTheHook() {
    talking();
    beat();
    control(X800Type.HOOK, hook(0));
    bench.pass(2_100);
    assertThat(bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void aLineWithoutVoltageIsToldAsSuch() {
    ready();
    control(X800Type.LINE_STATE, new X800Payload().u8(5));
    assertThat(bench.events(CallEvent.LineState.class).getFirst().fault())
        .isEqualTo("telephony.line.noVoltage");
  }

  @Test
  void aKitThatSpeaksBeforeItsHelloIsHeardAfterIt() {
    bench.open();
    bench.receive(encode(X800Type.RING, X800Frame.ACK_WANTED, 1, ring(1)));
    assertThat(bench.heard.began()).isEmpty();
    hello(0);
    assertThat(bench.heard.began()).hasSize(1);
    assertThat(written(X800Type.ACK)).hasSize(1);
  }

  @Test
  void theClockIsSetWhenTheKitsIsWrong() {
    ready();
    X800Frame request = written(X800Type.TIME_REQ).getFirst();
    long t1 = request.reader().u64();
    plain(X800Type.TIME_RSP, new X800Payload().u64(t1).u32(0).u32(0).u64(1));
    X800Reader set = written(X800Type.SET_CLOCK).getFirst().reader();
    assertThat(set.u64()).isEqualTo(bench.clock.now().toEpochMilli());
    assertThat(set.u16()).isEqualTo(8 * 60);
    assertThat(bench.events(CallEvent.ClockSet.class)).hasSize(1);
  }

  private void talking() {
    ready();
    control(X800Type.RING, ring(1));
    control(X800Type.HOOK, hook(1));
    assertThat(written(X800Type.REC_START)).hasSize(1);
    plain(X800Type.REC_STATE, new X800Payload().u32(CALL).u8(1).u32(0).u32(0));
  }

  private void ready() {
    ready(0);
  }

  private void ready(long millis) {
    bench.open();
    hello(millis);
  }

  private void hello(long millis) {
    X800Payload hello =
        new X800Payload()
            .u8(1)
            .u8(1)
            .u8(1)
            .u8(0)
            .u64(BOOT)
            .field(1, "Bench")
            .field(5, 2)
            .field(7, 1)
            .field(8, 1);
    bench.receive(encode(X800Type.HELLO, 0, 0, hello.done(), millis));
  }

  private void beat() {
    plain(X800Type.HEARTBEAT, new X800Payload().u8(1).u8(0).u32(0).u32(0).u16(0));
    acknowledge(X800Type.STORED_COUNT);
    acknowledge(X800Type.HANG_UP);
    acknowledge(X800Type.REC_START);
  }

  private void acknowledgeAll() {
    acknowledge(X800Type.STORED_COUNT);
  }

  private void acknowledge(int type) {
    for (X800Frame frame : written(type)) {
      plain(X800Type.ACK, new X800Payload().u16(frame.seq()));
    }
  }

  private void audio(long index, int samples) {
    plain(
        X800Type.AUDIO,
        new X800Payload().u32(CALL).u32(index).u8(2).u8(1).u16(samples).bytes(new byte[samples]));
  }

  private static X800Payload ring(int count) {
    return new X800Payload().u32(CALL).u8(count).u8(1).u8('A');
  }

  private static X800Payload hook(int state) {
    return new X800Payload().u32(CALL).u8(state).u8(0);
  }

  private static X800Payload end(int direction, int cause, long ring, long talk) {
    return new X800Payload().u32(CALL).u8(direction).u8(cause).u32(ring).u32(talk);
  }

  private static X800Payload callerId(int method, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.ISO_8859_1);
    return new X800Payload().u32(CALL).u8(method).u8(bytes.length).bytes(bytes);
  }

  private static X800Payload parsed(int tag, String value) {
    byte[] field = new X800Payload().field(tag, value).done();
    return new X800Payload().u32(CALL).u8(3).u8(field.length).bytes(field);
  }

  private void plain(int type, X800Payload payload) {
    bench.receive(encode(type, 0, 1, payload));
  }

  private void control(int type, X800Payload payload) {
    bench.receive(encode(type, X800Frame.ACK_WANTED, 1, payload));
  }

  private void control(int type, X800Payload payload, long millis) {
    bench.receive(encode(type, X800Frame.ACK_WANTED, 1, payload.done(), millis));
  }

  private void control(int type, byte[] payload, int from) {
    byte[] rest = Arrays.copyOfRange(payload, from + 4, payload.length);
    byte[] whole = new X800Payload().u32(7).bytes(rest).done();
    bench.receive(encode(type, X800Frame.ACK_WANTED, 1, whole, 0));
  }

  private byte[] encode(int type, int flags, int line, X800Payload payload) {
    return encode(type, flags, line, payload.done(), 0);
  }

  private byte[] encode(int type, int flags, int line, byte[] payload, long millis) {
    int number = seq;
    seq = (seq + 1) & 0xFFFF;
    return X800Codec.encode(new X800Frame(type, flags, line, number, millis, payload));
  }

  private List<X800Frame> written(int type) {
    List<X800Frame> frames = new ArrayList<>();
    byte[] bytes = bench.written.toByteArray();
    new X800Codec(frames::add).received(bytes, bytes.length, 0);
    frames.removeIf(frame -> frame.type() != type);
    return frames;
  }
}
