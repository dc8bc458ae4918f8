package app.ringbook.spreadsheet.kind;

import app.ringbook.spreadsheet.match.RowRules;

/**
 * What the user decided about an import.
 *
 * @param kind what rows become: name of a {@link RecordKind}
 * @param policy for customers that are stored already
 * @param rules how values are read
 * @param phoneTwins true if a phone alone makes two customers one, whatever their names
 */
public record ImportOptions(
    String kind, DuplicatePolicy policy, RowRules rules, boolean phoneTwins) {

  /** Customers; fill empty fields; one phone, one customer. */
  public static final ImportOptions DEFAULT =
      new ImportOptions("customers", DuplicatePolicy.FILL, RowRules.DEFAULT, true);

  /** Rows become something else. */
  public ImportOptions withKind(String changed) {
    return new ImportOptions(changed, policy, rules, phoneTwins);
  }

  /** Another policy. */
  public ImportOptions withPolicy(DuplicatePolicy changed) {
    return new ImportOptions(kind, changed, rules, phoneTwins);
  }

  /** Other rules. */
  public ImportOptions withRules(RowRules changed) {
    return new ImportOptions(kind, policy, changed, phoneTwins);
  }

  /** Another view of shared phones. */
  public ImportOptions withPhoneTwins(boolean changed) {
    return new ImportOptions(kind, policy, rules, changed);
  }
}
