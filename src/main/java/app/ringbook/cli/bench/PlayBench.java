package app.ringbook.cli.bench;

import app.ringbook.cli.bench.figures.BenchResult;
import app.ringbook.platform.AppClock;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.Playback;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingInProgress;
import app.ringbook.telephony.recorder.vault.SealedFiles;
import app.ringbook.telephony.recorder.vault.Sealing;
import app.ringbook.telephony.recorder.vault.SystemKeys;
import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.telephony.simulator.SpeechSound;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * From the press of play to the first samples handed to the sound device, for a recording of ten
 * minutes in the clear and one that is sealed: the file is found, its key opened, its outline read
 * and the device opened, as in the window. On a machine without a sound device everything but the
 * device is in the figure. Beside it the way of a simple player, which reads all of the sound
 * before it plays the first of it. The very first play counts.
 */
final class PlayBench {
  private static final int PLAYS = 40;
  private static final int SECONDS = 600;
  private static final long LOOK_NANOS = 50_000;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Path folder;
  private final AppClock clock;

  /**
   * @param folder for the recordings
   */
  PlayBench(Path folder, AppClock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Plays both, in turn with the other way. */
  List<BenchResult> run() throws IOException {
    List<BenchResult> results = new ArrayList<>();
    Path clear = folder.resolve("recordings-clear");
    results.addAll(measure("in the clear", record(clear, Sealing.NONE), Sealing.NONE));
    Path sealed = folder.resolve("recordings-sealed");
    // Never the key store of the person whose machine it is.
    Vault vault =
        new Vault(
            () -> sealed, () -> new SystemKeys.UserFile(folder.resolve("bench-keys")), () -> true);
    vault.create();
    results.addAll(measure("sealed", record(sealed, vault), vault));
    return results;
  }

  private Recording record(Path where, Sealing sealing) {
    CallRecorder.Care care = new CallRecorder.Care(sealing, () -> 0);
    try (CallRecorder recorder = new CallRecorder(() -> where, clock, care)) {
      RecordingInProgress running = recorder.start("bench", Codec.ALAW, 2);
      for (int second = 0; second < SECONDS; second++) {
        long first = (long) second * Codec.SAMPLE_RATE;
        running.append(new AudioBlock(first, Codec.ALAW, 2, Codec.SAMPLE_RATE, bothEnds(first)));
        long written = 1000L * second;
        while (running.millis() < written && running.stopped() == null) {
          LockSupport.parkNanos(LOOK_NANOS);
        }
      }
      return running.finish().orElseThrow();
    }
  }

  private static byte[] bothEnds(long first) {
    byte[] near = SpeechSound.made(0, first, Codec.SAMPLE_RATE);
    byte[] far = SpeechSound.made(1, first, Codec.SAMPLE_RATE);
    byte[] both = new byte[2 * Codec.SAMPLE_RATE];
    for (int i = 0; i < Codec.SAMPLE_RATE; i++) {
      both[2 * i] = near[i];
      both[2 * i + 1] = far[i];
    }
    return both;
  }

  private List<BenchResult> measure(String kind, Recording recording, Sealing sealing)
      throws IOException {
    Percentiles ours = new Percentiles();
    Percentiles other = new Percentiles();
    boolean audible = false;
    for (int i = 0; i < PLAYS; i++) {
      long began = clock.nanoTime();
      try (Playback playback = Playback.open(recording.file(), sealing, clock)) {
        playback.play();
        while (playback.handedOver() == 0) {
          mustNotTakeLong(began);
          LockSupport.parkNanos(LOOK_NANOS);
        }
        ours.add(clock.nanoTime() - began);
        audible = playback.audible();
        mustBeWhole(playback.durationMillis());
      }
      began = clock.nanoTime();
      long frames = readAll(recording.file(), sealing);
      other.add(clock.nanoTime() - began);
      mustBeWhole(frames * 1000 / Codec.SAMPLE_RATE);
    }
    String name =
        "press of play to first samples "
            + (audible ? "" : "without a sound device ")
            + "of ten minutes "
            + kind
            + " against reading all before, ";
    return List.of(
        BenchResult.of(name + "p50", ours.millis(.5), other.millis(.5), "ms"),
        BenchResult.of(name + "p95", ours.millis(.95), other.millis(.95), "ms"),
        BenchResult.of(name + "max", ours.millis(1), other.millis(1), "ms"));
  }

  /** Opens all of it with Java's own sound library; returns how many samples each end has. */
  private long readAll(Path file, Sealing sealing) throws IOException {
    if (sealing.equals(Sealing.NONE)) {
      return decoded(file);
    }
    Path open = folder.resolve("open.wav");
    try (FileChannel out =
        FileChannel.open(open, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      SealedFiles.copy(file, sealing, out);
    }
    long frames = decoded(open);
    Files.delete(open);
    return frames;
  }

  private static long decoded(Path file) throws IOException {
    AudioFormat linear = new AudioFormat(Codec.SAMPLE_RATE, 16, 2, true, false);
    try (AudioInputStream raw = AudioSystem.getAudioInputStream(file.toFile());
        AudioInputStream pcm = AudioSystem.getAudioInputStream(linear, raw)) {
      return pcm.readAllBytes().length / linear.getFrameSize();
    } catch (UnsupportedAudioFileException e) {
      throw new IOException(e);
    }
  }

  private void mustNotTakeLong(long began) {
    if (clock.nanoTime() - began > PATIENCE_NANOS) {
      throw new IllegalStateException("Nothing is played");
    }
  }

  private static void mustBeWhole(long millis) {
    if (millis != SECONDS * 1000L) {
      throw new IllegalStateException("Played " + millis + " ms of ten minutes");
    }
  }
}
