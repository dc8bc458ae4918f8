package app.ringbook.customer.columns;

import app.ringbook.store.Database;
import app.ringbook.store.keys.KeyColumn;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * All customers by name, as the store's keys have them. The keys themselves stay there: a changed
 * name finds its new place by asking for the keys of some twenty others. Used under the store's
 * lock.
 */
final class NameOrder {
  /** With more changed names than this, reading the index again is faster. */
  private static final int FEW = 150;

  private final Database database;
  private final Slots slots;
  private final BitSet changed = new BitSet();
  private int @Nullable [] order;

  NameOrder(Database database, Slots slots) {
    this.database = database;
    this.slots = slots;
  }

  /** The customer in this slot has another name, or is there for the first time. */
  void changed(int slot) {
    if (order != null) {
      changed.set(slot);
    }
  }

  /** True once it was read. */
  boolean read() {
    return order != null;
  }

  /** Slots by name; among them may be some whose customer is gone. */
  int[] order() {
    int[] known = order;
    if (known == null || changed.cardinality() > FEW) {
      known = fromIndex();
    } else if (!changed.isEmpty()) {
      known = moved(known);
    }
    changed.clear();
    order = known;
    return known;
  }

  private int[] fromIndex() {
    long[] ids = database.keys().first(KeyColumn.CUSTOMER_NAME, Integer.MAX_VALUE);
    int[] fresh = new int[ids.length];
    int size = 0;
    for (long id : ids) {
      int slot = slots.find(id);
      if (slot >= 0) {
        fresh[size++] = slot;
      }
    }
    return size == fresh.length ? fresh : Arrays.copyOf(fresh, size);
  }

  private int[] moved(int[] before) {
    int[] kept = Arrays.stream(before).filter(slot -> !changed.get(slot)).toArray();
    int[] fresh = Arrays.copyOf(kept, kept.length + changed.cardinality());
    int size = kept.length;
    for (int slot = changed.nextSetBit(0); slot >= 0; slot = changed.nextSetBit(slot + 1)) {
      String key = key(slot);
      if (key != null) {
        int place = place(fresh, size, key, slots.id(slot));
        System.arraycopy(fresh, place, fresh, place + 1, size - place);
        fresh[place] = slot;
        size++;
      }
    }
    return Arrays.copyOf(fresh, size);
  }

  private int place(int[] sorted, int size, String key, long id) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      int nearest = nearest(sorted, size, middle);
      String other = key(nearest);
      int order = other == null ? 0 : other.compareTo(key);
      if (order < 0 || (order == 0 && slots.id(nearest) < id)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** A customer that is gone has no key to compare with: the next one that is there stands in. */
  private int nearest(int[] sorted, int size, int middle) {
    int at = middle;
    while (at + 1 < size && !slots.alive().get(sorted[at])) {
      at++;
    }
    return sorted[at];
  }

  private @Nullable String key(int slot) {
    return database.read(ColumnMapper.class, m -> m.nameKey(slots.id(slot)));
  }

  long bytes() {
    int[] known = order;
    return known == null ? 0 : 4L * known.length;
  }
}
