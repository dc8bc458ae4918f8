package app.ringbook.customer.columns;

import app.ringbook.customer.filter.Condition;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Marks that are set or not; none counts as not set. */
final class FlagColumn implements Column {
  private final BitSet set = new BitSet();

  @Override
  public void put(int slot, @Nullable Object value) {
    set.set(slot, Boolean.TRUE.equals(value));
  }

  @Override
  public BitSet matching(Condition condition, Now now, int size) {
    BitSet found = new BitSet(size);
    if (condition instanceof Condition.Flag flag) {
      found.or(set);
      if (!flag.set()) {
        found.flip(0, size);
      }
    } else if (condition instanceof Condition.Empty empty && !empty.empty()) {
      found.set(0, size);
    }
    return found;
  }

  @Override
  public int[] sorted(int[] slots, boolean descending) {
    return Sorting.byRank(slots, slot -> set.get(slot) == descending ? 0 : 1, 2);
  }

  @Override
  public Object value(int slot) {
    return set.get(slot);
  }

  @Override
  public long rank(int slot) {
    return set.get(slot) ? 1 : 0;
  }

  @Override
  public long bytes() {
    return set.size() / 8;
  }
}
