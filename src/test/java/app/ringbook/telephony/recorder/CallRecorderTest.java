package app.ringbook.telephony.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.telephony.Codec;
import app.ringbook.testkit.FakeClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallRecorderTest {
  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock();
  private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
  private final CallRecorder recorder = new CallRecorder(() -> folder, clock, new SmallDisk());

  /** The real disk with a free space that the test sets. */
  private final class SmallDisk implements Disk {
    @Override
    public FileChannel create(Path file) throws IOException {
      return Disk.real().create(file);
    }

    @Override
    public long freeBytes(Path file) {
      return free.get();
    }
  }

  @AfterEach
  void close() {
    recorder.close();
  }

  @ParameterizedTest
  @CsvSource({"ALAW,1", "ALAW,2", "ULAW,1", "PCM16,1", "PCM16,2"})
  @Tag("S4-07")
  void whatIsFedIsWhatIsRead(Codec codec, int channels) throws Exception {
    Sound sound = new Sound(codec, channels, 1601);
    RecordingInProgress running = recorder.start("x800/1", codec, channels);
    for (int at = 0; at < 1601; at += 160) {
      running.append(sound.block(at, Math.min(at + 160, 1601)));
    }
    Recording done = running.finish().orElseThrow();

    try (WavFile wav = WavFile.open(done.file())) {
      assertThat(wav.readBytes(0, 9999)).isEqualTo(sound.bytes());
    }
    try (AudioInputStream jdk = AudioSystem.getAudioInputStream(done.file().toFile())) {
      assertThat(jdk.readAllBytes()).isEqualTo(sound.bytes());
    }
    assertThat(done.millis()).isEqualTo(200);
    assertThat(done.lostMillis()).isZero();
    assertThat(done.gaps()).isEmpty();
    assertThat(done.bytes()).isEqualTo(Files.size(done.file())).matches(size -> size % 2 == 0);
    assertThat(done.sha256()).isEqualTo(sha256(done.file()));
    assertThat(done.relativePath()).isEqualTo("2026-11/20261122-093015-x800_1.wav");
    assertThat(RecordingRepair.part(done.file())).doesNotExist();
  }

  @Test
  void droppedFramesAreSilenceOfTheRightLength() throws Exception {
    Sound sound = new Sound(Codec.ALAW, 1, 800);
    RecordingInProgress running = recorder.start("k", Codec.ALAW, 1);
    running.append(sound.block(0, 160));
    running.gap(160, 160);
    running.append(sound.block(480, 800));
    Recording done = running.finish().orElseThrow();

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(sound.bytes(0, 160));
    for (int i = 160; i < 480; i++) {
      expected.write(0xD5);
    }
    expected.write(sound.bytes(480, 800));
    try (WavFile wav = WavFile.open(done.file())) {
      assertThat(wav.readBytes(0, 9999)).isEqualTo(expected.toByteArray());
    }
    assertThat(done.lostMillis()).isEqualTo(40);
    assertThat(done.gaps()).containsExactly(new Gap(160, 320, Gap.Kind.SILENCE));
  }

  @Test
  void everySecondTheFileIsPlayableAsItStands() throws Exception {
    Sound sound = new Sound(Codec.ALAW, 1, 16_000);
    RecordingInProgress running = recorder.start("k", Codec.ALAW, 1);
    running.append(sound.block(0, 8000));
    await().until(() -> running.millis() == 1000);
    clock.advance(Duration.ofSeconds(1));
    running.append(sound.block(8000, 8160));
    await().until(() -> running.safeMillis() == 1020);

    Path part = RecordingRepair.part(running.path());
    try (AudioInputStream jdk = AudioSystem.getAudioInputStream(part.toFile())) {
      assertThat(jdk.readAllBytes()).isEqualTo(sound.bytes(0, 8160));
    }
    running.finish();
  }

  @Test
  void aFullDiskStopsTheRecordingAndKeepsWhatThereIs() throws Exception {
    Sound sound = new Sound(Codec.ALAW, 1, 480);
    RecordingInProgress running = recorder.start("k", Codec.ALAW, 1);
    running.append(sound.block(0, 160));
    await().until(() -> running.millis() == 20);
    free.set(1000);
    clock.advance(Duration.ofSeconds(2));
    running.append(sound.block(160, 320));
    await().until(() -> running.stopped() == Recording.Stop.DISK_FULL);
    running.append(sound.block(320, 480));
    Recording done = running.finish().orElseThrow();

    assertThat(done.stopped()).isEqualTo(Recording.Stop.DISK_FULL);
    try (WavFile wav = WavFile.open(done.file())) {
      assertThat(wav.readBytes(0, 9999)).isEqualTo(sound.bytes(0, 320));
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidAndNothingThrows() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));
    try (CallRecorder blocked = new CallRecorder(() -> file, clock)) {
      RecordingInProgress running = blocked.start("k", Codec.ALAW, 1);
      await().until(() -> running.stopped() == Recording.Stop.FOLDER);
      running.append(new Sound(Codec.ALAW, 1, 160).block(0, 160));
      assertThat(running.finish()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void aPauseLeavesOutWhatWasSaid() throws Exception {
    Sound sound = new Sound(Codec.ULAW, 1, 480);
    RecordingInProgress running = recorder.start("k", Codec.ULAW, 1);
    running.append(sound.block(0, 160));
    running.pause();
    running.append(sound.block(160, 320));
    running.resume();
    running.append(sound.block(320, 480));
    Recording done = running.finish().orElseThrow();

    try (WavFile wav = WavFile.open(done.file())) {
      assertThat(wav.readBytes(0, 160)).isEqualTo(sound.bytes(0, 160));
      assertThat(wav.readBytes(160, 999)).isEqualTo(sound.bytes(320, 480));
    }
    assertThat(done.lostMillis()).isZero();
    assertThat(done.gaps()).containsExactly(new Gap(160, 160, Gap.Kind.PAUSED));
  }

  @Test
  void theMeterFollowsTheSoundAndFallsWhenNothingComes() {
    RecordingInProgress running = recorder.start("k", Codec.PCM16, 1);
    short[] loud = new short[160];
    for (int i = 0; i < loud.length; i++) {
      loud[i] = (short) (i % 2 == 0 ? 3277 : -3277);
    }
    byte[] data = G711.encode(Codec.PCM16, loud);
    running.append(new app.ringbook.telephony.AudioBlock(0, Codec.PCM16, 1, 160, data));
    await().until(() -> running.level() > 0.6 && running.level() < 0.7);
    clock.advance(Duration.ofSeconds(1));
    assertThat(running.level()).isZero();
    running.finish();
  }

  @Test
  void twoCallsOfOneKeyInOneSecondGetTwoFiles() {
    RecordingInProgress one = recorder.start("k", Codec.ALAW, 1);
    one.append(new Sound(Codec.ALAW, 1, 160).block(0, 160));
    await().until(() -> one.millis() == 20);
    RecordingInProgress two = recorder.start("k", Codec.ALAW, 1);
    assertThat(two.path()).isNotEqualTo(one.path());
    assertThat(one.finish()).isPresent();
    two.finish();
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
