package app.ringbook.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which customers a list shows, and in which order.
 *
 * @param sort by what
 * @param descending true to turn the order round; customers without the value always come last
 * @param text filter as typed into the search field; empty for all
 * @param dueBefore only customers whose next contact is before this moment; null for all
 */
public record ListQuery(Sort sort, boolean descending, String text, @Nullable Instant dueBefore) {

  /** What a list is sorted by. */
  public enum Sort {
    /** Name, Chinese ones by pinyin. */
    NAME,
    /** When to get in touch next. */
    NEXT_CONTACT,
    /** When anybody last talked to them. */
    LAST_CONTACT,
    /** When they were added. */
    CREATED
  }

  /** All customers by name. */
  public static final ListQuery ALL = new ListQuery(Sort.NAME, false, "", null);

  /** The same list in another order. */
  public ListQuery sortedBy(Sort changed, boolean turned) {
    return new ListQuery(changed, turned, text, dueBefore);
  }

  /** The same list with another filter. */
  public ListQuery withText(String changed) {
    return new ListQuery(sort, descending, changed, dueBefore);
  }

  /** The same list with only those due before a moment; null for all. */
  public ListQuery withDueBefore(@Nullable Instant changed) {
    return new ListQuery(sort, descending, text, changed);
  }
}
