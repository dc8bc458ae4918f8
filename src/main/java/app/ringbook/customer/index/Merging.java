package app.ringbook.customer.index;

import app.ringbook.customer.index.packed.Room;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/** Makes one layer of several: the newest text of each id counts. For one thread. */
final class Merging {
  private final TextIndexBuilder builder;
  private long[] gone = new long[16];
  private int goneCount;

  Merging(boolean numbers) {
    builder = new TextIndexBuilder(numbers);
  }

  /** The fresh texts as a layer. */
  static Layer of(Fresh fresh, boolean numbers) {
    Merging merging = new Merging(numbers);
    fresh.each(
        (id, owner, text) -> {
          if (text == null) {
            merging.gone(id);
          } else {
            merging.builder.add(id, owner, text);
          }
        });
    return merging.layer();
  }

  /**
   * One of several.
   *
   * @param layers the newest first
   * @param whole true if nothing older is left that deleted ids would have to hide
   */
  static Layer of(List<Layer> layers, boolean numbers, boolean whole) {
    Merging merging = new Merging(numbers);
    PriorityQueue<Reader> readers = new PriorityQueue<>();
    for (int i = 0; i < layers.size(); i++) {
      Reader reader = new Reader(layers.get(i), i);
      if (reader.next()) {
        readers.add(reader);
      }
    }
    long last = Long.MIN_VALUE;
    while (!readers.isEmpty()) {
      Reader reader = readers.remove();
      if (reader.id != last) {
        last = reader.id;
        if (!reader.deleted) {
          merging.builder.add(last, reader.owner(), reader.text());
        } else if (!whole) {
          merging.gone(last);
        }
      }
      if (reader.next()) {
        readers.add(reader);
      }
    }
    return merging.layer();
  }

  private void gone(long id) {
    if (goneCount == gone.length) {
      gone = Arrays.copyOf(gone, goneCount * 2);
    }
    gone[goneCount++] = id;
  }

  private Layer layer() {
    return new Layer(builder.build(), Arrays.copyOf(gone, goneCount));
  }

  /** Goes through a layer by id. */
  private static final class Reader implements Comparable<Reader> {
    private final Layer layer;
    private final int age;
    private final Room room = new Room();
    private int nextDoc;
    private int nextGone;
    private long id;
    private boolean deleted;

    Reader(Layer layer, int age) {
      this.layer = layer;
      this.age = age;
    }

    boolean next() {
      boolean moreDocs = nextDoc < layer.index().size();
      boolean moreGone = nextGone < layer.gone().length;
      if (!moreDocs && !moreGone) {
        return false;
      }
      long text = moreDocs ? layer.index().id(nextDoc) : Long.MAX_VALUE;
      long lost = moreGone ? layer.gone()[nextGone] : Long.MAX_VALUE;
      deleted = !moreDocs || (moreGone && lost < text);
      id = deleted ? lost : text;
      if (deleted) {
        nextGone++;
      } else {
        nextDoc++;
      }
      return true;
    }

    long owner() {
      return layer.index().owner(nextDoc - 1);
    }

    byte[] text() {
      layer.index().read(nextDoc - 1, room);
      return room.copy();
    }

    @Override
    public int compareTo(Reader other) {
      int byId = Long.compare(id, other.id);
      return byId != 0 ? byId : Integer.compare(age, other.age);
    }
  }
}
