package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.WavFile;
import app.ringbook.telephony.recorder.vault.KeyException;
import app.ringbook.telephony.recorder.vault.SoundBytes;
import app.ringbook.telephony.recorder.vault.SystemKeys;
import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program ends in mid-call and is started again while people still talk. */
class CallGoesOnStoreTest {
  private static AudioBlock block(int first, int level) {
    byte[] data = new byte[160];
    Arrays.fill(data, (byte) level);
    return new AudioBlock(first, Codec.ALAW, 1, 160, data);
  }

  private static void speak(CallHouse house, Call call, int samples, int level) {
    for (int at = 0; at < samples; at += 160) {
      house.desk.audio(call, block(at, level));
    }
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Call talking(CallHouse house) {
    Call call = house.ringing("kit/1", "13812345678");
    house.desk.ringing(call);
    Call talking = CallHouse.talking(call);
    house.desk.answered(talking);
    return talking;
  }

  private static void goOn(CallHouse house, Call call) {
    house.desk.ringing(call);
    house.desk.answered(call);
  }

  private static CallRecord over(CallHouse house, Call call, long talkMillis) {
    house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, talkMillis));
    await().until(() -> !house.saved.isEmpty() && files(house.openCalls, ".call").isEmpty());
    return house.saved.getLast();
  }

  private static long rows(CallHouse house) {
    return house.records.page(new CallFilter(CallFilter.Tab.ALL, "", null, null), null, 9).size();
  }

  @Test
  @Tag("S4-07")
  void aCallThatGoesOnAfterACrashIsOneRowAndOneRecordingWithACut() throws Exception {
    try (TestDatabase test = TestDatabase.embedded()) {
      CallHouse crashed = new CallHouse(test);
      Call call = talking(crashed);
      speak(crashed, call, 16_000, 0x2A);
      await()
          .until(
              () ->
                  files(crashed.recordings, ".part").stream()
                      .anyMatch(part -> part.toFile().length() == 16_058));
      await().until(() -> note(crashed).contains("TALKING") && note(crashed).contains("wav"));
      test.reopen();

      try (CallHouse next = new CallHouse(test)) {
        CallRecovery recovery = next.recovery();
        assertThat(recovery.run()).hasSize(1);
        assertThat(recovery.unended("kit")).extracting(Call::key).containsExactly("kit/1");
        assertThat(recovery.unended("another")).isEmpty();
        goOn(next, call);
        assertThat(next.showing).isNotEmpty();
        speak(next, call, 8_000, 0x55);
        CallRecord row = over(next, call, 9_000);

        assertThat(rows(next)).isEqualTo(1);
        assertThat(row.talkMillis()).isEqualTo(9_000);
        assertThat(row.source()).isEqualTo(CallRecord.Source.LIVE);
        assertThat(row.recordingMillis()).isEqualTo(3_000);
        assertThat(row.recordingGaps()).isEqualTo("c16000+0");
        await().until(() -> files(next.recordings, ".wav").size() == 1);
        try (WavFile wav = WavFile.open(next.recordings.resolve(row.recordingFile()))) {
          assertThat(wav.readBytes(15_999, 2)).containsExactly(0x2A, 0x55);
        }
      }
    }
  }

  private static String note(CallHouse house) throws IOException {
    List<Path> notes = files(house.openCalls, ".call");
    return notes.isEmpty() ? "" : Files.readString(notes.getFirst());
  }

  @Test
  void aPlainEndInMidCallAndACrashInTheSecondPartLoseNothingEither() {
    try (TestDatabase test = TestDatabase.embedded()) {
      CallHouse first = new CallHouse(test);
      Call call = talking(first);
      speak(first, call, 8_000, 0x2A);
      first.desk.ended(CallHouse.over(call, CallOutcome.DEVICE_LOST, 1_000));
      await().until(() -> first.saved.size() == 1);
      first.close();

      CallHouse second = new CallHouse(test);
      CallRecovery recovery = second.recovery();
      assertThat(recovery.run()).isEmpty();
      assertThat(recovery.unended("kit")).hasSize(1);
      goOn(second, call);
      speak(second, call, 8_000, 0x55);
      await()
          .until(
              () ->
                  files(second.recordings, ".part").stream()
                      .anyMatch(part -> part.toFile().length() == 16_058));
      await().until(() -> note(second).contains("earlier"));

      try (CallHouse third = new CallHouse(test)) {
        assertThat(third.recovery().run()).hasSize(1);
        assertThat(files(third.recordings, ".wav")).hasSize(1);
        goOn(third, call);
        speak(third, call, 8_000, 0x2A);
        CallRecord row = over(third, call, 30_000);
        assertThat(rows(third)).isEqualTo(1);
        assertThat(row.recordingMillis()).isEqualTo(3_000);
        assertThat(row.recordingGaps()).isEqualTo("c8000+0 c16000+0");
      }
    }
  }

  @Test
  void whatAPersonPausedStaysPausedAndWhoRefusedIsNotRecorded() {
    try (TestDatabase test = TestDatabase.embedded()) {
      CallHouse crashed = new CallHouse(test);
      Call call = talking(crashed);
      speak(crashed, call, 8_000, 0x2A);
      crashed.desk.record("kit/1", false);
      await().until(() -> note(crashed).contains("paused=true"));
      await().until(() -> files(crashed.recordings, ".part").getFirst().toFile().length() > 8_000);
      test.reopen();

      CallHouse next = new CallHouse(test);
      next.recovery().run();
      goOn(next, call);
      speak(next, call, 8_000, 0x55);
      assertThat(next.card().recording().state()).isEqualTo(CallCard.Recording.State.PAUSED);
      test.reopen();

      try (CallHouse last = new CallHouse(test)) {
        last.recovery().run();
        last.refusedCalls = Set.of("kit/1");
        goOn(last, call);
        await().until(() -> "call.recording.refused".equals(last.card().recording().reasonKey()));
        speak(last, call, 8_000, 0x55);
        CallRecord row = over(last, call, 9_000);
        assertThat(row.recordingMillis()).isEqualTo(1_000);
      }
    }
  }

  @Test
  void aCallOfYesterdayIsNotTakenForOneThatGoesOn() {
    try (TestDatabase test = TestDatabase.embedded()) {
      CallHouse crashed = new CallHouse(test);
      talking(crashed);
      await().until(() -> files(crashed.openCalls, ".call").size() == 1);
      test.reopen();
      test.clock().advance(Duration.ofHours(5));
      try (CallHouse next = new CallHouse(test)) {
        CallRecovery recovery = next.recovery();
        assertThat(recovery.run()).hasSize(1);
        assertThat(recovery.unended("kit")).isEmpty();
        assertThat(files(next.openCalls, ".call")).isEmpty();
      }
    }
  }

  private static Vault vault(TestDatabase test) {
    return new Vault(
        () -> test.folders().recordings(),
        () -> new SystemKeys.UserFile(test.folders().root().resolve("keys")),
        () -> true);
  }

  private static byte[] heard(CallHouse house, CallRecord row, Vault vault) throws IOException {
    try (WavFile wav = WavFile.open(house.recordings.resolve(row.recordingFile()), vault)) {
      return wav.readBytes(0, 1 << 20);
    }
  }

  /** Until everything said so far is sealed on the disk, the last piece by the sync. */
  private static void safe(CallHouse house, int samples) {
    grown(house, samples - 2_000);
    house.clock.advance(Duration.ofSeconds(2));
    grown(house, samples);
  }

  private static void grown(CallHouse house, int bytes) {
    await()
        .until(
            () ->
                files(house.recordings, ".part").stream()
                    .anyMatch(part -> part.toFile().length() > bytes));
  }

  @Test
  @Tag("S4-07")
  void aSealedCallThatGoesOnAfterACrashIsOneSealedRecording() throws Exception {
    try (TestDatabase test = TestDatabase.embedded()) {
      vault(test).create();
      CallHouse crashed = new CallHouse(test, vault(test));
      Call call = talking(crashed);
      speak(crashed, call, 16_000, 0x2A);
      safe(crashed, 16_000);
      await().until(() -> note(crashed).contains("TALKING") && note(crashed).contains("wav"));
      test.reopen();

      Vault vault = vault(test);
      try (CallHouse next = new CallHouse(test, vault)) {
        assertThat(next.recovery().run()).hasSize(1);
        goOn(next, call);
        speak(next, call, 8_000, 0x55);
        CallRecord row = over(next, call, 9_000);

        assertThat(rows(next)).isEqualTo(1);
        assertThat(row.recordingMillis()).isEqualTo(3_000);
        assertThat(row.recordingGaps()).isEqualTo("c16000+0");
        await().until(() -> files(next.recordings, ".wav").size() == 1);
        assertThat(SoundBytes.sealed(files(next.recordings, ".wav").getFirst())).isTrue();
        assertThat(files(next.recordings, ".key")).hasSize(1);
        byte[] heard = heard(next, row, vault);
        assertThat(heard).hasSize(24_000);
        assertThat(Arrays.copyOfRange(heard, 15_999, 16_001)).containsExactly(0x2A, 0x55);
      }
    }
  }

  /** A sealed call of which two seconds are safe when the program ends. */
  private Call cutOff(TestDatabase test, Vault vault) throws Exception {
    vault.create();
    vault.passphrase("seven quiet rivers");
    CallHouse crashed = new CallHouse(test, vault);
    Call call = talking(crashed);
    speak(crashed, call, 16_000, 0x2A);
    safe(crashed, 16_000);
    await().until(() -> note(crashed).contains("TALKING") && note(crashed).contains("wav"));
    test.reopen();
    return call;
  }

  @Test
  @Tag("S4-07")
  void aSealedRecordingCutOffIsFoundOnceItsPassphraseIsTyped() throws Exception {
    try (TestDatabase test = TestDatabase.embedded()) {
      Call call = cutOff(test, vault(test));

      Vault vault = vault(test);
      try (CallHouse next = new CallHouse(test, vault)) {
        CallRecovery recovery = next.recovery();
        CallRecord waiting = recovery.run().getFirst();
        assertThatThrownBy(() -> heard(next, waiting, vault)).isInstanceOf(KeyException.class);
        goOn(next, call);
        speak(next, call, 8_000, 0x55);
        assertThat(over(next, call, 9_000).talkMillis()).isEqualTo(9_000);

        assertThat(vault.open("seven quiet rivers")).isTrue();
        recovery.unlocked();
        CallRecord row = next.records.byKey("kit/1").orElseThrow();
        assertThat(row.recordingMillis()).isEqualTo(2_000);
        assertThat(row.talkMillis()).isEqualTo(9_000);
        assertThat(heard(next, row, vault)).hasSize(16_000).containsOnly(0x2A);
        assertThat(files(next.recordings, ".part")).isEmpty();
        assertThat(rows(next)).isEqualTo(1);
      }
    }
  }

  @Test
  void aSealedRecordingCutOffIsFoundAtTheNextStartThatHasTheKey() throws Exception {
    try (TestDatabase test = TestDatabase.embedded()) {
      Vault first = vault(test);
      cutOff(test, first);
      test.clock().advance(Duration.ofHours(5));
      try (CallHouse locked = new CallHouse(test, vault(test))) {
        locked.recovery().run();
      }
      try (CallHouse next = new CallHouse(test, first)) {
        next.recovery().run();
        CallRecord row = next.records.byKey("kit/1").orElseThrow();
        assertThat(row.recordingMillis()).isEqualTo(2_000);
        assertThat(row.talkMillis()).isEqualTo(2_000);
        assertThat(files(next.openCalls, ".call")).isEmpty();
      }
    }
  }
}
