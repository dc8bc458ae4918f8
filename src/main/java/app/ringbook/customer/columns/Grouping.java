package app.ringbook.customer.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers of a list put together by the values of a field.
 *
 * @param ids keys of all of them, group after group, in the list's order within each
 * @param groups in the order of their values; those without a value are the last
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
public record Grouping(long[] ids, List<Group> groups) {
  /** A list that is not grouped. */
  public static Grouping none(long[] ids) {
    return new Grouping(ids, List.of());
  }

  /** Copies the groups. */
  public Grouping {
    groups = List.copyOf(groups);
  }

  /**
   * A group.
   *
   * @param value a text or mark; null for those that have none
   * @param from place of its first customer in {@link Grouping#ids}
   * @param count how many customers it has
   */
  public record Group(@Nullable Object value, int from, int count) {}

  /** Groups of the slots that are meant, in this order within each. */
  static Grouping of(Slots slots, Column by, int[] order, BitSet meant) {
    int[] some = new int[meant.cardinality()];
    int size = 0;
    for (int slot : order) {
      if (meant.get(slot)) {
        some[size++] = slot;
      }
    }
    int[] sorted = by.sorted(size == some.length ? some : Arrays.copyOf(some, size), false);
    long[] ids = new long[size];
    List<Group> groups = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < size; i++) {
      ids[i] = slots.id(sorted[i]);
      if (i + 1 == size || by.rank(sorted[i + 1]) != by.rank(sorted[i])) {
        groups.add(new Group(by.value(sorted[from]), from, i + 1 - from));
        from = i + 1;
      }
    }
    return new Grouping(ids, groups);
  }
}
