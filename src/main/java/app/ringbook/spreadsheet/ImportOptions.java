package app.ringbook.spreadsheet;

import app.ringbook.spreadsheet.match.RowRules;

/**
 * What the user decided about an import.
 *
 * @param policy for customers that are stored already
 * @param rules how values are read
 * @param phoneTwins true if a phone alone makes two customers one, whatever their names
 */
public record ImportOptions(DuplicatePolicy policy, RowRules rules, boolean phoneTwins) {

  /** Fill empty fields; one phone, one customer. */
  public static final ImportOptions DEFAULT =
      new ImportOptions(DuplicatePolicy.FILL, RowRules.DEFAULT, true);

  /** Another policy. */
  public ImportOptions withPolicy(DuplicatePolicy changed) {
    return new ImportOptions(changed, rules, phoneTwins);
  }

  /** Other rules. */
  public ImportOptions withRules(RowRules changed) {
    return new ImportOptions(policy, changed, phoneTwins);
  }

  /** Another view of shared phones. */
  public ImportOptions withPhoneTwins(boolean changed) {
    return new ImportOptions(policy, rules, changed);
  }
}
