package app.ringbook.customer;

import app.ringbook.customer.memory.NumberKeys;
import app.ringbook.customer.memory.NumberTable;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every phone in memory by its last eight digits, kept true by the database's changes: edits,
 * imports and undo. Until {@link #load} is through, {@link CustomerMatcher} asks the database.
 *
 * <p>Safe for any thread.
 */
public final class CallerIndex implements AutoCloseable {
  private static final int PAGE = 10_000;

  private final Database database;
  private final Subscription subscription;
  private final NumberTable table = new NumberTable();

  /** Phones changed while loading: what the change said is newer than what the loader read. */
  private final Set<Long> changedMeanwhile = new HashSet<>();

  private volatile boolean loaded;

  /** Listens to the database from now on; empty until {@link #load}. */
  public CallerIndex(Database database) {
    this.database = database;
    this.subscription = database.changes().add(this::committed);
  }

  /** Reads all phones; takes seconds with a million of them, so on a background thread. */
  public void load(Progress progress) {
    long last = 0;
    List<CustomerMapper.DigitsRow> page;
    do {
      progress.check();
      long after = last;
      page = database.read(CustomerMapper.class, m -> m.digitsAfter(after, PAGE));
      add(page);
      last = page.isEmpty() ? last : page.getLast().id();
      progress.at(table.size(), -1);
    } while (page.size() == PAGE);
    synchronized (this) {
      loaded = true;
      changedMeanwhile.clear();
    }
  }

  /** True once {@link #load} is through. */
  public boolean loaded() {
    return loaded;
  }

  /** How many phones are known. */
  public int size() {
    return table.size();
  }

  /** Shows the visitor every phone like this number; half a microsecond or so. */
  public void find(NumberKeys keys, NumberTable.Visitor visitor) {
    table.find(keys, visitor);
  }

  @Override
  public void close() {
    subscription.close();
  }

  private synchronized void add(List<CustomerMapper.DigitsRow> page) {
    for (CustomerMapper.DigitsRow p : page) {
      if (!changedMeanwhile.contains(p.id())) {
        table.put(p.id(), p.customerId(), p.contactId(), p.main(), p.e164(), p.nationalDigits());
      }
    }
  }

  private void committed(Committed committed) {
    for (RowChange change : committed.rows()) {
      if (change.table().equals(CustomerRows.PHONE)) {
        changed(change);
      }
    }
  }

  private synchronized void changed(RowChange change) {
    if (!loaded) {
      changedMeanwhile.add(change.id());
    }
    Row before = change.before();
    if (before != null) {
      table.remove(before.id(), text(before, "national_digits"));
    }
    Row after = change.after();
    if (after != null) {
      Map<String, @Nullable Object> values = after.values();
      table.put(
          after.id(),
          (Long) Objects.requireNonNull(values.get("customer_id")),
          (Long) values.get("contact_id"),
          Boolean.TRUE.equals(values.get("main")),
          (String) values.get("e164"),
          text(after, "national_digits"));
    }
  }

  private static String text(Row row, String column) {
    return (String) Objects.requireNonNull(row.values().get(column));
  }
}
