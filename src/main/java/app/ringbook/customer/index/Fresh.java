package app.ringbook.customer.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A few texts that were changed lately, and the ids of those that were deleted; they hide older
 * ones of the same id. Never changes: a change makes another one. Safe for any thread.
 */
@SuppressWarnings("ArrayRecordComponent") // arrays are never handed out
final class Fresh {
  /** Nothing. */
  static final Fresh NONE = new Fresh(new long[0], new Text[0]);

  private final long[] ids;
  private final Text[] texts;

  /** A text, or none if it was deleted; two are never equal, so that a change shows. */
  private static final class Text {
    private final long owner;
    private final byte @Nullable [] bytes;

    /** Bits of the hashed pairs of bytes in it. */
    private final long low;

    private final long high;

    Text(Changed change) {
      owner = change.owner();
      bytes = change.text();
      low = bytes == null ? 0 : mask(bytes, 0);
      high = bytes == null ? 0 : mask(bytes, 1);
    }
  }

  /** A change: the text, or null if it was deleted. */
  record Changed(long id, long owner, byte @Nullable [] text) {}

  /** Is shown texts. */
  interface Visitor {
    void text(long id, long owner, byte @Nullable [] text);
  }

  private Fresh(long[] ids, Text[] texts) {
    this.ids = ids;
    this.texts = texts;
  }

  int size() {
    return ids.length;
  }

  boolean has(long id) {
    return Arrays.binarySearch(ids, id) >= 0;
  }

  /** The same with changes, of which the last one of an id counts. */
  Fresh with(Collection<Changed> changes) {
    SortedMap<Long, Text> sorted = new TreeMap<>();
    for (Changed change : changes) {
      sorted.put(change.id(), new Text(change));
    }
    long[] allIds = new long[ids.length + sorted.size()];
    Text[] allTexts = new Text[allIds.length];
    int at = 0;
    int size = 0;
    for (var entry : sorted.entrySet()) {
      while (at < ids.length && ids[at] < entry.getKey()) {
        allIds[size] = ids[at];
        allTexts[size++] = texts[at++];
      }
      at += at < ids.length && ids[at] == entry.getKey() ? 1 : 0;
      allIds[size] = entry.getKey();
      allTexts[size++] = entry.getValue();
    }
    for (; at < ids.length; at++) {
      allIds[size] = ids[at];
      allTexts[size++] = texts[at];
    }
    return new Fresh(Arrays.copyOf(allIds, size), Arrays.copyOf(allTexts, size));
  }

  /** The same without what is unchanged in an earlier state of it. */
  Fresh without(Fresh earlier) {
    long[] leftIds = new long[ids.length];
    Text[] leftTexts = new Text[ids.length];
    int size = 0;
    for (int i = 0; i < ids.length; i++) {
      int there = Arrays.binarySearch(earlier.ids, ids[i]);
      if (there < 0 || earlier.texts[there] != texts[i]) {
        leftIds[size] = ids[i];
        leftTexts[size++] = texts[i];
      }
    }
    return new Fresh(Arrays.copyOf(leftIds, size), Arrays.copyOf(leftTexts, size));
  }

  /** Shows all in the order of ids. */
  void each(Visitor visitor) {
    for (int i = 0; i < ids.length; i++) {
      visitor.text(ids[i], texts[i].owner, texts[i].bytes);
    }
  }

  /** Shows every text that may hold all fragments: those that hold all their pairs of bytes. */
  void scan(long low, long high, Visitor visitor) {
    for (int i = 0; i < ids.length; i++) {
      Text text = texts[i];
      if ((text.low & low) == low && (text.high & high) == high && text.bytes != null) {
        visitor.text(ids[i], text.owner, text.bytes);
      }
    }
  }

  /** Bits of the hashed pairs of bytes; two halves. */
  static long mask(byte[] bytes, int half) {
    long mask = 0;
    for (int i = 1; i < bytes.length; i++) {
      int hash = (bytes[i - 1] * 31 + bytes[i]) * 0x9E3779B9;
      if ((hash >>> 31) == half) {
        mask |= 1L << ((hash >>> 20) & 63);
      }
    }
    return mask;
  }
}
