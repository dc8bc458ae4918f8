package app.ringbook.customer.index.packed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Runs of bytes that are often in texts, and the codes that stand for them: the commonest have one
 * byte, the others two. What no code stands for is written as it is behind a sign that says so.
 * Each text is written by itself, so that any one can be read alone. Without symbols texts are
 * plain.
 */
public final class Symbols {
  /** Codes of one byte. */
  static final int SHORT = 176;

  /** All codes: those of two bytes begin with one from {@link #SHORT} on. */
  static final int MOST = SHORT + (254 - SHORT) * 256;

  /** Longest run. */
  static final int LONGEST = 24;

  private static final int PLAIN = 255;

  /** The runs one behind the other, and where each begins. */
  private final byte[] runs;

  private final int[] starts;
  private final SymbolTree tree;

  /** These runs, the commonest first. */
  Symbols(List<byte[]> all) {
    starts = new int[all.size() + 1];
    Room room = new Room();
    for (int code = 0; code < all.size(); code++) {
      byte[] run = all.get(code);
      room.put(run, 0, run.length);
      starts[code + 1] = room.length();
    }
    runs = room.copy();
    tree = new SymbolTree();
    for (int code = 0; code < all.size(); code++) {
      tree.add(all.get(code), code);
    }
  }

  /** As {@link #write} wrote them, for reading texts. */
  public Symbols(ByteBuffer written) {
    tree = new SymbolTree();
    int count = written.limit() == 0 ? 0 : written.getShort(0) & 0xFFFF;
    starts = new int[count + 1];
    for (int code = 0; code < count; code++) {
      starts[code + 1] = starts[code] + written.get(2 + code);
    }
    runs = new byte[starts[count]];
    if (count > 0) {
      written.get(2 + count, runs);
    }
  }

  int size() {
    return starts.length - 1;
  }

  /** Length of a run. */
  int length(int code) {
    return starts[code + 1] - starts[code];
  }

  /** A run. */
  byte[] run(int code) {
    return Arrays.copyOfRange(runs, starts[code], starts[code + 1]);
  }

  /** Writes the symbols. */
  Bytes write() {
    Bytes out = new Bytes();
    if (size() > 0) {
      out.put(size());
      out.put(size() >>> 8);
      for (int code = 0; code < size(); code++) {
        out.put(length(code));
      }
      out.put(runs);
    }
    return out;
  }

  /** Finds the longest symbol at a place of a text: its code, or -1. */
  int longest(byte[] text, int from, int to) {
    return tree.longest(text, from, to);
  }

  /** Writes a part of some texts. */
  void write(byte[] text, int from, int to, Bytes out) {
    if (size() == 0) {
      for (int i = from; i < to; i++) {
        out.put(text[i]);
      }
      return;
    }
    int at = from;
    while (at < to) {
      int code = tree.longest(text, at, to);
      if (code < 0) {
        out.put(PLAIN);
        out.put(text[at++]);
      } else {
        if (code < SHORT) {
          out.put(code);
        } else {
          out.put(SHORT + ((code - SHORT) >>> 8));
          out.put(code - SHORT);
        }
        at += length(code);
      }
    }
  }

  /** Reads a text. */
  public void read(ByteBuffer bytes, int from, int to, Room room) {
    if (size() == 0) {
      byte[] plain = new byte[to - from];
      bytes.get(from, plain);
      room.put(plain, 0, plain.length);
      return;
    }
    int at = from;
    while (at < to) {
      int code = bytes.get(at++) & 0xFF;
      if (code == PLAIN) {
        room.put(bytes.get(at++));
        continue;
      }
      if (code >= SHORT) {
        code = SHORT + ((code - SHORT) << 8) + (bytes.get(at++) & 0xFF);
      }
      room.put(runs, starts[code], starts[code + 1]);
    }
  }
}
