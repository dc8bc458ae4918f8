package app.ringbook.call;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.index.OwnerSet;
import app.ringbook.customer.stored.FoundRows;
import app.ringbook.customer.stored.TextSource;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of calls. Texts are looked for in the derived index: in what calls say themselves,
 * and in the names of their customers and people.
 */
final class CallLists {
  private static final Comparator<CallRecord> NEWEST =
      Comparator.comparing(CallRecord::at).thenComparingLong(CallRecord::id).reversed();
  private final Database database;
  private final CustomerSearch search;

  CallLists(Database database, CustomerSearch search) {
    this.database = database;
    this.search = search;
  }

  /** What a text finds. */
  private record Found(OwnerSet calls, OwnerSet customers, OwnerSet contacts) {

    boolean has(long id, @Nullable Long customerId, @Nullable Long contactId) {
      return calls.has(id)
          || (customerId != null && customers.has(customerId))
          || (contactId != null && contacts.has(contactId));
    }
  }

  List<CallRecord> page(
      CallFilter filter, CallRecords.@Nullable Key before, int limit, Progress progress) {
    FoundRows.Rows<CallRecord> rows =
        (ids, last, most) -> {
          CallRecords.Key from = last == null ? before : CallRecords.Key.of(last);
          CallMapper.Query query = CallMapper.Query.of(filter, ids, 0, from, most);
          return database.read(CallMapper.class, m -> m.page(query));
        };
    if (filter.text().isBlank()) {
      return rows.read(null, null, limit);
    }
    Found found = found(filter.text(), progress);
    Predicate<CallRecord> among = call -> found.has(call.id(), call.customerId(), call.contactId());
    return rows(found, among, progress).page(rows, NEWEST, limit, progress);
  }

  CallFilter.Counts counts(CallFilter filter, Progress progress) {
    if (filter.text().isBlank()) {
      CallMapper.Query query = CallMapper.Query.of(filter, null, 0, null, 0);
      return database.read(CallMapper.class, m -> m.counts(query));
    }
    Found found = found(filter.text(), progress);
    Counting counting = new Counting();
    Predicate<CallMapper.Mark> among =
        mark -> found.has(mark.id(), mark.customerId(), mark.contactId());
    rows(found, among, progress)
        .each(
            (ids, last, most) -> {
              long after = last == null ? 0 : last.id();
              CallMapper.Query query = CallMapper.Query.of(filter, ids, after, null, most);
              return database.read(CallMapper.class, m -> m.marks(query));
            },
            progress,
            counting::count);
    return counting.counts();
  }

  private Found found(String text, Progress progress) {
    return new Found(
        search.ids(TextSource.Kind.CALLS, text, progress),
        search.ids(TextSource.Kind.CUSTOMERS, text, progress),
        search.ids(TextSource.Kind.CONTACTS, text, progress));
  }

  /** Calls by their ids if they and those of the customers and people found are few. */
  private <T> FoundRows<T> rows(Found found, Predicate<T> among, Progress progress) {
    long[] customers = found.customers.inOrder();
    long[] contacts = found.contacts.inOrder();
    if (customers.length + contacts.length > FoundRows.FEW) {
      return FoundRows.many(among);
    }
    OwnerSet calls = OwnerSet.of(found.calls.inOrder());
    FoundRows.chunks(customers, progress, ids -> read(m -> m.ofCustomers(ids)).forEach(calls::add));
    FoundRows.chunks(contacts, progress, ids -> read(m -> m.ofContacts(ids)).forEach(calls::add));
    return FoundRows.of(calls, among);
  }

  private List<Long> read(Function<CallMapper, List<Long>> question) {
    return database.read(CallMapper.class, question);
  }

  private static final class Counting {
    private long all;
    private long answered;
    private long missed;
    private long notLinked;
    private long stored;
    private long recorded;
    private long toReview;

    void count(CallMapper.Mark mark) {
      all++;
      answered += mark.answered() ? 1 : 0;
      missed += mark.missed() ? 1 : 0;
      notLinked += mark.notLinked() ? 1 : 0;
      stored += mark.stored() ? 1 : 0;
      recorded += mark.recorded() ? 1 : 0;
      toReview += mark.toReview() ? 1 : 0;
    }

    CallFilter.Counts counts() {
      return new CallFilter.Counts(all, answered, missed, notLinked, stored, recorded, toReview);
    }
  }
}
