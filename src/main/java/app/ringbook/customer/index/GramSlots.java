package app.ringbook.customer.index;

import java.util.Arrays;

/**
 * Numbers the keys of grams from 0 in the order they come. Grams of the commonest signs are found
 * by plain arithmetic, the others by hashing. For one thread.
 */
final class GramSlots {
  private static final int COMMON = 40;
  private static final byte[] CODES = codes();

  /** Slot plus one of each gram of common signs, 0 if it did not come yet. */
  private final int[] direct = new int[8 * COMMON * COMMON * COMMON];

  private long[] keys = new long[1 << 12];
  private int[] hashed = new int[1 << 12];
  private int inHash;
  private int size;

  /** How many different keys came. */
  int size() {
    return size;
  }

  /** The key of a slot. */
  long key(int slot) {
    return keys[slot];
  }

  /** The slot of a key, a new one if it never came. */
  int of(long key) {
    int first = (int) (key >>> 32) & 0xFFFF;
    int second = (int) (key >>> 16) & 0xFFFF;
    int third = (int) key & 0xFFFF;
    if (key >>> 51 == 0 && (first | second | third) < 128) {
      int a = CODES[first];
      int b = CODES[second];
      int c = CODES[third];
      if ((a | b | c) >= 0) {
        int at = (((int) (key >>> 48) * COMMON + a) * COMMON + b) * COMMON + c;
        int known = direct[at];
        if (known > 0) {
          return known - 1;
        }
        int slot = add(key);
        direct[at] = slot + 1;
        return slot;
      }
    }
    return hashed(key);
  }

  private int hashed(long key) {
    int mask = hashed.length - 1;
    int at = hash(key) & mask;
    while (hashed[at] > 0) {
      if (keys[hashed[at] - 1] == key) {
        return hashed[at] - 1;
      }
      at = (at + 1) & mask;
    }
    int slot = add(key);
    hashed[at] = slot + 1;
    if (++inHash * 2 > hashed.length) {
      grow();
    }
    return slot;
  }

  /** All slots, by key. */
  int[] inOrder() {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.sort(sorted);
    int[] slots = new int[size];
    for (int i = 0; i < size; i++) {
      slots[i] = of(sorted[i]);
    }
    return slots;
  }

  private int add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size] = key;
    return size++;
  }

  private void grow() {
    int[] old = hashed;
    hashed = new int[old.length * 2];
    int mask = hashed.length - 1;
    for (int slot : old) {
      if (slot > 0) {
        int at = hash(keys[slot - 1]) & mask;
        while (hashed[at] > 0) {
          at = (at + 1) & mask;
        }
        hashed[at] = slot;
      }
    }
  }

  private static int hash(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  private static byte[] codes() {
    byte[] codes = new byte[128];
    Arrays.fill(codes, (byte) -1);
    int next = 0;
    codes[0] = (byte) next++;
    codes[Grams.START] = (byte) next++;
    codes[Grams.END] = (byte) next++;
    codes[Grams.GAP] = (byte) next++;
    for (char c = '0'; c <= '9'; c++) {
      codes[c] = (byte) next++;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      codes[c] = (byte) next++;
    }
    return codes;
  }
}
