package app.ringbook.customer.profile;

import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to what customers need. Not for the window's thread. */
public final class Needs {

  /**
   * Needs for one product that nobody has met yet.
   *
   * @param product its name
   * @param needs how many
   * @param customers of how many customers
   */
  public record Unmet(String product, long needs, long customers) {}

  /**
   * A need that nobody has met yet, and whose it is.
   *
   * @param customer the customer's name
   * @param owner who looks after the customer, or null
   * @param detail in words, or null
   */
  public record Wanting(
      long customerId,
      String customer,
      @Nullable String owner,
      Need.Importance importance,
      @Nullable String detail) {}

  private static final int MOST = 1000;
  private final Database database;

  /** Over this database. */
  public Needs(Database database) {
    this.database = database;
  }

  /** The needs of a customer: those not met first, the oldest first. */
  public List<Need> of(long customerId) {
    return database.read(ProfileMapper.class, m -> m.needs(customerId));
  }

  /** What is needed and not met, by product; the most wanted first. */
  public List<Unmet> unmetByProduct() {
    return database.read(ProfileMapper.class, ProfileMapper::unmetByProduct);
  }

  /** Who needs a product and has not got it, the most pressing first; the oldest thousand. */
  public List<Wanting> wanting(String product) {
    return database.read(ProfileMapper.class, m -> m.wanting(product, MOST)).stream()
        .sorted(Comparator.comparing(Wanting::importance).thenComparing(Wanting::customer))
        .toList();
  }

  /**
   * Adds a need (id 0) or stores a changed one; returns its id.
   *
   * @throws ProblemException if no product is named
   */
  public Database.Done<Long> save(Need need) {
    return database.inTransaction(
        Change.of("customer.change.need", need.product()), tx -> saveIn(tx, need));
  }

  /** As {@link #save}, inside a transaction. */
  public long saveIn(Transaction transaction, Need need) {
    String product = need.product().strip();
    if (product.isEmpty()) {
      throw new ProblemException("customer.problem.need_empty");
    }
    boolean fresh = need.id() == 0;
    long id = fresh ? transaction.nextId(ProfileRows.NEED) : need.id();
    Need row =
        new Need(
            id,
            need.version(),
            need.customerId(),
            product,
            need.importance(),
            need.detail(),
            need.met());
    if (fresh) {
      transaction.insert(ProfileRows.need(row));
    } else {
      transaction.update(ProfileRows.need(row));
    }
    return id;
  }

  /** Deletes a need. */
  public Database.Done<Boolean> delete(Need need) {
    return database.inTransaction(
        Change.of("customer.change.need_deleted", need.product()),
        tx -> {
          tx.delete(ProfileRows.NEED, need.id(), need.version());
          return true;
        });
  }
}
