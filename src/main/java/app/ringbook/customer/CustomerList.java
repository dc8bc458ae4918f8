package app.ringbook.customer;

import app.ringbook.customer.columns.ColumnStore;
import app.ringbook.customer.columns.Grouping;
import app.ringbook.customer.filter.Filter;
import app.ringbook.platform.Progress;
import app.ringbook.store.Database;
import app.ringbook.store.keys.KeyColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Windows over long lists: the ids in order, of which the rows on screen are read then. Order and
 * filter come from {@link ColumnStore}, a text filter from {@link CustomerSearch}. Not for the
 * window's thread.
 */
public final class CustomerList {
  private final Database database;
  private final CustomerSearch search;
  private final ColumnStore columns;

  /** The search answers text filters, the columns the others. */
  public CustomerList(Database database, CustomerSearch search, ColumnStore columns) {
    this.database = database;
    this.search = search;
    this.columns = columns;
  }

  /** Reads what nearly every list needs, in seconds, before somebody waits for it. */
  public void load(Progress progress) {
    columns.load(Set.of(), progress);
  }

  /** As {@link #ids(ListQuery, Progress)} for a question that is never taken back. */
  public long[] ids(ListQuery query) {
    return ids(query, Progress.NONE);
  }

  /**
   * Ids of all customers of the list, in its order. The first question about a field reads all its
   * values, which takes seconds with a million customers.
   *
   * @param progress of that reading; and tells when nobody waits for the answer any more
   */
  public long[] ids(ListQuery query, Progress progress) {
    long @Nullable [] found =
        query.text().isBlank() ? null : search.customerIds(query.text(), progress);
    Set<String> needs = ColumnStore.needs(query.filter(), query.sort());
    if (needs.isEmpty() && !columns.ready(needs)) {
      return byName(query.descending(), found);
    }
    return columns.ids(
        new ColumnStore.Question(query.filter(), query.sort(), query.descending(), found),
        progress);
  }

  /** The customers of the list in groups by the values of a field, in its order within each. */
  public Grouping grouped(ListQuery query, String by, Progress progress) {
    long @Nullable [] found =
        query.text().isBlank() ? null : search.customerIds(query.text(), progress);
    return columns.grouped(
        new ColumnStore.Question(query.filter(), query.sort(), query.descending(), found),
        by,
        progress);
  }

  /** The plain order needs no columns: the index of names has it. */
  private long[] byName(boolean descending, long @Nullable [] found) {
    long[] order = database.keys().first(KeyColumn.CUSTOMER_NAME, Integer.MAX_VALUE);
    int last = order.length - 1;
    return IntStream.rangeClosed(0, last)
        .mapToLong(i -> order[descending ? last - i : i])
        .filter(id -> found == null || Arrays.binarySearch(found, id) >= 0)
        .toArray();
  }

  /**
   * The first ids of the list where they are found at once, for a window that opens; empty if only
   * {@link #ids} can tell.
   */
  public long[] first(ListQuery query, int most) {
    Set<String> needs = ColumnStore.needs(query.filter(), query.sort());
    if (!query.text().isBlank() || query.descending() || !needs.isEmpty()) {
      return new long[0];
    }
    return database.keys().first(KeyColumn.CUSTOMER_NAME, most);
  }

  /** How many customers are meant. */
  public long count(Filter filter, Progress progress) {
    return filter.everybody()
        ? database.read(CustomerMapper.class, CustomerMapper::count)
        : columns.count(filter, progress);
  }

  /** Values that customers have in a field, the most frequent first. */
  public List<ColumnStore.Choice> choices(String field, int most, Progress progress) {
    return columns.choices(field, most, progress);
  }

  /**
   * The customers with these ids, with people and phones, in this order; gone ones are left out.
   */
  public List<Portrait> portraits(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : database.read(
            CustomerMapper.class,
            m ->
                Portrait.joined(
                    ids,
                    m.customersByIds(ids),
                    m.contactsOf(ids),
                    m.phonesOf(ids).stream().map(CustomerMapper.PhoneRow::phone).toList()));
  }
}
