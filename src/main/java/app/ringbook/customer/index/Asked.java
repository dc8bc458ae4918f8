package app.ringbook.customer.index;

import app.ringbook.customer.index.packed.Room;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fragments that are looked for in indexes: which texts may hold them, level by level and line by
 * line, and which of those really do. For one thread.
 */
final class Asked {
  private static final int MIDDLE = TextScore.LEVELS - 1;

  /** Patterns by fragment and level. */
  private final Pattern[][] patterns;

  private final TextScore score;
  private final Room room = new Room();

  Asked(List<String> fragments) {
    score = new TextScore(fragments);
    patterns =
        fragments.stream()
            .map(
                fragment ->
                    IntStream.range(0, TextScore.LEVELS)
                        .mapToObj(level -> new Pattern(fragment, level))
                        .toArray(Pattern[]::new))
            .toArray(Pattern[][]::new);
  }

  TextScore score() {
    return score;
  }

  /** True if a text that may hold the fragments does. */
  boolean exact() {
    return patterns.length == 1 && patterns[0][MIDDLE].exact();
  }

  /** True if texts may hold all grams and yet not the fragments, or so many that it matters. */
  boolean composed() {
    return patterns.length > 1 || !exact();
  }

  /** Notes all texts that hold a fragment which is {@link #exact}. */
  void noteAll(TextIndex index, BitSet docs) {
    Pattern pattern = patterns[0][MIDDLE];
    int tags = index.numbers() ? 1 : Grams.TAGS;
    for (int tag = 0; tag < tags; tag++) {
      List<Docs> lists = new ArrayList<>();
      if (pattern.open()) {
        int[] range = pattern.range(index, tag);
        lists.addAll(index.docs(range[0], range[1]));
      } else {
        Docs only = pattern.docs(index, tag);
        if (only != null) {
          lists.add(only);
        }
      }
      for (Docs list : lists) {
        for (int doc = list.next(); doc != Docs.NO_MORE; doc = list.next()) {
          docs.set(doc);
        }
      }
    }
  }

  /** True if the text at a place of the index holds all fragments. */
  boolean in(TextIndex index, int doc) {
    index.read(doc, room);
    return score.find(room.bytes(), 0, room.length());
  }

  /** Texts that may hold all fragments; null if none does. */
  @Nullable Docs anywhere(TextIndex index) {
    List<Docs> all = new ArrayList<>();
    for (Pattern[] fragment : patterns) {
      if (needless(fragment[MIDDLE])) {
        continue;
      }
      Docs docs = inAnyLine(index, fragment, MIDDLE);
      if (docs == null) {
        return null;
      }
      all.add(docs);
    }
    return Docs.all(all);
  }

  /**
   * Texts that may hold the fragments no better than so: the worst at this level, the first in a
   * line of this tag.
   *
   * @return null if there is none
   */
  @Nullable Docs docs(TextIndex index, int level, int tag) {
    if (index.numbers() && tag > 0 && level > 1) {
      // Only the beginnings of a number's lines are told apart: all were found with the first tag.
      return null;
    }
    List<Docs> all = new ArrayList<>();
    Docs first = first(index, level, tag);
    if (first == null) {
      return null;
    }
    all.add(first);
    for (int i = 1; i < patterns.length; i++) {
      if (level == MIDDLE && needless(patterns[i][level])) {
        continue;
      }
      Docs docs = inAnyLine(index, patterns[i], level);
      if (docs == null) {
        return null;
      }
      all.add(docs);
    }
    return Docs.all(all);
  }

  /** One or two letters tell hardly any text from another where there is more to go by. */
  private boolean needless(Pattern pattern) {
    return pattern.open() && Arrays.stream(patterns).anyMatch(p -> !p[MIDDLE].open());
  }

  private @Nullable Docs first(TextIndex index, int level, int tag) {
    if (patterns.length == 1) {
      return patterns[0][level].docs(index, tag);
    }
    return index.numbers() && level > 1
        ? inAnyLine(index, patterns[0], level)
        : upTo(index, patterns[0], level, tag);
  }

  private static @Nullable Docs inAnyLine(TextIndex index, Pattern[] fragment, int level) {
    List<Docs> any = new ArrayList<>();
    int tags = index.numbers() && level == MIDDLE ? 1 : Grams.TAGS;
    for (int tag = 0; tag < tags; tag++) {
      Docs docs = upTo(index, fragment, level, tag);
      if (docs != null) {
        any.add(docs);
      }
    }
    return Docs.any(any);
  }

  /** Whoever stands in the middle may stand better too: the better levels are part of it. */
  private static @Nullable Docs upTo(TextIndex index, Pattern[] fragment, int level, int tag) {
    if (level == 0 || level == 1 || level == MIDDLE) {
      return fragment[level].docs(index, tag);
    }
    List<Docs> any = new ArrayList<>();
    for (int l = 1; l <= level; l++) {
      Docs docs = fragment[l].docs(index, tag);
      if (docs != null) {
        any.add(docs);
      }
    }
    return Docs.any(any);
  }
}
