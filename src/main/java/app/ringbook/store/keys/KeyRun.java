package app.ringbook.store.keys;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Keys and ids in their order, in bytes that never change and may lie in a mapped file. Keys of
 * digits and the letters a to f take half a byte a sign, others two bytes. Safe for any thread.
 */
final class KeyRun {
  /** Ids, ends of the keys, signs of the keys. */
  static final int SECTIONS = 3;

  static final KeyRun EMPTY = new Builder(0, true).build();
  private static final int GONE = 1;

  private final List<ByteBuffer> sections;
  private final ByteBuffer ids;
  private final ByteBuffer ends;
  private final ByteBuffer signs;
  private final int size;
  private final boolean narrow;

  /** Over little-endian sections, as {@link Builder#build} wrote them. */
  KeyRun(List<ByteBuffer> sections) {
    this.sections = List.copyOf(sections);
    ids = sections.get(0);
    ends = sections.get(1);
    signs = sections.get(2);
    size = ends.limit() / Integer.BYTES;
    int all = size == 0 ? 0 : end(size - 1);
    narrow = signs.limit() == (all + 1) / 2;
  }

  /** The sections, to be written to a file. */
  List<ByteBuffer> sections() {
    return sections;
  }

  int size() {
    return size;
  }

  long id(int at) {
    return ids.getLong(at * Long.BYTES) >> GONE;
  }

  /** True if the entry only says that the row no longer has the key. */
  boolean gone(int at) {
    return (ids.getLong(at * Long.BYTES) & GONE) != 0;
  }

  boolean narrow() {
    return narrow;
  }

  private int end(int at) {
    return ends.getInt(at * Integer.BYTES);
  }

  private int begin(int at) {
    return at == 0 ? 0 : end(at - 1);
  }

  private char sign(int at) {
    if (!narrow) {
      return signs.getChar(at * Character.BYTES);
    }
    int half = (signs.get(at >> 1) >> ((at & 1) << 2)) & 0xf;
    return (char) (half < 10 ? '0' + half : 'a' - 10 + half);
  }

  /** The first entry at or behind this key and id. */
  int place(String key, long id) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = order(middle, key);
      if (order < 0 || (order == 0 && id(middle) < id)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int order(int at, String key) {
    int begin = begin(at);
    int length = end(at) - begin;
    int both = Math.min(length, key.length());
    for (int i = 0; i < both; i++) {
      int difference = sign(begin + i) - key.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return length - key.length();
  }

  /** Compares an entry with one of another run. */
  int order(int at, KeyRun other, int otherAt) {
    int begin = begin(at);
    int length = end(at) - begin;
    int otherBegin = other.begin(otherAt);
    int otherLength = other.end(otherAt) - otherBegin;
    int both = Math.min(length, otherLength);
    for (int i = 0; i < both; i++) {
      int difference = sign(begin + i) - other.sign(otherBegin + i);
      if (difference != 0) {
        return difference;
      }
    }
    return length == otherLength ? Long.compare(id(at), other.id(otherAt)) : length - otherLength;
  }

  /** The first entry from a place on that is at or behind an entry of another run. */
  int place(int from, KeyRun other, int otherAt) {
    int low = from;
    int step = 1;
    while (low + step <= size && order(low + step - 1, other, otherAt) < 0) {
      low += step;
      step <<= 1;
    }
    int high = Math.min(size, low + step);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order(middle, other, otherAt) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Takes entries in their order. For one thread. */
  static final class Builder {
    private final boolean narrow;
    private ByteBuffer ids;
    private ByteBuffer ends;
    private ByteBuffer signs;
    private int length;

    /**
     * @param entries how many come at least
     * @param narrow true if all keys have only digits and the letters a to f
     */
    Builder(int entries, boolean narrow) {
      this.narrow = narrow;
      ids = buffer(entries * Long.BYTES);
      ends = buffer(entries * Integer.BYTES);
      signs = buffer(entries * Long.BYTES);
    }

    void add(KeyEntry entry) {
      for (int i = 0; i < entry.key().length(); i++) {
        add(entry.key().charAt(i));
      }
      end(entry.id(), entry.gone());
    }

    /** Adds an entry of another run. */
    void add(KeyRun run, int at) {
      for (int i = run.begin(at); i < run.end(at); i++) {
        add(run.sign(i));
      }
      end(run.id(at), run.gone(at));
    }

    private void add(char sign) {
      if (narrow) {
        signs = roomy(signs, 1);
        int half = sign <= '9' ? sign - '0' : sign - 'a' + 10;
        if ((length & 1) == 0) {
          signs.put((byte) half);
        } else {
          int last = signs.position() - 1;
          signs.put(last, (byte) (signs.get(last) | half << 4));
        }
      } else {
        signs = roomy(signs, Character.BYTES);
        signs.putChar(sign);
      }
      length++;
    }

    private void end(long id, boolean gone) {
      ids = roomy(ids, Long.BYTES);
      ends = roomy(ends, Integer.BYTES);
      ids.putLong(id << GONE | (gone ? GONE : 0));
      ends.putInt(length);
    }

    KeyRun build() {
      return new KeyRun(List.of(slice(ids), slice(ends), slice(signs)));
    }

    private static ByteBuffer slice(ByteBuffer filled) {
      return filled.slice(0, filled.position()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer buffer(int bytes) {
      return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer roomy(ByteBuffer buffer, int more) {
      if (buffer.remaining() >= more) {
        return buffer;
      }
      return buffer(Math.max(64, buffer.capacity() + buffer.capacity() / 2 + more))
          .put(buffer.flip());
    }
  }

  /** True if a key has only digits and the letters a to f. */
  static boolean narrow(String key) {
    return key.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
