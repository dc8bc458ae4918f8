package app.ringbook.call.view;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Texts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * A moment for the next contact that one click takes: today at 17:00, tomorrow at 10:00, the first
 * working day after that, next Monday.
 *
 * @param at the moment
 * @param day the day in the user's zone
 * @param named how the day is named on the chip
 */
public record NextContactChoice(Instant at, LocalDate day, Named named) {
  private static final LocalTime AFTERNOON = LocalTime.of(17, 0);

  /** When a day without a time begins. */
  static final LocalTime MORNING = LocalTime.of(10, 0);

  private static final int LEAST_MINUTES_AHEAD = 30;

  /** How a day is named. */
  public enum Named {
    /** Today, with the time. */
    TODAY,
    /** Tomorrow, with the time. */
    TOMORROW,
    /** By weekday. */
    WEEKDAY,
    /** By weekday, and it lies in the week after this one. */
    NEXT_WEEK
  }

  /** The choices at this moment, soonest first; today is left out once the afternoon is near. */
  public static List<NextContactChoice> choices(AppClock clock) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.now(), clock.zone());
    LocalDate today = now.toLocalDate();
    List<NextContactChoice> choices = new ArrayList<>();
    if (now.plusMinutes(LEAST_MINUTES_AHEAD).isBefore(today.atTime(AFTERNOON))) {
      choices.add(of(today, AFTERNOON, Named.TODAY, clock));
    }
    LocalDate tomorrow = today.plusDays(1);
    choices.add(of(tomorrow, MORNING, Named.TOMORROW, clock));
    LocalDate later = workingDayAfter(tomorrow);
    choices.add(of(later, MORNING, named(today, later), clock));
    LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    LocalDate last = monday.isAfter(later) ? monday : workingDayAfter(later);
    choices.add(of(last, MORNING, named(today, last), clock));
    return choices;
  }

  /** What the chip says, for example "Tomorrow 10:00" or "下周一". */
  public String label(Texts texts) {
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, texts.locale());
    return switch (named) {
      case TODAY -> texts.text("call.next.today", AFTERNOON.toString());
      case TOMORROW -> texts.text("call.next.tomorrow", MORNING.toString());
      case WEEKDAY -> weekday;
      case NEXT_WEEK -> texts.text("call.next.nextWeek", weekday);
    };
  }

  private static NextContactChoice of(LocalDate day, LocalTime time, Named named, AppClock clock) {
    return new NextContactChoice(day.atTime(time).atZone(clock.zone()).toInstant(), day, named);
  }

  private static Named named(LocalDate today, LocalDate day) {
    LocalDate nextMonday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return day.isBefore(nextMonday) ? Named.WEEKDAY : Named.NEXT_WEEK;
  }

  private static LocalDate workingDayAfter(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
  }
}
