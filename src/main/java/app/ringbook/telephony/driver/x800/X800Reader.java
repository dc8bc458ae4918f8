package app.ringbook.telephony.driver.x800;

import java.util.Arrays;

/**
 * Reads a payload from front to back, little-endian. Reading past the end gives zeros and sets
 * {@link #cut}: a payload that is too short is a fact to be judged, not an error to be thrown.
 */
final class X800Reader {
  private final byte[] bytes;
  private int at;
  private boolean cut;

  X800Reader(byte[] bytes) {
    this.bytes = bytes;
  }

  int u8() {
    return (int) number(1);
  }

  int u16() {
    return (int) number(2);
  }

  long u32() {
    return number(4);
  }

  long u64() {
    return number(8);
  }

  /** The next so many bytes; fewer if there are not so many. */
  byte[] bytes(int count) {
    int end = Math.min(bytes.length, at + Math.max(0, count));
    cut |= end - at < count;
    byte[] part = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return part;
  }

  /** A reader of what is left, which leaves this one where it is. */
  X800Reader copy() {
    return new X800Reader(Arrays.copyOfRange(bytes, at, bytes.length));
  }

  int left() {
    return bytes.length - at;
  }

  /** True if more was read than there was. */
  boolean cut() {
    return cut;
  }

  private long number(int size) {
    if (left() < size) {
      cut = true;
      at = bytes.length;
      return 0;
    }
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | (bytes[at + i] & 0xFF);
    }
    at += size;
    return value;
  }
}
