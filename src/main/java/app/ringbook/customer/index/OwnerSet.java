package app.ringbook.customer.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** A set of ids: a bit for each of the usual ones, however many. For one thread. */
public final class OwnerSet {
  private static final long USUAL = 1L << 27;
  private final BitSet bits = new BitSet();
  private final TreeSet<Long> others = new TreeSet<>();

  /** Those of an array. */
  public static OwnerSet of(long[] ids) {
    OwnerSet set = new OwnerSet();
    for (long id : ids) {
      set.add(id);
    }
    return set;
  }

  /** Adds an id; once is enough. */
  public void add(long id) {
    if (id >= 0 && id < USUAL) {
      bits.set((int) id);
    } else {
      others.add(id);
    }
  }

  /** True if it was added. */
  public boolean has(long id) {
    return (id >= 0 && id < USUAL) ? bits.get((int) id) : others.contains(id);
  }

  /** Those of an array that are in the set, in the array's order. */
  public long[] in(long[] ids) {
    return Arrays.stream(ids).filter(this::has).toArray();
  }

  /** All, ascending. */
  public long[] inOrder() {
    LongStream usual = bits.stream().asLongStream();
    return others.isEmpty()
        ? usual.toArray()
        : LongStream.concat(usual, others.stream().mapToLong(id -> id)).sorted().toArray();
  }
}
