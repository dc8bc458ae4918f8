package app.ringbook.customer.filter;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** A span of days, most of them seen from today: a kept filter means other days tomorrow. */
public sealed interface Span {

  /** Spans that need no number. */
  enum Named implements Span {
    /** Before today. */
    OVERDUE,
    /** The day before today. */
    YESTERDAY,
    /** Today. */
    TODAY,
    /** The day after today. */
    TOMORROW,
    /** Monday to Sunday before this week. */
    LAST_WEEK,
    /** Monday to Sunday with today. */
    THIS_WEEK,
    /** Monday to Sunday after this week. */
    NEXT_WEEK,
    /** The calendar month before this one. */
    LAST_MONTH,
    /** The calendar month with today. */
    THIS_MONTH,
    /** The calendar month after this one. */
    NEXT_MONTH,
    /** The calendar year with today. */
    THIS_YEAR
  }

  /** Today and the days after it, so many in all. */
  record NextDays(int days) implements Span {}

  /** Today and the days before it, so many in all. */
  record LastDays(int days) implements Span {}

  /** More than so many days ago. */
  record LongerAgo(int days) implements Span {}

  /**
   * Fixed days, both included.
   *
   * @param first null for any time before
   * @param last null for any time after
   */
  record Days(@Nullable LocalDate first, @Nullable LocalDate last) implements Span {}

  /** The days meant when today is this day. */
  default Days days(LocalDate today) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = today.withDayOfMonth(1);
    return switch (this) {
      case Days days -> days;
      case NextDays next -> new Days(today, today.plusDays(next.days() - 1L));
      case LastDays last -> new Days(today.minusDays(last.days() - 1L), today);
      case LongerAgo ago -> new Days(null, today.minusDays(ago.days() + 1L));
      case Named.OVERDUE -> new Days(null, today.minusDays(1));
      case Named.YESTERDAY -> new Days(today.minusDays(1), today.minusDays(1));
      case Named.TODAY -> new Days(today, today);
      case Named.TOMORROW -> new Days(today.plusDays(1), today.plusDays(1));
      case Named.LAST_WEEK -> new Days(monday.minusDays(7), monday.minusDays(1));
      case Named.THIS_WEEK -> new Days(monday, monday.plusDays(6));
      case Named.NEXT_WEEK -> new Days(monday.plusDays(7), monday.plusDays(13));
      case Named.LAST_MONTH -> new Days(first.minusMonths(1), first.minusDays(1));
      case Named.THIS_MONTH -> new Days(first, first.plusMonths(1).minusDays(1));
      case Named.NEXT_MONTH -> new Days(first.plusMonths(1), first.plusMonths(2).minusDays(1));
      case Named.THIS_YEAR ->
          new Days(today.withDayOfYear(1), today.withDayOfYear(today.lengthOfYear()));
    };
  }
}
