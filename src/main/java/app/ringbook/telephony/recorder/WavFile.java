package app.ringbook.telephony.recorder;

import app.ringbook.telephony.Codec;
import app.ringbook.telephony.recorder.vault.KeyException;
import app.ringbook.telephony.recorder.vault.Sealing;
import app.ringbook.telephony.recorder.vault.SoundBytes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A WAV file open for reading: A-law, mu-law or 16-bit PCM, mono or two channels. A header whose
 * sizes were never filled in, or that promises more than the file holds, is read up to the end of
 * the file. For one thread at a time.
 */
public final class WavFile implements Closeable {
  private final SoundBytes channel;
  private final WavFormat format;
  private final int sampleRate;
  private final long dataStart;
  private final long frames;

  private WavFile(SoundBytes channel, Head head) {
    this.channel = channel;
    this.format = head.format;
    this.sampleRate = head.sampleRate;
    this.dataStart = head.dataStart;
    this.frames = head.dataBytes / head.format.frameBytes();
  }

  /** What the chunks before the samples say. */
  private record Head(WavFormat format, int sampleRate, long dataStart, long dataBytes) {}

  /**
   * Opens a file.
   *
   * @throws IOException if it is missing, no WAV file, or of a kind this program cannot play
   */
  public static WavFile open(Path file) throws IOException {
    return open(file, Sealing.NONE);
  }

  /**
   * Opens a file that may be sealed; of a sealed one that was cut, what is whole.
   *
   * @throws KeyException if it is sealed and its key is not at hand
   * @throws IOException if it is missing, damaged, no WAV file, or of a kind this program cannot
   *     play
   */
  public static WavFile open(Path file, Sealing sealing) throws IOException {
    SoundBytes channel = SoundBytes.open(file, sealing);
    try {
      return new WavFile(channel, head(file, channel));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** How samples are written. */
  public Codec codec() {
    return format.codec();
  }

  /** 1, or 2 for near and far end. */
  public int channels() {
    return format.channels();
  }

  /** Samples a second of one channel. */
  public int sampleRate() {
    return sampleRate;
  }

  /** Samples of one channel. */
  public long frames() {
    return frames;
  }

  /** Length of the sound. */
  public long millis() {
    return frames * 1000 / sampleRate;
  }

  /**
   * Samples as numbers, the channels in turn; fewer than asked for at the end, none behind it.
   *
   * @param first index of the first sample of each channel
   * @param count samples of each channel
   */
  public short[] read(long first, int count) throws IOException {
    byte[] bytes = readBytes(first, count);
    return G711.decode(format.codec(), bytes, 0, bytes.length);
  }

  /** As {@link #read}, but as the bytes that stand in the file. */
  public byte[] readBytes(long first, int count) throws IOException {
    int wanted = (int) Math.max(0, Math.min(count, frames - first));
    ByteBuffer out = ByteBuffer.allocate(wanted * format.frameBytes());
    fill(channel, out, dataStart + first * format.frameBytes());
    return out.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Head head(Path file, SoundBytes channel) throws IOException {
    ByteBuffer riff = chunk(channel, 0, 12);
    if (!name(riff, 0).equals("RIFF") || !name(riff, 8).equals("WAVE")) {
      throw new IOException(file + " is no WAV file");
    }
    long size = channel.size();
    ByteBuffer fmt = null;
    for (long at = 12; at + 8 <= size; ) {
      ByteBuffer chunk = chunk(channel, at, 8);
      long length = chunk.getInt(4) & 0xFFFFFFFFL;
      if (name(chunk, 0).equals("data")) {
        return data(file, fmt, at + 8, length, size);
      }
      if (name(chunk, 0).equals("fmt ") && length >= 16) {
        fmt = chunk(channel, at + 8, (int) Math.min(length, 40));
      }
      at += 8 + length + (length & 1);
    }
    throw new IOException(file + " holds no samples");
  }

  private static Head data(
      Path file, @Nullable ByteBuffer fmt, long start, long promised, long size)
      throws IOException {
    if (fmt == null) {
      throw new IOException(file + " does not say how its samples are written");
    }
    try {
      int tag = fmt.getShort(0) & 0xFFFF;
      if (tag == 0xFFFE && fmt.limit() >= 26) {
        tag = fmt.getShort(24) & 0xFFFF;
      }
      WavFormat format = WavFormat.of(tag, fmt.getShort(2), fmt.getShort(14));
      long there = size - start;
      return new Head(
          format, fmt.getInt(4), start, promised == 0 ? there : Math.min(promised, there));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " cannot be played: " + e.getMessage(), e);
    }
  }

  private static ByteBuffer chunk(SoundBytes channel, long at, int length) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    fill(channel, out, at);
    return out;
  }

  private static void fill(SoundBytes channel, ByteBuffer out, long at) throws IOException {
    if (!channel.fill(out, at)) {
      throw new IOException("The file ends too early");
    }
    out.flip();
  }

  private static String name(ByteBuffer chunk, int at) {
    byte[] four = new byte[4];
    chunk.get(at, four);
    return new String(four, StandardCharsets.US_ASCII);
  }
}
