package app.ringbook.customer.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The best finds of one question: by rank, then by kind, then by id. For one thread. */
public final class TopFinds {
  private static final Comparator<Find> ORDER =
      Comparator.<Find>comparingInt(f -> TextScore.rank(f.score(), f.line()))
          .thenComparingInt(Find::kind)
          .thenComparingLong(Find::id);

  private final int limit;
  private final List<Find> best = new ArrayList<>();

  /** Keeps at most this many, at least one. */
  public TopFinds(int limit) {
    this.limit = limit;
  }

  /** Keeps a find that is good enough; one that is there already is left out. */
  public void offer(Find find) {
    int at = best.size();
    while (at > 0 && ORDER.compare(best.get(at - 1), find) > 0) {
      at--;
    }
    if (at < limit && (at == 0 || !same(best.get(at - 1), find))) {
      best.add(at, find);
      if (best.size() > limit) {
        best.removeLast();
      }
    }
  }

  /** True if nothing of a worse rank than this can come in. */
  boolean fullUpTo(int rank) {
    return best.size() == limit
        && TextScore.rank(best.getLast().score(), best.getLast().line()) <= rank;
  }

  /** The best ones, best first. */
  public List<Find> inOrder() {
    return List.copyOf(best);
  }

  private static boolean same(Find one, Find other) {
    return ORDER.compare(one, other) == 0;
  }
}
