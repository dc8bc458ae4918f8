package app.ringbook.spreadsheet.kind.customer;

import java.util.Arrays;

/** Hashes to small numbers, without an object an entry: a million rows take some megabytes. */
final class LongIntMap {
  private static final int NONE = -1;
  private long[] keys = new long[1024];
  private int[] values = filled(1024);
  private int size;

  /** The number kept for a hash, or -1. */
  int get(long key) {
    return values[slot(keys, values, key)];
  }

  /** Keeps a number for a hash unless there is one already. */
  void putIfAbsent(long key, int value) {
    int slot = slot(keys, values, key);
    if (values[slot] == NONE) {
      keys[slot] = key;
      values[slot] = value;
      if (++size * 2 > keys.length) {
        grow();
      }
    }
  }

  /** Replaces the number kept for a hash. */
  void put(long key, int value) {
    int slot = slot(keys, values, key);
    if (values[slot] == NONE) {
      putIfAbsent(key, value);
    } else {
      values[slot] = value;
    }
  }

  /** A hash of 64 bits: two texts share one once in ten billion billion. */
  static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash ^= hash >>> 32;
    hash *= 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 29);
  }

  private void grow() {
    long[] moreKeys = new long[keys.length * 2];
    int[] moreValues = filled(keys.length * 2);
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != NONE) {
        int slot = slot(moreKeys, moreValues, keys[i]);
        moreKeys[slot] = keys[i];
        moreValues[slot] = values[i];
      }
    }
    keys = moreKeys;
    values = moreValues;
  }

  private static int slot(long[] keys, int[] values, long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ (key >>> 32)) & mask;
    while (values[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int[] filled(int length) {
    int[] values = new int[length];
    Arrays.fill(values, NONE);
    return values;
  }
}
