package app.ringbook.testkit;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.Subscription;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.timeline.view.TimelineBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Timelines in memory. Safe for any thread. */
public final class FakeTimelineBook implements TimelineBook {
  private final AppClock clock;
  private final List<TimelineEntry> all = new ArrayList<>();
  private final List<Instant> nextContacts = new ArrayList<>();
  private final Listeners<Long> changes = new Listeners<>();
  private long nextId = 1;
  private @Nullable RuntimeException failing;

  /** Notes are written at the moment of this clock. */
  public FakeTimelineBook(AppClock clock) {
    this.clock = clock;
  }

  /** Something happens; the screens hear of it. */
  public TimelineEntry add(
      long customerId, TimelineKind kind, Instant at, String title, @Nullable String detail) {
    TimelineEntry entry;
    synchronized (this) {
      entry =
          new TimelineEntry(
              nextId++, 1, customerId, null, kind, at, title, detail, "Nora Ellis", "user", null);
      all.add(entry);
    }
    changes.tell(customerId);
    return entry;
  }

  /** Everything fails with this from now on; null to work again. */
  public synchronized void failWith(@Nullable RuntimeException problem) {
    failing = problem;
  }

  /** The next contacts set by notes, in order. */
  public synchronized List<Instant> nextContacts() {
    return List.copyOf(nextContacts);
  }

  @Override
  public synchronized List<TimelineEntry> read(
      long customerId, Set<TimelineKind> kinds, @Nullable TimelineEntry before, int limit) {
    check();
    Comparator<TimelineEntry> newest =
        Comparator.comparing(TimelineEntry::at).thenComparingLong(TimelineEntry::id).reversed();
    return all.stream()
        .filter(e -> e.customerId() == customerId)
        .filter(e -> kinds.isEmpty() || kinds.contains(e.kind()))
        .sorted(newest)
        .filter(e -> before == null || newest.compare(before, e) < 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Map<TimelineKind, Integer> counts(long customerId) {
    check();
    Map<TimelineKind, Integer> counts = new EnumMap<>(TimelineKind.class);
    all.stream()
        .filter(e -> e.customerId() == customerId)
        .forEach(e -> counts.merge(e.kind(), 1, Integer::sum));
    return counts;
  }

  @Override
  public long note(long customerId, String text, @Nullable Instant nextContact) {
    synchronized (this) {
      check();
      if (nextContact != null) {
        nextContacts.add(nextContact);
      }
    }
    return add(customerId, TimelineKind.NOTE, clock.now(), "", text).id();
  }

  /** Takes a note back, by what {@link #note} returned. */
  public void undo(long sequence) {
    long customer;
    synchronized (this) {
      TimelineEntry gone = all.stream().filter(e -> e.id() == sequence).findFirst().orElseThrow();
      all.remove(gone);
      customer = gone.customerId();
    }
    changes.tell(customer);
  }

  @Override
  public Subscription changes(LongConsumer customerId) {
    return changes.add(customerId::accept);
  }

  private void check() {
    if (failing != null) {
      throw failing;
    }
  }
}
