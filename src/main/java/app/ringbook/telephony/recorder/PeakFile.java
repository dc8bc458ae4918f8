package app.ringbook.telephony.recorder;

import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.vault.FileKey;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The loudest sample of every 20 ms and channel, one byte each, kept beside the recording so that a
 * long one is drawn at once, sealed where the recording is: eight bytes of head ({@code RBPK},
 * version, channels, two zeros), then the bytes. It can always be made again from the recording, so
 * losing it costs nothing. For one thread at a time.
 */
final class PeakFile implements Closeable {
  /** Samples of one channel that a peak stands for. */
  static final int FRAMES = Codec.SAMPLE_RATE / 50;

  static final int HEAD_BYTES = 8;
  private static final String LABEL = "peaks";
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Path file;
  private final @Nullable FileKey key;
  private final int[] loudest;
  private int frames;

  /**
   * Nothing is written before {@link #close}; an hour takes 180 kB of memory a channel.
   *
   * @param key seals it, or null
   */
  PeakFile(Path file, int channels, @Nullable FileKey key) {
    this.file = file;
    this.key = key;
    loudest = new int[channels];
    out.writeBytes(head(channels));
  }

  /** The kept outline with its head; empty if there is none that can be read. */
  static byte[] read(Path file, @Nullable FileKey key) {
    try {
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      return key == null || bytes.length == 0 ? bytes : key.open(bytes, LABEL);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** Keeps an outline with its head. */
  static void write(Path file, byte[] bytes, @Nullable FileKey key) throws IOException {
    Files.write(file, key == null ? bytes : key.seal(bytes, LABEL));
  }

  /** Where the peaks of a recording are. */
  static Path beside(Path recording) {
    String name = recording.getFileName().toString().replaceFirst("\\.wav(\\.part)?$", "");
    return recording.resolveSibling(name + ".peaks");
  }

  static byte[] head(int channels) {
    return new byte[] {'R', 'B', 'P', 'K', 1, (byte) channels, 0, 0};
  }

  /** Adds samples, the channels in turn. */
  void add(short[] pcm) {
    int channels = loudest.length;
    for (int i = 0; i + channels <= pcm.length; i += channels) {
      for (int c = 0; c < channels; c++) {
        loudest[c] = Math.max(loudest[c], Math.abs(pcm[i + c]));
      }
      if (++frames == FRAMES) {
        flushPeak();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (frames > 0) {
      flushPeak();
    }
    write(file, out.toByteArray(), key);
  }

  private void flushPeak() {
    for (int c = 0; c < loudest.length; c++) {
      out.write(Math.min(255, loudest[c] >> 7));
      loudest[c] = 0;
    }
    frames = 0;
  }
}
