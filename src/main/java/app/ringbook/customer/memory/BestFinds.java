package app.ringbook.customer.memory;

import app.ringbook.customer.index.Find;
import java.util.ArrayList;
import java.util.List;

/** Keeps the best of many finds; among equals the kind with the lower number, then the older id. */
public final class BestFinds {

  private final int limit;
  private final List<Find> best = new ArrayList<>();
  private final List<Integer> ranks = new ArrayList<>();

  /** Keeps at most this many, at least one. */
  public BestFinds(int limit) {
    this.limit = limit;
  }

  /** A visitor that offers the finds of one table; tables are scanned in the order of kinds. */
  public TextTable.Visitor of(int kind) {
    return (id, owner, score, line) -> offer(new Find(kind, id, owner, score, line));
  }

  /** The best ones, best first. */
  public List<Find> inOrder() {
    return List.copyOf(best);
  }

  private void offer(Find find) {
    int rank = find.score() * 100 + find.line();
    boolean full = best.size() == limit;
    if (full && rank >= ranks.getLast()) {
      return;
    }
    if (full) {
      best.removeLast();
      ranks.removeLast();
    }
    int at = best.size();
    while (at > 0 && ranks.get(at - 1) > rank) {
      at--;
    }
    best.add(at, find);
    ranks.add(at, rank);
  }
}
