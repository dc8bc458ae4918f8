package app.ringbook.spreadsheet.file;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers of a workbook as exact text. */
final class NumberText {
  /** The day after the last of the year 9999, counted from 1900. */
  private static final double AFTER_LAST_DAY = 2_958_466;

  /** So many digits come back from a double as they went in. */
  private static final int EXACT_DIGITS = 15;

  private NumberText() {}

  /**
   * The plain digits of a stored number. Long identifiers written by other programs keep every
   * digit; what Excel wrote with 17 digits ({@code 9.8000000000000007}) gets its short form back.
   *
   * @param stored text of the number in the file
   * @param width digits that the cell's format shows at least ({@code 00000}), or 0
   */
  static String of(String stored, int width) {
    String text = stored.strip();
    if (!digitsOnly(text)) {
      text = exact(text) ? text : plain(Double.parseDouble(text));
    }
    return text.length() < width && digitsOnly(text)
        ? "0".repeat(width - text.length()) + text
        : text;
  }

  /**
   * True for a decimal of so few digits that it is the shortest text of its number already: 12.5
   * and -0.25, but neither 12.50 nor 012.5 nor -0.
   */
  private static boolean exact(String text) {
    int length = text.length();
    if (length > EXACT_DIGITS || text.charAt(length - 1) < '1' || text.charAt(length - 1) > '9') {
      return false;
    }
    int first = text.charAt(0) == '-' ? 1 : 0;
    int point = -1;
    for (int i = first; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    boolean leadingZero = text.charAt(first) == '0' && point != first + 1;
    return point > first && !leadingZero;
  }

  /** The day of a text of digits without a leading zero, or -1. */
  static int wholeDay(String stored) {
    return digitsOnly(stored) && stored.charAt(0) != '0' ? Integer.parseInt(stored) : -1;
  }

  /** The shortest plain text that means this number. */
  static String plain(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  /** A number with a date style; outside the years a date can have it stays a number. */
  static Cell date(double serial, boolean from1904, String otherwise) {
    if (!DateUtil.isValidExcelDate(serial) || serial == 0 || serial >= AFTER_LAST_DAY) {
      return new Cell(Cell.Kind.NUMBER, otherwise);
    }
    LocalDateTime moment = DateUtil.getLocalDateTime(serial, from1904, true);
    if (moment == null || moment.getYear() > 9999) {
      return new Cell(Cell.Kind.NUMBER, otherwise);
    }
    if (serial < 1) {
      return Cell.text(moment.toLocalTime().toString());
    }
    boolean midnight = moment.toLocalTime().toSecondOfDay() == 0;
    return new Cell(Cell.Kind.DATE, midnight ? moment.toLocalDate().toString() : moment.toString());
  }

  /** Digits a number format such as {@code 00000} shows at least, or 0 for any other format. */
  static int width(String format) {
    return !format.isEmpty() && format.length() <= 20 && format.chars().allMatch(c -> c == '0')
        ? format.length()
        : 0;
  }

  private static boolean digitsOnly(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return length > 0 && length <= 40;
  }
}
