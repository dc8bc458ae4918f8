package app.ringbook.customer.index.packed;

import java.nio.ByteBuffer;

/** Numbers of a few bits each, one behind the other; each run begins with a byte. */
public final class BitRuns {
  /** So many bytes must follow the last run, because numbers are read eight bytes at a time. */
  public static final int BEHIND = 16;

  private static final int AT_ONCE = 56;
  private final Bytes out;
  private long waiting;
  private int bits;

  /** Writes behind what is there. */
  public BitRuns(Bytes out) {
    this.out = out;
  }

  /** Writes a number, of which no more bits are set than that. */
  public void put(long value, int width) {
    if (width > Integer.SIZE) {
      put(value & 0xFFFFFFFFL, Integer.SIZE);
      put(value >>> Integer.SIZE, width - Integer.SIZE);
      return;
    }
    waiting |= value << bits;
    bits += width;
    while (bits >= Byte.SIZE) {
      out.put((int) waiting);
      waiting >>>= Byte.SIZE;
      bits -= Byte.SIZE;
    }
  }

  /** The next run begins with a byte of its own. */
  public void end() {
    if (bits > 0) {
      out.put((int) waiting);
    }
    waiting = 0;
    bits = 0;
  }

  /** Bytes a run takes. */
  public static int length(int count, int width) {
    return (count * width + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** Reads a number at a bit of a run. */
  static long read(ByteBuffer bytes, int from, int bit, int width) {
    int at = from + (bit >>> 3);
    int shift = bit & 7;
    long low = bytes.getLong(at) >>> shift;
    if (shift + width > AT_ONCE + Byte.SIZE) {
      low |= bytes.getLong(at + Byte.SIZE) << (Long.SIZE - shift);
    }
    return width == Long.SIZE ? low : low & ((1L << width) - 1);
  }
}
