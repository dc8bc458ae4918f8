package app.ringbook.customer.index;

import app.ringbook.customer.index.packed.Room;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts of one kind by id, which change while they are searched. Most lie in one large {@link
 * TextIndex}, lately changed ones in smaller ones above it, and the last few thousand in plain
 * arrays. A reader holds one state of all of them and is never waited for, nor does it wait.
 *
 * <p>Safe for any thread. {@link #tidy} is for one background thread at a time.
 */
public final class LiveTexts {
  /** So many texts are looked through one by one in less than half a millisecond. */
  private static final int FRESH = 2_000;

  private final boolean numbers;
  private volatile State state = new State(Fresh.NONE, List.of());

  /**
   * What a reader sees.
   *
   * @param layers the newest first
   */
  record State(Fresh fresh, List<Layer> layers) {

    /** True if something newer than the layer says something of the id. */
    boolean hidden(int layer, long id) {
      if (fresh.size() > 0 && fresh.has(id)) {
        return true;
      }
      for (int i = 0; i < layer; i++) {
        if (layers.get(i).has(id)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A text by its owner.
   *
   * @param text lines by which it is found
   */
  public record Text(long owner, String text) {}

  /**
   * Empty so far.
   *
   * @param numbers true for texts that are lines of digits, which repeat each other's ends
   */
  public LiveTexts(boolean numbers) {
    this.numbers = numbers;
  }

  /** Changes texts by id; null deletes. Readers see all of them at once. */
  public void change(Map<Long, @Nullable Text> changes) {
    if (changes.isEmpty()) {
      return;
    }
    List<Fresh.Changed> changed = new ArrayList<>(changes.size());
    changes.forEach(
        (id, text) ->
            changed.add(
                text == null
                    ? new Fresh.Changed(id, 0, null)
                    : new Fresh.Changed(
                        id, text.owner(), text.text().getBytes(StandardCharsets.UTF_8))));
    synchronized (this) {
      state = new State(state.fresh.with(changed), state.layers);
    }
  }

  /** Is shown texts. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes a text.
     *
     * @param bytes in UTF-8, to be left as they are; used again for the next text
     * @param length how many of them
     */
    void text(long id, byte[] bytes, int length);
  }

  /** Shows all texts as they are now, each once, in no particular order. */
  public void each(Visitor visitor) {
    State now = state;
    now.fresh()
        .each(
            (id, owner, text) -> {
              if (text != null) {
                visitor.text(id, text, text.length);
              }
            });
    Room room = new Room();
    for (int i = 0; i < now.layers().size(); i++) {
      TextIndex index = now.layers().get(i).index();
      boolean covered = i > 0 || now.fresh().size() > 0;
      for (int doc = 0; doc < index.size(); doc++) {
        if (!covered || !now.hidden(i, index.id(doc))) {
          index.read(doc, room);
          visitor.text(index.id(doc), room.bytes(), room.length());
        }
      }
    }
  }

  /** Puts a large index under all that was changed so far. */
  public synchronized void under(TextIndex index) {
    List<Layer> layers = new ArrayList<>(state.layers);
    layers.add(Layer.of(index));
    state = new State(state.fresh, List.copyOf(layers));
  }

  /** All texts at one moment. */
  public static final class Moment {
    private final State state;

    private Moment(State state) {
      this.state = state;
    }
  }

  /** All texts as they are now. */
  public Moment now() {
    return new Moment(state);
  }

  /** One index of all texts of a moment; no {@link #tidy} in between. */
  public TextIndex whole(Moment moment) {
    List<Layer> all = new ArrayList<>(moment.state.layers);
    all.addFirst(Merging.of(moment.state.fresh, numbers));
    return Merging.of(all, numbers, true).index();
  }

  /** Puts one index in the place of all that was there at that moment; no tidying in between. */
  public synchronized void replace(Moment moment, TextIndex whole) {
    List<Layer> layers = new ArrayList<>(state.layers);
    layers.removeAll(moment.state.layers);
    layers.add(Layer.of(whole));
    state = new State(state.fresh.without(moment.state.fresh), List.copyOf(layers));
  }

  /** Forgets everything. */
  public synchronized void clear() {
    state = new State(Fresh.NONE, List.of());
  }

  /** How many texts were changed since the large index was made. */
  public int changed() {
    State now = state;
    int changed = now.fresh.size();
    for (int i = 0; i < now.layers.size() - 1; i++) {
      changed += now.layers.get(i).size();
    }
    return changed;
  }

  /** True if so many texts are fresh that {@link #tidy} makes searching faster. */
  public boolean untidy() {
    return state.fresh.size() > FRESH;
  }

  /** Makes an index of the fresh texts, and one of several small ones. */
  public void tidy() {
    if (untidy()) {
      seal();
    }
  }

  /** As {@link #tidy}, however few are fresh. */
  void seal() {
    State before = state;
    Layer layer = Merging.of(before.fresh, numbers);
    synchronized (this) {
      List<Layer> layers = new ArrayList<>(state.layers);
      layers.addFirst(layer);
      state = new State(state.fresh.without(before.fresh), List.copyOf(layers));
    }
    mergeAlike();
  }

  /** Layers of like size become one, so that there are never many. */
  private void mergeAlike() {
    List<Layer> layers = state.layers;
    int count = 1;
    long size = layers.getFirst().size();
    while (count < layers.size() && layers.get(count).size() <= 2 * size) {
      size += layers.get(count++).size();
    }
    if (count < 3) {
      return;
    }
    Layer merged = Merging.of(layers.subList(0, count), numbers, count == layers.size());
    synchronized (this) {
      if (state.layers.equals(layers)) {
        List<Layer> left = new ArrayList<>(layers.subList(count, layers.size()));
        left.addFirst(merged);
        state = new State(state.fresh, List.copyOf(left));
      }
    }
  }

  State state() {
    return state;
  }

  boolean numbers() {
    return numbers;
  }

  /** Bytes of all indexes. */
  public long bytes() {
    return state.layers.stream().mapToLong(layer -> layer.index().bytes()).sum();
  }
}
