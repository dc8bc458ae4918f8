package app.ringbook.spreadsheet.match;

import org.jspecify.annotations.Nullable;

/**
 * How the values of rows are read.
 *
 * @param region ISO 3166 region for phones of rows that name no country; null for the office's
 * @param dateOrder for dates that fit more than one order
 * @param source where all rows come from, instead of what they say; null to believe them
 */
public record RowRules(@Nullable String region, DateOrder dateOrder, @Nullable String source) {

  /** The office's region, the day first, the rows' own source. */
  public static final RowRules DEFAULT = new RowRules(null, DateOrder.DAY_FIRST, null);

  /** Other phones' region. */
  public RowRules withRegion(@Nullable String changed) {
    return new RowRules(changed, dateOrder, source);
  }

  /** Another order of dates. */
  public RowRules withDateOrder(DateOrder changed) {
    return new RowRules(region, changed, source);
  }

  /** Another source. */
  public RowRules withSource(@Nullable String changed) {
    return new RowRules(region, dateOrder, changed);
  }
}
