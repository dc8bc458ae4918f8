package app.ringbook.customer.index;

import java.util.Arrays;

/**
 * An index, and ids of older texts that were deleted. A newer layer hides what older ones hold of
 * its ids.
 *
 * @param gone ids in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Layer(TextIndex index, long[] gone) {
  private static final long[] NONE = {};

  /** A layer of texts alone. */
  static Layer of(TextIndex index) {
    return new Layer(index, NONE);
  }

  /** True if the layer says something of this id. */
  boolean has(long id) {
    return index.has(id) || Arrays.binarySearch(gone, id) >= 0;
  }

  int size() {
    return index.size() + gone.length;
  }
}
