package app.ringbook.telephony.callerid;

import app.ringbook.platform.AppClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a moment without a year, as exchanges and kits send it, its year: the one that puts it
 * nearest to now. Some kits send the day first, which is taken where the other order makes no date
 * or one far from now.
 */
public final class YearlessDates {
  private static final Duration HALF_YEAR = Duration.ofDays(184);
  private static final Duration LIVE = Duration.ofHours(36);

  private YearlessDates() {}

  /**
   * The moment, or empty if the kit's clock is not set or says what cannot be.
   *
   * @param first month, or day where the day comes first
   * @param second day, or month
   * @param time hours and minutes, null if impossible
   */
  public static Optional<Instant> moment(
      int first, int second, @Nullable LocalTime time, AppClock clock) {
    if (time == null) {
      return Optional.empty();
    }
    Optional<Instant> monthFirst = nearest(first, second, time, clock);
    Optional<Instant> dayFirst = nearest(second, first, time, clock);
    if (monthFirst.isEmpty() || dayFirst.isEmpty()) {
      return monthFirst.or(() -> dayFirst);
    }
    Instant now = clock.now();
    boolean farOff = distance(monthFirst.get(), now).compareTo(LIVE) > 0;
    boolean near = distance(dayFirst.get(), now).compareTo(LIVE) <= 0;
    return farOff && near ? dayFirst : monthFirst;
  }

  /** As above, from eight digits {@code MMDDhhmm}; empty for any other text. */
  public static Optional<Instant> moment(String digits, AppClock clock) {
    if (!digits.matches("\\d{8}")) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(digits.substring(4, 6));
    int minute = Integer.parseInt(digits.substring(6));
    if (hour > 23 || minute > 59) {
      return Optional.empty();
    }
    int first = Integer.parseInt(digits.substring(0, 2));
    int second = Integer.parseInt(digits.substring(2, 4));
    return moment(first, second, LocalTime.of(hour, minute), clock);
  }

  private static Optional<Instant> nearest(int month, int day, LocalTime time, AppClock clock) {
    Instant now = clock.now();
    Instant best = null;
    for (int year = clock.today().getYear() - 1; year <= clock.today().getYear() + 1; year++) {
      Instant candidate = instant(year, month, day, time, clock);
      if (candidate != null
          && distance(candidate, now).compareTo(HALF_YEAR) <= 0
          && (best == null || distance(candidate, now).compareTo(distance(best, now)) < 0)) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static @Nullable Instant instant(
      int year, int month, int day, LocalTime time, AppClock clock) {
    try {
      return LocalDate.of(year, month, day).atTime(time).atZone(clock.zone()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration distance(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }
}
