package app.ringbook.call.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.call.FinishedCall;
import app.ringbook.call.outside.FoundAudio;
import app.ringbook.call.outside.OutsideAudio;
import app.ringbook.call.share.RecordingCopies;
import app.ringbook.customer.CallerIndex;
import app.ringbook.customer.CustomerMatcher;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Progress;
import app.ringbook.store.Backups;
import app.ringbook.store.Database;
import app.ringbook.store.backup.Restore;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.RecordingInProgress;
import app.ringbook.telephony.recorder.WavFile;
import app.ringbook.telephony.recorder.vault.KeyException;
import app.ringbook.telephony.recorder.vault.RecoveryCode;
import app.ringbook.telephony.recorder.vault.SoundBytes;
import app.ringbook.telephony.recorder.vault.SystemKeys;
import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.testkit.FakeClock;
import app.ringbook.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed recordings leave the house, come back from a backup, and come in from elsewhere. */
class SealedLifeStoreTest {
  private static final byte[] SOUND = sound();
  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock();

  private static byte[] sound() {
    byte[] sound = new byte[16_000];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (byte) (0x55 ^ ((i * 31) >> 3));
    }
    return sound;
  }

  /** A computer with its own data and its own secrets. */
  private final class Machine implements AutoCloseable {
    final AppFolders folders;
    final Database database;
    final CallRecords calls;
    final Vault vault;
    final CallRecorder recorder;
    final PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", ""));

    Machine(AppFolders folders) {
      this.folders = folders;
      database =
          Database.open(
              Database.Options.embedded(folders, clock, () -> "Nora", () -> false), Progress.NONE);
      Customers customers = new Customers(database, numbers, clock);
      calls =
          new CallRecords(
              database,
              new CustomerSearch(database),
              customers,
              new Timeline(database, clock),
              clock);
      vault =
          new Vault(
              folders::recordings,
              () -> new SystemKeys.UserFile(folders.root().resolve("keys")),
              () -> true);
      recorder =
          new CallRecorder(
              folders::recordings, clock, new CallRecorder.Care(vault, () -> 50L << 20));
    }

    CallRecord call(String key) {
      RecordingInProgress running = recorder.start(key, Codec.ALAW, 1);
      running.append(new AudioBlock(0, Codec.ALAW, 1, SOUND.length, SOUND));
      Call call =
          new Call(
              key,
              "kit",
              1,
              Direction.INCOMING,
              CallState.ENDED,
              "13800138000",
              Presentation.NUMBER,
              null,
              true,
              clock.now(),
              1,
              1000,
              2000,
              CallOutcome.ANSWERED,
              0);
      return calls
          .save(
              new FinishedCall(
                  call,
                  numbers.parse("13800138000"),
                  CallRecord.Source.LIVE,
                  true,
                  null,
                  null,
                  null,
                  running.finish().orElseThrow()))
          .value();
    }

    Path file(CallRecord call) {
      return folders.recordings().resolve(Objects.requireNonNull(call.recordingFile()));
    }

    byte[] played(CallRecord call) throws Exception {
      try (WavFile wav = WavFile.open(file(call), vault)) {
        return wav.readBytes(0, (int) wav.frames());
      }
    }

    @Override
    public void close() {
      recorder.close();
      database.close();
    }
  }

  private Machine machine(String name) {
    return new Machine(new AppFolders(folder.resolve(name)));
  }

  @Test
  void aCopyForOthersIsPlainAndStandsInTheJournal() throws Exception {
    try (Machine here = machine("here")) {
      here.vault.create();
      CallRecord call = here.call("k/1");
      assertThat(SoundBytes.sealed(here.file(call))).isTrue();
      Path copy = folder.resolve("copy.wav");
      RecordingCopies copies =
          new RecordingCopies(here.database, clock, file -> WavFile.open(file, here.vault));
      copies.copy(call, here.file(call), "a.wav", copy, RecordingCopies.Format.AS_KEPT);

      assertThat(SoundBytes.sealed(copy)).isFalse();
      try (WavFile plain = WavFile.open(copy)) {
        assertThat(plain.readBytes(0, SOUND.length)).isEqualTo(SOUND);
      }
      assertThat(here.database.lastUndoable(Set.of()).orElseThrow().change().action())
          .isEqualTo("call.change.exported");
    }
  }

  @Test
  void aBackupPlaysOnANewComputerOnceTheRecoveryCodeIsTyped() throws Exception {
    Path zip = folder.resolve("backup.zip");
    RecoveryCode code;
    CallRecord call;
    try (Machine old = machine("old")) {
      code = old.vault.create();
      call = old.call("k/1");
      Backups backups = new Backups(old.database, old.folders, old.folders::recordings, clock);
      assertThat(backups.create(zip, Progress.NONE).ok()).isTrue();
    }
    AppFolders fresh = new AppFolders(folder.resolve("new"));
    assertThat(Restore.run(zip, fresh, clock, Progress.NONE).ok()).isTrue();
    try (Machine moved = new Machine(fresh)) {
      CallRecord there = moved.calls.byId(call.id()).orElseThrow();
      assertThat(moved.vault.state()).isEqualTo(Vault.State.LOCKED);
      assertThatThrownBy(() -> moved.played(there))
          .isInstanceOfSatisfying(
              KeyException.class, e -> assertThat(e.why()).isEqualTo(KeyException.Why.LOCKED));

      assertThat(moved.vault.open(code)).isTrue();
      assertThat(moved.played(there)).isEqualTo(SOUND);
      assertThat(moved.played(moved.call("k/2"))).isEqualTo(SOUND);
    }
    try (Machine again = new Machine(fresh)) {
      assertThat(again.played(call)).isEqualTo(SOUND);
    }
  }

  @Test
  void soundFromElsewhereIsSealedWhenItIsTakenIn() throws Exception {
    Path phones = Files.createDirectories(folder.resolve("phones"));
    AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
    byte[] second = new byte[16_000];
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(second), format, 8_000),
        AudioFileFormat.Type.WAVE,
        phones.resolve("13812345678.wav").toFile());
    try (Machine here = machine("here");
        CallerIndex index = new CallerIndex(here.database)) {
      here.vault.create();
      OutsideAudio outside =
          new OutsideAudio(
              here.database,
              here.calls,
              new CustomerMatcher(index, here.database, here.numbers, clock, List::of),
              here.numbers,
              here.recorder,
              clock);
      FoundAudio found = outside.look(phones, Progress.NONE).getFirst();
      CallRecord taken = outside.take(found);
      assertThat(SoundBytes.sealed(here.file(taken))).isTrue();
      try (WavFile sound = WavFile.open(here.file(taken), here.vault)) {
        assertThat(sound.millis()).isBetween(990L, 1_010L);
      }
    }
  }
}
