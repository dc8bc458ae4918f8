package app.ringbook.timeline.view;

import app.ringbook.platform.Subscription;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the timeline screens read and do. All but {@link #changes} blocks and is called off the
 * window's thread.
 */
public interface TimelineBook {

  /**
   * Entries of a customer, the newest first.
   *
   * @param kinds only these; empty for all
   * @param before only entries older than this one; null for the newest
   * @param limit at most so many
   */
  List<TimelineEntry> read(
      long customerId, Set<TimelineKind> kinds, @Nullable TimelineEntry before, int limit);

  /** How many entries of each kind the customer has; kinds without any may be left out. */
  Map<TimelineKind, Integer> counts(long customerId);

  /**
   * Keeps a note of this moment, and sets the next contact in the same step.
   *
   * @param nextContact the moment of the next contact, or null to leave it as it is
   * @return the place in the journal, for undo
   */
  long note(long customerId, String text, @Nullable Instant nextContact);

  /** Told the customer whose timeline changed, on any thread. */
  Subscription changes(LongConsumer customerId);
}
