package app.ringbook.spreadsheet.view;

/** Where the user is. */
public enum ImportStep {
  /** Choosing a file and a sheet. */
  FILE("spreadsheet.step.file"),
  /** Saying which column is which field. */
  MATCH("spreadsheet.step.match"),
  /** Seeing what becomes of every row. */
  REVIEW("spreadsheet.step.review"),
  /** Importing, and what came of it. */
  DONE("spreadsheet.step.done");

  private final String key;

  ImportStep(String key) {
    this.key = key;
  }

  /** Text key of its name. */
  public String key() {
    return key;
  }
}
