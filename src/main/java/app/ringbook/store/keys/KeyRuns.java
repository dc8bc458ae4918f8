package app.ringbook.store.keys;

import app.ringbook.store.keys.KeyLookup.Range;
import java.util.Arrays;
import java.util.List;

/** Reads several runs as one. Of two that speak of the same key and row the newer one counts. */
final class KeyRuns {
  private final List<KeyRun> runs;
  private final int[] at;
  private final int[] ends;

  /** Takes entries of a run one after the other. */
  @FunctionalInterface
  private interface Taker {
    /** Takes the entries from one place up to but without another; false to stop. */
    boolean take(KeyRun run, int from, int to);
  }

  private KeyRuns(List<KeyRun> runs, int[] at, int[] ends) {
    this.runs = runs;
    this.at = at;
    this.ends = ends;
  }

  /**
   * Ids of the rows in a range, or of all, in the order of key and id.
   *
   * @param runs the newest first
   */
  static long[] ids(List<KeyRun> runs, @org.jspecify.annotations.Nullable Range range, int most) {
    int[] at = new int[runs.size()];
    int[] ends = new int[runs.size()];
    int all = 0;
    for (int i = 0; i < at.length; i++) {
      KeyRun run = runs.get(i);
      at[i] = range == null ? 0 : run.place(range.from(), Long.MIN_VALUE);
      ends[i] = range == null ? run.size() : Math.max(at[i], run.place(range.to(), Long.MIN_VALUE));
      all += ends[i] - at[i];
    }
    long[] ids = new long[Math.min(all, most)];
    int[] count = {0};
    new KeyRuns(runs, at, ends)
        .walk(
            (run, from, to) -> {
              for (int i = from; i < to && count[0] < ids.length; i++) {
                if (!run.gone(i)) {
                  ids[count[0]++] = run.id(i);
                }
              }
              return count[0] < ids.length;
            });
    return count[0] == ids.length ? ids : Arrays.copyOf(ids, count[0]);
  }

  /**
   * One run that says what several say.
   *
   * @param runs the newest first
   * @param whole true if there are none below them: then nothing has to be hidden
   */
  static KeyRun merged(List<KeyRun> runs, boolean whole) {
    int[] ends = runs.stream().mapToInt(KeyRun::size).toArray();
    boolean narrow = runs.stream().allMatch(KeyRun::narrow);
    KeyRun.Builder builder = new KeyRun.Builder(Arrays.stream(ends).sum(), narrow);
    new KeyRuns(runs, new int[ends.length], ends)
        .walk(
            (run, from, to) -> {
              for (int i = from; i < to; i++) {
                if (!whole || !run.gone(i)) {
                  builder.add(run, i);
                }
              }
              return true;
            });
    return builder.build();
  }

  /** Goes through all entries in order, in stretches of one run as long as they come. */
  private void walk(Taker taker) {
    boolean more = true;
    for (int first = least(-1); first >= 0 && more; first = least(-1)) {
      int second = least(first);
      KeyRun run = runs.get(first);
      int from = at[first];
      int to = ends[first];
      if (second >= 0) {
        KeyRun other = runs.get(second);
        to = Math.min(to, run.place(from, other, at[second]));
        if (to == from) {
          // Both say the same of a row: the newer one counts, the others are passed over.
          to = from + 1;
          skip(first, run, from);
        }
      }
      more = taker.take(run, from, to);
      at[first] = to;
    }
  }

  private void skip(int newest, KeyRun run, int place) {
    for (int i = 0; i < at.length; i++) {
      if (i != newest && at[i] < ends[i] && run.order(place, runs.get(i), at[i]) == 0) {
        at[i]++;
      }
    }
  }

  /** The run with the least entry, the newest of several; -1 if all are through. */
  private int least(int except) {
    int least = -1;
    for (int i = 0; i < at.length; i++) {
      if (i != except && at[i] < ends[i]) {
        boolean before = least < 0 || runs.get(i).order(at[i], runs.get(least), at[least]) < 0;
        least = before ? i : least;
      }
    }
    return least;
  }
}
