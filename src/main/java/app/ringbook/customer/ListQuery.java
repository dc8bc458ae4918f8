package app.ringbook.customer;

import app.ringbook.customer.columns.ColumnStore;
import app.ringbook.customer.filter.Filter;

/**
 * Which customers a list shows, and in which order.
 *
 * @param sort key of the field it is sorted by; names in Chinese by pinyin
 * @param descending true to turn the order round; customers without the value always come last
 * @param text filter as typed into the search field; empty for all
 * @param filter who is meant
 */
public record ListQuery(String sort, boolean descending, String text, Filter filter) {

  /** All customers by name. */
  public static final ListQuery ALL =
      new ListQuery(ColumnStore.BY_NAME, false, "", Filter.everyone());

  /** The same list in another order. */
  public ListQuery sortedBy(String changed, boolean turned) {
    return new ListQuery(changed, turned, text, filter);
  }

  /** The same list with another text. */
  public ListQuery withText(String changed) {
    return new ListQuery(sort, descending, changed, filter);
  }

  /** The same list with another filter. */
  public ListQuery withFilter(Filter changed) {
    return new ListQuery(sort, descending, text, changed);
  }
}
