package app.ringbook.customer.columns;

import app.ringbook.customer.fields.Formula;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills a column with what a formula makes of others. Used under the store's lock. */
final class Computing {
  /** Many customers have the same few values, most of them none. */
  private static final int REMEMBERED = 4_096;

  private final Formula formula;
  private final List<String> needs;
  private final List<Column> from;
  private final Column into;
  private final LocalDate today;
  private final Map<List<@Nullable Object>, Formula.Result> known = new HashMap<>();

  /**
   * @param needs keys of the fields in the formula
   * @param from their columns, in the same order
   */
  Computing(String formula, List<String> needs, List<Column> from, Column into, LocalDate today) {
    this.formula = Formula.of(formula);
    this.needs = needs;
    this.from = from;
    this.into = into;
    this.today = today;
  }

  List<String> needs() {
    return needs;
  }

  Column column() {
    return into;
  }

  /** True if it was computed on another day, and days count. */
  boolean stale(LocalDate now) {
    return !now.equals(today) && formula.source().toUpperCase(Locale.ROOT).contains("TODAY");
  }

  /** For the customers in slots from one to below another. */
  void compute(int first, int end) {
    for (int slot = first; slot < end; slot++) {
      compute(slot);
    }
  }

  void compute(int slot) {
    List<@Nullable Object> values = new ArrayList<>(from.size());
    for (Column column : from) {
      values.add(column.value(slot));
    }
    Formula.Result result = known.get(values);
    if (result == null) {
      result = formula.result(key -> values.get(needs.indexOf(key)), today);
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      known.put(values, result);
    }
    into.put(slot, result.value());
  }
}
