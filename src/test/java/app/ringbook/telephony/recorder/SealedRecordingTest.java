package app.ringbook.telephony.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.vault.KeyException;
import app.ringbook.telephony.recorder.vault.KeyFiles;
import app.ringbook.telephony.recorder.vault.SealedFiles;
import app.ringbook.telephony.recorder.vault.Sealing;
import app.ringbook.telephony.recorder.vault.SoundBytes;
import app.ringbook.telephony.recorder.vault.SystemKeys;
import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealedRecordingTest {
  private static final int HEAD = WavFormat.HEADER_BYTES;
  @TempDir private Path temp;
  private Path folder;
  private Vault vault;
  private CallRecorder recorder;

  @BeforeEach
  void open() {
    folder = temp.resolve("recordings");
    vault =
        new Vault(() -> folder, () -> new SystemKeys.UserFile(temp.resolve("keys")), () -> true);
    vault.create();
    recorder =
        new CallRecorder(
            () -> folder, new FakeClock(), new CallRecorder.Care(vault, () -> 50L << 20));
  }

  @AfterEach
  void close() {
    recorder.close();
  }

  private Recording record(Sound sound, String key) {
    RecordingInProgress running = recorder.start(key, Codec.ALAW, 1);
    int frames = sound.bytes().length;
    for (int at = 0; at < frames; at += 160) {
      running.append(sound.block(at, Math.min(at + 160, frames)));
    }
    return running.finish().orElseThrow();
  }

  private byte[] heard(Path file) throws IOException {
    try (WavFile wav = WavFile.open(file, vault)) {
      return wav.readBytes(0, 1 << 20);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "160", "1601", "3980", "4021", "20000"})
  void whatIsSpokenIsWhatIsHeardAndNothingOfItLiesOpen(int frames) throws Exception {
    Sound sound = new Sound(Codec.ALAW, 1, frames);
    Recording done = record(sound, "k");
    assertThat(heard(done.file())).isEqualTo(sound.bytes());
    assertThat(SoundBytes.sealed(done.file())).isTrue();
    assertThat(done.sha256()).isEqualTo(SealedFiles.sha256(done.file()));
    assertThat(RecordingRepair.look(folder, done.file(), vault)).isEqualTo(done);
    try (var files = Files.list(done.file().getParent())) {
      assertThat(files.map(f -> f.getFileName().toString()).toList())
          .allMatch(name -> name.matches(".*\\.(wav|key|peaks)"));
    }
    assertThat(Files.readAllBytes(PeakFile.beside(done.file()))[0]).isNotEqualTo((byte) 'R');
  }

  @Test
  void theOutlineIsReadAndMadeAgain() throws Exception {
    Recording done = record(new Sound(Codec.ALAW, 1, 8000), "k");
    Waveform kept = Waveform.of(done.file(), vault);
    Files.delete(PeakFile.beside(done.file()));
    assertThat(Waveform.of(done.file(), vault).peaks()).isEqualTo(kept.peaks());
    assertThat(Waveform.of(done.file(), vault).peaks()).isEqualTo(kept.peaks());
  }

  @Test
  void aCutFilePlaysAllWholeSegments() throws Exception {
    Sound sound = new Sound(Codec.ALAW, 1, 20_000);
    Recording done = record(sound, "k");
    byte[] bytes = Files.readAllBytes(done.file());
    for (int length : new int[] {3 * 4096 + 100, 3 * 4096, 3 * 4096 - 1}) {
      Files.write(done.file(), Arrays.copyOf(bytes, length));
      int segments = (length - 1) / 4096;
      byte[] whole = sound.bytes(0, segments * 4080 - 40 - HEAD);
      assertThat(heard(done.file())).isEqualTo(whole);
    }
  }

  @Test
  void aFlippedBitIsNoticed() throws Exception {
    Recording done = record(new Sound(Codec.ALAW, 1, 20_000), "k");
    byte[] bytes = Files.readAllBytes(done.file());
    for (int at = 10; at < bytes.length; at += 997) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      Files.write(done.file(), changed);
      assertThatThrownBy(() -> whole(done.file())).isInstanceOf(IOException.class);
    }
  }

  @Test
  void swappedSegmentsAreNoticed() throws Exception {
    Recording done = record(new Sound(Codec.ALAW, 1, 20_000), "k");
    byte[] bytes = Files.readAllBytes(done.file());
    byte[] swapped = bytes.clone();
    System.arraycopy(bytes, 4096, swapped, 8192, 4096);
    System.arraycopy(bytes, 8192, swapped, 4096, 4096);
    Files.write(done.file(), swapped);
    assertThatThrownBy(() -> heard(done.file())).isInstanceOf(IOException.class);
  }

  /** All of it, and to its very end. */
  private void whole(Path file) throws IOException {
    heard(file);
    try (SoundBytes bytes = SoundBytes.open(file, vault)) {
      if (bytes.cut()) {
        throw new IOException("cut");
      }
    }
  }

  @Test
  void anotherNameRefusesEvenWithTheKey() throws Exception {
    Recording one = record(new Sound(Codec.ALAW, 1, 8000), "one");
    Path other = one.file().resolveSibling("other.wav");
    Files.copy(one.file(), other);
    Files.copy(KeyFiles.beside(one.file()), KeyFiles.beside(other));
    assertThatThrownBy(() -> heard(other))
        .isInstanceOfSatisfying(
            KeyException.class, e -> assertThat(e.why()).isEqualTo(KeyException.Why.WRONG));

    Recording two = record(new Sound(Codec.ALAW, 1, 8000), "two");
    Files.copy(two.file(), one.file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> heard(one.file())).isInstanceOf(IOException.class);
  }

  @Test
  void aDestroyedKeyMakesEveryCopyOfTheSoundWorthless() throws Exception {
    Recording done = record(new Sound(Codec.ALAW, 1, 8000), "k");
    byte[] copy = Files.readAllBytes(done.file());
    assertThat(KeyFiles.destroy(done.file())).isTrue();
    assertThat(done.file()).doesNotExist();
    assertThat(KeyFiles.beside(done.file())).doesNotExist();
    assertThat(KeyFiles.destroy(done.file())).isFalse();
    Files.write(done.file(), copy);
    assertThatThrownBy(() -> heard(done.file()))
        .isInstanceOfSatisfying(
            KeyException.class, e -> assertThat(e.why()).isEqualTo(KeyException.Why.MISSING));
  }

  @Test
  void aCrashCostsOnlyThePieceThatWasCut() throws Exception {
    Sound sound = new Sound(Codec.ALAW, 1, 20_000);
    Recording done = record(sound, "k");
    Path part = RecordingRepair.part(done.file());
    try (WavWriter out =
        new WavWriter(
            new app.ringbook.telephony.recorder.vault.SealedPart(
                Disk.real().create(part), vault.of(done.file()), 2000),
            new WavFormat(Codec.ALAW, 1))) {
      for (int at = 0; at < 20_000; at += 160) {
        out.write(sound.bytes(), at, 160);
      }
    }
    Files.delete(done.file());
    byte[] bytes = Files.readAllBytes(part);
    Files.write(part, Arrays.copyOf(bytes, bytes.length - 7));

    assertThat(Files.readString(part, java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("RBPART1");
    Recording repaired = RecordingRepair.repair(folder, vault).getFirst();
    assertThat(repaired.relativePath()).isEqualTo(done.relativePath());
    byte[] kept = heard(repaired.file());
    assertThat(kept.length).isGreaterThan(20_000 - 2100);
    assertThat(kept).isEqualTo(sound.bytes(0, kept.length));
    assertThat(part).doesNotExist();
  }

  @Test
  void withoutTheKeyNothingIsRecordedInTheClearAndAPartWaits() throws Exception {
    Recording done = record(new Sound(Codec.ALAW, 1, 8000), "k");
    Vault locked =
        new Vault(() -> folder, () -> new SystemKeys.UserFile(temp.resolve("none")), () -> true);
    try (CallRecorder without =
        new CallRecorder(
            () -> folder, new FakeClock(), new CallRecorder.Care(locked, () -> 50L << 20))) {
      RecordingInProgress running = without.start("again", Codec.ALAW, 1);
      assertThat(running.finish()).isEmpty();
      assertThat(running.stopped()).isEqualTo(Recording.Stop.LOCKED);
      assertThat(RecordingRepair.part(running.path())).doesNotExist();
    }
    Path part = RecordingRepair.part(done.file());
    Files.writeString(part, "RBPART1\n and more");
    assertThat(RecordingRepair.repair(folder, locked)).isEmpty();
    assertThat(part).exists();
  }

  @Test
  void aRecordingIsSealedLaterAndOpenedAgain() throws Exception {
    Sound sound = new Sound(Codec.ALAW, 1, 9000);
    Path file;
    try (CallRecorder clear = new CallRecorder(() -> folder, new FakeClock())) {
      RecordingInProgress running = clear.start("clear", Codec.ALAW, 1);
      running.append(sound.block(0, 9000));
      file = running.finish().orElseThrow().file();
    }
    byte[] plain = Files.readAllBytes(file);
    String sealedSum = SealedFiles.seal(file, vault.make(file));
    SealedFiles.exchange(file);
    assertThat(SealedFiles.sha256(file)).isEqualTo(sealedSum);
    assertThat(heard(file)).isEqualTo(sound.bytes());
    assertThatThrownBy(() -> WavFile.open(file, Sealing.NONE)).isInstanceOf(KeyException.class);

    SealedFiles.unseal(file, vault);
    SealedFiles.exchange(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(plain);
  }
}
