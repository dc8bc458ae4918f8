package app.ringbook.telephony.recorder;

import app.ringbook.telephony.Codec;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The loudest sample of every 20 ms and channel, one byte each, kept beside the recording so that a
 * long one is drawn at once: eight bytes of head ({@code RBPK}, version, channels, two zeros), then
 * the bytes. It can always be made again from the recording, so losing it costs nothing. For one
 * thread at a time.
 */
final class PeakFile implements Closeable {
  /** Samples of one channel that a peak stands for. */
  static final int FRAMES = Codec.SAMPLE_RATE / 50;

  static final int HEAD_BYTES = 8;
  private final OutputStream out;
  private final int[] loudest;
  private int frames;

  PeakFile(Path file, int channels) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file));
    loudest = new int[channels];
    out.write(head(channels));
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
  void add(short[] pcm) throws IOException {
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
    out.close();
  }

  private void flushPeak() throws IOException {
    for (int c = 0; c < loudest.length; c++) {
      out.write(Math.min(255, loudest[c] >> 7));
      loudest[c] = 0;
    }
    frames = 0;
  }
}
