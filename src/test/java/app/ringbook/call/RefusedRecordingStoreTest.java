package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.settings.PhoneSettings.RecordCalls;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Codec;
import app.ringbook.testkit.OnBothDatabases;
import app.ringbook.testkit.TestDatabase;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

class RefusedRecordingStoreTest {

  private static AudioBlock block(int first, int level) {
    byte[] data = new byte[160];
    Arrays.fill(data, (byte) level);
    return new AudioBlock(first, Codec.ALAW, 1, 160, data);
  }

  @OnBothDatabases
  void afterARefusalNothingIsRecordedEvenIfSomebodyAsks(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Call call = house.ringing("k/1", "13800000000");
      house.desk.ringing(call);
      Call talking = CallHouse.talking(call);
      house.desk.answered(talking);
      house.desk.audio(talking, block(0, 0x2A));
      await().until(() -> Files.isDirectory(house.recordings));

      assertThat(house.desk.refuse("k/1")).endsWith(".wav");
      assertThat(house.card().recording().reasonKey()).isEqualTo("call.recording.refused");
      house.desk.record("k/1", true);
      house.desk.audio(talking, block(160, 0x2A));
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);
      assertThat(house.saved.getFirst().recordingFile()).isNull();
    }
  }

  @OnBothDatabases
  void aCustomerWhoRefusedLastTimeIsRecordedOnlyOnAWord(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      house.refusers = List.of(house.customer("Castellan", "13800000000"));
      Call call = house.ringing("k/1", "13800000000");
      house.desk.ringing(call);
      await()
          .until(
              () -> "call.recording.refused_before".equals(house.card().recording().reasonKey()));
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.WHEN_ASKED);
      Call talking = CallHouse.talking(call);
      house.desk.answered(talking);
      house.desk.audio(talking, block(0, 0x2A));
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.WHEN_ASKED);

      house.desk.record("k/1", true);
      house.desk.audio(talking, block(160, 0x2A));
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.RUNNING);
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);
    }
  }

  /** Who calls is shown first; only then is looked up what they said of being recorded. */
  @OnBothDatabases
  void nothingIsKeptOfWhatWasSaidBeforeARefusalIsKnown(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      house.refusers = List.of(house.customer("Castellan", "13800000000"));
      house.paints = true;
      Call call = house.ringing("k/1", "13800000000");
      house.desk.ringing(call);
      Call talking = CallHouse.talking(call);
      house.desk.answered(talking);
      house.desk.audio(talking, block(0, 0x2A));
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.RUNNING);
      house.way.release("k/1");
      await()
          .until(
              () -> "call.recording.refused_before".equals(house.card().recording().reasonKey()));
      house.desk.audio(talking, block(160, 0x2A));
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);
      assertThat(house.saved.getFirst().recordingFile()).isNull();
      assertThat(house.recordings)
          .satisfiesAnyOf(
              folder -> assertThat(folder).doesNotExist(),
              folder -> assertThat(folder).isEmptyDirectory());
    }
  }

  @OnBothDatabases
  void whereEachCallIsAskedAboutTheWordsComeBeforeTheRecording(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      house.policy = RecordCalls.ASK;
      house.notice = "";
      Call call = house.ringing("k/1", "13800000000");
      house.desk.ringing(call);
      assertThat(house.card().recording().reasonKey()).isNull();
      Call talking = CallHouse.talking(call);
      house.desk.answered(talking);
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.WHEN_ASKED);
      assertThat(house.card().recording().reasonKey()).isEqualTo("call.recording.say");
      house.desk.audio(talking, block(0, 0x2A));
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.WHEN_ASKED);
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);
      assertThat(house.saved.getFirst().recordingFile()).isNull();
    }
  }

  @OnBothDatabases
  void aNumberOnTheListIsNeverRecorded(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      house.excluded = List.of("13800000000");
      Call call = house.ringing("k/1", "13800000000");
      house.desk.ringing(call);
      assertThat(house.card().recording().reasonKey()).isEqualTo("call.recording.excluded");
      Call talking = CallHouse.talking(call);
      house.desk.answered(talking);
      house.desk.record("k/1", true);
      house.desk.audio(talking, block(0, 0x2A));
      house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 60));
      await().until(() -> house.saved.size() == 1);
      assertThat(house.saved.getFirst().recordingFile()).isNull();
    }
  }

  @OnBothDatabases
  void aDeadCableIsSaidAndForgottenWhenSoundComes(TestDatabase test) {
    try (CallHouse house = new CallHouse(test)) {
      Call call = house.ringing("k/1", "13800000000");
      house.desk.ringing(call);
      Call talking = CallHouse.talking(call);
      house.desk.answered(talking);
      int at = 0;
      for (; at < 4 * 8000; at += 160) {
        house.desk.audio(talking, block(at, 0xD5));
      }
      int[] next = {at};
      await()
          .until(
              () -> {
                house.desk.audio(talking, block(next[0], 0xD5));
                next[0] += 160;
                return "call.recording.silent".equals(house.card().recording().reasonKey());
              });
      assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.RUNNING);
      await()
          .until(
              () -> {
                house.desk.audio(talking, block(next[0], 0x2A));
                next[0] += 160;
                return house.card().recording().reasonKey() == null;
              });
    }
  }
}
