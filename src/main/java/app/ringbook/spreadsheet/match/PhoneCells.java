package app.ringbook.spreadsheet.match;

import app.ringbook.customer.PhoneKind;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.spreadsheet.file.Cell;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads cells with phones: several in one, stored as numbers, without country code. */
final class PhoneCells {
  private static final int RAW = 200;

  /** A spreadsheet keeps so many digits of a number. */
  private static final int MOST_DIGITS = 15;

  private static final Set<String> NONE =
      Set.of("-", "--", "—", "/", "\\", "n/a", "na", "none", "null", "无", "暂无", "没有", "0", "x");
  private static final Pattern FRACTION = Pattern.compile("(\\d{5,})\\.0+");
  private static final Pattern EXPONENT = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d{1,2}");
  private final PhoneNumbers numbers;

  PhoneCells(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /** Adds the numbers of a cell to a draft. */
  void take(
      DraftBuilder draft,
      ColumnMatch.Column column,
      Cell cell,
      String text,
      @Nullable String country) {
    if (NONE.contains(text.toLowerCase(Locale.ROOT))) {
      return;
    }
    PhoneKind kind = kind(column.field());
    boolean personal = kind == PhoneKind.MOBILE;
    String whole = whole(text);
    if (whole == null) {
      draft.problem(ProblemKind.PHONE_DIGITS_LOST, column.index());
      draft.phone(kind, personal, new PhoneNumber(text, null, "", null, null));
      return;
    }
    boolean number = asNumber(cell) || !whole.equals(text);
    if (number) {
      draft.problem(ProblemKind.PHONE_AS_NUMBER, column.index());
    }
    String digits = FRACTION.matcher(whole).replaceAll("$1");
    List<String> parts = number ? List.of(digits) : numbers.split(text);
    for (String part : parts.isEmpty() ? List.of(text) : parts) {
      if (part.length() > RAW) {
        draft.leftOver(column.title(), part);
        continue;
      }
      PhoneNumber read = number ? restored(part, country) : numbers.parse(part, country);
      if (read.e164() == null) {
        draft.problem(ProblemKind.PHONE_DOUBTFUL, column.index());
      }
      draft.phone(kind, personal, read);
    }
  }

  /**
   * What is written like 1.3812345678E+10 with all of its digits, without the exponent; null where
   * digits are gone, as in 1.38E+10. Any other text is as it was.
   */
  private static @Nullable String whole(String text) {
    if (!EXPONENT.matcher(text).matches()) {
      return text;
    }
    BigDecimal number = new BigDecimal(text);
    boolean all = number.scale() >= 0 && number.precision() <= MOST_DIGITS;
    return all && number.remainder(BigDecimal.ONE).signum() == 0
        ? number.toBigInteger().toString()
        : null;
  }

  /** True for a phone that the file, or the program that wrote it, took for a number. */
  static boolean asNumber(Cell cell) {
    return cell.kind() == Cell.Kind.NUMBER || FRACTION.matcher(cell.text().strip()).matches();
  }

  /** A spreadsheet drops the plus and the leading zero of what it takes for a number. */
  private PhoneNumber restored(String digits, @Nullable String country) {
    PhoneNumber plain = numbers.parse(digits, country);
    if (plain.e164() != null) {
      return plain;
    }
    for (String lost : List.of("0", "+")) {
      PhoneNumber better = numbers.parse(lost + digits, country);
      if (better.e164() != null) {
        return new PhoneNumber(
            digits, better.e164(), better.national(), better.region(), better.extension());
      }
    }
    return plain;
  }

  private static PhoneKind kind(@Nullable Field field) {
    if (field == null) {
      return PhoneKind.OTHER;
    }
    return switch (field.kind()) {
      case MOBILE_PHONE -> PhoneKind.MOBILE;
      case FAX -> PhoneKind.FAX;
      default -> PhoneKind.OFFICE;
    };
  }
}
