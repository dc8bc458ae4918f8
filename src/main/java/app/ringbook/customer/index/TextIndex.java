package app.ringbook.customer.index;

import app.ringbook.customer.index.packed.Bytes;
import app.ringbook.customer.index.packed.DigitCodec;
import app.ringbook.customer.index.packed.PackedLongs;
import app.ringbook.customer.index.packed.Room;
import app.ringbook.customer.index.packed.Symbols;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that never change, by id, and for every gram the list of texts that hold it. The bytes lie
 * in memory or in a mapped file. Safe for any thread.
 */
public final class TextIndex {
  /**
   * Ids, owners, beginnings of texts, texts, symbols, keys of grams, their lists' places, lists.
   * Owners who own only themselves are left out.
   */
  public static final int SECTIONS = 8;

  private final boolean numbers;
  private final List<ByteBuffer> sections;
  private final PackedLongs ids;
  private final PackedLongs owners;
  private final PackedLongs starts;
  private final ByteBuffer texts;
  private final Symbols symbols;
  private final ByteBuffer keys;
  private final ByteBuffer places;
  private final ByteBuffer postings;
  private final int docs;
  private final int grams;

  /** In memory, as a builder wrote it. */
  TextIndex(boolean numbers, List<Bytes> written) {
    this(written.stream().map(Bytes::toBuffer).toList(), numbers);
  }

  /**
   * Over little-endian buffers.
   *
   * @param numbers true for texts that are lines of digits
   */
  public TextIndex(List<ByteBuffer> sections, boolean numbers) {
    this.numbers = numbers;
    this.sections = List.copyOf(sections);
    ids = new PackedLongs(sections.get(0));
    owners = sections.get(1).limit() == 0 ? ids : new PackedLongs(sections.get(1));
    starts = new PackedLongs(sections.get(2));
    texts = sections.get(3);
    symbols = new Symbols(sections.get(4));
    keys = sections.get(5);
    places = sections.get(6);
    postings = sections.get(7);
    docs = ids.size();
    grams = keys.limit() / 8;
  }

  /** How many texts there are. */
  public int size() {
    return docs;
  }

  /** Bytes of everything. */
  public long bytes() {
    return sections.stream().mapToLong(ByteBuffer::limit).sum();
  }

  /** The sections, to be written to a file. */
  public List<ByteBuffer> sections() {
    return sections;
  }

  boolean numbers() {
    return numbers;
  }

  /** Id of a text by its place. */
  public long id(int doc) {
    return ids.at(doc);
  }

  /** Owner of a text by its place. */
  public long owner(int doc) {
    return owners.at(doc);
  }

  /** True if the id is here. */
  boolean has(long id) {
    return place(id) >= 0;
  }

  private int place(long id) {
    int low = 0;
    int high = docs - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = id(middle);
      if (there == id) {
        return middle;
      }
      if (there < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1 - low;
  }

  /** Reads a text. */
  void read(int doc, Room room) {
    room.clear();
    int from = Math.toIntExact(starts.at(doc));
    int to = Math.toIntExact(starts.at(doc + 1));
    if (numbers) {
      DigitCodec.read(texts, from, to, room);
    } else {
      symbols.read(texts, from, to, room);
    }
  }

  /** The place of the first gram whose key is this or higher. */
  int gram(long key) {
    int low = 0;
    int high = grams;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys.getLong(middle * 8) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** True if the gram at a place has this key. */
  boolean isGram(int place, long key) {
    return place < grams && keys.getLong(place * 8) == key;
  }

  /** The texts with the gram at a place. */
  Docs docs(int place) {
    return Postings.read(postings, places.getInt(place * 8), places.getInt(place * 8 + 4), docs);
  }

  /** The lists of all grams from a place to another. */
  List<Docs> docs(int from, int to) {
    List<Docs> all = new ArrayList<>(to - from);
    for (int place = from; place < to; place++) {
      all.add(docs(place));
    }
    return all;
  }
}
