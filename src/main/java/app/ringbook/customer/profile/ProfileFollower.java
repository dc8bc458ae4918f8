package app.ringbook.customer.profile;

import app.ringbook.store.Transaction;
import org.jspecify.annotations.Nullable;

/** A feature that tells of changes of profiles, inside the same transaction. */
@FunctionalInterface
public interface ProfileFollower {

  /**
   * Something about a customer changed that is worth telling.
   *
   * @param customerId whose
   * @param what key of the field, for example {@code qualification} or {@code lifeCycle}
   * @param before its stored value, or null for none
   * @param after its stored value now, or null for none
   * @param reason why, in the words of the person who did it; or null
   */
  record ProfileChange(
      long customerId,
      String what,
      @Nullable String before,
      @Nullable String after,
      @Nullable String reason) {}

  /** Something changed. */
  void changed(Transaction transaction, ProfileChange change);
}
