package app.ringbook.customer;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The door to customers: reading one, and every way to change one. Each change returns the place of
 * its journal entry, by which it can be undone. Not for the window's thread.
 */
public final class Customers {

  /** Why another customer may be the same one. */
  public enum TwinReason {
    /** One of the numbers is theirs. */
    PHONE,
    /** The name is the same but for spelling and legal form. */
    NAME
  }

  /** Another customer that may be the same one. */
  public record Twin(long customerId, String name, TwinReason why) {}

  private final Listeners<Set<Long>> changes = new Listeners<>();

  /** Follows the database's changes from now on. */
  public Customers(Database database, PhoneNumbers numbers, AppClock clock) {}

  /** Adds a feature that takes part in the changes of customers. */
  public void follow(CustomerFollower follower) {
    throw new UnsupportedOperationException();
  }

  /** Ids of customers whose row, people or phones changed; told on the writer thread. */
  public Listeners<Set<Long>> changes() {
    return changes;
  }

  /** The customer with this id. */
  public Optional<Customer> byId(long id) {
    throw new UnsupportedOperationException();
  }

  /**
   * The customer with people and phones.
   *
   * @throws app.ringbook.platform.ProblemException if there is none
   */
  public Portrait portrait(long id) {
    throw new UnsupportedOperationException();
  }

  /** How many customers there are. */
  public long count() {
    throw new UnsupportedOperationException();
  }

  /** Customers that may be the same as one with this name and these numbers, at most ten. */
  public List<Twin> likelyTwins(String name, List<PhoneNumber> phones) {
    throw new UnsupportedOperationException();
  }

  /** Stores a customer; returns the id. */
  public Database.Done<Long> create(NewCustomer fresh) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #create}, inside a transaction; followers are not told. */
  public long createIn(Transaction transaction, NewCustomer fresh) {
    throw new UnsupportedOperationException();
  }

  /** Many at once, as one batch; returns the ids in the order given. */
  public List<Long> createAllIn(Transaction transaction, List<NewCustomer> fresh) {
    throw new UnsupportedOperationException();
  }

  /**
   * Stores a changed copy and returns what is stored now.
   *
   * @throws app.ringbook.store.StaleRowException if somebody else changed the customer meanwhile
   */
  public Database.Done<Customer> edit(Customer changed) {
    throw new UnsupportedOperationException();
  }

  /** Reads, changes and stores a customer inside a transaction; returns what is stored then. */
  public Customer editIn(Transaction transaction, long id, UnaryOperator<Customer> change) {
    throw new UnsupportedOperationException();
  }

  /** Notes a conversation: the last contact moves forward to this moment, never back. */
  public Customer touchIn(Transaction transaction, long id, Instant contactAt) {
    throw new UnsupportedOperationException();
  }

  /** Sets the next contact, or clears it with null. */
  public Database.Done<Customer> setNextContact(
      long id, @Nullable Instant at, @Nullable String note) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #setNextContact}, inside a transaction. */
  public Customer setNextContactIn(
      Transaction transaction, long id, @Nullable Instant at, @Nullable String note) {
    throw new UnsupportedOperationException();
  }

  /** Adds a person, with phones; the first one becomes the main contact. */
  public Database.Done<Contact> addContact(long customerId, NewCustomer.NewContact fresh) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #addContact}, inside a transaction. */
  public Contact addContactIn(
      Transaction transaction, long customerId, NewCustomer.NewContact fresh) {
    throw new UnsupportedOperationException();
  }

  /** Stores a changed person; a new main contact takes the mark from the old one. */
  public Database.Done<Contact> editContact(Contact changed) {
    throw new UnsupportedOperationException();
  }

  /** Deletes a person; the person's numbers stay with the customer. */
  public Database.Done<Boolean> deleteContact(Contact contact) {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes these the customer's phones: those with id 0 are added, changed ones stored, the others
   * deleted.
   */
  public Database.Done<List<Phone>> setPhones(long customerId, List<Phone> phones) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #setPhones}, inside a transaction. */
  public List<Phone> setPhonesIn(Transaction transaction, long customerId, List<Phone> phones) {
    throw new UnsupportedOperationException();
  }

  /** Deletes a customer with people, phones and what followers keep. */
  public Database.Done<Boolean> delete(long id) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #delete}, inside a transaction; false if there is no such customer. */
  public boolean deleteIn(Transaction transaction, long id) {
    throw new UnsupportedOperationException();
  }
}
