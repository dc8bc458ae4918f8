package app.ringbook.customer.index.packed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Bytes that are written one behind the other, in blocks, so that growing copies nothing. */
public final class Bytes {
  private static final int BITS = 18;
  private static final int BLOCK = 1 << BITS;
  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] last = new byte[0];
  private int used;

  /** How many bytes were written. */
  public long size() {
    return blocks.isEmpty() ? 0 : (long) (blocks.size() - 1) * BLOCK + used;
  }

  /** One byte. */
  public void put(int value) {
    if (used == last.length) {
      last = new byte[BLOCK];
      blocks.add(last);
      used = 0;
    }
    last[used++] = (byte) value;
  }

  /** All of these. */
  public void put(byte[] bytes) {
    put(bytes, bytes.length);
  }

  /** The first ones. */
  void put(byte[] bytes, int length) {
    int from = 0;
    while (from < length) {
      if (used == last.length) {
        put(bytes[from++]);
      }
      int n = Math.min(length - from, last.length - used);
      System.arraycopy(bytes, from, last, used, n);
      used += n;
      from += n;
    }
  }

  /** Takes over all of these, which are used up. */
  public void put(Bytes more) {
    for (int i = 0; i < more.blocks.size(); i++) {
      byte[] block = more.blocks.set(i, new byte[0]);
      put(block, i == more.blocks.size() - 1 ? more.used : BLOCK);
    }
  }

  /** Little-endian. */
  public void putInt(int value) {
    put(value);
    put(value >>> 8);
    put(value >>> 16);
    put(value >>> 24);
  }

  /** Little-endian. */
  public void putLong(long value) {
    putInt((int) value);
    putInt((int) (value >>> 32));
  }

  /** Seven bits a byte, the lowest first. */
  public void putNumber(int value) {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      put(rest | 0x80);
      rest >>>= 7;
    }
    put(rest);
  }

  /** Bytes that {@link #putNumber} takes. */
  public static int length(int value) {
    return value == 0 ? 1 : (38 - Integer.numberOfLeadingZeros(value)) / 7;
  }

  /** Reads numbers from the beginning; blocks that were read are let go. */
  public Reader reading() {
    return new Reader();
  }

  /** Copies some. */
  void copy(long from, byte[] to, int length) {
    long at = from;
    int done = 0;
    while (done < length) {
      int in = (int) (at & (BLOCK - 1));
      int n = Math.min(length - done, BLOCK - in);
      System.arraycopy(blocks.get((int) (at >>> BITS)), in, to, done, n);
      at += n;
      done += n;
    }
  }

  /** Everything in one buffer, little-endian. */
  public ByteBuffer toBuffer() {
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(size())).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < blocks.size(); i++) {
      all.put(blocks.get(i), 0, i == blocks.size() - 1 ? used : BLOCK);
    }
    return all.flip();
  }

  /** Reads what was written by {@link Bytes#putNumber}. */
  public final class Reader {
    private int block;
    private int at;

    /** True if not all was read. */
    public boolean hasMore() {
      return (long) block * BLOCK + at < size();
    }

    /** The next number. */
    public int number() {
      int value = 0;
      int b = next();
      for (int shift = 0; ; shift += 7) {
        value |= (b & 0x7F) << shift;
        if (b >= 0) {
          return value;
        }
        b = next();
      }
    }

    private byte next() {
      if (at == BLOCK) {
        blocks.set(block++, new byte[0]);
        at = 0;
      }
      return blocks.get(block)[at++];
    }
  }
}
