package app.ringbook.customer.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for fragments in a text and says how good the find is: 0 a whole line, 1 the beginning of a
 * line, 2 the beginning of a word, 3 the end of a line, 4 the middle of a word. Of several
 * fragments all must be found and the worst one counts.
 *
 * <p>Not safe for several threads; keeps the last find.
 */
public final class TextScore {
  /** Line number of every line that begins with a control sign, which sets it apart. */
  public static final int MARKED = 99;

  /** How many scores there are. */
  public static final int LEVELS = 5;

  private final byte[][] wanted;
  private int score;
  private int line;

  /** Will look for all of these. */
  public TextScore(List<String> fragments) {
    wanted = fragments.stream().map(f -> f.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  /** True if the bytes hold all fragments; then {@link #score} and {@link #line} tell how. */
  public boolean find(byte[] block, int from, int to) {
    int worst = 0;
    int firstAt = from;
    for (int w = 0; w < wanted.length; w++) {
      int best = Integer.MAX_VALUE;
      int at = indexOf(block, from, to, wanted[w]);
      while (at >= 0) {
        int here = level(block, from, to, at, wanted[w].length);
        if (here < best) {
          best = here;
          firstAt = w == 0 ? at : firstAt;
        }
        at = best == 0 ? -1 : indexOf(block, at + 1, to, wanted[w]);
      }
      if (best == Integer.MAX_VALUE) {
        return false;
      }
      worst = Math.max(worst, best);
    }
    score = worst;
    line = line(block, from, firstAt);
    return true;
  }

  /** How good the last find is, 0 best. */
  public int score() {
    return score;
  }

  /** Line in which the first fragment was found, from 0, or {@link #MARKED}. */
  public int line() {
    return line;
  }

  /** Place of the last find among others, lower is better. */
  int rank() {
    return rank(score, line);
  }

  static int rank(int score, int line) {
    return score * 1000 + line;
  }

  private static int indexOf(byte[] block, int from, int to, byte[] fragment) {
    byte first = fragment[0];
    int last = to - fragment.length;
    for (int i = from; i <= last; i++) {
      if (block[i] == first
          && Arrays.equals(block, i, i + fragment.length, fragment, 0, fragment.length)) {
        return i;
      }
    }
    return -1;
  }

  private static int level(byte[] block, int from, int to, int at, int length) {
    boolean lineStart = at == from || block[at - 1] == '\n';
    boolean lineEnd = at + length == to || block[at + length] == '\n';
    if (lineStart) {
      return lineEnd ? 0 : 1;
    }
    byte before = block[at - 1];
    boolean wordStart = before >= 0 && !Character.isLetterOrDigit(before);
    return wordStart ? 2 : lineEnd ? 3 : 4;
  }

  /** An empty line is a line like any other. */
  private static boolean marks(byte sign) {
    return sign > 0 && sign < ' ' && sign != '\n';
  }

  private static int line(byte[] block, int from, int at) {
    int line = 0;
    for (int i = from; i < at; i++) {
      if (block[i] == '\n') {
        line = marks(block[i + 1]) ? MARKED : line + 1;
      }
    }
    return line;
  }
}
