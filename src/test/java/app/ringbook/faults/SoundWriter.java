package app.ringbook.faults;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingInProgress;
import app.ringbook.telephony.recorder.vault.Sealing;
import app.ringbook.telephony.recorder.vault.SystemKeys;
import app.ringbook.telephony.recorder.vault.Vault;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * The child of {@code kill9-record}: three calls at once, recorded through the product's own
 * recorder, ten times as fast as they would be spoken. Arguments: folder, seed, and {@code close}
 * to cheat: the header is only written at the end; or {@code sealed}.
 *
 * <p>It prints {@code fed FILE FRAMES}, {@code ack FILE FRAMES} for what the recorder calls safe,
 * and {@code ack-done FILE FRAMES SHA256} for a finished recording.
 */
final class SoundWriter {
  static final int BLOCK = 160;
  private static final int FASTER = 10;
  private static final long AHEAD_MILLIS = 500;
  private static final int CALLS = 3;
  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final CallRecorder recorder;
  private final Random random;
  private final Path folder;
  private final long seed;
  private final boolean cheats;
  private final Going[] going = new Going[CALLS];
  private int started;

  private SoundWriter(Path folder, long seed, boolean cheats, boolean sealed) {
    this.recorder =
        new CallRecorder(
            () -> folder,
            new FastClock(),
            new CallRecorder.Care(sealed ? vault(folder) : Sealing.NONE, () -> 1));
    this.random = new Random(seed);
    this.folder = folder;
    this.seed = seed;
    this.cheats = cheats;
  }

  /** Records until it is killed. */
  public static void main(String[] arguments) throws Exception {
    SoundWriter writer =
        new SoundWriter(
            Path.of(arguments[0]),
            Long.parseLong(arguments[1]),
            arguments.length > 2 && arguments[2].equals("close"),
            arguments.length > 2 && arguments[2].equals("sealed"));
    writer.say("opening");
    while (true) {
      for (int i = 0; i < CALLS; i++) {
        writer.act(i);
      }
      LockSupport.parkNanos(20_000_000 / FASTER);
    }
  }

  /** The keys of a folder whose recordings are sealed; made when there are none. */
  static Vault vault(Path folder) {
    Vault vault =
        new Vault(
            () -> folder, () -> new SystemKeys.UserFile(folder.resolve("secrets")), () -> true);
    if (vault.state() == Vault.State.NONE) {
      vault.create();
    }
    return vault;
  }

  /** The byte that stands at a place of a recording's sound: no two recordings are alike. */
  static byte sample(long sound, long frame) {
    long mixed = (sound * 0x9E3779B97F4A7C15L) ^ (frame * 0xBF58476D1CE4E5B9L);
    return (byte) (mixed >>> 40);
  }

  /** True for pieces that never arrive. */
  static boolean lost(long frame) {
    return frame / BLOCK % 97 == 13;
  }

  /** A recording that goes on. */
  private static final class Going {
    private final Sink sink;
    private final long sound;
    private final long length;
    private long fed;
    private long safe;

    Going(Sink sink, long sound, long length) {
      this.sink = sink;
      this.sound = sound;
      this.length = length;
    }
  }

  /** Where sound goes: the product's recorder, or the one that cheats. */
  interface Sink {
    String file();

    void append(AudioBlock block) throws IOException;

    long millis();

    long safeMillis();

    String finish() throws IOException;
  }

  private void act(int slot) throws IOException {
    Going call = going[slot];
    if (call == null) {
      going[slot] = start();
      return;
    }
    long at = call.fed;
    if (at * 1000 / Codec.SAMPLE_RATE - call.sink.millis() > AHEAD_MILLIS) {
      return;
    }
    if (!lost(at)) {
      byte[] data = new byte[BLOCK];
      for (int i = 0; i < BLOCK; i++) {
        data[i] = sample(call.sound, at + i);
      }
      call.sink.append(new AudioBlock(at, Codec.ALAW, 1, BLOCK, data));
    }
    call.fed = at + BLOCK;
    long safe = call.sink.safeMillis() * Codec.SAMPLE_RATE / 1000;
    if (safe > call.safe) {
      call.safe = safe;
      say("ack " + call.sink.file() + " " + safe);
    }
    if (at / BLOCK % 10 == 0 && !lost(at)) {
      say("fed " + call.sink.file() + " " + call.fed);
    }
    if (call.fed >= call.length && !lost(at)) {
      say("ack-done " + call.sink.file() + " " + call.fed + " " + call.sink.finish());
      going[slot] = null;
    }
  }

  private Going start() throws IOException {
    long sound = seed * 1000 + started++;
    Sink sink = cheats ? new CheatingSink(folder, sound) : honest("s" + sound);
    return new Going(sink, sound, (1 + random.nextInt(10)) * 8000L);
  }

  private Sink honest(String key) {
    RecordingInProgress running = recorder.start(key, Codec.ALAW, 1);
    return new Sink() {
      @Override
      public String file() {
        return running.relativePath();
      }

      @Override
      public void append(AudioBlock block) {
        running.append(block);
      }

      @Override
      public long millis() {
        return running.millis();
      }

      @Override
      public long safeMillis() {
        return running.safeMillis();
      }

      @Override
      public String finish() {
        return running.finish().map(Recording::sha256).orElse("none");
      }
    };
  }

  private void say(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Runs ten times as fast as the world, so that a second of sound is synced as one. */
  private static final class FastClock implements AppClock {
    private final AppClock world = AppClock.system();

    @Override
    public Instant now() {
      return world.now();
    }

    @Override
    public ZoneId zone() {
      return world.zone();
    }

    @Override
    public long nanoTime() {
      return world.nanoTime() * FASTER;
    }
  }
}
