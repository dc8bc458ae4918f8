package app.ringbook.customer.twins;

import app.ringbook.customer.CustomerRows;
import app.ringbook.customer.Customers;
import app.ringbook.customer.Phone;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.store.Database;
import app.ringbook.store.Database.Kept;
import app.ringbook.store.trash.Trash;
import app.ringbook.store.trash.Trashed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts records back from the trash. A customer whose name, number or credit code another one has by
 * now comes back only with a reason, as if it were typed anew. Not for the window's thread.
 */
public final class Restoring {
  private final Trash trash;
  private final Customers customers;
  private final Profiles profiles;
  private final Twins twins;

  /** Over these services. */
  public Restoring(Trash trash, Customers customers, Profiles profiles, Twins twins) {
    this.trash = trash;
    this.customers = customers;
    this.profiles = profiles;
    this.twins = twins;
  }

  /**
   * Puts a record back with all that went with it.
   *
   * @param reason why it is another customer than its twins, or null if nobody was asked
   * @return what was changed since and stays as it is
   * @throws TwinsFoundException if it has twins by now and there is no reason: nothing changed
   */
  public Database.Done<List<Kept>> restore(Trashed trashed, @Nullable String reason) {
    return trash.restore(
        trashed,
        (tx, kept) -> {
          if (trashed.recordTable().equals(CustomerRows.CUSTOMER)) {
            long id = trashed.recordId();
            Portrait back = customers.portraitIn(tx, id);
            Twins.Asked asked =
                new Twins.Asked(
                    back.customer().name(),
                    back.phones().stream().map(Phone::number).toList(),
                    profiles.ofIn(tx, id).creditCode());
            List<Twin> found = twins.othersMustHaveReason(tx, id, asked, reason);
            twins.keepReason(tx, id, found, reason);
          }
        });
  }
}
