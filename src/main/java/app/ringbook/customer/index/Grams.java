package app.ringbook.customer.index;

import java.util.Arrays;

/**
 * The grams of a text: runs of two signs where one of them is wide (Chinese, Japanese, Korean), of
 * three where both are narrow. A line begins with one mark and ends with two, so the beginning and
 * the end of a line are grams like any other; all ASCII signs that are neither letter nor digit
 * count as one gap, so the beginning of a word is one too.
 *
 * <p>A gram's key is a number: the tag of its line, then its signs. The keys of all grams that
 * begin with the same signs stand side by side. Two more keys of each line make questions for the
 * beginning of a line and for a whole line cheap where many lines begin nearly so.
 */
final class Grams {
  /** Before the first sign of a line. */
  static final char START = '\u0001';

  /** Twice behind the last sign of a line. */
  static final char END = '\u0002';

  /** Any ASCII sign that is neither letter nor digit. */
  static final char GAP = ' ';

  /** How many tags of lines there are. */
  static final int TAGS = 7;

  /** Tag of a gram that may stand in any line. */
  static final int ANY_LINE = 7;

  /** With a tag: lines by their length and beginning. */
  private static final int WHOLE = 8;

  /** With a tag: lines by a longer beginning. */
  private static final int HEAD = 16;

  private static final int MARKED_TAG = 5;
  private static final int OTHER_TAG = 6;
  private final boolean numbers;
  private long[] keys = new long[128];
  private int size;

  /**
   * @param numbers true for texts whose lines repeat each other's ends: what an earlier line ends
   *     with too is not taken again, and only the beginning of a line is tagged
   */
  Grams(boolean numbers) {
    this.numbers = numbers;
  }

  /** The tag of a line. */
  static int tag(int line) {
    return line == TextScore.MARKED ? MARKED_TAG : line < MARKED_TAG ? line : OTHER_TAG;
  }

  /** Key of a gram; signs that are not there are 0. */
  static long key(int tag, char first, char second, char third) {
    return (long) tag << 48 | (long) first << 32 | (long) second << 16 | third;
  }

  /** Key of the lines that have this length and begin like this text, which is not empty. */
  static long wholeKey(int tag, CharSequence text, int from, int to) {
    char second = from + 1 < to ? sign(text.charAt(from + 1)) : 0;
    char length = (char) Math.min(to - from, Character.MAX_VALUE);
    return key(tag | WHOLE, length, sign(text.charAt(from)), second);
  }

  /** Key of the lines that begin with two or three signs of this text; 0 if it is too short. */
  static long headKey(int tag, CharSequence text, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    char first = sign(text.charAt(from));
    char second = sign(text.charAt(from + 1));
    if (wide(first) || wide(second)) {
      return key(tag | HEAD, first, second, (char) 0);
    }
    return to - from < 3 ? 0 : key(tag | HEAD, first, second, sign(text.charAt(from + 2)));
  }

  /** The sign as it counts in a gram. */
  static char sign(char c) {
    return c < 128 && !letterOrDigit(c) ? GAP : c;
  }

  static boolean wide(char c) {
    return c >= 0x2E80;
  }

  private static boolean letterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  /** Reads all grams of a text; the same one may come more than once. */
  void read(String text) {
    size = 0;
    int line = 0;
    int from = 0;
    while (from <= text.length()) {
      int to = text.indexOf('\n', from);
      to = to < 0 ? text.length() : to;
      if (from > 0) {
        boolean marked = from < to && text.charAt(from) < ' ' && text.charAt(from) > 0;
        line = marked ? TextScore.MARKED : line + 1;
      }
      if (to > from) {
        line(text, from, to, tag(line), numbers ? repeated(text, from, to) : 0);
      }
      from = to + 1;
    }
  }

  /** How many grams were read. */
  int size() {
    return size;
  }

  /** A gram that was read. */
  long key(int place) {
    return keys[place];
  }

  /** How many signs at its end this line has in common with an earlier one. */
  private static int repeated(String text, int from, int to) {
    int most = 0;
    for (int end = text.indexOf('\n'); end >= 0 && end < from; end = text.indexOf('\n', end + 1)) {
      int n = 0;
      while (n < to - from
          && n < end
          && text.charAt(end - 1 - n) != '\n'
          && text.charAt(end - 1 - n) == text.charAt(to - 1 - n)) {
        n++;
      }
      most = Math.max(most, n);
    }
    return most;
  }

  private void line(String text, int from, int to, int tag, int repeated) {
    add(wholeKey(tag, text, from, to));
    long head = headKey(tag, text, from, to);
    if (head != 0) {
      add(head);
    }
    char first = START;
    char second = sign(text.charAt(from));
    int rest = numbers ? ANY_LINE : tag;
    for (int i = from; i <= to; i++) {
      char third = i + 1 < to ? sign(text.charAt(i + 1)) : END;
      boolean two = wide(first) || wide(second);
      if (i == from || i - 1 < to - repeated) {
        add(key(i == from ? tag : rest, first, second, two ? 0 : third));
      }
      first = second;
      second = third;
    }
  }

  private void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
  }
}
