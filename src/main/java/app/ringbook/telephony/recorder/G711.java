package app.ringbook.telephony.recorder;

import app.ringbook.telephony.Codec;

/**
 * Samples as bytes and as numbers: ITU-T G.711 A-law and mu-law (8 bits a sample) and 16-bit linear
 * little-endian. Pure functions over tables.
 */
public final class G711 {
  private static final short[] ALAW = new short[256];
  private static final short[] ULAW = new short[256];

  static {
    for (int code = 0; code < 256; code++) {
      ALAW[code] = expandALaw(code);
      ULAW[code] = expandULaw(code);
    }
  }

  private G711() {}

  /** The sample with this index (all channels counted) as a number from -32768 to 32767. */
  public static short sample(Codec codec, byte[] data, int index) {
    return switch (codec) {
      case ALAW -> ALAW[data[index] & 0xFF];
      case ULAW -> ULAW[data[index] & 0xFF];
      case PCM16 -> (short) ((data[2 * index] & 0xFF) | (data[2 * index + 1] << 8));
    };
  }

  /** Decodes {@code length} bytes from {@code offset}. */
  public static short[] decode(Codec codec, byte[] data, int offset, int length) {
    int width = codec.bytesPerSample();
    short[] pcm = new short[length / width];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = sample(codec, data, offset / width + i);
    }
    return pcm;
  }

  /** Encodes samples. */
  public static byte[] encode(Codec codec, short[] pcm) {
    byte[] out = new byte[pcm.length * codec.bytesPerSample()];
    for (int i = 0; i < pcm.length; i++) {
      switch (codec) {
        case ALAW -> out[i] = compressALaw(pcm[i]);
        case ULAW -> out[i] = compressULaw(pcm[i]);
        case PCM16 -> {
          out[2 * i] = (byte) pcm[i];
          out[2 * i + 1] = (byte) (pcm[i] >> 8);
        }
      }
    }
    return out;
  }

  /** G.711 table 1: even bits are inverted on the wire (0x55), the sign bit is set for positive. */
  private static short expandALaw(int wire) {
    int code = wire ^ 0x55;
    int segment = (code >> 4) & 7;
    int step = ((code & 15) << 4) + 8;
    int size = segment == 0 ? step : (step + 0x100) << (segment - 1);
    return (short) ((code & 0x80) != 0 ? size : -size);
  }

  /** G.711 table 2: all bits are inverted on the wire, 33 (here 132 of 16 bits) is the bias. */
  private static short expandULaw(int wire) {
    int code = ~wire & 0xFF;
    int size = ((((code & 15) << 3) + 132) << ((code >> 4) & 7)) - 132;
    return (short) ((code & 0x80) != 0 ? -size : size);
  }

  private static byte compressALaw(int pcm) {
    int size = pcm >= 0 ? pcm : -pcm - 1;
    int segment = Math.max(0, 24 - Integer.numberOfLeadingZeros(size | 1));
    int mantissa = segment == 0 ? size >> 4 : size >> (segment + 3);
    int code = (segment << 4) | (mantissa & 15) | (pcm >= 0 ? 0x80 : 0);
    return (byte) (code ^ 0x55);
  }

  private static byte compressULaw(int pcm) {
    int size = Math.min(Math.abs(pcm), 32635) + 132;
    int segment = 24 - Integer.numberOfLeadingZeros(size);
    int code = (pcm < 0 ? 0x80 : 0) | (segment << 4) | ((size >> (segment + 3)) & 15);
    return (byte) ~code;
  }
}
