package app.ringbook.customer.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through texts by their place in an index, upwards. For one thread. */
abstract class Docs {
  /** Behind the last one. */
  static final int NO_MORE = Integer.MAX_VALUE;

  /** The current one; -1 before the first {@link #next}. */
  int doc = -1;

  /** Is there now. */
  final int at(int there) {
    doc = there;
    return there;
  }

  /** Goes to the next one, or {@link #NO_MORE}. */
  abstract int next();

  /** Goes to the first one at or behind the target; stays if it is already there. */
  abstract int advance(int target);

  /** About how many there are. */
  abstract long cost();

  /** Those that are in all. */
  static Docs all(List<Docs> parts) {
    return parts.size() == 1 ? parts.getFirst() : new All(parts);
  }

  /** Those that are in any; null of none. */
  static @Nullable Docs any(List<Docs> parts) {
    if (parts.size() < 2) {
      return parts.isEmpty() ? null : parts.getFirst();
    }
    List<Docs> lists = new ArrayList<>();
    for (Docs part : parts) {
      if (part instanceof Any any) {
        lists.addAll(Arrays.asList(any.heap).subList(0, any.size));
      } else {
        lists.add(part);
      }
    }
    return new Any(lists);
  }

  /** A bit for each text. */
  static final class Bits extends Docs {
    private final ByteBuffer bytes;
    private final int at;
    private final int words;
    private final int count;

    Bits(ByteBuffer bytes, int at, int docs, int count) {
      this.bytes = bytes;
      this.at = at;
      this.words = (docs + 63) >>> 6;
      this.count = count;
    }

    @Override
    int next() {
      return advance(doc + 1);
    }

    @Override
    int advance(int target) {
      if (doc >= target) {
        return doc;
      }
      int word = target >>> 6;
      if (word >= words) {
        return at(NO_MORE);
      }
      long bits = bytes.getLong(at + word * 8) & (-1L << target);
      while (bits == 0) {
        if (++word == words) {
          return at(NO_MORE);
        }
        bits = bytes.getLong(at + word * 8);
      }
      return at((word << 6) + Long.numberOfTrailingZeros(bits));
    }

    @Override
    long cost() {
      return count;
    }
  }

  /** The shortest list leads, the others follow. */
  private static final class All extends Docs {
    private final Docs[] parts;

    All(List<Docs> parts) {
      this.parts =
          parts.stream().sorted((a, b) -> Long.compare(a.cost(), b.cost())).toArray(Docs[]::new);
      for (int i = 1; i < this.parts.length; i++) {
        boolean often = this.parts[i].cost() < 20 * this.parts[0].cost();
        if (often && this.parts[i] instanceof Any any && any.plain()) {
          this.parts[i] = new Noted(any);
        }
      }
    }

    @Override
    int next() {
      return agree(parts[0].next());
    }

    @Override
    int advance(int target) {
      return doc >= target ? doc : agree(parts[0].advance(target));
    }

    private int agree(int candidate) {
      int agreed = candidate;
      int i = 1;
      while (agreed != NO_MORE && i < parts.length) {
        int there = parts[i].advance(agreed);
        if (there == agreed) {
          i++;
        } else {
          agreed = parts[0].advance(there);
          i = 1;
        }
      }
      return at(agreed);
    }

    @Override
    long cost() {
      return parts[0].cost();
    }
  }

  /** Many lists as bits: asking a heap of them again and again takes longer. */
  private static final class Noted extends Docs {
    private final BitSet bits = new BitSet();
    private final long cost;

    Noted(Any lists) {
      cost = lists.cost;
      for (int i = 0; i < lists.size; i++) {
        Docs list = lists.heap[i];
        for (int doc = list.doc; doc != NO_MORE; doc = list.next()) {
          bits.set(doc);
        }
      }
    }

    @Override
    int next() {
      return advance(doc + 1);
    }

    @Override
    int advance(int target) {
      if (doc < target) {
        int there = bits.nextSetBit(target);
        doc = there < 0 ? NO_MORE : there;
      }
      return doc;
    }

    @Override
    long cost() {
      return cost;
    }
  }

  /** A heap of lists, the one with the lowest current text on top. */
  private static final class Any extends Docs {
    private final Docs[] heap;
    private int size;
    private final long cost;

    Any(List<Docs> parts) {
      heap = parts.toArray(Docs[]::new);
      long sum = 0;
      for (Docs part : heap) {
        sum += part.cost();
        if (part.doc < 0) {
          part.next();
        }
      }
      cost = sum;
      Arrays.sort(heap, (a, b) -> Integer.compare(a.doc, b.doc));
      size = heap.length;
    }

    @Override
    int next() {
      return advance(doc + 1);
    }

    @Override
    int advance(int target) {
      if (doc >= target) {
        return doc;
      }
      while (size > 0 && heap[0].doc < target) {
        if (heap[0].advance(target) == NO_MORE) {
          heap[0] = heap[--size];
        }
        sink();
      }
      return at(size == 0 ? NO_MORE : heap[0].doc);
    }

    /** True if nothing has to be found out to go through the lists. */
    boolean plain() {
      return Arrays.stream(heap).limit(size).noneMatch(All.class::isInstance);
    }

    private void sink() {
      int at = 0;
      Docs moved = heap[0];
      for (int child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && heap[child + 1].doc < heap[child].doc) {
          child++;
        }
        if (heap[child].doc >= moved.doc) {
          break;
        }
        heap[at] = heap[child];
        at = child;
      }
      heap[at] = moved;
    }

    @Override
    long cost() {
      return cost;
    }
  }
}
