package app.ringbook.customer;

import app.ringbook.store.Transaction;
import java.util.List;

/**
 * A feature that keeps something of its own about customers and takes part in their changes, inside
 * the same transaction. Registered by {@link Customers#follow}.
 */
public interface CustomerFollower {

  /** A customer was stored by hand; imports tell their own story. */
  default void created(Transaction transaction, Customer customer) {}

  /** The customer's own row was changed by hand. */
  default void edited(Transaction transaction, Customer before, Customer after) {}

  /** The next contact was set, moved or cleared. */
  default void nextContactSet(Transaction transaction, Customer customer) {}

  /** Others became part of this customer; what hung on them hangs on it already. */
  default void merged(Transaction transaction, Customer into, List<String> names) {}

  /** The customer's row is about to be deleted: delete or unlink whatever refers to it. */
  default void deleting(Transaction transaction, long customerId) {}

  /** A person's row is about to be deleted: unlink whatever refers to it. */
  default void deletingContact(Transaction transaction, long contactId) {}
}
