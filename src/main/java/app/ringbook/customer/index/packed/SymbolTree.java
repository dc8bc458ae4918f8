package app.ringbook.customer.index.packed;

import java.util.Arrays;

/** Symbols by their bytes. For one thread. */
final class SymbolTree {
  private static final int NONE = -1;
  private static final int ROOTS = 1 << 8;

  /** Open hashing: a node and the next byte, and the node they lead to; 0 where nothing is. */
  private long[] keys = new long[1 << 12];

  private int[] targets = new int[1 << 12];
  private int used;

  /** Of each node the code that ends there, or none; the first nodes are the single bytes. */
  private int[] codes = new int[1 << 12];

  private int nodes = ROOTS;

  SymbolTree() {
    Arrays.fill(codes, NONE);
  }

  void add(byte[] run, int code) {
    int node = run[0] & 0xFF;
    for (int i = 1; i < run.length; i++) {
      node = next(node, run[i], true);
    }
    codes[node] = code;
  }

  int longest(byte[] text, int from, int to) {
    int node = text[from] & 0xFF;
    int found = codes[node];
    for (int at = from + 1; at < to; at++) {
      node = next(node, text[at], false);
      if (node < 0) {
        return found;
      }
      found = codes[node] >= 0 ? codes[node] : found;
    }
    return found;
  }

  private int next(int node, byte sign, boolean make) {
    long key = ((long) node << 8 | (sign & 0xFF)) + 1;
    int mask = keys.length - 1;
    int at = hash(key) & mask;
    while (keys[at] != 0) {
      if (keys[at] == key) {
        return targets[at];
      }
      at = (at + 1) & mask;
    }
    if (!make) {
      return NONE;
    }
    if (nodes == codes.length) {
      codes = Arrays.copyOf(codes, nodes * 2);
      Arrays.fill(codes, nodes, codes.length, NONE);
    }
    keys[at] = key;
    targets[at] = nodes++;
    int made = targets[at];
    if (++used * 2 > keys.length) {
      grow();
    }
    return made;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[keys.length];
    int mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = hash(oldKeys[i]) & mask;
        while (keys[at] != 0) {
          at = (at + 1) & mask;
        }
        keys[at] = oldKeys[i];
        targets[at] = oldTargets[i];
      }
    }
  }

  private static int hash(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
  }
}
