package app.ringbook.customer.profile;

import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The door to further addresses of customers. Not for the window's thread. */
public final class Addresses {
  private final Database database;

  /** Over this database. */
  public Addresses(Database database) {
    this.database = database;
  }

  /** The further addresses of a customer, the oldest first. */
  public List<Address> of(long customerId) {
    return database.read(ProfileMapper.class, m -> m.addresses(customerId));
  }

  /**
   * Adds an address (id 0) or stores a changed one; returns its id.
   *
   * @throws ProblemException if nothing stands in it
   */
  public Database.Done<Long> save(Address address) {
    return database.inTransaction(
        Change.of("customer.change.address", name(address.customerId())),
        tx -> saveIn(tx, address));
  }

  /** As {@link #save}, inside a transaction. */
  public long saveIn(Transaction transaction, Address a) {
    if (Stream.of(a.country(), a.region(), a.city(), a.address(), a.postalCode())
        .allMatch(Objects::isNull)) {
      throw new ProblemException("customer.problem.address_empty");
    }
    if (a.id() != 0) {
      transaction.update(ProfileRows.address(a));
      return a.id();
    }
    long id = transaction.nextId(ProfileRows.ADDRESS);
    transaction.insert(
        ProfileRows.address(
            new Address(
                id,
                0,
                a.customerId(),
                a.kind(),
                a.country(),
                a.region(),
                a.city(),
                a.address(),
                a.postalCode())));
    return id;
  }

  /** Deletes an address. */
  public Database.Done<Boolean> delete(Address address) {
    return database.inTransaction(
        Change.of("customer.change.address_deleted", name(address.customerId())),
        tx -> {
          tx.delete(ProfileRows.ADDRESS, address.id(), address.version());
          return true;
        });
  }

  private String name(long customerId) {
    String name = database.read(ProfileMapper.class, m -> m.customerName(customerId));
    return Objects.requireNonNullElse(name, "");
  }
}
