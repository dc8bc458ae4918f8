package app.ringbook.spreadsheet.match;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the values of rows are read. The maps keep a steady order: an interrupted import is known
 * again by its rules.
 *
 * @param region ISO 3166 region for phones of rows that name no country; null for the office's
 * @param source where all rows come from, instead of what they say; null to believe them
 * @param orders which part of dates comes first, by key of the field, as a person decided where the
 *     column itself does not
 * @param values which value of the program a value of the file means, by key of the field; empty if
 *     the value is left out
 */
public record RowRules(
    @Nullable String region,
    @Nullable String source,
    Map<String, DateOrder> orders,
    Map<String, Map<String, String>> values) {

  private static final Pattern WHOLE_YEAR = Pattern.compile("\\d{4}");

  /** The office's region, dates as their columns say, the rows' own source and values. */
  public static final RowRules DEFAULT = new RowRules(null, null, Map.of(), Map.of());

  /** Copies the maps. */
  public RowRules {
    orders = Collections.unmodifiableMap(new TreeMap<>(orders));
    Map<String, Map<String, String>> steady = new TreeMap<>();
    values.forEach(
        (field, one) -> steady.put(field, Collections.unmodifiableMap(new TreeMap<>(one))));
    values = Collections.unmodifiableMap(steady);
  }

  /** Other phones' region. */
  public RowRules withRegion(@Nullable String changed) {
    return new RowRules(changed, source, orders, values);
  }

  /** Another source. */
  public RowRules withSource(@Nullable String changed) {
    return new RowRules(region, changed, orders, values);
  }

  /** Other orders of dates. */
  public RowRules withOrders(Map<String, DateOrder> changed) {
    return new RowRules(region, source, changed, values);
  }

  /** Another order of the dates of one field. */
  public RowRules withOrder(Field field, DateOrder order) {
    Map<String, DateOrder> changed = new TreeMap<>(orders);
    changed.put(field.key(), order);
    return withOrders(changed);
  }

  /** Other meanings of values. */
  public RowRules withValues(Map<String, Map<String, String>> changed) {
    return new RowRules(region, source, orders, changed);
  }

  /** Other meanings of the values of one field. */
  public RowRules withValues(Field field, Map<String, String> meanings) {
    Map<String, Map<String, String>> changed = new TreeMap<>(values);
    changed.put(field.key(), meanings);
    return withValues(changed);
  }

  /** The order of dates: a person's word, else the column's own evidence, else the day first. */
  DateOrder order(Field field, ColumnProfile profile) {
    DateOrder said = orders.get(field.key());
    if (said != null) {
      return said;
    }
    DateOrder seen = profile.dates().decided();
    return seen == null ? DateOrder.DAY_FIRST : seen;
  }

  /** True for a date of numbers with a whole year, once its column or a person says the order. */
  boolean settled(Field field, ColumnProfile profile, String text) {
    boolean known = orders.containsKey(field.key()) || profile.dates().decided() != null;
    return known && DateReader.parts(text).length > 0 && WHOLE_YEAR.matcher(text).find();
  }

  /** What a value of a field means: itself, unless somebody decided. */
  String meaning(Field field, String text) {
    Map<String, String> one = values.get(field.key());
    return one == null ? text : one.getOrDefault(text, text);
  }
}
