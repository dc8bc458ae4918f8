package app.ringbook.customer.index;

import app.ringbook.customer.index.packed.BitRuns;
import app.ringbook.customer.index.packed.Bytes;
import java.nio.ByteBuffer;

/**
 * How the texts that hold a gram are written down. Up to {@link #BLOCK} of them: the differences
 * from one to the next, seven bits a byte. More: a table of blocks (last text, end of its bytes),
 * then the blocks: a width and how many differences need more bits, all differences cut to that
 * width, and of the longer ones their places and what was cut off. From every fifth text on: a bit
 * for each text.
 */
final class Postings {
  /** Most texts of a block. */
  static final int BLOCK = 128;

  private static final int ENTRY = 8;

  private Postings() {}

  static boolean asBits(int count, int docs) {
    return count > BLOCK && count >= docs / 5;
  }

  /** Writes a list. */
  static void write(Bytes out, int[] list, int count, int docs) {
    if (asBits(count, docs)) {
      writeBits(out, list, count, docs);
    } else if (count <= BLOCK) {
      writeBlock(out, list, 0, count, 0);
    } else {
      writeBlocks(out, list, count);
    }
  }

  private static void writeBits(Bytes out, int[] list, int count, int docs) {
    long word = 0;
    int at = 0;
    int words = (docs + 63) >>> 6;
    for (int w = 0; w < words; w++) {
      word = 0;
      while (at < count && list[at] >>> 6 == w) {
        word |= 1L << list[at++];
      }
      out.putLong(word);
    }
  }

  private static void writeBlocks(Bytes out, int[] list, int count) {
    Bytes blocks = new Bytes();
    int[] differences = new int[BLOCK];
    int before = 0;
    for (int from = 0; from < count; from += BLOCK) {
      int size = Math.min(BLOCK, count - from);
      for (int i = 0; i < size; i++) {
        differences[i] = list[from + i] - before;
        before = list[from + i];
      }
      writePacked(blocks, differences, size);
      out.putInt(before);
      out.putInt(Math.toIntExact(blocks.size()));
    }
    out.put(blocks);
  }

  private static void writePacked(Bytes out, int[] differences, int size) {
    int[] needing = new int[Integer.SIZE + 1];
    for (int i = 0; i < size; i++) {
      needing[width(differences[i])]++;
    }
    int best = Integer.SIZE;
    int least = Integer.MAX_VALUE;
    int longer = 0;
    for (int width = Integer.SIZE; width >= 0; width--) {
      int bytes = BitRuns.length(size, width) + longer * 2;
      if (bytes < least) {
        least = bytes;
        best = width;
      }
      longer += needing[width];
    }
    longer = 0;
    for (int width = best + 1; width <= Integer.SIZE; width++) {
      longer += needing[width];
    }
    out.put(best);
    out.put(longer);
    BitRuns run = new BitRuns(out);
    for (int i = 0; i < size; i++) {
      run.put(differences[i] & ((1L << best) - 1), best);
    }
    run.end();
    for (int i = 0; i < size; i++) {
      if (width(differences[i]) > best) {
        out.put(i);
        out.putNumber(differences[i] >>> best);
      }
    }
  }

  private static int width(int value) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(value);
  }

  private static void writeBlock(Bytes out, int[] list, int from, int to, int last) {
    int before = last;
    for (int i = from; i < to; i++) {
      out.putNumber(list[i] - before);
      before = list[i];
    }
  }

  /** Reads a list that begins at a place of the buffer. */
  static Docs read(ByteBuffer bytes, int at, int count, int docs) {
    return asBits(count, docs)
        ? new Docs.Bits(bytes, at, docs, count)
        : new Blocks(bytes, at, count);
  }

  /** Reads block by block, and leaves out blocks that are not needed. */
  private static final class Blocks extends Docs {
    private final ByteBuffer bytes;
    private final int table;
    private final int data;
    private final int blocks;
    private final int count;

    /** The texts of the open block. */
    private final int[] open;

    private int block = -1;
    private int size;
    private int at;

    Blocks(ByteBuffer bytes, int start, int count) {
      this.bytes = bytes;
      this.count = count;
      this.table = start;
      this.blocks = (count + BLOCK - 1) / BLOCK;
      this.data = blocks == 1 ? start : start + blocks * ENTRY;
      this.open = new int[Math.min(count, BLOCK)];
    }

    @Override
    int next() {
      if (at == size && !open(block + 1)) {
        return at(NO_MORE);
      }
      return at(open[at++]);
    }

    @Override
    int advance(int target) {
      if (doc >= target) {
        return doc;
      }
      if (block < 0 || open[size - 1] < target) {
        if (!open(blockOf(target))) {
          return at(NO_MORE);
        }
      }
      while (at < size && open[at] < target) {
        at++;
      }
      return at < size ? at(open[at++]) : at(NO_MORE);
    }

    /** The first block behind this one that ends at or behind the target, or none. */
    private int blockOf(int target) {
      int low = block;
      int step = 1;
      while (low + step < blocks && last(low + step) < target) {
        low += step;
        step *= 2;
      }
      int high = Math.min(blocks, low + step);
      while (high - low > 1) {
        int middle = (low + high) >>> 1;
        if (last(middle) < target) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return high;
    }

    private int last(int which) {
      return blocks == 1 ? Integer.MAX_VALUE : bytes.getInt(table + which * ENTRY);
    }

    private boolean open(int which) {
      if (which >= blocks) {
        return false;
      }
      block = which;
      size = Math.min(BLOCK, count - which * BLOCK);
      at = 0;
      if (blocks == 1) {
        plain();
      } else {
        int from = data + (which == 0 ? 0 : bytes.getInt(table + which * ENTRY - 4));
        packed(from, which == 0 ? 0 : last(which - 1));
      }
      return true;
    }

    private void plain() {
      int place = data;
      int value = 0;
      for (int i = 0; i < size; i++) {
        byte b = bytes.get(place++);
        int difference = b & 0x7F;
        for (int shift = 7; b < 0; shift += 7) {
          b = bytes.get(place++);
          difference |= (b & 0x7F) << shift;
        }
        value += difference;
        open[i] = value;
      }
    }

    private void packed(int from, int before) {
      int width = bytes.get(from);
      int longer = bytes.get(from + 1);
      int run = from + 2;
      long mask = (1L << width) - 1;
      for (int i = 0, bit = 0; i < size; i++, bit += width) {
        open[i] = (int) (bytes.getLong(run + (bit >>> 3)) >>> (bit & 7) & mask);
      }
      int place = run + BitRuns.length(size, width);
      for (int i = 0; i < longer; i++) {
        int which = bytes.get(place++);
        byte b = bytes.get(place++);
        int above = b & 0x7F;
        for (int shift = 7; b < 0; shift += 7) {
          b = bytes.get(place++);
          above |= (b & 0x7F) << shift;
        }
        open[which] |= above << width;
      }
      int value = before;
      for (int i = 0; i < size; i++) {
        value += open[i];
        open[i] = value;
      }
    }

    @Override
    long cost() {
      return count;
    }
  }
}
