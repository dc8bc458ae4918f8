package app.ringbook.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What somebody types who looks for one of the customers, keystroke by keystroke: the beginning or
 * the middle of a name, its reading, its initials, an address, a number.
 */
final class FindQuestions {
  private static final int TYPED = 120;
  private static final int LONGEST = 9;
  private final Random random = new Random(5);
  private final List<String> lines = new ArrayList<>();
  private int seen;

  /** Draws lines from all texts alike. */
  void offer(String text) {
    seen++;
    boolean in = lines.size() < TYPED || random.nextInt(seen) < TYPED;
    if (in) {
      List<String> some = text.lines().map(String::strip).filter(l -> l.length() > 1).toList();
      if (some.isEmpty()) {
        return;
      }
      String line = some.get(random.nextInt(some.size()));
      if (lines.size() < TYPED) {
        lines.add(line);
      } else {
        lines.set(random.nextInt(TYPED), line);
      }
    }
  }

  /** Every keystroke, in the order typed. */
  List<String> keystrokes() {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      int from = random.nextInt(3) == 0 ? random.nextInt(line.length() - 1) : 0;
      int to = Math.min(line.length(), from + LONGEST);
      for (int end = from + 1; end <= to; end++) {
        String typed = line.substring(from, end);
        if (typed.strip().length() == typed.length()
            && typed.indexOf('%') + typed.indexOf('_') < 0) {
          all.add(typed);
        }
      }
    }
    return all;
  }
}
