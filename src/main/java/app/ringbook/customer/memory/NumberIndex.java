package app.ringbook.customer.memory;

import app.ringbook.customer.memory.NumberKeys.Likeness;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Phones by the last eight digits of their number, sorted, in bytes that never change and may lie
 * in a mapped file: 44 bytes a phone. Safe for any thread.
 */
public final class NumberIndex {
  /** Last eight digits, national and international digits, phone, customer, contact and main. */
  public static final int SECTIONS = 6;

  private final List<ByteBuffer> sections;
  private final ByteBuffer suffix;
  private final ByteBuffer national;
  private final ByteBuffer e164;
  private final ByteBuffer phone;
  private final ByteBuffer customer;
  private final ByteBuffer contact;
  private final int size;

  /** Over little-endian sections, as {@link Builder#build} wrote them. */
  public NumberIndex(List<ByteBuffer> sections) {
    this.sections = List.copyOf(sections);
    suffix = sections.get(0);
    national = sections.get(1);
    e164 = sections.get(2);
    phone = sections.get(3);
    customer = sections.get(4);
    contact = sections.get(5);
    size = suffix.limit() / Integer.BYTES;
  }

  /** Nothing. */
  public static NumberIndex empty() {
    return new Builder().build();
  }

  /** The sections, to be written to a file. */
  public List<ByteBuffer> sections() {
    return sections;
  }

  /** How many phones are in it that are not hidden; looks at each. */
  public int count(LongPredicate hidden) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += hidden.test(phone.getLong(i * 8)) ? 0 : 1;
    }
    return count;
  }

  /** Shows every phone that is like the number and not hidden, in no particular order. */
  public void find(NumberKeys keys, LongPredicate hidden, NumberTable.Visitor visitor) {
    keys.eachSuffix(
        key -> {
          for (int i = first(key); i < size && suffix.getInt(i * 4) == key; i++) {
            Likeness likeness = keys.against(e164.getLong(i * 8), national.getLong(i * 8));
            long id = phone.getLong(i * 8);
            if (likeness != Likeness.NONE && !hidden.test(id)) {
              long person = contact.getLong(i * 8);
              visitor.found(likeness, id, customer.getLong(i * 8), person >> 1, (person & 1) == 1);
            }
          }
        });
  }

  private int first(int key) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (suffix.getInt(middle * 4) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Collects phones, each once. For one thread. */
  public static final class Builder {
    private static final int COLUMNS = 5;
    private final long[][] columns = new long[COLUMNS][1 << 10];
    private int size;

    /** Adds a phone; one without digits is left out. */
    public void add(
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
      if (size == columns[0].length) {
        for (int i = 0; i < COLUMNS; i++) {
          columns[i] = Arrays.copyOf(columns[i], size * 2);
        }
      }
      columns[0][size] = digits;
      columns[1][size] = international == null ? 0 : NumberKeys.digits(international);
      columns[2][size] = phoneId;
      columns[3][size] = customerId;
      columns[4][size++] = (contactId == null ? 0 : contactId << 1) | (main ? 1 : 0);
    }

    /** The index of all that was added. */
    public NumberIndex build() {
      long[] order = new long[size];
      for (int i = 0; i < size; i++) {
        order[i] = (long) NumberKeys.suffix(columns[0][i]) << Integer.SIZE | i;
      }
      Arrays.sort(order);
      ByteBuffer[] sections = new ByteBuffer[SECTIONS];
      sections[0] = buffer(size * Integer.BYTES);
      for (int column = 0; column < COLUMNS; column++) {
        sections[column + 1] = buffer(size * Long.BYTES);
        for (int i = 0; i < size; i++) {
          sections[column + 1].putLong(i * Long.BYTES, columns[column][(int) order[i]]);
        }
      }
      for (int i = 0; i < size; i++) {
        sections[0].putInt(i * Integer.BYTES, (int) (order[i] >>> Integer.SIZE));
      }
      return new NumberIndex(List.of(sections));
    }

    private static ByteBuffer buffer(int bytes) {
      return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
