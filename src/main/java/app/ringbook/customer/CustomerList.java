package app.ringbook.customer;

import app.ringbook.customer.index.OwnerSet;
import app.ringbook.platform.Progress;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Windows over long lists: first the ids in order, then the rows on screen. The order comes from an
 * index of the database, a text filter from {@link CustomerSearch}. Not for the window's thread.
 */
public final class CustomerList {
  /** In a team others change the order too, and nobody tells. */
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Database database;
  private final CustomerSearch search;
  private final AtomicLong generation = new AtomicLong();
  private volatile @Nullable Order last;

  /** An order as it was read: while somebody types, only the filter changes. */
  @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
  private record Order(ListQuery query, long generation, long readNanos, long[] ids) {}

  /** The search answers text filters. */
  public CustomerList(Database database, CustomerSearch search) {
    this.database = database;
    this.search = search;
    database.changes().add(this::committed);
  }

  private void committed(Committed change) {
    if (change.rows().stream().anyMatch(row -> row.table().equals(CustomerRows.CUSTOMER))) {
      generation.incrementAndGet();
    }
  }

  /** As {@link #ids(ListQuery, Progress)} for a question that is never taken back. */
  public long[] ids(ListQuery query) {
    return ids(query, Progress.NONE);
  }

  /**
   * Ids of all customers of the list, in its order.
   *
   * @param progress tells when nobody waits for the answer any more
   */
  public long[] ids(ListQuery query, Progress progress) {
    if (query.text().isBlank()) {
      return order(query).clone();
    }
    long[] ids = order(query.withText(""));
    long[] found = search.customerIds(query.text(), progress);
    return OwnerSet.of(found).in(ids);
  }

  private long[] order(ListQuery query) {
    Order known = last;
    long now = System.nanoTime();
    long changes = generation.get();
    if (known != null
        && known.query.equals(query)
        && known.generation == changes
        && now - known.readNanos < KEPT_NANOS) {
      return known.ids;
    }
    long[] ids = database.read(CustomerMapper.class, m -> ordered(m, query));
    last = new Order(query, changes, now, ids);
    return ids;
  }

  /** Rows by id, in the order asked for; ids that are gone are left out. */
  public List<CustomerLine> lines(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, CustomerLine> byId = new HashMap<>();
    database
        .read(CustomerMapper.class, m -> m.lines(ids))
        .forEach(line -> byId.put(line.id(), line));
    return ids.stream().filter(byId::containsKey).map(byId::get).toList();
  }

  private static long[] ordered(CustomerMapper mapper, ListQuery query) {
    Instant before = query.dueBefore();
    if (before != null && query.sort() != ListQuery.Sort.NEXT_CONTACT) {
      Set<Long> due = new HashSet<>(mapper.idsByNextContact(before));
      return values(with(mapper, query)).filter(due::contains).toArray();
    }
    return values(with(mapper, query)).toArray();
  }

  private static java.util.stream.LongStream values(List<Long> ids) {
    return ids.stream().mapToLong(Long::longValue);
  }

  private static List<Long> with(CustomerMapper mapper, ListQuery query) {
    return switch (query.sort()) {
      case NAME -> turned(mapper.idsByName(), query);
      case CREATED -> turned(sorted(mapper.idsByName()), query);
      case LAST_CONTACT -> withRest(mapper, turned(mapper.idsByLastContact(), query));
      case NEXT_CONTACT -> {
        List<Long> due = turned(mapper.idsByNextContact(query.dueBefore()), query);
        yield query.dueBefore() == null ? withRest(mapper, due) : due;
      }
    };
  }

  private static List<Long> turned(List<Long> ids, ListQuery query) {
    if (query.descending()) {
      Collections.reverse(ids);
    }
    return ids;
  }

  /** Ids grow in the order of creation; sorting them is faster than reading the wide table. */
  private static List<Long> sorted(List<Long> ids) {
    Collections.sort(ids);
    return ids;
  }

  /** Those without a moment follow by name. */
  private static List<Long> withRest(CustomerMapper mapper, List<Long> first) {
    Set<Long> there = new HashSet<>(first);
    List<Long> all = new ArrayList<>(first);
    mapper.idsByName().stream().filter(id -> !there.contains(id)).forEach(all::add);
    return all;
  }
}
