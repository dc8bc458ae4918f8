package app.ringbook.store;

import java.time.Instant;
import java.util.List;

/**
 * A change that is durable. Listeners of {@link Database#changes()} get it on the writer thread,
 * right after the commit and in commit order: they only note what changed and leave.
 *
 * @param sequence place in the journal, growing by one
 * @param at when it was committed
 * @param actor who did it
 * @param change what was done
 * @param rows old and new images, in the order written
 */
public record Committed(
    long sequence, Instant at, String actor, Change change, List<RowChange> rows) {

  /**
   * A change of the past.
   *
   * @param undoneBy the entry that took it back, 0 if none did
   */
  public record Past(Committed committed, long undoneBy) {}
}
