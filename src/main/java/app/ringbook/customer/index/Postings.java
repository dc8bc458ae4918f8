package app.ringbook.customer.index;

import java.nio.ByteBuffer;

/**
 * How the texts that hold a gram are written down. Up to {@link #BLOCK} of them: the differences
 * from one to the next, seven bits a byte. More: a table of blocks (last text, end of its bytes),
 * then the blocks. From every eighth text on: a bit for each text.
 */
final class Postings {
  /** Most texts of a block. */
  static final int BLOCK = 128;

  private static final int ENTRY = 8;

  private Postings() {}

  static boolean asBits(int count, int docs) {
    return count > BLOCK && count >= docs / 8;
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
    int end = 0;
    int before = 0;
    for (int from = 0; from < count; from += BLOCK) {
      int to = Math.min(count, from + BLOCK);
      for (int i = from; i < to; i++) {
        end += Bytes.length(list[i] - before);
        before = list[i];
      }
      out.putInt(before);
      out.putInt(end);
    }
    int last = 0;
    for (int from = 0; from < count; from += BLOCK) {
      int to = Math.min(count, from + BLOCK);
      writeBlock(out, list, from, to, last);
      last = list[to - 1];
    }
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

  /** Reads number by number, and leaves out blocks that are not needed. */
  private static final class Blocks extends Docs {
    private final ByteBuffer bytes;
    private final int table;
    private final int data;
    private final int blocks;
    private final int count;
    private int block;

    /** How many of the current block are still to be read. */
    private int left;

    private int at;
    private int value;

    Blocks(ByteBuffer bytes, int start, int count) {
      this.bytes = bytes;
      this.count = count;
      this.table = start;
      this.blocks = (count + BLOCK - 1) / BLOCK;
      this.data = blocks == 1 ? start : start + blocks * ENTRY;
      this.at = data;
      this.left = Math.min(count, BLOCK);
    }

    @Override
    int next() {
      if (left == 0) {
        if (++block >= blocks) {
          return at(NO_MORE);
        }
        left = Math.min(BLOCK, count - block * BLOCK);
      }
      left--;
      int difference = 0;
      byte b = bytes.get(at++);
      for (int shift = 0; ; shift += 7) {
        difference |= (b & 0x7F) << shift;
        if (b >= 0) {
          break;
        }
        b = bytes.get(at++);
      }
      value += difference;
      return at(value);
    }

    @Override
    int advance(int target) {
      if (doc >= target) {
        return doc;
      }
      if (block + 1 < blocks && last(block) < target) {
        open(blockOf(target));
      }
      int there = next();
      while (there < target) {
        there = next();
      }
      return there;
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
      return bytes.getInt(table + which * ENTRY);
    }

    private void open(int which) {
      block = which;
      if (which == blocks) {
        left = 0;
        return;
      }
      left = Math.min(BLOCK, count - which * BLOCK);
      at = data + bytes.getInt(table + which * ENTRY - 4);
      value = last(which - 1);
    }

    @Override
    long cost() {
      return count;
    }
  }
}
