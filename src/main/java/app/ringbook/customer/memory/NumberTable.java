package app.ringbook.customer.memory;

import app.ringbook.customer.memory.NumberKeys.Likeness;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Phones by the last eight digits of their number, in plain arrays: 50 bytes a phone, a look-up
 * takes well under a microsecond. A hash table with chains; freed places are used again.
 *
 * <p>Safe for any thread; a lock is held for one phone at a time.
 */
public final class NumberTable {
  private static final int END = -1;

  private int[] heads = new int[1 << 10];
  private int[] next = new int[1 << 10];
  private long[] national = new long[1 << 10];
  private long[] e164 = new long[1 << 10];
  private long[] phone = new long[1 << 10];
  private long[] customer = new long[1 << 10];

  /** Contact id doubled, plus one for a main number; 0 or 1 without a contact. */
  private long[] contact = new long[1 << 10];

  private int used;
  private int free = END;
  private int size;

  /** Starts empty. */
  public NumberTable() {
    Arrays.fill(heads, END);
  }

  /** Is shown each phone that is like the number looked for. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * A phone was found.
     *
     * @param contactId 0 for the company's own number
     */
    void found(Likeness likeness, long phoneId, long customerId, long contactId, boolean main);
  }

  /** Adds a phone, or replaces it if it stands there with the same last digits. */
  public synchronized void put(
      long phoneId,
      long customerId,
      @Nullable Long contactId,
      boolean main,
      @Nullable String international,
      String nationalDigits) {
    long digits = NumberKeys.digits(nationalDigits);
    if (digits == 0) {
      return;
    }
    int place = placeOf(phoneId, digits);
    if (place == END) {
      place = take();
      int bucket = bucket(NumberKeys.suffix(digits));
      next[place] = heads[bucket];
      heads[bucket] = place;
    }
    national[place] = digits;
    e164[place] = international == null ? 0 : NumberKeys.digits(international);
    phone[place] = phoneId;
    customer[place] = customerId;
    contact[place] = (contactId == null ? 0 : contactId << 1) | (main ? 1 : 0);
  }

  /** Removes a phone that stands here with these digits; nothing happens if it does not. */
  public synchronized void remove(long phoneId, String nationalDigits) {
    long digits = NumberKeys.digits(nationalDigits);
    int bucket = bucket(NumberKeys.suffix(digits));
    int before = END;
    for (int i = heads[bucket]; i != END; before = i, i = next[i]) {
      if (phone[i] == phoneId) {
        if (before == END) {
          heads[bucket] = next[i];
        } else {
          next[before] = next[i];
        }
        next[i] = free;
        free = i;
        size--;
        return;
      }
    }
  }

  /** Shows every phone that is like the number to the visitor, in no particular order. */
  public synchronized void find(NumberKeys keys, Visitor visitor) {
    keys.eachSuffix(
        key -> {
          for (int i = heads[bucket(key)]; i != END; i = next[i]) {
            if (NumberKeys.suffix(national[i]) == key) {
              Likeness likeness = keys.against(e164[i], national[i]);
              if (likeness != Likeness.NONE) {
                boolean main = (contact[i] & 1) == 1;
                visitor.found(likeness, phone[i], customer[i], contact[i] >> 1, main);
              }
            }
          }
        });
  }

  /** How many phones are in it. */
  public synchronized int size() {
    return size;
  }

  private int placeOf(long phoneId, long digits) {
    for (int i = heads[bucket(NumberKeys.suffix(digits))]; i != END; i = next[i]) {
      if (phone[i] == phoneId) {
        return i;
      }
    }
    return END;
  }

  private int bucket(int key) {
    int mixed = key * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (heads.length - 1);
  }

  private int take() {
    size++;
    if (free != END) {
      int place = free;
      free = next[place];
      return place;
    }
    if (used == next.length) {
      grow();
    }
    return used++;
  }

  private void grow() {
    int room = next.length * 2;
    next = Arrays.copyOf(next, room);
    national = Arrays.copyOf(national, room);
    e164 = Arrays.copyOf(e164, room);
    phone = Arrays.copyOf(phone, room);
    customer = Arrays.copyOf(customer, room);
    contact = Arrays.copyOf(contact, room);
    heads = new int[room];
    Arrays.fill(heads, END);
    // Grown only while nothing is free: every place in use belongs to a chain.
    for (int i = 0; i < used; i++) {
      int bucket = bucket(NumberKeys.suffix(national[i]));
      next[i] = heads[bucket];
      heads[bucket] = i;
    }
  }
}
