package app.ringbook.spreadsheet.match;

import app.ringbook.spreadsheet.file.Cell;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the dates of a whole column say about the order of their parts. Dates that a workbook stores
 * as dates, or that begin with a year of four digits, say nothing and are not counted.
 *
 * @param dates dates of numbers such as 03/04/2025
 * @param dayFirst those that have a day above 12 in front
 * @param monthFirst those that have a day above 12 in the middle
 * @param yearFirst those that have a year of two digits in front that can be no day
 * @param open those that can be read with the day or the month first
 * @param example the first of those as it stands in its cell, else a date with a year of two
 *     digits, which may stand in front; empty if there is neither
 */
public record DateEvidence(
    int dates, int dayFirst, int monthFirst, int yearFirst, int open, String example) {
  /** No dates at all. */
  public static final DateEvidence NONE = new DateEvidence(0, 0, 0, 0, 0, "");

  /** The one order that the column speaks for; null if it speaks for none, or for several. */
  public @Nullable DateOrder decided() {
    boolean day = dayFirst > 0;
    boolean month = monthFirst > 0;
    boolean year = yearFirst > 0;
    if ((day ? 1 : 0) + (month ? 1 : 0) + (year ? 1 : 0) != 1) {
      return null;
    }
    return day ? DateOrder.DAY_FIRST : month ? DateOrder.MONTH_FIRST : DateOrder.YEAR_FIRST;
  }

  /** True if a person must say which part comes first. */
  public boolean undecided() {
    return open > 0 && decided() == null;
  }

  /** Dates that fit the decided order only. */
  public int deciding() {
    return Math.max(dayFirst, Math.max(monthFirst, yearFirst));
  }

  /** The day that the example means in an order; empty if it is none there. */
  public Optional<LocalDate> reading(DateOrder order) {
    return DateReader.read(example, order, LocalDate.EPOCH, ZoneOffset.UTC)
        .map(read -> read.moment().toLocalDate());
  }

  /** With one more cell; one that is no date of numbers changes nothing. */
  DateEvidence with(Cell cell) {
    if (cell.kind() != Cell.Kind.TEXT) {
      return this;
    }
    String text = cell.text().strip();
    int[] parts = DateReader.parts(text);
    if (parts.length == 0) {
      return this;
    }
    boolean year = parts[0] > 31;
    boolean month = !year && parts[1] > 12;
    boolean day = !year && !month && parts[0] > 12;
    boolean either = !year && !month && !day && parts[0] != parts[1];
    boolean shortYear = !text.matches(".*\\d{4}.*");
    return new DateEvidence(
        dates + 1,
        dayFirst + (day ? 1 : 0),
        monthFirst + (month ? 1 : 0),
        yearFirst + (year ? 1 : 0),
        open + (either ? 1 : 0),
        (either && open == 0) || (shortYear && example.isEmpty()) ? text : example);
  }
}
