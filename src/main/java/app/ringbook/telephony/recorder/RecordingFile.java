package app.ringbook.telephony.recorder;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.level.SilenceAlarm;
import app.ringbook.telephony.recorder.vault.FileKey;
import app.ringbook.telephony.recorder.vault.GrowingFile;
import app.ringbook.telephony.recorder.vault.KeyException;
import app.ringbook.telephony.recorder.vault.KeyFiles;
import app.ringbook.telephony.recorder.vault.SealedPart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one recording while they grow: the sound, its peaks, its gaps. All writing is done
 * by the recorder's thread; the volatile fields are read by any.
 */
final class RecordingFile {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingFile.class);
  private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Somebody is warned while this many times the least room is left. */
  private static final int WARNING = 3;

  private static final long MOST_BYTES = 2_000_000_000L;
  private static final long MOST_FRAMES = 12L * 3600 * Codec.SAMPLE_RATE;
  private static final double FLOOR_DB = 60;

  private final SampleOrder order = new SampleOrder();
  private final Path root;
  private final Path file;
  private final WavFormat format;
  private final Disk disk;
  private final CallRecorder.Care care;
  private final @Nullable Recording earlier;
  private final SilenceAlarm alarm = new SilenceAlarm(Codec.SAMPLE_RATE);
  private final AppClock clock;
  private @Nullable WavWriter wav;
  private @Nullable PeakFile peaks;
  private @Nullable FileKey key;
  private int gapsKept;
  private long syncedAt;
  private volatile Recording.@Nullable Stop stopped;
  private volatile double level;
  private volatile boolean roomShort;
  private volatile boolean silent;
  private volatile long frames;
  private volatile long safeFrames;
  private volatile boolean joined;

  /** What the writer thread gets to do. */
  sealed interface Piece {}

  /** Sound to append. */
  record Sound(AudioBlock block) implements Piece {}

  /** Sound that will never come. */
  record Missing(long first, long count) implements Piece {}

  /** Sound left out by wish. */
  record Paused(long first, long count) implements Piece {}

  /**
   * @param earlier the same call's recording that broke off and that this one is to begin with
   */
  RecordingFile(
      Path root,
      Path file,
      WavFormat format,
      @Nullable Recording earlier,
      Disk disk,
      CallRecorder.Care care,
      AppClock clock) {
    this.root = root;
    this.file = file;
    this.format = format;
    this.earlier = earlier;
    this.disk = disk;
    this.care = care;
    this.clock = clock;
  }

  Path path() {
    return file;
  }

  String relativePath() {
    return RecordingRepair.relative(root, file);
  }

  @Nullable Recording earlier() {
    return earlier;
  }

  void earlierMayGo() {
    if (joined && earlier != null) {
      RecordingRepair.discard(earlier.file());
    }
  }

  Recording.@Nullable Stop stopped() {
    return stopped;
  }

  double level() {
    return level;
  }

  boolean roomShort() {
    return roomShort;
  }

  boolean silent() {
    return silent;
  }

  long millis() {
    return frames * 1000 / Codec.SAMPLE_RATE;
  }

  long safeMillis() {
    return safeFrames * 1000 / Codec.SAMPLE_RATE;
  }

  /** Sound came from this index on that could not be kept; to be told before {@link #open}. */
  void unkept(long firstSample) {
    order.unkept(firstSample);
  }

  /** Makes the file with its header. */
  void open() {
    Path part = RecordingRepair.part(file);
    try {
      key = care.sealing().fresh(file);
      FileChannel channel = disk.create(part);
      wav = new WavWriter(growing(channel), format);
      syncedAt = clock.nanoTime();
      guardSpace();
    } catch (KeyException e) {
      stop(Recording.Stop.LOCKED, e);
    } catch (IOException e) {
      stop(full(part) ? Recording.Stop.DISK_FULL : Recording.Stop.FOLDER, e);
    }
    peaks = wav == null ? null : new PeakFile(PeakFile.beside(file), format.channels(), key);
    if (wav != null && earlier != null) {
      join(wav, earlier);
    }
  }

  /** Begins with the sound that is there already; if it cannot be read, both stay files apart. */
  private void join(WavWriter out, Recording before) {
    try (WavFile first = WavFile.open(before.file(), care.sealing())) {
      if (first.codec() != format.codec() || first.channels() != format.channels()) {
        return;
      }
      for (long at = 0; at < first.frames(); at += Codec.SAMPLE_RATE) {
        byte[] samples = first.readBytes(at, Codec.SAMPLE_RATE);
        out.write(samples, 0, samples.length);
        addPeaks(G711.decode(format.codec(), samples, 0, samples.length));
      }
      frames = out.frames();
      order.follows(before.gaps(), frames, before.lostMillis() * Codec.SAMPLE_RATE / 1000);
      keepGaps();
      joined = true;
    } catch (IOException e) {
      LOG.warn("{} cannot go on in {}", before.file(), file, e);
      if (out.frames() > 0) {
        order.follows(List.of(), out.frames(), 0);
      }
    }
  }

  private GrowingFile growing(FileChannel channel) {
    FileKey sealed = key;
    int quarter = Codec.SAMPLE_RATE / 4 * format.frameBytes();
    return sealed == null ? GrowingFile.clear(channel) : new SealedPart(channel, sealed, quarter);
  }

  /** Writes a piece, if the recording has not stopped. */
  void write(Piece piece) {
    WavWriter out = wav;
    if (out == null || stopped != null) {
      return;
    }
    try {
      switch (piece) {
        case Sound sound -> write(out, sound.block);
        case Missing missing -> silence(out, order.missing(missing.first, missing.count));
        case Paused paused -> silence(out, order.paused(paused.first, paused.count));
      }
      frames = out.frames();
      if (out.dataBytes() > MOST_BYTES || frames > MOST_FRAMES) {
        stop(Recording.Stop.TOO_LONG, null);
      }
    } catch (IOException e) {
      stop(full(file) ? Recording.Stop.DISK_FULL : Recording.Stop.WRITE_FAILED, e);
    }
  }

  /** Once a second: makes safe what was written, and looks at the free space. */
  void syncIfDue() {
    WavWriter out = wav;
    if (out == null || stopped != null || clock.nanoTime() - syncedAt < SYNC_NANOS) {
      return;
    }
    try {
      if (out.frames() != out.syncedFrames()) {
        out.sync();
        safeFrames = out.syncedFrames();
        keepGaps();
      }
      syncedAt = clock.nanoTime();
      guardSpace();
    } catch (IOException e) {
      stop(full(file) ? Recording.Stop.DISK_FULL : Recording.Stop.WRITE_FAILED, e);
    }
  }

  /** Gives the file its final name and checksum; empty if there is none. */
  Optional<Recording> close() {
    WavWriter out = wav;
    if (out == null) {
      return Optional.empty();
    }
    wav = null;
    closePeaks();
    Path part = RecordingRepair.part(file);
    try {
      try {
        out.close();
      } catch (IOException e) {
        stop(full(file) ? Recording.Stop.DISK_FULL : Recording.Stop.WRITE_FAILED, e);
        if (key == null) {
          RecordingRepair.mend(part);
        }
      }
      if (key == null) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } else if (!RecordingRepair.seal(part, file, care.sealing())) {
        KeyFiles.destroy(file);
        return Optional.empty();
      }
      long lost = order.lostFrames() * 1000 / Codec.SAMPLE_RATE;
      Recording done =
          RecordingRepair.describe(root, file, care.sealing(), lost, order.gaps(), stopped);
      Files.deleteIfExists(RecordingRepair.gapsBeside(file));
      if (joined && earlier != null && done.millis() <= earlier.millis()) {
        joined = false;
        RecordingRepair.discard(file);
        return Optional.empty();
      }
      return Optional.of(done);
    } catch (IOException e) {
      LOG.error("{} stays as it is and is repaired at the next start", part, e);
      return Optional.empty();
    }
  }

  private void write(WavWriter out, AudioBlock block) throws IOException {
    int length = block.samples() * format.frameBytes();
    boolean fits =
        block.codec() == format.codec()
            && block.channels() == format.channels()
            && block.data().length >= length;
    if (!fits) {
      // A kit that changes its format in a call, or sends less than it says: time must not shift.
      silence(out, order.missing(block.firstSample(), block.samples()));
      return;
    }
    SampleOrder.Step step = order.sound(block.firstSample(), block.samples());
    silence(out, step.silence());
    int skipped = step.skip() * format.frameBytes();
    out.write(block.data(), skipped, length - skipped);
    short[] pcm = G711.decode(format.codec(), block.data(), skipped, length - skipped);
    level = loudness(pcm);
    silent = alarm.heard(pcm, format.channels());
    addPeaks(pcm);
  }

  private void silence(WavWriter out, long count) throws IOException {
    out.silence(count);
    addPeaks(new short[(int) count * format.channels()]);
  }

  private void addPeaks(short[] pcm) {
    if (peaks != null) {
      peaks.add(pcm);
    }
  }

  private void closePeaks() {
    PeakFile closing = peaks;
    peaks = null;
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (IOException e) {
      LOG.warn("The waveform of {} is incomplete and will be made again", file, e);
    }
  }

  private void keepGaps() throws IOException {
    if (order.gaps().size() != gapsKept) {
      gapsKept = order.gaps().size();
      Files.writeString(RecordingRepair.gapsBeside(file), Gap.write(order.gaps()));
    }
  }

  private void guardSpace() throws IOException {
    long free = disk.freeBytes(RecordingRepair.part(file));
    long least = care.leastFreeBytes().getAsLong();
    roomShort = free / WARNING < least;
    if (free < least) {
      stop(Recording.Stop.DISK_FULL, null);
    }
  }

  private boolean full(Path near) {
    try {
      Path there = Files.exists(near) ? near : root;
      return Files.exists(there) && disk.freeBytes(there) < care.leastFreeBytes().getAsLong();
    } catch (IOException e) {
      return false;
    }
  }

  private void stop(Recording.Stop why, @Nullable Exception cause) {
    if (stopped == null) {
      stopped = why;
      LOG.warn("Recording {} stops: {}", file, why + (cause == null ? "" : " " + cause));
    }
  }

  private static double loudness(short[] pcm) {
    double sum = 0;
    for (short sample : pcm) {
      sum += (double) sample * sample;
    }
    double mean = pcm.length == 0 ? 0 : Math.sqrt(sum / pcm.length) / 32768;
    return mean <= 0 ? 0 : Math.clamp(1 + 20 * Math.log10(mean) / FLOOR_DB, 0, 1);
  }
}
