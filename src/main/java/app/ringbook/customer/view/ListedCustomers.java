package app.ringbook.customer.view;

import app.ringbook.customer.ListQuery;
import java.util.List;

/**
 * What the list of customers shows at a moment.
 *
 * @param query who is listed, in which order
 * @param checked keys of the checked ones, in the order of the list
 * @param listed how many are listed
 * @param all how many there are
 * @param columns keys of the columns, from the left
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
public record ListedCustomers(
    ListQuery query, long[] checked, long listed, long all, List<String> columns) {
  /** Copies the columns. */
  public ListedCustomers {
    columns = List.copyOf(columns);
  }
}
