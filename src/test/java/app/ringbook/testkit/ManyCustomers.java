package app.ringbook.testkit;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.bulk.BulkChange;
import app.ringbook.customer.bulk.BulkEdits;
import app.ringbook.customer.catalogue.CatalogueColumns;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.columns.ColumnField;
import app.ringbook.customer.columns.Grouping;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.twins.Twin;
import app.ringbook.customer.view.CustomerBook;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Any number of customers of which none exists before it is looked at; counts what is read. */
public final class ManyCustomers implements CustomerBook {
  private final CustomerCatalogue catalogue = TestFields.catalogue(new FakeClock());
  private final long count;
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong questions = new AtomicLong();

  /** True while no line can be read. */
  public volatile boolean unreadable;

  /** With the ids 1 to this. */
  public ManyCustomers(long count) {
    this.count = count;
  }

  /** How many lines were read so far. */
  public long linesRead() {
    return read.get();
  }

  /** How often the list was asked for so far. */
  public long questions() {
    return questions.get();
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long[] ids(ListQuery query, Progress progress) {
    questions.incrementAndGet();
    return LongStream.rangeClosed(1, count)
        .filter(id -> query.text().isEmpty() || name(id).contains(query.text()))
        .toArray();
  }

  @Override
  public Grouping grouped(ListQuery query, String by, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long[] first(ListQuery query, int most) {
    return query.text().isEmpty()
        ? LongStream.rangeClosed(1, Math.min(count, most)).toArray()
        : new long[0];
  }

  @Override
  public List<Field<CustomerRecord>> fields() {
    return catalogue.fields();
  }

  @Override
  public List<ColumnField> columns() {
    return CatalogueColumns.of(catalogue);
  }

  @Override
  public @Nullable Object read(Field<?> field, String typed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long count(Filter filter, Progress progress) {
    return count;
  }

  @Override
  public List<String> choices(String field, Progress progress) {
    return List.of("Food");
  }

  @Override
  public List<CustomerRecord> lines(List<Long> ids) {
    if (unreadable) {
      throw new IllegalStateException("the disk is gone");
    }
    read.addAndGet(ids.size());
    return ids.stream().map(ManyCustomers::line).toList();
  }

  @Override
  public Optional<Portrait> portrait(long id) {
    Customer customer = FakeCustomers.stored(Customer.named(name(id)).build(), id, 1);
    return Optional.of(new Portrait(customer, List.of(), List.of()));
  }

  @Override
  public List<Twin> twins(String name, String phone) {
    return List.of();
  }

  @Override
  public Created create(String name, String phone, String contact, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long save(CustomerRecord before, CustomerRecord after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long setNextContact(long id, @Nullable Instant at, @Nullable String purpose) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long setMainPhone(long id, String raw) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long saveContact(Contact contact, String number, String department) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long deleteContact(Contact contact) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long delete(long id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BulkEdits.Preview bulkPreview(long[] ids, BulkChange change, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public BulkEdits.Done bulk(long[] ids, BulkChange change, String subject, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int undoGroup(String group, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void undo(long sequence) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription changes(Consumer<Set<Long>> changed) {
    return () -> {};
  }

  private static String name(long id) {
    return "Customer %06d".formatted(id);
  }

  private static CustomerRecord line(long id) {
    Customer customer =
        Customer.named(name(id)).industry("Food").tier("B").owner("Nora").tags("Web").build();
    Portrait portrait = new Portrait(FakeCustomers.stored(customer, id, 1), List.of(), List.of());
    return CustomerRecord.of(portrait, Profile.empty(id));
  }
}
