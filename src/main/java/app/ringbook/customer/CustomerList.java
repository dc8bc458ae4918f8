package app.ringbook.customer;

import app.ringbook.store.Database;
import java.util.List;

/**
 * Windows over long lists: first the ids in order, then the rows on screen. Not for the window's
 * thread.
 */
public final class CustomerList {

  /** The search answers text filters. */
  public CustomerList(Database database, CustomerSearch search) {}

  /** Ids of all customers of the list, in its order. */
  public long[] ids(ListQuery query) {
    throw new UnsupportedOperationException();
  }

  /** Rows by id, in the order asked for; ids that are gone are left out. */
  public List<CustomerLine> lines(List<Long> ids) {
    throw new UnsupportedOperationException();
  }
}
