package app.ringbook.spreadsheet.kind;

import java.util.Locale;

/** What becomes of a row. Every row read has exactly one. */
public enum Outcome {
  /** A new customer. */
  NEW,
  /** A stored customer gets something from it. */
  UPDATED,
  /** The stored customer has all of it already. */
  SAME,
  /** Another row of the file is the same customer, or the stored one is to be left alone. */
  DUPLICATE,
  /** It cannot be imported; the reason says why. */
  REFUSED;

  /** Text key of its label. */
  public String labelKey() {
    return "spreadsheet.outcome." + name().toLowerCase(Locale.ROOT);
  }
}
