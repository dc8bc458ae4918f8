package app.ringbook.store;

import java.util.List;
import java.util.Map;

/**
 * One entry of the journal: all there is to know of a change.
 *
 * @param counters the next free id of every table that took ids
 * @param undoes entries that this one takes back
 */
record JournalEntry(Committed committed, Map<String, Long> counters, List<Long> undoes) {

  long sequence() {
    return committed.sequence();
  }
}
