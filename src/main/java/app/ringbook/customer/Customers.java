package app.ringbook.customer;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.Transaction;
import app.ringbook.store.trash.Trash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The door to customers: reading one, and every way to change one. Each change returns the place of
 * its journal entry, by which it can be undone. Not for the window's thread.
 */
public final class Customers {
  private final Database database;
  private final LikelyTwins twins;
  private final AppClock clock;
  private final Trash trash;
  private final Listeners<Set<Long>> changes = new Listeners<>();
  private final List<CustomerFollower> followers = new CopyOnWriteArrayList<>();

  /** Follows the database's changes from now on. */
  public Customers(Database database, PhoneNumbers numbers, AppClock clock) {
    this.database = database;
    this.twins = new LikelyTwins(numbers);
    this.clock = clock;
    this.trash = new Trash(database, clock);
    database.changes().add(this::committed);
  }

  /** Adds a feature that takes part in the changes of customers. */
  public void follow(CustomerFollower follower) {
    followers.add(follower);
  }

  /** Ids of customers whose row, people or phones changed; told on the writer thread. */
  public Listeners<Set<Long>> changes() {
    return changes;
  }

  /** The customer with this id. */
  public Optional<Customer> byId(long id) {
    return database.read(CustomerMapper.class, m -> Optional.ofNullable(m.customer(id)));
  }

  /**
   * The customer with people and phones.
   *
   * @throws ProblemException if there is none
   */
  public Portrait portrait(long id) {
    return database.read(
        CustomerMapper.class, m -> new Portrait(stored(m, id), m.contacts(id), phones(m, id)));
  }

  /** As {@link #portrait}, inside a transaction. */
  public Portrait portraitIn(Transaction transaction, long id) {
    CustomerMapper mapper = transaction.mapper(CustomerMapper.class);
    return new Portrait(stored(mapper, id), mapper.contacts(id), phones(mapper, id));
  }

  /** How many customers there are. */
  public long count() {
    return database.read(CustomerMapper.class, CustomerMapper::count);
  }

  /** Customers that may be the same as one with this name and these numbers, at most ten. */
  public List<LikelyTwins.Twin> likelyTwins(String name, List<PhoneNumber> phones) {
    return database.read(CustomerMapper.class, m -> twins.of(m, database.keys(), name, phones));
  }

  /** As {@link #likelyTwins}, inside a transaction. */
  public List<LikelyTwins.Twin> likelyTwinsIn(
      Transaction transaction, String name, List<PhoneNumber> phones) {
    return twins.of(transaction.mapper(CustomerMapper.class), transaction.keys(), name, phones);
  }

  /**
   * Stores a customer; returns the id.
   *
   * @throws ProblemException if there is neither a name nor a phone, or a text is too long
   */
  public Database.Done<Long> create(NewCustomer fresh) {
    String name = CustomerRows.nameOf(fresh);
    return database.inTransaction(
        Change.of("customer.change.created", name), tx -> createByHandIn(tx, fresh));
  }

  /** As {@link #create}, inside a transaction. */
  public long createByHandIn(Transaction transaction, NewCustomer fresh) {
    long id = createIn(transaction, fresh);
    Customer customer = stored(transaction.mapper(CustomerMapper.class), id);
    followers.forEach(f -> f.created(transaction, customer));
    return id;
  }

  /** As {@link #create}, inside a transaction; followers are not told. */
  public long createIn(Transaction transaction, NewCustomer fresh) {
    return createAllIn(transaction, List.of(fresh)).getFirst();
  }

  /** Many at once, as one batch; returns the ids in the order given. */
  public List<Long> createAllIn(Transaction transaction, List<NewCustomer> fresh) {
    return new CustomerRows.Batch(transaction, clock.now()).insert(fresh);
  }

  /**
   * Stores a changed copy and returns what is stored now.
   *
   * @throws app.ringbook.store.StaleRowException if somebody else changed the customer meanwhile
   */
  public Database.Done<Customer> edit(Customer changed) {
    return database.inTransaction(
        Change.of("customer.change.edited", changed.name()), tx -> changeIn(tx, changed));
  }

  /** As {@link #edit}, inside a transaction. */
  public Customer changeIn(Transaction transaction, Customer changed) {
    Customer before = stored(transaction.mapper(CustomerMapper.class), changed.id());
    Customer after = update(transaction, changed);
    followers.forEach(f -> f.edited(transaction, before, after));
    if (!Objects.equals(before.nextContactAt(), after.nextContactAt())) {
      followers.forEach(f -> f.nextContactSet(transaction, after));
    }
    return after;
  }

  /** Reads, changes and stores a customer inside a transaction; returns what is stored then. */
  public Customer editIn(Transaction transaction, long id, UnaryOperator<Customer> change) {
    Customer before = stored(transaction.mapper(CustomerMapper.class), id);
    Customer after = change.apply(before);
    return after.equals(before) ? before : update(transaction, after);
  }

  /** The customers with these ids, in any order; those that are gone are left out. */
  public List<Customer> byIds(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : database.read(CustomerMapper.class, m -> m.customersByIds(ids));
  }

  /** As {@link #editIn} for many, as one batch; returns how many became others. */
  public int editAllIn(Transaction transaction, List<Long> ids, UnaryOperator<Customer> change) {
    if (ids.isEmpty()) {
      return 0;
    }
    List<Row> rows = new ArrayList<>();
    List<Long> moved = new ArrayList<>();
    CustomerMapper mapper = transaction.mapper(CustomerMapper.class);
    for (Customer before : mapper.customersByIds(ids)) {
      Customer after = change.apply(before);
      if (!after.equals(before)) {
        rows.add(CustomerRows.customer(ready(after)));
        if (!Objects.equals(before.nextContactAt(), after.nextContactAt())) {
          moved.add(before.id());
        }
      }
    }
    transaction.updateAll(rows);
    for (Long id : moved) {
      Customer after = stored(mapper, id);
      followers.forEach(f -> f.nextContactSet(transaction, after));
    }
    return rows.size();
  }

  /** Notes a conversation: the last contact moves forward to this moment, never back. */
  public Customer touchIn(Transaction transaction, long id, Instant contactAt) {
    return editIn(
        transaction,
        id,
        c -> {
          Instant last = c.lastContactAt();
          return last != null && !last.isBefore(contactAt)
              ? c
              : c.change().lastContactAt(contactAt).build();
        });
  }

  /** Sets the next contact, or clears it with null. */
  public Database.Done<Customer> setNextContact(
      long id, @Nullable Instant at, @Nullable String note) {
    return named("customer.change.next_contact", id, tx -> setNextContactIn(tx, id, at, note));
  }

  /** As {@link #setNextContact}, inside a transaction. */
  public Customer setNextContactIn(
      Transaction transaction, long id, @Nullable Instant at, @Nullable String note) {
    Customer before = stored(transaction.mapper(CustomerMapper.class), id);
    Customer after =
        editIn(transaction, id, c -> c.change().nextContactAt(at).nextContactNote(note).build());
    if (after.version() != before.version()) {
      followers.forEach(f -> f.nextContactSet(transaction, after));
    }
    return after;
  }

  /** Adds a person, with phones; the first one becomes the main contact. */
  public Database.Done<Contact> addContact(long customerId, NewCustomer.NewContact fresh) {
    return named(
        "customer.change.contact_added", customerId, tx -> addContactIn(tx, customerId, fresh));
  }

  /** As {@link #addContact}, inside a transaction. */
  public Contact addContactIn(
      Transaction transaction, long customerId, NewCustomer.NewContact fresh) {
    CustomerMapper mapper = transaction.mapper(CustomerMapper.class);
    boolean main = fresh.main() || mapper.contacts(customerId).isEmpty();
    long id =
        new CustomerRows.Batch(transaction, clock.now()).insertContact(customerId, fresh, main);
    if (main) {
      releaseMain(transaction, customerId, id);
    }
    return storedContact(mapper, id);
  }

  /** Stores a changed person; a new main contact takes the mark from the old one. */
  public Database.Done<Contact> editContact(Contact changed) {
    return named(
        "customer.change.contact_edited", changed.customerId(), tx -> editContactIn(tx, changed));
  }

  /** As {@link #editContact}, inside a transaction. */
  public Contact editContactIn(Transaction transaction, Contact changed) {
    if (changed.main()) {
      releaseMain(transaction, changed.customerId(), changed.id());
    }
    transaction.update(CustomerRows.contact(changed));
    return storedContact(transaction.mapper(CustomerMapper.class), changed.id());
  }

  /** Puts a person into the trash; the person's numbers stay with the customer. */
  public Database.Done<Boolean> deleteContact(Contact contact) {
    return named(
        "customer.change.contact_deleted",
        contact.customerId(),
        tx -> {
          int first = tx.writtenRows();
          followers.forEach(f -> f.deletingContact(tx, contact.id()));
          for (Phone p : phones(tx.mapper(CustomerMapper.class), contact.customerId())) {
            if (Objects.equals(p.contactId(), contact.id())) {
              tx.update(CustomerRows.phone(p.withContact(null)));
            }
          }
          tx.delete(CustomerRows.CONTACT, contact.id(), contact.version());
          String whose = stored(tx.mapper(CustomerMapper.class), contact.customerId()).name();
          trash.put(tx, first, CustomerRows.CONTACT, contact.id(), contact.name(), whose);
          return true;
        });
  }

  /**
   * Makes these the customer's phones: those with id 0 are added, changed ones stored, the others
   * deleted.
   */
  public Database.Done<List<Phone>> setPhones(long customerId, List<Phone> phones) {
    return named("customer.change.phones", customerId, tx -> setPhonesIn(tx, customerId, phones));
  }

  /** As {@link #setPhones}, inside a transaction. */
  public List<Phone> setPhonesIn(Transaction transaction, long customerId, List<Phone> phones) {
    CustomerMapper mapper = transaction.mapper(CustomerMapper.class);
    Map<Long, Phone> before = new LinkedHashMap<>();
    phones(mapper, customerId).forEach(p -> before.put(p.id(), p));
    List<Row> added = new ArrayList<>();
    for (Phone wanted : phones) {
      boolean fresh = wanted.id() == 0;
      long id = fresh ? transaction.nextId(CustomerRows.PHONE) : wanted.id();
      Phone phone = wanted.ofCustomer(id, customerId);
      if (fresh) {
        added.add(CustomerRows.phone(phone));
      } else if (!phone.equals(before.remove(phone.id()))) {
        transaction.update(CustomerRows.phone(phone));
      }
    }
    before.values().forEach(p -> transaction.delete(CustomerRows.PHONE, p.id(), p.version()));
    transaction.insertAll(added);
    return phones(mapper, customerId);
  }

  /** Puts a customer into the trash, with people, phones and what followers keep. */
  public Database.Done<Boolean> delete(long id) {
    return named("customer.change.deleted", id, tx -> trashIn(tx, id));
  }

  /** As {@link #delete}, inside a transaction; false if there is no such customer. */
  public boolean trashIn(Transaction transaction, long id) {
    Customer customer = transaction.mapper(CustomerMapper.class).customer(id);
    if (customer != null) {
      int first = transaction.writtenRows();
      deleteIn(transaction, customer);
      trash.put(transaction, first, CustomerRows.CUSTOMER, id, customer.name(), null);
    }
    return customer != null;
  }

  /**
   * Deletes a customer as it was read, inside a transaction, past the trash.
   *
   * @throws app.ringbook.store.StaleRowException if somebody else changed it meanwhile
   */
  public void deleteIn(Transaction transaction, Customer customer) {
    CustomerMapper mapper = transaction.mapper(CustomerMapper.class);
    long id = customer.id();
    followers.forEach(f -> f.deleting(transaction, id));
    mapper.phones(id).forEach(p -> transaction.delete(CustomerRows.PHONE, p.id(), p.version()));
    mapper.contacts(id).forEach(c -> transaction.delete(CustomerRows.CONTACT, c.id(), c.version()));
    transaction.delete(CustomerRows.CUSTOMER, id, customer.version());
  }

  /** Tells the followers that a customer took others in, in the transaction that did it. */
  public void mergedIn(Transaction transaction, Customer into, List<String> names) {
    followers.forEach(f -> f.merged(transaction, into, names));
  }

  private <T> Database.Done<T> named(String action, long id, Database.Work<T> work) {
    String name = byId(id).map(Customer::name).orElse("");
    return database.inTransaction(Change.of(action, name), work);
  }

  private Customer ready(Customer changed) {
    Customer row = changed.change().name(changed.name().strip()).updatedAt(clock.now()).build();
    if (row.name().isEmpty()) {
      throw new ProblemException("customer.problem.empty");
    }
    return row;
  }

  private Customer update(Transaction transaction, Customer changed) {
    Customer row = ready(changed);
    transaction.update(CustomerRows.customer(row));
    return stored(transaction.mapper(CustomerMapper.class), row.id());
  }

  private static void releaseMain(Transaction transaction, long customerId, long exceptId) {
    for (Contact c : transaction.mapper(CustomerMapper.class).contacts(customerId)) {
      if (c.main() && c.id() != exceptId) {
        transaction.update(CustomerRows.contact(c.withMain(false)));
      }
    }
  }

  private static Customer stored(CustomerMapper mapper, long id) {
    Customer customer = mapper.customer(id);
    if (customer == null) {
      throw new ProblemException("customer.problem.gone");
    }
    return customer;
  }

  private static List<Phone> phones(CustomerMapper mapper, long customerId) {
    return mapper.phones(customerId).stream().map(CustomerMapper.PhoneRow::phone).toList();
  }

  private static Contact storedContact(CustomerMapper mapper, long id) {
    Contact contact = mapper.contact(id);
    if (contact == null) {
      throw new ProblemException("customer.problem.contact_gone");
    }
    return contact;
  }

  private void committed(Committed committed) {
    Set<Long> ids = new HashSet<>();
    for (RowChange row : committed.rows()) {
      if (row.table().equals(CustomerRows.CUSTOMER)) {
        ids.add(row.id());
      } else if (row.table().equals(CustomerRows.CONTACT)
          || row.table().equals(CustomerRows.PHONE)) {
        Row image = row.after() != null ? row.after() : Objects.requireNonNull(row.before());
        ids.add((Long) Objects.requireNonNull(image.values().get("customer_id")));
      }
    }
    if (!ids.isEmpty()) {
      changes.tell(Set.copyOf(ids));
    }
  }
}
