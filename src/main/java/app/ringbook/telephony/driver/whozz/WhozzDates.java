package app.ringbook.telephony.driver.whozz;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.driver.whozz.WhozzRecord.When;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a record's moment its year: the one that puts it nearest to now. Units for the United
 * Kingdom send the day first, which is taken where the other order makes no date or one far from
 * now.
 */
final class WhozzDates {
  private static final Duration HALF_YEAR = Duration.ofDays(184);
  private static final Duration LIVE = Duration.ofHours(36);

  private WhozzDates() {}

  /** The moment, or empty if the unit's clock is not set or says what cannot be. */
  static Optional<Instant> moment(When when, AppClock clock) {
    if (when.time() == null) {
      return Optional.empty();
    }
    Optional<Instant> monthFirst = nearest(when.first(), when.second(), when, clock);
    Optional<Instant> dayFirst = nearest(when.second(), when.first(), when, clock);
    if (monthFirst.isEmpty() || dayFirst.isEmpty()) {
      return monthFirst.or(() -> dayFirst);
    }
    Instant now = clock.now();
    boolean farOff = distance(monthFirst.get(), now).compareTo(LIVE) > 0;
    boolean near = distance(dayFirst.get(), now).compareTo(LIVE) <= 0;
    return farOff && near ? dayFirst : monthFirst;
  }

  /** The moment of a call of the unit's memory: as {@link #moment}, but never to come. */
  static Optional<Instant> past(When when, AppClock clock) {
    Instant latest = clock.now().plus(Duration.ofDays(1));
    return moment(when, clock)
        .map(at -> at.isAfter(latest) ? at.atZone(clock.zone()).minusYears(1).toInstant() : at);
  }

  private static Optional<Instant> nearest(int month, int day, When when, AppClock clock) {
    Instant now = clock.now();
    Instant best = null;
    for (int year = clock.today().getYear() - 1; year <= clock.today().getYear() + 1; year++) {
      Instant candidate = instant(year, month, day, when, clock);
      if (candidate != null
          && distance(candidate, now).compareTo(HALF_YEAR) <= 0
          && (best == null || distance(candidate, now).compareTo(distance(best, now)) < 0)) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static @Nullable Instant instant(
      int year, int month, int day, When when, AppClock clock) {
    try {
      return LocalDate.of(year, month, day).atTime(when.time()).atZone(clock.zone()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration distance(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }
}
