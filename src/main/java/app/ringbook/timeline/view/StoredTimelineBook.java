package app.ringbook.timeline.view;

import app.ringbook.customer.Customers;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.timeline.NewEntry;
import app.ringbook.timeline.Timeline;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The timeline screens' work, done by the timeline in the store. */
public final class StoredTimelineBook implements TimelineBook {
  /** Longest first line kept as title. */
  private static final int TITLE = 200;

  private final Database database;
  private final Timeline timeline;
  private final Customers customers;
  private final AppClock clock;

  /** Over these services. */
  public StoredTimelineBook(
      Database database, Timeline timeline, Customers customers, AppClock clock) {
    this.database = database;
    this.timeline = timeline;
    this.customers = customers;
    this.clock = clock;
  }

  @Override
  public List<TimelineEntry> read(
      long customerId, Set<TimelineKind> kinds, @Nullable TimelineEntry before, int limit) {
    return timeline.read(customerId, kinds, before == null ? null : Timeline.Key.of(before), limit);
  }

  @Override
  public Map<TimelineKind, Integer> counts(long customerId) {
    return timeline.counts(customerId);
  }

  @Override
  public long note(long customerId, String text, @Nullable Instant nextContact) {
    if (nextContact == null) {
      return timeline.note(customerId, text).sequence();
    }
    String first = text.strip().lines().findFirst().orElse("");
    String title = first.length() <= TITLE ? first : first.substring(0, TITLE);
    String detail = title.equals(text.strip()) ? null : text.strip();
    NewEntry entry =
        new NewEntry(
            customerId,
            null,
            TimelineKind.NOTE,
            clock.now(),
            title,
            detail,
            null,
            NewEntry.BY_HAND,
            null);
    return database
        .inTransaction(
            Change.of("timeline.change.note_and_next", title),
            tx -> {
              timeline.appendIn(tx, entry);
              return customers.setNextContactIn(tx, customerId, nextContact, null);
            })
        .sequence();
  }

  @Override
  public Subscription changes(LongConsumer customerId) {
    // The journal's row images also tell of entries that an undo took away.
    return database.changes().add(committed -> touched(committed).forEach(customerId::accept));
  }

  private static Set<Long> touched(Committed committed) {
    Set<Long> ids = new HashSet<>();
    for (RowChange change : committed.rows()) {
      if (change.table().equals("timeline_entry")) {
        customerOf(change.before(), ids);
        customerOf(change.after(), ids);
      }
    }
    return ids;
  }

  private static void customerOf(@Nullable Row row, Set<Long> ids) {
    if (row != null && row.values().get("customer_id") instanceof Long id) {
      ids.add(id);
    }
  }
}
