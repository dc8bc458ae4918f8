package app.ringbook.app.adapter;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customers;
import app.ringbook.platform.Subscription;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import app.ringbook.timeline.view.TimelineBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A timeline that knows the people in it: whenever entries are read, the names of the customer's
 * people are read with them, so that an entry can be drawn at once.
 */
public final class NamingTimelineBook implements TimelineBook {
  private final TimelineBook book;
  private final Customers customers;
  private final Map<Long, String> names = new ConcurrentHashMap<>();

  /** Over these. */
  public NamingTimelineBook(TimelineBook book, Customers customers) {
    this.book = book;
    this.customers = customers;
  }

  /** Name of a person whose customer's timeline was read; empty if it was not. */
  public String contactName(long contactId) {
    return names.getOrDefault(contactId, "");
  }

  @Override
  public List<TimelineEntry> read(
      long customerId, Set<TimelineKind> kinds, @Nullable TimelineEntry before, int limit) {
    if (before == null && customers.byId(customerId).isPresent()) {
      for (Contact contact : customers.portrait(customerId).contacts()) {
        names.put(contact.id(), contact.name());
      }
    }
    return book.read(customerId, kinds, before, limit);
  }

  @Override
  public Map<TimelineKind, Integer> counts(long customerId) {
    return book.counts(customerId);
  }

  @Override
  public long note(long customerId, String text, @Nullable Instant nextContact) {
    return book.note(customerId, text, nextContact);
  }

  @Override
  public Subscription changes(LongConsumer customerId) {
    return book.changes(customerId);
  }
}
