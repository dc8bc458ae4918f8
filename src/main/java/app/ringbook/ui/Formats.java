package app.ringbook.ui;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Texts;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;

/**
 * Dates, times, durations and sizes as a person reads them: today and its neighbours by name, this
 * week by weekday, then the date; 24 hours. Texts are of the present language at the moment of the
 * call; whoever shows them asks again when the language switches or the day changes.
 */
public final class Formats {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final long KILO = 1000;

  private final Language language;
  private final AppClock clock;

  /** Formats in this language against this clock's day. */
  public Formats(Language language, AppClock clock) {
    this.language = language;
    this.clock = clock;
  }

  /** The day and the time: {@code Today 15:00}, {@code Wed 17, 09:30}, {@code 周三 10:00}. */
  public String moment(Instant moment) {
    LocalDate date = dateOf(moment);
    String key = named(date) ? "ui.format.named_moment" : "ui.format.moment";
    return texts().text(key, day(date), time(moment));
  }

  /** The time alone if it was today, otherwise as {@link #moment}. */
  public String timeOrMoment(Instant moment) {
    return dateOf(moment).equals(clock.today()) ? time(moment) : moment(moment);
  }

  /** The day only: {@code Yesterday}, {@code Wed 17}, {@code 12 Jun}, {@code 12 Jun 2025}. */
  public String day(Instant moment) {
    return day(dateOf(moment));
  }

  /** As {@link #day(Instant)}. */
  public String day(LocalDate date) {
    LocalDate today = clock.today();
    long away = ChronoUnit.DAYS.between(today, date);
    if (away >= -1 && away <= 1) {
      return texts()
          .text(
              away == 0
                  ? "ui.format.today"
                  : away < 0 ? "ui.format.yesterday" : "ui.format.tomorrow");
    }
    if (sameWeek(today, date)) {
      return pattern(date, "ui.format.weekday_pattern");
    }
    return pattern(
        date,
        today.getYear() == date.getYear() ? "ui.format.date_pattern" : "ui.format.year_pattern");
  }

  /** A heading over the entries of a day: {@code Today}, {@code 12 Jun, Friday}. */
  public String dayHeading(LocalDate date) {
    LocalDate today = clock.today();
    if (Math.abs(ChronoUnit.DAYS.between(today, date)) <= 1) {
      return day(date);
    }
    return pattern(
        date,
        today.getYear() == date.getYear()
            ? "ui.format.heading_pattern"
            : "ui.format.heading_year_pattern");
  }

  /** When something is due: {@code 4 days late}, otherwise as {@link #moment}. */
  public String due(Instant moment) {
    long late = daysLate(moment);
    return late > 0 ? texts().text("ui.format.days_late", late) : moment(moment);
  }

  /** Whole days since the due day; 0 when it is today or ahead. */
  public long daysLate(Instant due) {
    return Math.max(0, ChronoUnit.DAYS.between(dateOf(due), clock.today()));
  }

  /** The date in full: {@code 12 Jun 2026}, {@code 2026年6月12日}. */
  public String date(LocalDate date) {
    return pattern(date, "ui.format.year_pattern");
  }

  /** {@code 15:00}. */
  public String time(Instant moment) {
    return TIME.format(LocalTime.ofInstant(moment, clock.zone()));
  }

  /** How long a call took: {@code 6:18}, {@code 6分18秒}; never negative. */
  public String duration(long millis) {
    long seconds = Math.max(0, millis) / 1000;
    if (!texts().chinese()) {
      return clock(millis);
    }
    long hours = seconds / 3600;
    long minutes = seconds / 60 % 60;
    if (hours > 0) {
      return texts().text("ui.format.hours", hours, minutes, seconds % 60);
    }
    return minutes > 0
        ? texts().text("ui.format.minutes", minutes, seconds % 60)
        : texts().text("ui.format.seconds", seconds);
  }

  /** A running clock or a place in a recording: {@code 2:14}, {@code 1:02:07} in any language. */
  public String clock(long millis) {
    long seconds = Math.max(0, millis) / 1000;
    return seconds >= 3600
        ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
        : "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  /** The time of a call that goes on: {@code 01:24}, always two digits so that it does not jump. */
  public String timer(long millis) {
    long seconds = Math.max(0, millis) / 1000;
    return seconds >= 3600 ? clock(millis) : "%02d:%02d".formatted(seconds / 60, seconds % 60);
  }

  /** {@code 1,284}. */
  public String count(long number) {
    return NumberFormat.getIntegerInstance(ULocale.forLocale(texts().locale())).format(number);
  }

  /** {@code 72%} of a fraction of one. */
  public String percent(double fraction) {
    return NumberFormat.getPercentInstance(ULocale.forLocale(texts().locale())).format(fraction);
  }

  /** A file's size in decimal units with one decimal: {@code 1.1 MB}. */
  public String bytes(long bytes) {
    String[] units = {"B", "KB", "MB", "GB", "TB"};
    double value = bytes;
    int unit = 0;
    while (value >= KILO && unit < units.length - 1) {
      value /= KILO;
      unit++;
    }
    NumberFormat format = NumberFormat.getInstance(ULocale.forLocale(texts().locale()));
    format.setMaximumFractionDigits(unit < 2 || value >= 100 ? 0 : 1);
    return format.format(value) + " " + units[unit];
  }

  private Texts texts() {
    return language.texts();
  }

  private LocalDate dateOf(Instant moment) {
    return LocalDate.ofInstant(moment, clock.zone());
  }

  private boolean named(LocalDate date) {
    LocalDate today = clock.today();
    return Math.abs(ChronoUnit.DAYS.between(today, date)) <= 1
        || (texts().chinese() && sameWeek(today, date));
  }

  private String pattern(LocalDate date, String key) {
    return DateTimeFormatter.ofPattern(texts().text(key), texts().locale()).format(date);
  }

  private static boolean sameWeek(LocalDate one, LocalDate other) {
    return one.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
            == other.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
        && one.get(IsoFields.WEEK_BASED_YEAR) == other.get(IsoFields.WEEK_BASED_YEAR);
  }
}
