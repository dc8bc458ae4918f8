package app.ringbook.telephony.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.telephony.Codec;
import app.ringbook.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("S4-06")
class PlaybackTest {
  private static final int TALK = 8000;
  private static final int PAUSE = 32_000;
  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock();
  private final Heard heard = new Heard();
  private Path file;

  /** A silent output that keeps what it was given. */
  private final class Heard implements AudioOutput {
    private final SilentOutput silent = new SilentOutput(clock);
    private final List<Short> samples = new ArrayList<>();

    @Override
    public boolean audible() {
      return true;
    }

    @Override
    public int writable() {
      return silent.writable();
    }

    @Override
    public int buffered() {
      return silent.buffered();
    }

    @Override
    public void write(short[] pcm) {
      for (short one : pcm) {
        samples.add(one);
      }
      silent.write(pcm);
    }

    @Override
    public void start() {
      silent.start();
    }

    @Override
    public void stop() {
      silent.stop();
    }

    @Override
    public void close() {
      silent.close();
    }
  }

  /** One second of a tone near, four of silence, one of a tone far. */
  @BeforeEach
  void record() throws IOException {
    short[] pcm = new short[2 * (TALK + PAUSE + TALK)];
    for (int i = 0; i < TALK; i++) {
      pcm[2 * i] = (short) (8000 * Math.sin(i / 5.0));
      pcm[2 * (TALK + PAUSE + i) + 1] = (short) (8000 * Math.sin(i / 5.0));
    }
    file = folder.resolve("call.wav");
    byte[] data = G711.encode(Codec.PCM16, pcm);
    WavFormat format = new WavFormat(Codec.PCM16, 2);
    try (WavWriter wav = new WavWriter(Disk.real().create(file), format)) {
      wav.write(data, 0, data.length);
    }
  }

  @Test
  void playsEverySampleOnceAtTheSpeedItWasSpoken() throws IOException {
    Playback playback = new Playback(file, heard);
    playback.play();
    long millis = run(playback);
    assertThat(heard.samples).hasSize(TALK + PAUSE + TALK);
    assertThat(playback.handedOver()).isEqualTo(TALK + PAUSE + TALK);
    assertThat(millis).isBetween(6000L, 6100L);
    assertThat(playback.positionMillis()).isEqualTo(6000);
  }

  @Test
  void twiceAsFastTakesHalfTheTimeAtTheSamePitch() throws IOException {
    Playback playback = new Playback(file, heard);
    playback.speed(2);
    playback.play();
    long millis = run(playback);
    assertThat(millis).isBetween(2950L, 3150L);
    assertThat(crossings(heard.samples.subList(400, 3600)))
        .isCloseTo(crossings(tone(3200)), org.assertj.core.data.Percentage.withPercentage(12));
  }

  @Test
  void thePlaceIsTheOneThatIsHeard() throws IOException {
    Playback playback = new Playback(file, heard);
    playback.play();
    playback.tick();
    assertThat(playback.positionMillis()).isZero();
    clock.advance(Duration.ofMillis(100));
    playback.tick();
    assertThat(playback.positionMillis()).isEqualTo(100);
    playback.pause();
    assertThat(playback.playing()).isFalse();
    assertThat(playback.positionMillis()).isEqualTo(100);
    playback.tick();
    clock.advance(Duration.ofSeconds(3));
    assertThat(playback.positionMillis()).isEqualTo(100);
  }

  @Test
  void goesAnywhereAtOnce() throws IOException {
    Playback playback = new Playback(file, heard);
    playback.play();
    playback.tick();
    playback.seek(5500);
    assertThat(playback.positionMillis()).isEqualTo(5500);
    assertThat(run(playback)).isBetween(500L, 600L);
    playback.seek(99_000);
    assertThat(playback.positionMillis()).isEqualTo(6000);
    playback.play();
    assertThat(playback.positionMillis()).isZero();
  }

  @Test
  void pausesOfMoreThanASecondAreSkippedWhenWanted() throws IOException {
    Playback playback = new Playback(file, heard);
    playback.skipQuiet(true);
    playback.play();
    assertThat(run(playback)).isBetween(2500L, 2800L);
  }

  @Test
  void oneEndCanBeSilenced() throws IOException {
    Playback playback = new Playback(file, heard);
    playback.mute(0, true);
    playback.play();
    run(playback);
    assertThat(heard.samples.subList(0, TALK)).containsOnly((short) 0);
    assertThat(heard.samples.subList(TALK + PAUSE, TALK + PAUSE + TALK)).contains((short) 0);
    assertThat(crossings(heard.samples)).isPositive();
  }

  @Test
  void aMachineWithoutSoundSaysSoAndTimePasses() throws IOException {
    Playback playback = new Playback(file, new SilentOutput(clock));
    assertThat(playback.audible()).isFalse();
    playback.play();
    assertThat(run(playback)).isBetween(6000L, 6100L);
  }

  @Test
  void aBrokenFileIsSaid() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.wav"), "this is no sound at all");
    assertThatThrownBy(() -> new Playback(broken, heard)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new Playback(folder.resolve("none.wav"), heard))
        .isInstanceOf(IOException.class);
  }

  private long run(Playback playback) {
    long began = clock.nanoTime();
    for (int i = 0; i < 1000; i++) {
      playback.tick();
      if (!playback.playing()) {
        return (clock.nanoTime() - began) / 1_000_000;
      }
      clock.advance(Duration.ofMillis(20));
    }
    throw new AssertionError("It never ends");
  }

  private static List<Short> tone(int count) {
    List<Short> tone = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tone.add((short) (8000 * Math.sin(i / 5.0)));
    }
    return tone;
  }

  private static int crossings(List<Short> pcm) {
    int count = 0;
    for (int i = 1; i < pcm.size(); i++) {
      count += pcm.get(i - 1) < 0 != pcm.get(i) < 0 ? 1 : 0;
    }
    return count;
  }
}
