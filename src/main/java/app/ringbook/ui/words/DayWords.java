package app.ringbook.ui.words;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day in the words of {@link DateWords}. */
final class DayWords {
  private static final String NUMBER = "(\\d{1,3}|[一二两三四五六七八九十]{1,3})";
  private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
  private static final String DAYS =
      "(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|urday)?(?![a-z])";

  /** One way of naming a day; the dates it may mean, the most likely first. */
  private record Way(Pattern pattern, boolean weekday, Reading reading) {}

  @FunctionalInterface
  private interface Reading {
    List<LocalDate> dates(MatchResult match, LocalDate today);
  }

  private static final List<Way> WAYS =
      List.of(
          way("(今天|今日|today|tod)(?![a-z])|(?=今晚)", (m, today) -> List.of(today)),
          way("(大后天)", (m, today) -> List.of(today.plusDays(3))),
          way("(后天|day after tomorrow)", (m, today) -> List.of(today.plusDays(2))),
          way("(明天|明日|tomorrow|tmr|tom)(?![a-z])", (m, today) -> List.of(today.plusDays(1))),
          way("(?:\\+|in )(\\d{1,3}) ?(d|w|m|days?|weeks?|months?)(?![a-z])", DayWords::away),
          way(NUMBER + " ?(天|日|周|个?星期|个?月)(?:以?后|之后)", DayWords::away),
          way("(下+)个?(?:周|星期|礼拜)([一二三四五六日天])", DayWords::nextWeekday),
          way("(下+)个?(?:周|星期|礼拜)", DayWords::nextWeek),
          way("(?:这|本)?(?:周|星期|礼拜)([一二三四五六日天])", true, DayWords::weekday),
          way("(next week)(?![a-z])", (m, today) -> List.of(monday(today).plusWeeks(1))),
          way("(next month|下个?月)(?![a-z0-9])", (m, today) -> List.of(today.plusMonths(1))),
          way("(月底|end of month)", (m, today) -> List.of(lastOfMonth(today))),
          way("(next )" + DAYS, DayWords::nextWeekday),
          way("(?:on )?" + DAYS, true, DayWords::weekday),
          way(
              "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?",
              (m, today) -> dates(of(number(m, 1), number(m, 2), number(m, 3)))),
          way("(\\d{1,2}|[一二三四五六七八九十]{1,2})月" + NUMBER + "[日号]?", DayWords::monthAndDay),
          way("(\\d{1,2})(?:st|nd|rd|th)? ?(" + MONTHS + ")[a-z]*", DayWords::dayAndMonth),
          way("(" + MONTHS + ")[a-z]* ?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)", DayWords::monthThenDay),
          way("(\\d{1,2})[/.](\\d{1,2})(?!\\d)\\.?", DayWords::shortDate),
          way("(\\d{1,2})[日号]", DayWords::dayOfMonth));

  private DayWords() {}

  /**
   * What was read.
   *
   * @param dates the most likely first
   * @param rest the text behind it
   * @param weekday true if it was named by weekday, so that the next week is meant once it passed
   */
  record Read(List<LocalDate> dates, String rest, boolean weekday) {}

  /** All ways in which the text can begin with a day. */
  static List<Read> read(String text, LocalDate today) {
    List<Read> all = new ArrayList<>();
    for (Way way : WAYS) {
      Matcher matcher = way.pattern().matcher(text);
      if (matcher.lookingAt()) {
        List<LocalDate> dates = way.reading().dates(matcher.toMatchResult(), today);
        if (!dates.isEmpty()) {
          all.add(new Read(dates, text.substring(matcher.end()).strip(), way.weekday()));
        }
      }
    }
    return all;
  }

  private static Way way(String pattern, Reading reading) {
    return way(pattern, false, reading);
  }

  private static Way way(String pattern, boolean weekday, Reading reading) {
    return new Way(Pattern.compile(pattern), weekday, reading);
  }

  private static List<LocalDate> away(MatchResult match, LocalDate today) {
    int number = number(match, 1);
    String unit = match.group(2);
    if (unit.startsWith("w") || unit.endsWith("周") || unit.endsWith("星期")) {
      return List.of(today.plusWeeks(number));
    }
    return List.of(
        unit.startsWith("m") || unit.endsWith("月")
            ? today.plusMonths(number)
            : today.plusDays(number));
  }

  private static List<LocalDate> weekday(MatchResult match, LocalDate today) {
    LocalDate next = today.with(TemporalAdjusters.nextOrSame(day(match.group(1))));
    return List.of(next, next.plusWeeks(1));
  }

  private static List<LocalDate> nextWeekday(MatchResult match, LocalDate today) {
    int weeks = match.group(1).startsWith("下") ? match.group(1).length() : 1;
    LocalDate week = monday(today).plusWeeks(weeks);
    return List.of(week.with(TemporalAdjusters.nextOrSame(day(match.group(2)))));
  }

  private static List<LocalDate> nextWeek(MatchResult match, LocalDate today) {
    return List.of(monday(today).plusWeeks(match.group(1).length()));
  }

  private static List<LocalDate> monthAndDay(MatchResult match, LocalDate today) {
    return dates(comingUp(number(match, 1), number(match, 2), today));
  }

  private static List<LocalDate> dayAndMonth(MatchResult match, LocalDate today) {
    return dates(comingUp(month(match.group(2)), number(match, 1), today));
  }

  private static List<LocalDate> monthThenDay(MatchResult match, LocalDate today) {
    return dates(comingUp(month(match.group(1)), number(match, 2), today));
  }

  /** Day first and month first are both in use: what can be either is offered as both. */
  private static List<LocalDate> shortDate(MatchResult match, LocalDate today) {
    int one = number(match, 1);
    int two = number(match, 2);
    return dates(comingUp(one, two, today), comingUp(two, one, today));
  }

  private static List<LocalDate> dayOfMonth(MatchResult match, LocalDate today) {
    LocalDate here = of(today.getYear(), today.getMonthValue(), number(match, 1));
    if (here != null && !here.isBefore(today)) {
      return List.of(here);
    }
    LocalDate next = today.plusMonths(1);
    return dates(of(next.getYear(), next.getMonthValue(), number(match, 1)));
  }

  private static @Nullable LocalDate comingUp(int month, int day, LocalDate today) {
    LocalDate thisYear = of(today.getYear(), month, day);
    return thisYear == null || !thisYear.plus(Period.ofMonths(1)).isBefore(today)
        ? thisYear
        : of(today.getYear() + 1, month, day);
  }

  private static List<LocalDate> dates(@Nullable LocalDate... dates) {
    List<LocalDate> found = new ArrayList<>();
    for (LocalDate date : dates) {
      if (date != null && !found.contains(date)) {
        found.add(date);
      }
    }
    return found;
  }

  private static @Nullable LocalDate of(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static LocalDate lastOfMonth(LocalDate date) {
    return date.with(TemporalAdjusters.lastDayOfMonth());
  }

  private static DayOfWeek day(String written) {
    int chinese = "一二三四五六日天".indexOf(written);
    if (chinese >= 0) {
      return DayOfWeek.of(Math.min(7, chinese + 1));
    }
    return DayOfWeek.of("montuewedthufrisatsun".indexOf(written.substring(0, 3)) / 3 + 1);
  }

  private static int month(String written) {
    return MONTHS.indexOf(written) / 4 + 1;
  }

  private static int number(MatchResult match, int group) {
    return TimeWords.number(match.group(group));
  }
}
