package app.ringbook.customer.memory;

import java.util.ArrayList;
import java.util.List;

/** Keeps the best of many finds; among equals the kind with the lower number, then the older id. */
public final class BestFinds {

  /**
   * A find.
   *
   * @param kind number of the table it comes from
   * @param line see {@link TextTable.Visitor}
   */
  public record Find(int kind, long id, int line) {}

  private final int limit;
  private final List<Find> best = new ArrayList<>();
  private final List<Integer> scores = new ArrayList<>();

  /** Keeps at most this many, at least one. */
  public BestFinds(int limit) {
    this.limit = limit;
  }

  /** A visitor that offers the finds of one table; tables are scanned in the order of kinds. */
  public TextTable.Visitor of(int kind) {
    return (id, owner, score, line) -> offer(kind, id, score * 100 + line);
  }

  /** The best ones, best first. */
  public List<Find> inOrder() {
    return List.copyOf(best);
  }

  private void offer(int kind, long id, int score) {
    boolean full = best.size() == limit;
    if (full && score >= scores.getLast()) {
      return;
    }
    if (full) {
      best.removeLast();
      scores.removeLast();
    }
    int at = best.size();
    while (at > 0 && scores.get(at - 1) > score) {
      at--;
    }
    best.add(at, new Find(kind, id, score % 100));
    scores.add(at, score);
  }
}
