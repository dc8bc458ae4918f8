package app.ringbook.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The only source of "now". Moments are cut to milliseconds, the precision the store keeps, so that
 * a value read back equals the value written.
 *
 * <p>Safe for use by any thread.
 */
public interface AppClock {

  /** The present moment, in whole milliseconds. It may jump when the user sets the clock. */
  Instant now();

  /** The zone in which the user reads dates and times. */
  ZoneId zone();

  /** Nanoseconds from an arbitrary origin that never go back: the measure of durations. */
  long nanoTime();

  /** Today's date in {@link #zone()}. */
  default LocalDate today() {
    return LocalDate.ofInstant(now(), zone());
  }

  /** The machine's clock and zone. */
  static AppClock system() {
    return new AppClock() {
      @Override
      public Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
      }

      @Override
      public ZoneId zone() {
        return ZoneId.systemDefault();
      }

      @Override
      public long nanoTime() {
        return System.nanoTime();
      }
    };
  }
}
