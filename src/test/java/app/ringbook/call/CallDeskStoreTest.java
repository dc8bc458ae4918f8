package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.customer.Match;
import app.ringbook.settings.PhoneSettings.RecordCalls;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.StoredCall;
import app.ringbook.telephony.recorder.WavFile;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.TimelineKind;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S4-07")
class CallDeskStoreTest {

  @OnBothDatabases
  void aCallRingsIsRecordedAndKept(TestDatabase test) throws Exception {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("Alfreds Futterkiste", "+49 30 0074321");
      Call call = house.ringing("k/1", "+49300074321");

      house.desk.ringing(call);
      assertThat(house.shown.getFirst()).isEqualTo("ringing k/1");
      assertThat(house.showing.getFirst().match()).isInstanceOf(Match.One.class);
      await().until(() -> house.card().customer() != null);
      assertThat(house.card().customer())
          .extracting(CallCard.Customer::name)
          .isEqualTo("Alfreds Futterkiste");
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.WHEN_LIFTED);

      house.desk.answered(CallHouse.talking(call));
      house.desk.audio(CallHouse.talking(call), block(0));
      house.desk.audioGap(CallHouse.talking(call), 160, 160);
      house.desk.audio(CallHouse.talking(call), block(320));
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.RUNNING);
      assertThat(house.card().answeredAt()).isEqualTo(house.clock.now());
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);

      CallRecord row = house.saved.getFirst();
      assertThat(row.customerId()).isEqualTo(customer);
      assertThat(row.matchReason()).isEqualTo("EXACT");
      assertThat(row.recordingLostMillis()).isEqualTo(20);
      try (WavFile wav = WavFile.open(house.recordings.resolve(row.recordingFile()))) {
        assertThat(wav.frames()).isEqualTo(480);
      }
      assertThat(house.timeline.read(customer, Set.of(TimelineKind.CALL), null, 9)).hasSize(1);
      assertThat(house.shown.stream().filter(s -> s.startsWith("ended"))).hasSize(1);
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.DONE);
      assertThat(filesLeft(house)).isZero();
    }
  }

  @OnBothDatabases
  void aCallFromTheKitsMemoryIsSavedBeforeTheKitForgetsItAndNeverPopsUp(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      AtomicInteger rowsAtConfirm = new AtomicInteger();
      Call call = CallHouse.over(house.ringing("k/1", "13800000000"), CallOutcome.MISSED, 0);
      Runnable confirm = () -> rowsAtConfirm.addAndGet((int) test.count("call_record"));
      house.desk.stored(new StoredCall(call, false), confirm);
      house.desk.stored(new StoredCall(call, false), confirm);
      await().until(() -> rowsAtConfirm.get() == 2);

      assertThat(house.saved).hasSize(1);
      assertThat(test.count("call_record")).isEqualTo(1);
      assertThat(house.saved.getFirst().source()).isEqualTo(CallRecord.Source.STORED);
      assertThat(house.saved.getFirst().timeCertain()).isFalse();
      assertThat(house.shown).isEmpty();
    }
  }

  @Test
  void theNumberMayComeAfterTheRing() {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      house.customer("A", "13812345678");
      Call call = house.ringing("k/1", null);
      house.desk.ringing(call);
      assertThat(house.showing.getFirst().match()).isInstanceOf(Match.None.class);
      house.desk.identified(CallHouse.from(call, "13812345678"));
      await().until(() -> house.card().customer() != null);
      assertThat(house.shown.stream().filter(s -> s.startsWith("ringing"))).hasSize(1);
    }
  }

  @OnBothDatabases
  void aNumberDialledOnThePhoneIsMatchedAndKept(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      long customer = house.customer("Alfreds Futterkiste", "13812345678");
      Call lifted = CallHouse.dialling(house.ringing("k/1", null));
      house.desk.ringing(lifted);
      assertThat(house.showing.getFirst().match()).isInstanceOf(Match.None.class);
      Call dialled = CallHouse.from(lifted, "13812345678");
      house.desk.identified(dialled);
      await().until(() -> house.card().customer() != null);
      house.desk.answered(CallHouse.talking(dialled));
      house.desk.ended(CallHouse.over(dialled, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);
      CallRecord row = house.saved.getFirst();
      assertThat(row.direction()).isEqualTo(Direction.OUTGOING);
      assertThat(row.customerId()).isEqualTo(customer);
      assertThat(row.matchReason()).isEqualTo("EXACT");
      assertThat(house.timeline.read(customer, Set.of(TimelineKind.CALL), null, 9)).hasSize(1);
    }
  }

  @Test
  void aMarkBelongsToTheSoundSoFarWithoutPauses() {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      Call call = house.ringing("k/1", "13812345678");
      house.desk.ringing(call);
      assertThat(house.desk.position("k/1")).isZero();
      house.desk.answered(CallHouse.talking(call));
      for (int at = 0; at < 16_000; at += 160) {
        house.desk.audio(CallHouse.talking(call), block(at));
      }
      await().until(() -> house.desk.position("k/1") == 2000);
      house.desk.record("k/1", false);
      for (int at = 16_000; at < 24_000; at += 160) {
        house.desk.audio(CallHouse.talking(call), block(at));
      }
      house.desk.record("k/1", true);
      for (int at = 24_000; at < 32_000; at += 160) {
        house.desk.audio(CallHouse.talking(call), block(at));
      }
      await().until(() -> house.desk.position("k/1") == 3000);
      assertThat(house.desk.position("k/2")).isZero();
    }
  }

  @Test
  void longWorkAndFactsGiveWayFromTheFirstRingUntilTheCallerIsPainted() {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      house.paints = true;
      house.customer("Alfreds Futterkiste", "+49 30 0074321");
      assertThat(house.way.waits()).isFalse();
      house.desk.ringing(house.ringing("k/1", "+49300074321"));
      assertThat(house.way.waits()).isTrue();
      assertThat(house.card().customer()).isNull();
      house.way.release("k/1");
      assertThat(house.way.waits()).isFalse();
      await().until(() -> house.card().customer() != null);
    }
  }

  @Test
  void callsBetweenOwnLinesAreIgnored() {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      house.ownNumbers.add("010-64321234");
      Call call = house.ringing("k/1", "64321234");
      house.desk.ringing(call);
      house.desk.answered(CallHouse.talking(call));
      house.desk.audio(CallHouse.talking(call), block(0));
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      house.desk.close();
      assertThat(house.shown).isEmpty();
      assertThat(house.way.waits()).isFalse();
      assertThat(test.count("call_record")).isZero();
      assertThat(house.recordings).doesNotExist();
    }
  }

  @Test
  void aNumberThatMayBeWrongOpensNobody() {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      house.customer("A", "13812345678");
      Call sure = house.ringing("k/1", "13812345678");
      Call unsure =
          new Call(
              sure.key(),
              sure.kit(),
              1,
              sure.direction(),
              sure.state(),
              sure.number(),
              sure.presentation(),
              null,
              false,
              sure.startedAt(),
              1,
              0,
              0,
              null,
              0);
      house.desk.ringing(unsure);
      house.desk.ended(CallHouse.over(unsure, CallOutcome.MISSED, 0));
      await().until(() -> house.saved.size() == 1);
      assertThat(house.saved.getFirst().customerId()).isNull();
      assertThat(house.saved.getFirst().verified()).isFalse();
    }
  }

  @Test
  void twoLinesAtOnceDoNotMix() throws Exception {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      Call one = house.ringing("k/1", "13800000001");
      Call two = house.ringing("k/2", "13800000002");
      house.desk.ringing(one);
      house.desk.answered(CallHouse.talking(one));
      house.desk.ringing(two);
      house.desk.audio(CallHouse.talking(one), block(0));
      house.desk.answered(CallHouse.talking(two));
      house.desk.audio(CallHouse.talking(two), block(0));
      house.desk.audio(CallHouse.talking(two), block(160));
      house.desk.ended(CallHouse.over(one, CallOutcome.ANSWERED, 20));
      house.desk.ended(CallHouse.over(two, CallOutcome.ANSWERED, 40));
      await().until(() -> house.saved.size() == 2);
      assertThat(house.saved).extracting(CallRecord::recordingMillis).containsExactly(20L, 40L);
      assertThat(house.saved).extracting(CallRecord::recordingFile).doesNotHaveDuplicates();
    }
  }

  @Test
  void recordingWaitsToBeAskedForWhereTheUserSaysSo() {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      house.policy = RecordCalls.ASK;
      Call call = house.ringing("k/1", "13800000001");
      house.desk.ringing(call);
      house.desk.answered(CallHouse.talking(call));
      house.desk.audio(CallHouse.talking(call), block(0));
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.WHEN_ASKED);
      house.desk.record("k/1", true);
      assertThat(house.shown).contains("record true");
      house.desk.audio(CallHouse.talking(call), block(160));
      house.desk.record("k/1", false);
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.PAUSED);
      house.desk.audio(CallHouse.talking(call), block(320));
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);
      assertThat(house.saved.getFirst().recordingMillis()).isEqualTo(40);
      assertThat(house.saved.getFirst().recordingGaps()).contains("p320+160");
    }
  }

  @Test
  void aLostKitIsShownOnItsCalls() {
    try (TestDatabase test = TestDatabase.embedded();
        CallHouse house = new CallHouse(test)) {
      house.desk.ringing(house.ringing("k/1", "13800000001"));
      house.desk.linkChanged(status(house, LinkStatus.State.LOST));
      assertThat(house.card().kitLostAt()).isEqualTo(house.clock.now());
      house.desk.linkChanged(status(house, LinkStatus.State.READY));
      await().until(() -> house.card().kitLostAt() == null);
    }
  }

  @Test
  void aDatabaseThatIsAwayLosesNoCall() throws Exception {
    try (TestDatabase test = TestDatabase.embedded()) {
      CallHouse house = new CallHouse(test);
      Call call = house.ringing("k/1", "13800000001");
      house.desk.ringing(call);
      house.desk.answered(CallHouse.talking(call));
      house.desk.audio(CallHouse.talking(call), block(0));
      // The house still talks to the closed one.
      test.reopen();
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 20));
      await().until(() -> house.desk.unsavedCalls() == 1);
      assertThat(house.shown).contains("ended k/1");
      assertThat(filesLeft(house)).isEqualTo(1);
      house.close();

      try (CallHouse next = new CallHouse(test)) {
        List<CallRecord> found = next.recovery().run();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().callKey()).isEqualTo("k/1");
        assertThat(found.getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(found.getFirst().recordingMillis()).isEqualTo(20);
        assertThat(filesLeft(next)).isZero();
      }
    }
  }

  @Test
  void afterACrashInMidCallTheCallIsThereAndItsFilePlays() throws Exception {
    try (TestDatabase test = TestDatabase.embedded()) {
      CallHouse house = new CallHouse(test);
      long customer = house.customer("A", "13812345678");
      Call call = house.ringing("k/1", "13812345678");
      house.desk.ringing(call);
      house.desk.answered(CallHouse.talking(call));
      for (int at = 0; at < 16_000; at += 160) {
        house.desk.audio(CallHouse.talking(call), block(at));
      }
      await().until(() -> filesLeft(house) == 1 && part(house) == 16_000 + 58);
      test.reopen();

      try (CallHouse next = new CallHouse(test)) {
        CallRecord row = next.recovery().run().getFirst();
        assertThat(row.source()).isEqualTo(CallRecord.Source.REPAIRED);
        assertThat(row.outcome()).isEqualTo(CallOutcome.ANSWERED);
        assertThat(row.talkMillis()).isEqualTo(2000);
        assertThat(row.customerId()).isEqualTo(customer);
        assertThat(row.recordingMillis()).isEqualTo(2000);
        assertThat(next.timeline.read(customer, Set.of(TimelineKind.CALL), null, 9)).hasSize(1);
        try (WavFile wav = WavFile.open(next.recordings.resolve(row.recordingFile()))) {
          assertThat(wav.frames()).isEqualTo(16_000);
        }
      }
    }
  }

  private static long part(CallHouse house) throws Exception {
    try (Stream<java.nio.file.Path> files = Files.walk(house.recordings)) {
      java.nio.file.Path part =
          files.filter(f -> f.toString().endsWith(".part")).findFirst().orElseThrow();
      return Files.size(part);
    }
  }

  private static long filesLeft(CallHouse house) throws Exception {
    if (!Files.isDirectory(house.openCalls)) {
      return 0;
    }
    try (Stream<java.nio.file.Path> files = Files.list(house.openCalls)) {
      return files.filter(f -> f.toString().endsWith(".call")).count();
    }
  }

  private static AudioBlock block(int first) {
    byte[] data = new byte[160];
    Arrays.fill(data, (byte) 0x55);
    return new AudioBlock(first, Codec.ALAW, 1, 160, data);
  }

  private static LinkStatus status(CallHouse house, LinkStatus.State state) {
    return new LinkStatus(
        state, "kit", "port", "x800", null, true, null, List.of(), house.clock.now());
  }
}
