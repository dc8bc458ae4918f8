package app.ringbook.customer.index;

import app.ringbook.customer.index.packed.BitRuns;
import app.ringbook.customer.index.packed.Bytes;
import app.ringbook.customer.index.packed.PackedLongs;
import app.ringbook.customer.index.packed.TextStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a {@link TextIndex} of texts that come in the order of their ids. Grams are noted text by
 * text; whenever many are noted they are sorted by gram and put away as small differences. For one
 * thread.
 */
public final class TextIndexBuilder {
  private static final int NOTED = 4_000_000;
  private final boolean numbers;
  private final Grams grams;
  private final GramSlots slots = new GramSlots();
  private final List<Bytes> parts = new ArrayList<>();
  private final TextStore texts;
  private long[] ids = new long[1 << 10];
  private long[] owners = new long[1 << 10];
  private boolean ownersDiffer;
  private int docs;
  private long lastId = Long.MIN_VALUE;

  /** Slots of the grams, text by text. */
  private int[] noted = new int[1 << 16];

  private int used;

  /** Where the grams of each text end, of the texts since the last part. */
  private int[] ends = new int[1 << 12];

  private int open;

  /**
   * @param numbers true for texts that are lines of digits, which repeat each other's ends
   */
  public TextIndexBuilder(boolean numbers) {
    this.numbers = numbers;
    this.grams = new Grams(numbers);
    this.texts = new TextStore(numbers);
  }

  /** Adds a text in UTF-8; its id must be higher than the last one's. */
  public void add(long id, long owner, byte[] text) {
    if (id <= lastId) {
      throw new IllegalArgumentException("Ids must grow");
    }
    lastId = id;
    if (docs == ids.length) {
      ids = Arrays.copyOf(ids, docs * 2);
      owners = Arrays.copyOf(owners, docs * 2);
    }
    ids[docs] = id;
    owners[docs] = owner;
    ownersDiffer |= id != owner;
    texts.add(text);
    grams.read(new String(text, StandardCharsets.UTF_8));
    note();
    docs++;
  }

  /** How many texts were added. */
  public int size() {
    return docs;
  }

  /** The index of all that was added; the builder is used up. */
  public TextIndex build() {
    putAway();
    noted = new int[0];
    Bytes postings = new Bytes();
    int[] offsets = new int[slots.size()];
    int[] counts = new int[slots.size()];
    writePostings(postings, offsets, counts);
    Bytes keys = new Bytes();
    Bytes places = new Bytes();
    for (int slot : slots.inOrder()) {
      keys.putLong(slots.key(slot));
      places.putInt(offsets[slot]);
      places.putInt(counts[slot]);
    }
    postings.put(new byte[BitRuns.BEHIND]);
    Bytes[] stored = texts.written();
    return new TextIndex(
        numbers,
        List.of(
            PackedLongs.pack(ids, docs),
            ownersDiffer ? PackedLongs.pack(owners, docs) : new Bytes(),
            stored[0],
            stored[1],
            stored[2],
            keys,
            places,
            postings));
  }

  private void note() {
    int more = grams.size();
    if (used + more > noted.length) {
      noted = Arrays.copyOf(noted, Math.max(used + more, noted.length * 2));
    }
    for (int i = 0; i < more; i++) {
      noted[used++] = slots.of(grams.key(i));
    }
    if (open == ends.length) {
      ends = Arrays.copyOf(ends, open * 2);
    }
    ends[open++] = used;
    if (used > NOTED) {
      putAwayBefore(docs + 1);
    }
  }

  private void putAway() {
    putAwayBefore(docs);
  }

  /** Sorts the notes of the texts before this one by gram, each gram's texts staying in order. */
  private void putAwayBefore(int end) {
    int[] place = new int[slots.size() + 1];
    for (int i = 0; i < used; i++) {
      place[noted[i] + 1]++;
    }
    for (int slot = 0; slot < slots.size(); slot++) {
      place[slot + 1] += place[slot];
    }
    int[] sorted = new int[used];
    int first = end - open;
    int at = 0;
    for (int i = 0; i < open; i++) {
      while (at < ends[i]) {
        sorted[place[noted[at++]]++] = first + i;
      }
    }
    parts.add(part(sorted, place));
    used = 0;
    open = 0;
  }

  /** For each gram: how far its slot is from the last, how many texts, and their differences. */
  private Bytes part(int[] sorted, int[] ends) {
    Bytes part = new Bytes();
    int from = 0;
    int lastSlot = 0;
    for (int slot = 0; slot < slots.size(); slot++) {
      int to = ends[slot];
      int count = 0;
      for (int i = from; i < to; i++) {
        if (i == from || sorted[i] != sorted[i - 1]) {
          sorted[from + count++] = sorted[i];
        }
      }
      if (count > 0) {
        part.putNumber(slot - lastSlot);
        part.putNumber(count);
        lastSlot = slot;
        int before = 0;
        for (int i = from; i < from + count; i++) {
          part.putNumber(sorted[i] - before);
          before = sorted[i];
        }
      }
      from = to;
    }
    return part;
  }

  private void writePostings(Bytes postings, int[] offsets, int[] counts) {
    List<PartReader> readers = parts.stream().map(PartReader::new).toList();
    int[] list = new int[docs];
    for (int slot = 0; slot < slots.size(); slot++) {
      int count = 0;
      for (PartReader reader : readers) {
        count = reader.read(slot, list, count);
      }
      offsets[slot] = Math.toIntExact(postings.size());
      counts[slot] = count;
      Postings.write(postings, list, count, docs);
    }
    parts.clear();
  }

  /** Reads a part gram by gram. */
  private static final class PartReader {
    private final Bytes.Reader bytes;
    private int slot;

    PartReader(Bytes part) {
      bytes = part.reading();
      nextSlot(0);
    }

    private void nextSlot(int before) {
      slot = bytes.hasMore() ? before + bytes.number() : Integer.MAX_VALUE;
    }

    /** Adds the texts of this gram, if it is in the part; the new length of the list. */
    int read(int wanted, int[] list, int length) {
      if (slot != wanted) {
        return length;
      }
      int end = length + bytes.number();
      int value = 0;
      for (int i = length; i < end; i++) {
        value += bytes.number();
        list[i] = value;
      }
      nextSlot(wanted);
      return end;
    }
  }
}
