package app.ringbook.customer.columns;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Where each customer stands in the columns. A slot is never given to another customer: a deleted
 * one that comes back by undo finds its own again. Used under the store's lock.
 */
final class Slots {
  private final Map<Long, Integer> late = new HashMap<>();
  private final BitSet alive = new BitSet();
  private long[] ids = new long[1024];
  private int rising;
  private int size;

  /** Slots given so far. */
  int size() {
    return size;
  }

  /** Customers that are there. */
  int count() {
    return alive.cardinality();
  }

  /** The slots of customers that are there; not to be changed. */
  BitSet alive() {
    return alive;
  }

  long id(int slot) {
    return ids[slot];
  }

  /** The slot of a customer, or -1. */
  int find(long id) {
    if (rising > 0 && id >= ids[0]) {
      // Keys without gaps are the rule: the first guess is nearly always right.
      long guess = id - ids[0];
      if (guess < rising && ids[(int) guess] == id) {
        return (int) guess;
      }
      int found = Arrays.binarySearch(ids, 0, rising, id);
      if (found >= 0) {
        return found;
      }
    }
    return late.getOrDefault(id, -1);
  }

  /** The slot of a customer that is there from now on. */
  int add(long id) {
    int slot = place(id);
    alive.set(slot);
    return slot;
  }

  /** The slot of a customer, whether it is there or not. */
  int place(long id) {
    int slot = find(id);
    if (slot < 0) {
      slot = size++;
      if (slot == ids.length) {
        ids = Arrays.copyOf(ids, ids.length * 2);
      }
      ids[slot] = id;
      if (rising == slot && (slot == 0 || ids[slot - 1] < id)) {
        rising++;
      } else {
        late.put(id, slot);
      }
    }
    return slot;
  }

  /** The customer is not there any more; returns its slot or -1. */
  int remove(long id) {
    int slot = find(id);
    if (slot >= 0) {
      alive.clear(slot);
    }
    return slot;
  }

  /** About so many bytes. */
  long bytes() {
    return 8L * ids.length + alive.size() / 8 + 64L * late.size();
  }
}
