package app.ringbook.spreadsheet.kind;

import app.ringbook.spreadsheet.match.RowRules;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the user decided about an import.
 *
 * @param kind what rows become: name of a {@link RecordKind}
 * @param policy for customers that are stored already
 * @param rules how values are read
 * @param phoneTwins true if a phone alone makes two customers one, whatever their names
 * @param fills rules of single fields, by key, instead of the policy
 * @param decisions about single rows, for {@link DuplicatePolicy#ASK}
 */
public record ImportOptions(
    String kind,
    DuplicatePolicy policy,
    RowRules rules,
    boolean phoneTwins,
    Map<String, FillRule> fills,
    Decisions decisions) {

  /** Customers; fill empty fields; one phone, one customer. */
  public static final ImportOptions DEFAULT =
      new ImportOptions(
          "customers", DuplicatePolicy.FILL, RowRules.DEFAULT, true, Map.of(), Decisions.NONE);

  /** Copies the map, in a steady order: an interrupted import is known again by its options. */
  public ImportOptions {
    fills = Collections.unmodifiableMap(new TreeMap<>(fills));
  }

  /** Rows become something else. */
  public ImportOptions withKind(String changed) {
    return new ImportOptions(changed, policy, rules, phoneTwins, fills, decisions);
  }

  /** Another policy. */
  public ImportOptions withPolicy(DuplicatePolicy changed) {
    return new ImportOptions(kind, changed, rules, phoneTwins, fills, decisions);
  }

  /** Other rules. */
  public ImportOptions withRules(RowRules changed) {
    return new ImportOptions(kind, policy, changed, phoneTwins, fills, decisions);
  }

  /** Another view of shared phones. */
  public ImportOptions withPhoneTwins(boolean changed) {
    return new ImportOptions(kind, policy, rules, changed, fills, decisions);
  }

  /** Other rules for single fields. */
  public ImportOptions withFills(Map<String, FillRule> changed) {
    return new ImportOptions(kind, policy, rules, phoneTwins, changed, decisions);
  }

  /** Other decisions about rows. */
  public ImportOptions withDecisions(Decisions changed) {
    return new ImportOptions(kind, policy, rules, phoneTwins, fills, changed);
  }

  /** Another rule for one field; null lets the policy decide again. */
  public ImportOptions withFill(String field, @Nullable FillRule rule) {
    Map<String, FillRule> changed = new TreeMap<>(fills);
    if (rule == null) {
      changed.remove(field);
    } else {
      changed.put(field, rule);
    }
    return withFills(changed);
  }

  /** What a row does to a stored record, by policy and rules. */
  public Fills filling() {
    return new Fills(
        policy == DuplicatePolicy.OVERWRITE ? FillRule.OVERWRITE : FillRule.EMPTY, fills);
  }
}
