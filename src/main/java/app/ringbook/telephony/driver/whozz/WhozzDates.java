package app.ringbook.telephony.driver.whozz;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.callerid.YearlessDates;
import app.ringbook.telephony.driver.whozz.WhozzRecord.When;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moments of records: units send no year, those for the United Kingdom the day first. */
final class WhozzDates {
  private WhozzDates() {}

  /** The moment, or empty if the unit's clock is not set or says what cannot be. */
  static Optional<Instant> moment(When when, AppClock clock) {
    return YearlessDates.moment(when.first(), when.second(), when.time(), clock);
  }

  /** The moment of a call of the unit's memory: as {@link #moment}, but never to come. */
  static Optional<Instant> past(When when, AppClock clock) {
    Instant latest = clock.now().plus(Duration.ofDays(1));
    return moment(when, clock)
        .map(at -> at.isAfter(latest) ? at.atZone(clock.zone()).minusYears(1).toInstant() : at);
  }
}
