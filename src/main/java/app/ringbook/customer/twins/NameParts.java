package app.ringbook.customer.twins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Very many names, asked for those that are alike. Each name is cut into one part more than it may
 * have changes, so that of two alike names one part at least is the same, at nearly the same place;
 * parts are found by their hashes. A million names take some twenty megabytes, a question some
 * microseconds. (G. Li, D. Deng, J. Wang, J. Feng: Pass-Join, a partition-based method for
 * similarity joins, 2011.)
 */
final class NameParts {
  /** A shorter name is alike to none but itself. */
  static final int SHORTEST = 9;

  /** A part that more names have is a common word and tells nothing. */
  private static final int COMMON = 4_096;

  private static final int PLACE_BITS = 36;
  private static final long PLACE = (1L << PLACE_BITS) - 1;
  private char[] letters = new char[4_096];
  private int[] starts = new int[1_024];
  private long[] ids = new long[1_024];
  private int size;
  private long[] parts = new long[4_096];
  private int count;

  /**
   * A name that is alike.
   *
   * @param likeness from {@link NameLikeness#ALIKE} to 1
   */
  record Alike(long id, double likeness) {}

  /** Adds a name by its {@link app.ringbook.customer.names.NameKeys#twinKey key}. */
  void add(long id, String key) {
    int length = key.length();
    if (length < SHORTEST) {
      return;
    }
    if (size + 1 == starts.length) {
      starts = Arrays.copyOf(starts, size * 2 + 2);
      ids = Arrays.copyOf(ids, size * 2 + 2);
    }
    int from = starts[size];
    if (from + length > letters.length) {
      letters = Arrays.copyOf(letters, Math.max(letters.length * 2, from + length));
    }
    key.getChars(0, length, letters, from);
    ids[size] = id;
    int number = parts(length);
    for (int i = 0; i < number; i++) {
      if (count == parts.length) {
        parts = Arrays.copyOf(parts, count * 2);
      }
      int begin = length * i / number;
      parts[count++] = hash(key, begin, length * (i + 1) / number, length, i) | size;
    }
    starts[++size] = from + length;
  }

  /** All names are in: from now on they can be asked for. */
  void sort() {
    Arrays.sort(parts, 0, count);
  }

  /** Names that are alike but not equal, the likest first. */
  List<Alike> alike(String key) {
    List<Alike> found = new ArrayList<>();
    int most = NameLikeness.mostChanges((int) Math.ceil(key.length() / NameLikeness.ALIKE));
    for (int length = Math.max(SHORTEST, key.length() - most);
        length <= key.length() + most;
        length++) {
      int number = parts(length);
      for (int i = 0; i < number; i++) {
        look(key, length, number, i, found);
      }
    }
    found.sort((a, b) -> Double.compare(b.likeness(), a.likeness()));
    return found;
  }

  /** Looks for one part of names of that length, wherever changes before it may have moved it. */
  private void look(String key, int length, int number, int part, List<Alike> found) {
    int begin = length * part / number;
    int end = length * (part + 1) / number;
    int longer = key.length() - length;
    int behind = number - 1 - part;
    for (int moved = Math.max(-part, longer - behind);
        moved <= Math.min(part, longer + behind);
        moved++) {
      if (begin + moved >= 0 && end + moved <= key.length()) {
        look(key, hash(key, begin + moved, end + moved, length, part), found);
      }
    }
  }

  private void look(String key, long hash, List<Alike> found) {
    int at = Arrays.binarySearch(parts, 0, count, hash);
    at = at < 0 ? -1 - at : at;
    int end = Math.min(count, at + COMMON);
    for (; at < end && (parts[at] & ~PLACE) == hash; at++) {
      int place = (int) (parts[at] & PLACE);
      long id = ids[place];
      if (found.stream().noneMatch(f -> f.id() == id)) {
        double likeness = likeness(key, place);
        if (likeness >= NameLikeness.ALIKE && likeness < 1) {
          found.add(new Alike(id, likeness));
        }
      }
    }
  }

  /** What both begin and end with is looked at first: for most that settles it. */
  private double likeness(String key, int place) {
    int from = starts[place];
    int length = starts[place + 1] - from;
    int shorter = Math.min(length, key.length());
    int head = 0;
    while (head < shorter && letters[from + head] == key.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && letters[from + length - 1 - tail] == key.charAt(key.length() - 1 - tail)) {
      tail++;
    }
    int rest = Math.max(length, key.length()) - head - tail;
    int most = NameLikeness.mostChanges(Math.max(length, key.length()));
    return rest > most && most < 2
        ? 0
        : NameLikeness.ofKeys(key, new String(letters, from, length));
  }

  private static int parts(int length) {
    return NameLikeness.mostChanges((int) Math.ceil(length / NameLikeness.ALIKE)) + 1;
  }

  private static long hash(String key, int from, int to, int length, int part) {
    long hash = 0xCBF29CE484222325L + length * 31L + part;
    for (int i = from; i < to; i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
    }
    hash *= 0x9E3779B97F4A7C15L;
    return (hash >>> (PLACE_BITS + 1)) << PLACE_BITS;
  }
}
