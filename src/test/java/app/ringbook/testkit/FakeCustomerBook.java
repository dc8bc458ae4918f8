package app.ringbook.testkit;

import app.ringbook.customer.Contact;
import app.ringbook.customer.Customer;
import app.ringbook.customer.ListQuery;
import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.bulk.BulkChange;
import app.ringbook.customer.bulk.BulkEdits;
import app.ringbook.customer.catalogue.CatalogueColumns;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.columns.ColumnField;
import app.ringbook.customer.columns.Grouping;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.filter.Filter;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.twins.Twin;
import app.ringbook.customer.view.CustomerBook;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Row;
import app.ringbook.store.StaleRowException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Customers in memory, with versions and undo as the store has them. Safe for any thread. */
public final class FakeCustomerBook implements CustomerBook {
  private final TreeMap<Long, Portrait> all = new TreeMap<>();
  private final Map<Long, Map<Long, Portrait>> before = new HashMap<>();
  private final Listeners<Set<Long>> changes = new Listeners<>();
  private final FakeClock clock = new FakeClock();
  private final List<ListQuery> asked = new ArrayList<>();
  private final Map<Long, Profile> profiles = new HashMap<>();
  private final CustomerCatalogue catalogue = TestFields.catalogue(clock);
  private final FieldValues values = new FieldValues(() -> "CNY");
  private long nextId = 1000;
  private long sequence;
  private @Nullable RuntimeException failing;

  /** Adds a customer with one number and one contact; null or empty for none. */
  public synchronized FakeCustomerBook with(
      Customer customer, @Nullable String phone, @Nullable String contact) {
    List<Contact> contacts = new ArrayList<>();
    long id = customer.id();
    if (contact != null && !contact.isEmpty()) {
      contacts.add(Contact.of(nextId++, 1, id, contact, null, null, null, true, false));
    }
    List<Phone> phones = new ArrayList<>();
    if (phone != null && !phone.isEmpty()) {
      Long owner = contacts.isEmpty() ? null : contacts.getFirst().id();
      phones.add(new Phone(nextId++, 1, id, owner, PhoneKind.OTHER, true, number(phone)));
    }
    all.put(customer.id(), new Portrait(customer, contacts, phones));
    return this;
  }

  /** Adds or replaces a customer with all that belongs to it. */
  public synchronized FakeCustomerBook with(Portrait portrait) {
    all.put(portrait.customer().id(), portrait);
    return this;
  }

  /** Everything fails with this from now on; null to work again. */
  public synchronized void failWith(@Nullable RuntimeException problem) {
    failing = problem;
  }

  /** The queries asked so far. */
  public synchronized List<ListQuery> asked() {
    return List.copyOf(asked);
  }

  /** The customer as stored. */
  public synchronized Portrait stored(long id) {
    return Optional.ofNullable(all.get(id)).orElseThrow(NoSuchElementException::new);
  }

  /** True if the customer is stored. */
  public synchronized boolean has(long id) {
    return all.containsKey(id);
  }

  /** Somebody else changes a customer. */
  public void changedByOthers(long id, Customer changed) {
    synchronized (this) {
      write(changed, stored(id));
    }
    changes.tell(Set.of(id));
  }

  @Override
  public synchronized long count() {
    check();
    return all.size();
  }

  @Override
  public synchronized long[] ids(ListQuery query, Progress progress) {
    check();
    asked.add(query);
    Comparator<Customer> order = FakeListOrder.by(query.sort());
    NaiveFilter naive = new NaiveFilter(clock.today(), clock.zone());
    return all.values().stream()
        .filter(p -> FakeListOrder.matches(p, query.text()))
        .map(Portrait::customer)
        .filter(c -> naive.means(query.filter(), c))
        .sorted(query.descending() ? order.reversed() : order)
        .mapToLong(Customer::id)
        .toArray();
  }

  @Override
  public synchronized Grouping grouped(ListQuery query, String by, Progress progress) {
    return FakeGroups.of(ids(query, progress), id -> NaiveFilter.value(by, stored(id).customer()));
  }

  @Override
  public long[] first(ListQuery query, int most) {
    return new long[0];
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
    return values.read(field.kind(), field.words(), typed);
  }

  @Override
  public synchronized long count(Filter filter, Progress progress) {
    check();
    NaiveFilter naive = new NaiveFilter(clock.today(), clock.zone());
    return all.values().stream().filter(p -> naive.means(filter, p.customer())).count();
  }

  @Override
  public synchronized List<String> choices(String field, Progress progress) {
    check();
    return all.values().stream()
        .map(p -> NaiveFilter.value(field, p.customer()))
        .filter(Objects::nonNull)
        .flatMap(value -> Arrays.stream(value.toString().split(",")).map(String::strip))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public synchronized List<CustomerRecord> lines(List<Long> ids) {
    check();
    return ids.stream()
        .map(all::get)
        .filter(Objects::nonNull)
        .map(p -> CustomerRecord.of(p, profile(p.customer().id())))
        .toList();
  }

  private Profile profile(long id) {
    return profiles.getOrDefault(id, Profile.empty(id));
  }

  @Override
  public synchronized Optional<Portrait> portrait(long id) {
    check();
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized List<Twin> twins(String name, String phone) {
    return all.values().stream()
        .filter(p -> !name.isEmpty() && p.customer().name().equalsIgnoreCase(name))
        .map(p -> p.customer())
        .map(c -> new Twin(c.id(), c.name(), c.owner(), c.lastContactAt(), Twin.Why.NAME, 100))
        .toList();
  }

  @Override
  public Created create(String name, String phone, String contact, String reason) {
    long id;
    synchronized (this) {
      check();
      id = nextId++;
      remember(id);
      with(
          FakeCustomers.stored(Customer.named(name.isEmpty() ? phone : name).build(), id, 1),
          phone,
          contact);
    }
    changes.tell(Set.of(id));
    return new Created(id, sequence);
  }

  @Override
  public long save(CustomerRecord before, CustomerRecord after) {
    synchronized (this) {
      profiles.put(after.id(), after.profile());
    }
    return edit(after.customer());
  }

  private long edit(Customer changed) {
    synchronized (this) {
      check();
      Portrait stored = stored(changed.id());
      if (stored.customer().version() != changed.version()) {
        throw new StaleRowException(Row.of("customer", changed.id(), 0).build(), null);
      }
      remember(changed.id());
      write(changed, stored);
    }
    changes.tell(Set.of(changed.id()));
    return sequence;
  }

  @Override
  public long setNextContact(long id, @Nullable Instant at, @Nullable String purpose) {
    Customer.Builder now = stored(id).customer().change();
    return edit(now.nextContactAt(at).nextContactNote(purpose).build());
  }

  @Override
  public long setMainPhone(long id, String raw) {
    synchronized (this) {
      check();
      if (!raw.isEmpty() && !number(raw).dialable()) {
        throw new ProblemException("customer.problem.no_number", raw);
      }
      remember(id);
      Portrait old = stored(id);
      List<Phone> phones = new ArrayList<>(old.phones());
      if (!phones.isEmpty()) {
        phones.removeFirst();
      }
      if (!raw.isEmpty()) {
        phones.addFirst(new Phone(nextId++, 1, id, null, PhoneKind.OTHER, true, number(raw)));
      }
      all.put(id, new Portrait(old.customer(), old.contacts(), phones));
    }
    changes.tell(Set.of(id));
    return sequence;
  }

  @Override
  public long saveContact(Contact contact, String number, String department) {
    long id = contact.customerId();
    synchronized (this) {
      check();
      remember(id);
      Portrait old = stored(id);
      List<Contact> contacts = new ArrayList<>(old.contacts());
      Contact kept = contact;
      if (contact.id() == 0) {
        boolean main = contacts.isEmpty();
        kept = Contact.of(nextId++, 1, id, contact.name(), contact.role(), null, null, main, false);
      }
      long keptId = kept.id();
      contacts.removeIf(c -> c.id() == keptId);
      contacts.add(kept);
      List<Phone> phones = new ArrayList<>(old.phones());
      phones.removeIf(p -> Objects.equals(p.contactId(), keptId));
      if (!number.isEmpty()) {
        phones.add(new Phone(nextId++, 1, id, kept.id(), PhoneKind.OTHER, false, number(number)));
      }
      all.put(id, new Portrait(old.customer(), contacts, phones));
    }
    changes.tell(Set.of(id));
    return sequence;
  }

  @Override
  public long deleteContact(Contact contact) {
    long id = contact.customerId();
    synchronized (this) {
      remember(id);
      Portrait old = stored(id);
      List<Contact> contacts = new ArrayList<>(old.contacts());
      contacts.removeIf(c -> c.id() == contact.id());
      all.put(id, new Portrait(old.customer(), contacts, old.phones()));
    }
    changes.tell(Set.of(id));
    return sequence;
  }

  @Override
  public long delete(long id) {
    synchronized (this) {
      check();
      remember(id);
      all.remove(id);
    }
    changes.tell(Set.of(id));
    return sequence;
  }

  @Override
  public synchronized BulkEdits.Preview bulkPreview(
      long[] ids, BulkChange change, Progress progress) {
    return FakeBulk.preview(all, ids, change);
  }

  @Override
  public BulkEdits.Done bulk(long[] ids, BulkChange change, String subject, Progress progress) {
    long changed;
    synchronized (this) {
      check();
      sequence++;
      before.put(sequence, FakeBulk.images(all, ids));
      changed = FakeBulk.run(all, ids, change);
    }
    changes.tell(Set.of());
    return new BulkEdits.Done(String.valueOf(sequence), changed, ids.length - changed, true);
  }

  @Override
  public int undoGroup(String group, Progress progress) {
    undo(Long.parseLong(group));
    return 0;
  }

  @Override
  public void undo(long undone) {
    Map<Long, Portrait> old;
    synchronized (this) {
      check();
      old = Optional.ofNullable(before.remove(undone)).orElseThrow(NoSuchElementException::new);
      old.forEach(
          (id, portrait) -> {
            if (portrait == null) {
              all.remove(id);
            } else {
              all.put(id, portrait);
            }
          });
    }
    changes.tell(old.keySet());
  }

  @Override
  public Subscription changes(Consumer<Set<Long>> changed) {
    return changes.add(changed);
  }

  /** A number as far as a test needs it. */
  public static PhoneNumber number(String raw) {
    String digits = raw.replaceAll("[^0-9]", "");
    return new PhoneNumber(raw, null, digits, null, null);
  }

  private void write(Customer changed, Portrait stored) {
    Customer next = FakeCustomers.stored(changed, changed.id(), stored.customer().version() + 1);
    all.put(changed.id(), new Portrait(next, stored.contacts(), stored.phones()));
  }

  private void remember(long id) {
    sequence++;
    Map<Long, Portrait> old = new HashMap<>();
    old.put(id, all.get(id));
    before.put(sequence, old);
  }

  private void check() {
    if (failing != null) {
      throw failing;
    }
  }
}
