package app.ringbook.spreadsheet.match;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates as people type them, in the orders of the world and in words of two languages. */
final class DateReader {
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(\\d{1,4})\\s*([./\\-年])\\s*(\\d{1,2})\\s*[./\\-月]\\s*(\\d{1,4})\\s*日?(?:[T\\s]+(.*))?");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(\\d{1,2})\\.?\\s+)?([A-Za-z]{3,9})\\.?(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?)?,?(?:\\s+(\\d{4}))?");
  private static final Pattern CHINESE_DAY = Pattern.compile("(\\d{1,2})月(\\d{1,2})[日号]?");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})[:：](\\d{2})(?:[:：]\\d{2}(?:\\.\\d+)?)?\\s*([AaPp][Mm])?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /**
   * A date that was read.
   *
   * @param moment in the user's zone; at 9:00 if only the day is given
   * @param doubtful true if another order would read it differently
   */
  record Read(LocalDateTime moment, boolean doubtful) {}

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private DateReader() {}

  static boolean looksLikeDate(String text) {
    return NUMBERS.matcher(text.strip()).matches();
  }

  /** The first two parts of a date of numbers; empty if it is none, or its year stands first. */
  static int[] parts(String text) {
    Matcher parts = NUMBERS.matcher(text.strip());
    if (!parts.matches() || parts.group(1).length() > 2) {
      return new int[0];
    }
    return new int[] {number(parts, 1), number(parts, 3)};
  }

  /**
   * Reads a date.
   *
   * @param text as in the cell
   * @param order for numbers that fit more than one
   * @param today the year for dates without one
   * @param zone where a moment with an offset is shown
   */
  static Optional<Read> read(String text, DateOrder order, LocalDate today, ZoneId zone) {
    String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC).strip();
    try {
      if (plain.matches("\\d{4}-\\d{2}-\\d{2}T.*(Z|[+-]\\d{2}:?\\d{2})")) {
        OffsetDateTime moment = OffsetDateTime.parse(plain);
        return Optional.of(new Read(moment.atZoneSameInstant(zone).toLocalDateTime(), false));
      }
      Matcher numbers = NUMBERS.matcher(plain);
      if (numbers.matches()) {
        return numbers(numbers, order);
      }
      Matcher chinese = CHINESE_DAY.matcher(plain);
      if (chinese.matches()) {
        return Optional.of(
            new Read(
                day(today.getYear(), number(chinese, 1), number(chinese, 2)).atTime(MORNING),
                true));
      }
      Matcher words = WORDS.matcher(plain);
      return words.matches() ? words(words, today) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Read> numbers(Matcher parts, DateOrder order) {
    int a = number(parts, 1);
    int b = number(parts, 3);
    int c = number(parts, 4);
    LocalDate day;
    boolean doubtful = false;
    if (parts.group(1).length() >= 3) {
      day = day(a, b, c);
    } else if (parts.group(4).length() != 2 && parts.group(4).length() != 4) {
      return Optional.empty();
    } else if (order == DateOrder.YEAR_FIRST && parts.group(4).length() <= 2) {
      day = day(2000 + a, b, c);
      doubtful = true;
    } else {
      boolean dayFirst = a > 12 || (b <= 12 && order != DateOrder.MONTH_FIRST);
      doubtful = (a <= 12 && b <= 12 && a != b) || parts.group(4).length() <= 2;
      int year = parts.group(4).length() <= 2 ? 2000 + c : c;
      day = dayFirst ? day(year, b, a) : day(year, a, b);
    }
    Optional<LocalTime> time = time(parts.group(5));
    boolean lost = parts.group(5) != null && !parts.group(5).isBlank() && time.isEmpty();
    return lost
        ? Optional.empty()
        : Optional.of(new Read(day.atTime(time.orElse(MORNING)), doubtful));
  }

  private static Optional<Read> words(Matcher parts, LocalDate today) {
    int month = MONTHS.indexOf(parts.group(2).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    String day = parts.group(1) != null ? parts.group(1) : parts.group(3);
    if (month == 0 || day == null) {
      return Optional.empty();
    }
    int year = parts.group(4) == null ? today.getYear() : number(parts, 4);
    return Optional.of(
        new Read(day(year, month, Integer.parseInt(day)).atTime(MORNING), parts.group(4) == null));
  }

  private static Optional<LocalTime> time(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher time = TIME.matcher(text.strip());
    if (!time.matches()) {
      return Optional.empty();
    }
    int hour = number(time, 1);
    String half = time.group(3);
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
    }
    return Optional.of(LocalTime.of(hour, number(time, 2)));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static LocalDate day(int year, int month, int day) {
    if (year < 1900 || year > 2200) {
      throw new DateTimeException("year " + year);
    }
    return LocalDate.of(year, month, day);
  }
}
