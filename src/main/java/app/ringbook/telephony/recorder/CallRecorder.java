package app.ringbook.telephony.recorder;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Worker;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.vault.Sealing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes calls to files on a thread of its own: {@code 2026-11/20261122-093015-<call>.wav} in the
 * recording folder, named {@code .wav.part} until the call is over. Several calls may be recorded
 * at once. Starting and feeding a recording never waits for the disk.
 */
public final class CallRecorder implements AutoCloseable {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
  private static final int MOST_NAME = 60;
  private static final int MOST_BROKEN = 64;

  private final Supplier<Path> folder;
  private final AppClock clock;
  private final Disk disk;
  private final Care care;
  private final Worker writer = new Worker("recorder");
  private final Map<String, Broken> broken =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Broken> eldest) {
              return size() > MOST_BROKEN;
            }
          });

  /**
   * How a recording was left whose call may go on.
   *
   * @param unkept index of the first sample that could not be kept since, or null
   */
  private record Broken(@Nullable Recording sound, boolean paused, @Nullable Long unkept) {
    Broken then(Broken now) {
      Recording kept = now.sound == null ? sound : now.sound;
      return new Broken(kept, now.paused, now.unkept == null ? unkept : now.unkept);
    }
  }

  /**
   * What recordings are protected by.
   *
   * @param sealing whether they are sealed
   * @param leastFreeBytes recording stops when less is free
   */
  public record Care(Sealing sealing, LongSupplier leastFreeBytes) {
    /** In the clear, until 50 MB are left. */
    public static final Care NONE = new Care(Sealing.NONE, () -> 50L << 20);
  }

  /**
   * @param folder the recording folder, asked for at the start of each recording; made when needed
   * @param clock names the files and counts the second between two syncs
   */
  public CallRecorder(Supplier<Path> folder, AppClock clock) {
    this(folder, clock, Care.NONE);
  }

  /**
   * @param care what recordings are protected by
   */
  public CallRecorder(Supplier<Path> folder, AppClock clock, Care care) {
    this(folder, clock, care, Disk.real());
  }

  CallRecorder(Supplier<Path> folder, AppClock clock, Disk disk) {
    this(folder, clock, Care.NONE, disk);
  }

  CallRecorder(Supplier<Path> folder, AppClock clock, Care care, Disk disk) {
    this.folder = folder;
    this.clock = clock;
    this.care = care;
    this.disk = disk;
  }

  /**
   * The recording of a call broke off before the call was over. If the same call is recorded again,
   * the new recording begins with the sound of this one, a cut marked between.
   *
   * @param sound what was recorded, or null if that is nothing
   * @param paused whether a person had paused it: then it goes on paused
   */
  public void brokenOff(String callKey, @Nullable Recording sound, boolean paused) {
    broken.merge(callKey, new Broken(sound, paused, null), Broken::then);
  }

  /**
   * Nothing of a recording could be kept, for recordings were locked; they are open now. If the
   * same call is recorded again, what is missing is marked at the place.
   */
  public void unkept(String callKey, RecordingInProgress recording) {
    recording.discard();
    broken.merge(callKey, new Broken(null, false, recording.first()), Broken::then);
  }

  /**
   * Starts a recording. If the file cannot be made the recording says so by {@link
   * RecordingInProgress#stopped} and the call goes on.
   *
   * @param callKey identity of the call, part of the file's name
   * @param codec how the samples come, and are kept
   * @param channels 1, or 2 for near and far end
   */
  public RecordingInProgress start(String callKey, Codec codec, int channels) {
    return start(callKey, codec, channels, false);
  }

  /**
   * As {@link #start(String, Codec, int)}.
   *
   * @param held true if nothing is to reach the disk before {@link RecordingInProgress#keep}
   */
  public RecordingInProgress start(String callKey, Codec codec, int channels, boolean held) {
    Path root = folder.get().toAbsolutePath().normalize();
    Path file = freeName(root, callKey);
    Broken before = broken.get(callKey);
    Recording sound = before == null ? null : before.sound;
    RecordingFile fresh =
        new RecordingFile(root, file, new WavFormat(codec, channels), sound, disk, care, clock);
    if (before != null && before.unkept != null) {
      fresh.unkept(before.unkept);
    }
    RecordingInProgress running = new RecordingInProgress(fresh, clock, writer, held);
    if (before != null && before.paused) {
      running.pause();
    }
    return running;
  }

  /** Lets the writer finish what it was given. Finish the recordings before. */
  @Override
  public void close() {
    writer.close();
  }

  private Path freeName(Path root, String callKey) {
    var now = clock.now().atZone(clock.zone());
    String key = callKey.replaceAll("[^A-Za-z0-9._-]+", "_");
    key = key.substring(Math.max(0, key.length() - MOST_NAME));
    Path month = root.resolve(MONTH.format(now));
    String name = MOMENT.format(now) + "-" + key;
    Path file = month.resolve(name + ".wav");
    for (int n = 2; Files.exists(file) || Files.exists(RecordingRepair.part(file)); n++) {
      file = month.resolve(name + "-" + n + ".wav");
    }
    return file;
  }
}
