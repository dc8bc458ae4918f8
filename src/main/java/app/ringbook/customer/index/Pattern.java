package app.ringbook.customer.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grams a text must have if a fragment stands in it: anywhere, at the beginning of a line or a
 * word, at the end of a line, or as a whole line. A text that has them need not hold the fragment,
 * unless {@link #exact}.
 */
final class Pattern {
  /** Levels are those of {@link TextScore}. */
  private static final int WHOLE = 0;

  private static final int LINE_START = 1;
  private static final int WORD_START = 2;
  private static final int LINE_END = 3;

  private final String signs;

  /** True if every text with the grams holds the fragment. */
  private final boolean exact;

  private final List<int[]> grams = new ArrayList<>();

  private final String fragment;
  private final int level;

  /** The pattern of a fragment that stands so. */
  Pattern(String fragment, int level) {
    StringBuilder text = new StringBuilder();
    if (level == WHOLE || level == LINE_START) {
      text.append(Grams.START);
    } else if (level == WORD_START) {
      text.append(Grams.GAP);
    }
    boolean plain = level > LINE_END;
    for (int i = 0; i < fragment.length(); i++) {
      char sign = Grams.sign(fragment.charAt(i));
      plain &= sign != Grams.GAP;
      text.append(sign);
    }
    if (level == WHOLE || level == LINE_END) {
      text.append(Grams.END).append(Grams.END);
    }
    signs = text.toString();
    this.fragment = fragment;
    this.level = level;
    readGrams();
    boolean covered = grams.size() == 1 && grams.getFirst()[1] == signs.length();
    exact = plain && (grams.isEmpty() || covered);
  }

  private void readGrams() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i + 1 < signs.length() && signs.charAt(i) != Grams.END; i++) {
      boolean two = Grams.wide(signs.charAt(i)) || Grams.wide(signs.charAt(i + 1));
      int end = i + (two ? 2 : 3);
      if (end <= signs.length() && seen.add(signs.substring(i, end))) {
        grams.add(new int[] {i, end - i});
      }
    }
  }

  boolean exact() {
    return exact;
  }

  /** True if no gram is whole, so that all grams that begin with the fragment count. */
  boolean open() {
    return grams.isEmpty();
  }

  /** The grams that begin with the fragment: from one place in the index to another. */
  int[] range(TextIndex index, int tag) {
    long from = key(index, tag, 0, signs.length());
    long to = from + (1L << (signs.length() == 1 ? 32 : 16));
    return new int[] {index.gram(from), index.gram(to)};
  }

  /**
   * Texts of an index with all grams in lines of this tag.
   *
   * @return null if there is none
   */
  @Nullable Docs docs(TextIndex index, int tag) {
    if (grams.isEmpty()) {
      int[] range = range(index, tag);
      return Docs.any(index.docs(range[0], range[1]));
    }
    List<Docs> all = new ArrayList<>(grams.size() + 2);
    int end = fragment.length();
    long head = Grams.headKey(tag, fragment, 0, end);
    if (level == WHOLE && !add(index, Grams.wholeKey(tag, fragment, 0, end), all)) {
      return null;
    }
    if (level <= LINE_START && head != 0 && !add(index, head, all)) {
      return null;
    }
    for (int[] gram : grams) {
      if (!add(index, key(index, tag, gram[0], gram[1]), all)) {
        return null;
      }
    }
    return Docs.all(all);
  }

  private static boolean add(TextIndex index, long key, List<Docs> all) {
    int place = index.gram(key);
    boolean there = index.isGram(place, key);
    if (there) {
      all.add(index.docs(place));
    }
    return there;
  }

  private long key(TextIndex index, int tag, int from, int length) {
    boolean lined = !index.numbers() || signs.charAt(from) == Grams.START;
    return Grams.key(
        lined ? tag : Grams.ANY_LINE,
        signs.charAt(from),
        length > 1 ? signs.charAt(from + 1) : 0,
        length > 2 ? signs.charAt(from + 2) : 0);
  }
}
