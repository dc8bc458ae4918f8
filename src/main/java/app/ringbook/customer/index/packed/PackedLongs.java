package app.ringbook.customer.index.packed;

import java.nio.ByteBuffer;

/**
 * Long numbers by place, most of which differ from the one before by about one: ids, owners,
 * beginnings. How many there are, then blocks of 64: base in 56 bits, width of the rest in 8, place
 * of the rest; of each number the rest above base plus place in the block, in so many bits.
 */
public final class PackedLongs {
  private static final int BLOCK = 64;
  private static final int BLOCK_BITS = 6;
  private static final int FIRST = 4;
  private static final int HEAD = 12;
  private static final int WIDTH_SHIFT = 56;
  private final ByteBuffer bytes;

  /** Over what {@link #pack} wrote. */
  public PackedLongs(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** How many there are. */
  public int size() {
    return bytes.limit() == 0 ? 0 : bytes.getInt(0);
  }

  /** The number at a place. */
  public long at(int place) {
    int head = FIRST + (place >>> BLOCK_BITS) * HEAD;
    long base = bytes.getLong(head);
    int width = (int) (base >>> WIDTH_SHIFT);
    int in = place & (BLOCK - 1);
    long value = ((base << 8) >> 8) + in;
    return width == 0
        ? value
        : value + BitRuns.read(bytes, bytes.getInt(head + 8), in * width, width);
  }

  /** Packs numbers, each within 55 bits. */
  public static Bytes pack(long[] values, int count) {
    int blocks = (count + BLOCK - 1) / BLOCK;
    Bytes out = new Bytes();
    Bytes rests = new Bytes();
    out.putInt(count);
    for (int b = 0; b < blocks; b++) {
      int from = b * BLOCK;
      int size = Math.min(BLOCK, count - from);
      long base = Long.MAX_VALUE;
      long most = Long.MIN_VALUE;
      for (int i = 0; i < size; i++) {
        base = Math.min(base, values[from + i] - i);
        most = Math.max(most, values[from + i] - i);
      }
      int width = Long.SIZE - Long.numberOfLeadingZeros(most - base);
      out.putLong((base & ((1L << WIDTH_SHIFT) - 1)) | (long) width << WIDTH_SHIFT);
      out.putInt(FIRST + blocks * HEAD + Math.toIntExact(rests.size()));
      BitRuns run = new BitRuns(rests);
      for (int i = 0; i < size && width > 0; i++) {
        run.put(values[from + i] - i - base, width);
      }
      run.end();
    }
    out.put(rests);
    out.put(new byte[BitRuns.BEHIND]);
    return out;
  }
}
