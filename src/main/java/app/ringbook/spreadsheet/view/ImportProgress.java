package app.ringbook.spreadsheet.view;

import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;

/**
 * How far an import is.
 *
 * @param done rows stored
 * @param total all rows, or a negative number while unknown
 * @param rowsPerSecond how fast it has been so far; 0 while unknown
 */
public record ImportProgress(long done, long total, double rowsPerSecond) {
  /** Not begun. */
  public static final ImportProgress NONE = new ImportProgress(0, -1, 0);

  /** 0 to 1, or a negative number while unknown. */
  public double fraction() {
    return total <= 0 ? -1 : (double) done / total;
  }

  /** Rows, rate and time left as a line; the rows alone while nothing else is known. */
  String line(Language language, Formats formats) {
    if (rowsPerSecond <= 0) {
      return language.now("spreadsheet.toast.count", done, total);
    }
    long millisLeft = Math.round(Math.max(0, total - done) / rowsPerSecond * 1000);
    return language.now(
        "spreadsheet.toast.rate",
        done,
        total,
        Math.round(rowsPerSecond),
        formats.clock(millisLeft));
  }
}
