package app.ringbook.spreadsheet.file;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers of a workbook as exact text. */
final class NumberText {
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
      text = plain(Double.parseDouble(text));
    }
    return text.length() < width && digitsOnly(text)
        ? "0".repeat(width - text.length()) + text
        : text;
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
    if (!DateUtil.isValidExcelDate(serial) || serial == 0) {
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
    return !text.isEmpty()
        && text.length() <= 40
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
