package app.ringbook.telephony.driver.ncid;

import app.ringbook.platform.AppClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moments as a server writes them. Some servers write the day before the month; which way this one
 * does is learnt from days beyond the twelfth and from calls that happen now.
 */
final class NcidDates {
  private static final Duration LIVE = Duration.ofHours(36);
  private static final Pattern DATE = Pattern.compile("(\\d\\d)(\\d\\d)(\\d{4})");
  private static final Pattern TIME = Pattern.compile("(\\d\\d):?(\\d\\d)(?::?\\d\\d)?");
  private static final Pattern MOMENT =
      Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d{4}) (\\d\\d):(\\d\\d):(\\d\\d)");

  private final AppClock clock;
  private boolean dayFirst;

  NcidDates(AppClock clock) {
    this.clock = clock;
  }

  /** Looks at a date for what it tells of the order; live ones are near to now. */
  void learn(NcidRecord.Call call) {
    Instant monthFirst = at(call.date(), call.time(), false);
    Instant dayBefore = at(call.date(), call.time(), true);
    if (monthFirst == null && dayBefore != null) {
      dayFirst = true;
    } else if (monthFirst != null && dayBefore == null) {
      dayFirst = false;
    } else if (!call.history() && monthFirst != null && near(monthFirst) != near(dayBefore)) {
      dayFirst = near(dayBefore);
    }
  }

  /** The moment of a call's minute, empty if it says what cannot be. */
  Optional<Instant> at(String date, String time) {
    Instant usual = at(date, time, dayFirst);
    return Optional.ofNullable(usual == null ? at(date, time, !dayFirst) : usual);
  }

  /** The moment in an end record: month first whatever the others do, but see for yourself. */
  Optional<Instant> second(String text) {
    Matcher m = MOMENT.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    Instant usual = instant(m, false);
    return Optional.ofNullable(usual == null ? instant(m, true) : usual);
  }

  private boolean near(@Nullable Instant moment) {
    return moment != null && Duration.between(moment, clock.now()).abs().compareTo(LIVE) <= 0;
  }

  private @Nullable Instant at(String date, String time, boolean dayBefore) {
    Matcher d = DATE.matcher(date);
    Matcher t = TIME.matcher(time);
    if (!d.matches() || !t.matches()) {
      return null;
    }
    return instant(
        number(d, 3),
        number(d, dayBefore ? 2 : 1),
        number(d, dayBefore ? 1 : 2),
        number(t, 1),
        number(t, 2),
        0);
  }

  private @Nullable Instant instant(Matcher m, boolean dayBefore) {
    return instant(
        number(m, 3),
        number(m, dayBefore ? 2 : 1),
        number(m, dayBefore ? 1 : 2),
        number(m, 4),
        number(m, 5),
        number(m, 6));
  }

  private @Nullable Instant instant(
      int year, int month, int day, int hour, int minute, int second) {
    try {
      return LocalDateTime.of(year, month, day, hour, minute, second)
          .atZone(clock.zone())
          .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
