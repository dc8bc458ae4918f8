package app.ringbook.customer.columns;

import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** Stable sorts of slots that take time in proportion to their number. */
final class Sorting {
  private static final int DIGITS = 11;
  private static final int BUCKETS = 1 << DIGITS;

  private Sorting() {}

  /**
   * By rank.
   *
   * @param rank of a slot, from 0
   * @param ranks one more than the highest
   */
  static int[] byRank(int[] slots, IntUnaryOperator rank, int ranks) {
    int[] starts = new int[ranks + 1];
    for (int slot : slots) {
      starts[rank.applyAsInt(slot) + 1]++;
    }
    for (int i = 0; i < ranks; i++) {
      starts[i + 1] += starts[i];
    }
    int[] sorted = new int[slots.length];
    for (int slot : slots) {
      sorted[starts[rank.applyAsInt(slot)]++] = slot;
    }
    return sorted;
  }

  /** By value, the smallest first, compared without sign. */
  static int[] byValue(int[] slots, IntToLongFunction value) {
    long all = 0;
    for (int slot : slots) {
      all |= value.applyAsLong(slot);
    }
    int[] sorted = slots;
    for (int shift = 0; shift < Long.SIZE && (all >>> shift) != 0; shift += DIGITS) {
      int by = shift;
      sorted =
          byRank(sorted, slot -> (int) (value.applyAsLong(slot) >>> by) & (BUCKETS - 1), BUCKETS);
    }
    return sorted;
  }
}
