package app.ringbook.customer.index.packed;

import java.nio.ByteBuffer;

/**
 * Lines of digits in half bytes. A later line of which the end is an end of the first line says so
 * instead of repeating it. Any other sign takes three halves.
 */
public final class DigitCodec {
  private static final int LINE = 10;

  /** Followed by how many of the first line's last signs follow. */
  private static final int AS_FIRST = 11;

  /** Followed by a byte. */
  private static final int OTHER = 12;

  private static final int NOTHING = 15;
  private static final int MOST = 15;
  private static final int LEAST = 3;
  private final Bytes out;
  private int half = -1;

  DigitCodec(Bytes out) {
    this.out = out;
  }

  /** Writes a text. */
  void write(byte[] text) {
    int first = lineEnd(text, 0);
    int from = 0;
    while (from <= text.length) {
      int to = lineEnd(text, from);
      int same = from == 0 ? 0 : same(text, first, to);
      same = Math.min(Math.min(same, to - from), MOST);
      int plain = same < LEAST ? to : to - same;
      for (int i = from; i < plain; i++) {
        sign(text[i]);
      }
      if (plain < to) {
        half(AS_FIRST);
        half(same);
      }
      if (to < text.length) {
        half(LINE);
      }
      from = to + 1;
    }
    if (half >= 0) {
      half(NOTHING);
    }
  }

  private static int lineEnd(byte[] text, int from) {
    int end = from;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int same(byte[] text, int first, int to) {
    int same = 0;
    while (same < first && text[first - 1 - same] == text[to - 1 - same]) {
      same++;
    }
    return same;
  }

  private void sign(byte sign) {
    if (sign >= '0' && sign <= '9') {
      half(sign - '0');
    } else {
      half(OTHER);
      half(sign & 15);
      half(sign >>> 4 & 15);
    }
  }

  private void half(int value) {
    if (half < 0) {
      half = value;
    } else {
      out.put(half | value << 4);
      half = -1;
    }
  }

  /** Reads a text. */
  public static void read(ByteBuffer bytes, int from, int to, Room room) {
    int end = to * 2;
    int first = -1;
    int at = from * 2;
    while (at < end) {
      int half = half(bytes, at++);
      if (half < LINE) {
        room.put('0' + half);
      } else if (half == LINE) {
        first = first < 0 ? room.length() : first;
        room.put('\n');
      } else if (half == AS_FIRST) {
        int same = half(bytes, at++);
        for (int i = 0; i < same; i++) {
          room.put(room.bytes()[first - same + i]);
        }
      } else if (half == OTHER) {
        room.put(half(bytes, at) | half(bytes, at + 1) << 4);
        at += 2;
      }
    }
  }

  private static int half(ByteBuffer bytes, int at) {
    int both = bytes.get(at >>> 1);
    return (at & 1) == 0 ? both & 15 : both >>> 4 & 15;
  }
}
