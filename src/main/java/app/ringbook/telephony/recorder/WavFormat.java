package app.ringbook.telephony.recorder;

import app.ringbook.telephony.Codec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How the samples of a recording stand in a WAV file: 8 kHz, one or two channels. The header is our
 * own because the one of the JDK lacks the {@code fact} chunk that G.711 files need and the pad
 * byte after an odd length.
 *
 * @param codec how a sample is written
 * @param channels 1, or 2 for the near and the far end
 */
record WavFormat(Codec codec, int channels) {
  /** Bytes before the first sample: RIFF, fmt with 18 bytes, fact, data. */
  static final int HEADER_BYTES = 58;

  private static final int TAG_PCM = 1;
  private static final int TAG_ALAW = 6;
  private static final int TAG_ULAW = 7;

  WavFormat {
    if (channels < 1 || channels > 2) {
      throw new IllegalArgumentException(channels + " channels");
    }
  }

  /** Bytes of one sample of all channels. */
  int frameBytes() {
    return channels * codec.bytesPerSample();
  }

  /** The header of a file that holds so many bytes of samples. */
  ByteBuffer header(long dataBytes) {
    long padded = dataBytes + (dataBytes & 1);
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    name(out, "RIFF").putInt((int) (HEADER_BYTES - 8 + padded));
    name(out, "WAVE");
    name(out, "fmt ").putInt(18);
    out.putShort((short) tag()).putShort((short) channels);
    out.putInt(Codec.SAMPLE_RATE).putInt(Codec.SAMPLE_RATE * frameBytes());
    out.putShort((short) frameBytes()).putShort((short) (8 * codec.bytesPerSample()));
    out.putShort((short) 0);
    name(out, "fact").putInt(4).putInt((int) (dataBytes / frameBytes()));
    name(out, "data").putInt((int) dataBytes);
    return out.flip();
  }

  private int tag() {
    return switch (codec) {
      case PCM16 -> TAG_PCM;
      case ALAW -> TAG_ALAW;
      case ULAW -> TAG_ULAW;
    };
  }

  /**
   * The format named by the fields of a fmt chunk.
   *
   * @throws IllegalArgumentException if this program cannot play it
   */
  static WavFormat of(int tag, int channels, int bits) {
    if (tag == TAG_PCM && bits == 16) {
      return new WavFormat(Codec.PCM16, channels);
    }
    if ((tag == TAG_ALAW || tag == TAG_ULAW) && bits == 8) {
      return new WavFormat(tag == TAG_ALAW ? Codec.ALAW : Codec.ULAW, channels);
    }
    throw new IllegalArgumentException("WAV format " + tag + " with " + bits + " bits");
  }

  private static ByteBuffer name(ByteBuffer out, String four) {
    return out.put(four.getBytes(StandardCharsets.US_ASCII));
  }
}
