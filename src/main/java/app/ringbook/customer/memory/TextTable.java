package app.ringbook.customer.memory;

import app.ringbook.customer.index.TextScore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Short texts by key, to be scanned for fragments. The texts stand as UTF-8 in large blocks; a mask
 * of hashed byte pairs tells most texts apart without looking at them, and a scan makes no garbage.
 *
 * <p>Safe for any thread; a scan holds the lock.
 */
public final class TextTable {
  private static final int BLOCK = 1 << 20;

  private byte[][] blocks = new byte[1][BLOCK];
  private int fullBlocks;
  private int blockUsed;

  private long[] ids = new long[1 << 10];
  private long[] owners = new long[1 << 10];
  private long[] starts = new long[1 << 10];
  private int[] lengths = new int[1 << 10];
  private long[] lowMask = new long[1 << 10];
  private long[] highMask = new long[1 << 10];
  private int size;

  /** Is shown each text with all fragments. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * A text was found.
     *
     * @param score how good the find is, 0 best: a whole line, the beginning of a line, the
     *     beginning of a word, the end of a line, the middle of a word
     * @param line line of the text in which the first fragment was found, from 0, or {@link
     *     TextScore#MARKED}
     */
    void found(long id, long owner, int score, int line);
  }

  /** Adds or replaces a text. Ids mostly grow; one that does not costs a shift of the arrays. */
  public void put(long id, long owner, String text) {
    put(id, owner, text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #put(long, long, String)} in UTF-8. */
  public synchronized void put(long id, long owner, byte[] bytes) {
    int place = Arrays.binarySearch(ids, 0, size, id);
    if (place < 0) {
      place = insert(-place - 1);
    }
    ids[place] = id;
    owners[place] = owner;
    lengths[place] = bytes.length;
    starts[place] = store(bytes);
    lowMask[place] = mask(bytes, 0);
    highMask[place] = mask(bytes, 1);
  }

  /** Removes a text; its place is kept for the case that it comes back by undo. */
  public synchronized void remove(long id) {
    int place = Arrays.binarySearch(ids, 0, size, id);
    if (place >= 0) {
      lengths[place] = 0;
      lowMask[place] = 0;
      highMask[place] = 0;
    }
  }

  /** Shows every text that holds all fragments, in the order of ids. */
  public synchronized void scan(List<String> fragments, Visitor visitor) {
    long low = 0;
    long high = 0;
    for (String fragment : fragments) {
      byte[] bytes = fragment.getBytes(StandardCharsets.UTF_8);
      low |= mask(bytes, 0);
      high |= mask(bytes, 1);
    }
    TextScore score = new TextScore(fragments);
    for (int i = 0; i < size; i++) {
      if ((lowMask[i] & low) == low && (highMask[i] & high) == high && lengths[i] > 0) {
        int from = (int) (starts[i] % BLOCK);
        if (score.find(blocks[(int) (starts[i] / BLOCK)], from, from + lengths[i])) {
          visitor.found(ids[i], owners[i], score.score(), score.line());
        }
      }
    }
  }

  private static long mask(byte[] bytes, int half) {
    long mask = 0;
    for (int i = 1; i < bytes.length; i++) {
      int hash = (bytes[i - 1] * 31 + bytes[i]) * 0x9E3779B9;
      if ((hash >>> 31) == half) {
        mask |= 1L << ((hash >>> 20) & 63);
      }
    }
    return mask;
  }

  private int insert(int place) {
    if (size == ids.length) {
      int room = size * 2;
      ids = Arrays.copyOf(ids, room);
      owners = Arrays.copyOf(owners, room);
      starts = Arrays.copyOf(starts, room);
      lengths = Arrays.copyOf(lengths, room);
      lowMask = Arrays.copyOf(lowMask, room);
      highMask = Arrays.copyOf(highMask, room);
    }
    int moved = size - place;
    if (moved > 0) {
      for (Object array : new Object[] {ids, owners, starts, lengths, lowMask, highMask}) {
        System.arraycopy(array, place, array, place + 1, moved);
      }
    }
    size++;
    return place;
  }

  /** Texts that were replaced stay behind unseen until the program ends: edits are few. */
  private long store(byte[] bytes) {
    int length = Math.min(bytes.length, BLOCK);
    if (blockUsed + length > BLOCK) {
      fullBlocks++;
      blockUsed = 0;
      if (fullBlocks == blocks.length) {
        blocks = Arrays.copyOf(blocks, blocks.length * 2);
      }
      blocks[fullBlocks] = new byte[BLOCK];
    }
    System.arraycopy(bytes, 0, blocks[fullBlocks], blockUsed, length);
    long start = (long) fullBlocks * BLOCK + blockUsed;
    blockUsed += length;
    return start;
  }
}
