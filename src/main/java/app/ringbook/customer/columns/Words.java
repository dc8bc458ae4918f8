package app.ringbook.customer.columns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts one after the other in few large arrays, found by their number: a million of them as
 * objects would take three times the memory. Only grows.
 */
final class Words {
  private static final int BLOCK = 1 << 20;
  private final List<byte[]> blocks = new ArrayList<>();
  private long[] places = new long[16];
  private int[] lengths = new int[16];
  private int size;
  private int free = BLOCK + 1;
  private long bytes;

  int size() {
    return size;
  }

  /** Adds a text and returns its number. */
  int add(byte[] text) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size + size / 2);
      lengths = Arrays.copyOf(lengths, size + size / 2);
    }
    if (free + text.length > BLOCK) {
      blocks.add(new byte[Math.max(BLOCK, text.length)]);
      bytes += Math.max(BLOCK, text.length);
      free = 0;
    }
    System.arraycopy(text, 0, blocks.getLast(), free, text.length);
    places[size] = (long) (blocks.size() - 1) << 32 | free;
    lengths[size] = text.length;
    free += text.length;
    return size++;
  }

  String text(int number) {
    return new String(block(number), start(number), lengths[number], StandardCharsets.UTF_8);
  }

  boolean is(int number, byte[] text) {
    int start = start(number);
    return lengths[number] == text.length
        && Arrays.equals(block(number), start, start + text.length, text, 0, text.length);
  }

  boolean startsWith(int number, byte[] text) {
    int start = start(number);
    return lengths[number] >= text.length
        && Arrays.equals(block(number), start, start + text.length, text, 0, text.length);
  }

  boolean contains(int number, byte[] text) {
    if (text.length == 0) {
      return true;
    }
    byte[] block = block(number);
    int last = start(number) + lengths[number] - text.length;
    byte first = text[0];
    for (int i = start(number); i <= last; i++) {
      if (block[i] == first && Arrays.equals(block, i, i + text.length, text, 0, text.length)) {
        return true;
      }
    }
    return false;
  }

  int hash(int number) {
    int start = start(number);
    return hash(block(number), start, start + lengths[number]);
  }

  static int hash(byte[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    return hash ^ (hash >>> 15);
  }

  private byte[] block(int number) {
    return blocks.get((int) (places[number] >>> 32));
  }

  private int start(int number) {
    return (int) places[number];
  }

  long bytes() {
    return bytes + 12L * places.length;
  }
}
