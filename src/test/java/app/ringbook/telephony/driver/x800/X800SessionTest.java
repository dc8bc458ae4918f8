package app.ringbook.telephony.driver.x800;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Presentation;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The behaviour rules of the profile, one by one, spoken by hand. */
class X800SessionTest {
  private final X800Bench kit = new X800Bench();

  @Test
  void helloIsSaidEachHalfSecondTenTimesAndThenItIsNoKit() {
    kit.bench.open();
    kit.bench.pass(4_900);
    assertThat(kit.written(X800Type.HELLO)).hasSize(10);
    assertThat(kit.bench.events(CallEvent.LinkLost.class)).isEmpty();
    kit.bench.pass(200);
    assertThat(kit.bench.events(CallEvent.LinkLost.class).getFirst().reasonKey())
        .isEqualTo("telephony.link.noAnswer");
  }

  @Test
  void aKitThatAnswersIsReadyAndNamed() {
    kit.ready();
    CallEvent.LinkUp up = kit.bench.events(CallEvent.LinkUp.class).getFirst();
    assertThat(up.model()).isEqualTo("Bench");
    assertThat(up.confirmed()).isTrue();
    assertThat(kit.written(X800Type.HELLO_ACK)).hasSize(1);
    assertThat(kit.written(X800Type.TIME_REQ)).hasSize(1);
    assertThat(kit.written(X800Type.STORED_COUNT)).hasSize(1);
  }

  @Test
  void anEchoOfOurOwnHelloIsNoKit() {
    kit.bench.open();
    kit.bench.receive(
        kit.encode(
            X800Type.HELLO, 0, 0, new X800Payload().u8(1).u8(1).u8(0).u8(0).u64(X800Bench.BOOT)));
    assertThat(kit.bench.events(CallEvent.LinkUp.class)).isEmpty();
  }

  @Test
  void firmwareOfAnotherVersionIsNamed() {
    kit.bench.open();
    kit.bench.receive(
        kit.encode(
            X800Type.HELLO, 0, 0, new X800Payload().u8(2).u8(3).u8(1).u8(0).u64(X800Bench.BOOT)));
    CallEvent.LinkLost lost = kit.bench.events(CallEvent.LinkLost.class).getFirst();
    assertThat(lost.reasonKey()).isEqualTo("telephony.link.version");
    assertThat(lost.reasonArguments()).containsExactly(2, 3);
  }

  /**
   * Random bytes that happen to be a whole, right frame take its number: the kit's own frame of
   * that number passes for a repeat, and the call is heard with the next one. It does so for ten
   * seconds.
   */
  @Test
  void aForgedFrameHidesTheKitsFrameOfThatNumberAndTheNextIsHeard() {
    kit.ready();
    byte[] forged =
        X800Codec.encode(
            new X800Frame(
                X800Type.RING, X800Frame.ACK_WANTED, 1, kit.next(), 0, X800Bench.ring(0).done()));
    kit.bench.receive(forged);
    int before = kit.bench.events(CallEvent.Ringing.class).size();
    kit.control(X800Type.RING, X800Bench.ring(1));
    assertThat(kit.bench.events(CallEvent.Ringing.class)).hasSize(before);
    kit.control(X800Type.RING, X800Bench.ring(2));
    assertThat(kit.bench.events(CallEvent.Ringing.class)).hasSize(before + 1);
  }

  @Test
  void threeSecondsOfSilenceLoseTheLink() {
    kit.ready();
    kit.bench.pass(2_900);
    assertThat(kit.bench.events(CallEvent.LinkLost.class)).isEmpty();
    kit.bench.pass(200);
    assertThat(kit.bench.events(CallEvent.LinkLost.class).getFirst().reasonKey())
        .isEqualTo("telephony.link.silent");
  }

  @Test
  void heartbeatsKeepTheLinkAndWeSendOurs() {
    kit.ready();
    for (int i = 0; i < 10; i++) {
      kit.beat();
      kit.bench.pass(1_000);
    }
    assertThat(kit.bench.events(CallEvent.LinkLost.class)).isEmpty();
    assertThat(kit.written(X800Type.HEARTBEAT)).hasSizeBetween(9, 11);
  }

  @Test
  void whatIsNotAcknowledgedIsSentAgainFourTimesWithTheSameNumber() {
    kit.ready();
    kit.acknowledgeAll();
    kit.bench.session.hangUp(1);
    kit.bench.session.dial(1, "123");
    for (int i = 0; i < 23; i++) {
      kit.beat();
      kit.bench.pass(100);
    }
    List<X800Frame> dials = kit.written(X800Type.DIAL);
    assertThat(dials).hasSize(5);
    assertThat(dials).extracting(X800Frame::seq).containsOnly(dials.getFirst().seq());
    assertThat(dials.stream().skip(1)).allMatch(frame -> frame.has(X800Frame.RESENT));
    assertThat(kit.bench.events(CallEvent.LinkLost.class)).isEmpty();
    for (int i = 0; i < 15; i++) {
      kit.beat();
      kit.bench.pass(100);
    }
    assertThat(kit.written(X800Type.ERROR)).hasSize(1);
    assertThat(kit.bench.events(CallEvent.LinkLost.class)).hasSize(1);
  }

  @Test
  void everyControlFrameIsAcknowledgedAndARepeatIsDropped() {
    kit.ready();
    byte[] ring = kit.encode(X800Type.RING, X800Frame.ACK_WANTED, 1, X800Bench.ring(1));
    kit.bench.receive(ring);
    kit.bench.receive(ring);
    assertThat(kit.written(X800Type.ACK)).hasSize(2);
    assertThat(kit.bench.events(CallEvent.Ringing.class)).hasSize(1);
  }

  @Test
  void numbersThatWrapAfterTwentyMinutesAreNew() {
    kit.ready();
    kit.seq = 65_535;
    kit.bench.receive(kit.encode(X800Type.RING, X800Frame.ACK_WANTED, 1, X800Bench.ring(1)));
    assertThat(kit.seq).isZero();
    for (int i = 0; i < 12; i++) {
      kit.beat();
      kit.bench.pass(1_000);
    }
    kit.seq = 65_535;
    kit.bench.receive(kit.encode(X800Type.RING, X800Frame.ACK_WANTED, 1, X800Bench.ring(2)));
    assertThat(kit.bench.events(CallEvent.Ringing.class)).hasSize(2);
  }

  @Test
  void theCallersOfTheVectorsAreRead() {
    kit.ready();
    kit.bench.receive(
        HexFormat.of()
            .parseHex(
                "a55a011201010900130024f4000024b92a000000020d44313338313233343536373843126d"));
    assertThat(kit.bench.heard.began().getFirst().number()).isEqualTo("13812345678");
  }

  @Test
  void aSecondCallerIdWithLessNeverOverwrites() {
    kit.ready();
    kit.control(X800Type.CALLER_ID, X800Bench.callerId(2, "D13812345678C"));
    kit.control(X800Type.CALLER_ID, X800Bench.parsed(4, "O"));
    assertThat(kit.bench.heard.identified()).isEmpty();
    kit.control(X800Type.CALLER_ID, X800Bench.parsed(7, "Li Ming"));
    assertThat(kit.bench.heard.identified().getLast().callerName()).isEqualTo("Li Ming");
    assertThat(kit.bench.heard.identified().getLast().number()).isEqualTo("13812345678");
  }

  @Test
  void theEndOfAnUnknownCallIsAFinishedCall() {
    kit.ready();
    kit.control(X800Type.CALL_END, X800Bench.end(0, 1, 6_000, 24_000));
    assertThat(kit.bench.heard.log()).containsExactly("ended ANSWERED");
    Call call = kit.bench.heard.ended().getFirst();
    assertThat(call.ringMillis()).isEqualTo(6_000);
    assertThat(call.talkMillis()).isEqualTo(24_000);
    assertThat(call.startedAt()).isEqualTo(kit.bench.clock.now().minusMillis(30_000));
  }

  @Test
  void ringWithoutCallerAndCallerWithoutRingAreCalls() {
    kit.ready();
    kit.control(X800Type.RING, X800Bench.ring(1));
    kit.control(X800Type.CALL_END, X800Bench.end(0, 0, 4_000, 0));
    kit.control(
        X800Type.CALLER_ID,
        new X800Payload().u32(7).bytes(X800Bench.callerId(2, "D55512345C").done()).done(),
        4);
    assertThat(kit.bench.heard.began()).hasSize(2);
    assertThat(kit.bench.heard.began().getFirst().presentation()).isEqualTo(Presentation.NONE);
    assertThat(kit.bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.MISSED);
  }

  @Test
  void unknownTypesAndLongerPayloadsAreAcknowledgedAndPassedOver() {
    kit.ready();
    kit.control(0x6F, new X800Payload().u32(1));
    kit.control(X800Type.RING, X800Bench.ring(1).u32(99).u32(98));
    assertThat(kit.written(X800Type.ACK)).hasSize(2);
    assertThat(kit.bench.heard.began()).hasSize(1);
  }

  @Test
  void theKitsMillisecondsMayWrapWithinACall() {
    kit.ready(0xFFFFFFFFL - 2_000);
    kit.control(X800Type.RING, X800Bench.ring(1), 0xFFFFFFFFL - 1_000);
    kit.control(X800Type.HOOK, X800Bench.hook(1), 999);
    kit.control(X800Type.HOOK, X800Bench.hook(0), 5_999);
    kit.bench.pass(2_100);
    Call call = kit.bench.heard.ended().getFirst();
    assertThat(call.ringMillis()).isEqualTo(2_000);
    assertThat(call.talkMillis()).isEqualTo(5_000);
  }

  @Test
  void endsWithoutReportAreClosedByTheHook() {
    kit.talking();
    kit.beat();
    kit.control(X800Type.HOOK, X800Bench.hook(0));
    kit.bench.pass(2_100);
    assertThat(kit.bench.heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void aLineWithoutVoltageIsToldAsSuch() {
    kit.ready();
    kit.control(X800Type.LINE_STATE, new X800Payload().u8(5));
    assertThat(kit.bench.events(CallEvent.LineState.class).getFirst().fault())
        .isEqualTo("telephony.line.noVoltage");
  }

  @Test
  void aKitThatSpeaksBeforeItsHelloIsHeardAfterIt() {
    kit.bench.open();
    kit.bench.receive(kit.encode(X800Type.RING, X800Frame.ACK_WANTED, 1, X800Bench.ring(1)));
    assertThat(kit.bench.heard.began()).isEmpty();
    kit.hello(0);
    assertThat(kit.bench.heard.began()).hasSize(1);
    assertThat(kit.written(X800Type.ACK)).hasSize(1);
  }

  @Test
  void theClockIsSetWhenTheKitsIsWrong() {
    kit.ready();
    X800Frame request = kit.written(X800Type.TIME_REQ).getFirst();
    long t1 = request.reader().u64();
    kit.plain(X800Type.TIME_RSP, new X800Payload().u64(t1).u32(0).u32(0).u64(1));
    X800Reader set = kit.written(X800Type.SET_CLOCK).getFirst().reader();
    assertThat(set.u64()).isEqualTo(kit.bench.clock.now().toEpochMilli());
    assertThat(set.u16()).isEqualTo(8 * 60);
    assertThat(kit.bench.events(CallEvent.ClockSet.class)).hasSize(1);
  }
}
