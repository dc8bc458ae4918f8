package app.ringbook.customer.index.packed;

/** How often two symbols stand side by side, and where in the sample they first did. */
final class PairCounts {
  /** Bits of a symbol's code. */
  private static final int CODE = 16;

  /** Open hashing: both codes plus one; 0 where nothing is. */
  private long[] keys = new long[1 << 16];

  private int[] starts = new int[keys.length];
  private int[] ends = new int[keys.length];
  private int[] times = new int[keys.length];
  private int used;

  /** Is told of a pair. */
  interface Visitor {
    void pair(int start, int end, int times);
  }

  void count(int first, int second, int start, int end) {
    long key = ((long) first << CODE | second) + 1;
    int at = place(key);
    if (keys[at] == 0) {
      keys[at] = key;
      starts[at] = start;
      ends[at] = end;
      used++;
    }
    times[at]++;
    if (used * 2 > keys.length) {
      grow();
    }
  }

  /** Shows all that came at least so often. */
  void each(int least, Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (times[i] >= least) {
        visitor.pair(starts[i], ends[i], times[i]);
      }
    }
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldStarts = starts;
    int[] oldEnds = ends;
    int[] oldTimes = times;
    keys = new long[oldKeys.length * 2];
    starts = new int[keys.length];
    ends = new int[keys.length];
    times = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        starts[at] = oldStarts[i];
        ends[at] = oldEnds[i];
        times[at] = oldTimes[i];
      }
    }
  }
}
