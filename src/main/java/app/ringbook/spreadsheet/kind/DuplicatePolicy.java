package app.ringbook.spreadsheet.kind;

import java.util.Locale;

/** What happens with a row whose customer is already stored. */
public enum DuplicatePolicy {
  /** Empty fields are filled; people and numbers that are missing are added. */
  FILL,
  /** Fields take the value of the file; people and numbers that are missing are added. */
  OVERWRITE,
  /** The row is left out. */
  SKIP,
  /** A new customer is made all the same. */
  NEW,
  /** A person decides about each, or about all alike; rows not decided are left out. */
  ASK;

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Text key of its label. */
  public String labelKey() {
    return "spreadsheet.policy." + word();
  }
}
