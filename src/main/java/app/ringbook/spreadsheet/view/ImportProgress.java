package app.ringbook.spreadsheet.view;

/**
 * How far an import is.
 *
 * @param done rows stored
 * @param total all rows, or a negative number while unknown
 */
public record ImportProgress(long done, long total) {
  /** Not begun. */
  public static final ImportProgress NONE = new ImportProgress(0, -1);

  /** 0 to 1, or a negative number while unknown. */
  public double fraction() {
    return total <= 0 ? -1 : (double) done / total;
  }
}
