package app.ringbook.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.WavFile;
import app.ringbook.telephony.recorder.vault.SystemKeys;
import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People talk while the recordings are locked, and somebody types the passphrase meanwhile. */
class LockedCallStoreTest {
  private static final String WORDS = "seven quiet rivers";

  private static Vault vault(TestDatabase test) {
    return new Vault(
        () -> test.folders().recordings(),
        () -> new SystemKeys.UserFile(test.folders().root().resolve("keys")),
        () -> true);
  }

  /** A vault that was given a passphrase in an earlier run. */
  private static Vault locked(TestDatabase test) {
    Vault first = vault(test);
    first.create();
    first.passphrase(WORDS);
    return vault(test);
  }

  private static Call talking(CallHouse house) {
    Call call = house.ringing("kit/1", "13812345678");
    house.desk.ringing(call);
    Call talking = CallHouse.talking(call);
    house.desk.answered(talking);
    return talking;
  }

  private static void speak(CallHouse house, Call call, int from, int samples, int level) {
    for (int at = from; at < from + samples; at += 160) {
      byte[] data = new byte[160];
      Arrays.fill(data, (byte) level);
      house.desk.audio(call, new AudioBlock(at, Codec.ALAW, 1, 160, data));
    }
  }

  private static void untilToldLocked(CallHouse house, Call call) {
    String told = Recording.Stop.LOCKED.textKey();
    await()
        .until(
            () -> {
              speak(house, call, 800, 160, 0x11);
              return told.equals(house.card().recording().reasonKey());
            });
  }

  private static void unlock(CallHouse house, Vault vault) {
    assertThat(vault.open(WORDS)).isTrue();
    house.desk.unlocked();
    await()
        .until(() -> !Recording.Stop.LOCKED.textKey().equals(house.card().recording().reasonKey()));
  }

  private static CallRecord over(CallHouse house, Call call) {
    house.desk.ended(CallHouse.over(call, CallOutcome.ANSWERED, 30_000));
    await().until(() -> !house.saved.isEmpty());
    return house.saved.getLast();
  }

  private static byte[] heard(CallHouse house, CallRecord row, Vault vault) throws IOException {
    try (WavFile wav = WavFile.open(house.recordings.resolve(row.recordingFile()), vault)) {
      return wav.readBytes(0, 1 << 20);
    }
  }

  @Test
  @Tag("S4-07")
  void recordingBeginsAsThePassphraseIsTypedAndWhatIsMissingIsMarked() throws Exception {
    try (TestDatabase test = TestDatabase.embedded()) {
      Vault vault = locked(test);
      try (CallHouse house = new CallHouse(test, vault)) {
        Call call = talking(house);
        speak(house, call, 0, 800, 0x11);
        untilToldLocked(house, call);
        unlock(house, vault);
        speak(house, call, 160_000, 8_000, 0x55);
        assertThat(house.card().recording().state()).isEqualTo(CallCard.Recording.State.RUNNING);

        CallRecord row = over(house, call);
        assertThat(row.recordingMillis()).isEqualTo(1_000);
        assertThat(row.recordingGaps()).isEqualTo("c0+160000");
        assertThat(row.recordingLostMillis()).isEqualTo(20_000);
        assertThat(heard(house, row, vault)).hasSize(8_000).containsOnly(0x55);
      }
    }
  }

  @Test
  @Tag("S4-07")
  void whoRefusedOrPausedMeanwhileIsNotRecordedByUnlocking() {
    try (TestDatabase test = TestDatabase.embedded()) {
      Vault vault = locked(test);
      try (CallHouse house = new CallHouse(test, vault)) {
        Call call = talking(house);
        speak(house, call, 0, 800, 0x11);
        untilToldLocked(house, call);
        house.desk.record("kit/1", false);
        unlock(house, vault);
        speak(house, call, 160_000, 8_000, 0x55);
        assertThat(house.card().recording().state()).isNotEqualTo(CallCard.Recording.State.RUNNING);
        house.desk.record("kit/1", true);
        speak(house, call, 168_000, 8_000, 0x55);
        house.desk.refuse("kit/1");

        house.refusedCalls = Set.of("kit/1");
        house.desk.unlocked();
        speak(house, call, 176_000, 8_000, 0x55);
        assertThat(over(house, call).recordingMillis()).isNull();
      }
    }
  }

  @Test
  @Tag("S4-07")
  void aCallCutOffByACrashIsOneRecordingAgainOnceItIsUnlocked() throws Exception {
    try (TestDatabase test = TestDatabase.embedded()) {
      Vault first = vault(test);
      first.create();
      first.passphrase(WORDS);
      CallHouse crashed = new CallHouse(test, first);
      Call call = talking(crashed);
      speak(crashed, call, 0, 16_000, 0x2A);
      untilGrown(crashed, 14_000);
      crashed.clock.advance(Duration.ofSeconds(2));
      untilGrown(crashed, 16_000);
      await().until(() -> noted(crashed));
      test.reopen();

      Vault vault = vault(test);
      try (CallHouse next = new CallHouse(test, vault)) {
        CallRecovery recovery = next.recovery();
        recovery.run();
        next.desk.ringing(call);
        next.desk.answered(call);
        speak(next, call, 80_000, 800, 0x11);
        untilToldLocked(next, call);
        assertThat(vault.open(WORDS)).isTrue();
        recovery.unlocked();
        next.saved.clear();
        unlock(next, vault);
        speak(next, call, 240_000, 8_000, 0x55);

        CallRecord row = over(next, call);
        assertThat(row.recordingMillis()).isEqualTo(3_000);
        assertThat(row.recordingGaps()).isEqualTo("c16000+160000");
        byte[] heard = heard(next, row, vault);
        assertThat(Arrays.copyOfRange(heard, 15_999, 16_001)).containsExactly(0x2A, 0x55);
      }
    }
  }

  @Test
  @Tag("S4-07")
  void aCallWhoseKitWasGoneIsOneRecordingAgainToo() throws Exception {
    try (TestDatabase test = TestDatabase.embedded()) {
      Vault first = vault(test);
      first.create();
      first.passphrase(WORDS);
      CallHouse before = new CallHouse(test, first);
      Call call = talking(before);
      speak(before, call, 0, 16_000, 0x2A);
      before.desk.ended(CallHouse.over(call, CallOutcome.DEVICE_LOST, 2_000));
      await().until(() -> before.saved.size() == 1);
      before.close();

      Vault vault = vault(test);
      try (CallHouse next = new CallHouse(test, vault)) {
        CallRecovery recovery = next.recovery();
        recovery.run();
        next.desk.ringing(call);
        next.desk.answered(call);
        speak(next, call, 80_000, 800, 0x11);
        untilToldLocked(next, call);
        assertThat(vault.open(WORDS)).isTrue();
        recovery.unlocked();
        next.saved.clear();
        unlock(next, vault);
        speak(next, call, 240_000, 8_000, 0x55);
        assertThat(over(next, call).recordingMillis()).isEqualTo(3_000);
      }
    }
  }

  private static void untilGrown(CallHouse house, int bytes) {
    await()
        .until(
            () -> {
              try (Stream<Path> all = Files.walk(house.recordings)) {
                return all.anyMatch(
                    file -> file.toString().endsWith(".part") && file.toFile().length() > bytes);
              }
            });
  }

  private static boolean noted(CallHouse house) throws IOException {
    try (Stream<Path> notes = Files.list(house.openCalls)) {
      for (Path note : notes.filter(file -> file.toString().endsWith(".call")).toList()) {
        String text = Files.readString(note);
        return text.contains("TALKING") && text.contains("wav");
      }
    }
    return false;
  }
}
