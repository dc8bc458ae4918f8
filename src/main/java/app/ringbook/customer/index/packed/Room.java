package app.ringbook.customer.index.packed;

import java.util.Arrays;

/** A text that is read, in bytes that are used again and again. For one thread. */
public final class Room {
  private byte[] bytes = new byte[512];
  private int length;

  /** The bytes read; behind {@link #length} anything. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes were read. */
  public int length() {
    return length;
  }

  /** Empty again. */
  public void clear() {
    length = 0;
  }

  void put(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) value;
  }

  void put(byte[] from, int start, int end) {
    int size = end - start;
    if (length + size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + size, bytes.length * 2));
    }
    System.arraycopy(from, start, bytes, length, size);
    length += size;
  }

  /** A copy of what was read. */
  public byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }
}
