package app.ringbook.customer.catalogue;

import app.ringbook.customer.CustomerList;
import app.ringbook.customer.Customers;
import app.ringbook.customer.Portrait;
import app.ringbook.customer.profile.Profile;
import app.ringbook.customer.profile.Profiles;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import java.util.List;
import java.util.Map;

/** Reads and writes customers with all that the catalogue reads. Not for the window's thread. */
public final class CustomerRecords {
  private final Database database;
  private final Customers customers;
  private final Profiles profiles;
  private final CustomerList list;

  /** Over these services. */
  public CustomerRecords(
      Database database, Customers customers, Profiles profiles, CustomerList list) {
    this.database = database;
    this.customers = customers;
    this.profiles = profiles;
    this.list = list;
  }

  /** The customers with these ids, in this order; those that are gone are left out. */
  public List<CustomerRecord> of(List<Long> ids) {
    List<Portrait> portraits = list.portraits(ids);
    Map<Long, Profile> known = profiles.of(ids);
    return portraits.stream()
        .map(
            portrait -> {
              long id = portrait.customer().id();
              return CustomerRecord.of(portrait, known.getOrDefault(id, Profile.empty(id)));
            })
        .toList();
  }

  /**
   * Writes what differs between the two; returns its place in the journal.
   *
   * @throws app.ringbook.customer.profile.SameCompanyException if it is another customer's company
   * @throws app.ringbook.store.StaleRowException if somebody else changed it meanwhile
   */
  public long save(CustomerRecord before, CustomerRecord after) {
    return database.write(
        Change.of("customer.change.edited", after.name()),
        tx -> {
          if (!after.customer().equals(before.customer())) {
            customers.changeIn(tx, after.customer());
          }
          if (!after.profile().equals(before.profile())) {
            profiles.saveIn(tx, after.profile());
          }
        });
  }
}
