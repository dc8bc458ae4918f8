package app.ringbook.ui.words;

import app.ringbook.platform.AppClock;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date as people type it, in English and Chinese: {@code thu 1030}, {@code fri 3pm}, {@code
 * +3d}, {@code next week}, {@code 30 jun}, {@code 明天10点}, {@code 下周一}, {@code 后天下午3点}, {@code 6月30日
 * 9:30}, {@code 2026-06-30}. A day without a time means nine in the morning, a time without a day
 * the next time the clock shows it. Pure; safe for any thread.
 */
public final class DateWords {
  /** The time of a day that was named without one. */
  public static final LocalTime MORNING = LocalTime.of(9, 0);

  private static final Pattern FROM_NOW =
      Pattern.compile(
          "(?:\\+|in )?(\\d{1,3}|半) ?(h|hours?|hrs?|min|mins|minutes?|个?小时|分钟)(?:"
              + " ?(?:later|后|之后))?");
  private static final Pattern JOINT = Pattern.compile("^(?:[ ,，]|at |@|的|在)+");

  private final AppClock clock;

  /** Reads against this clock's day and zone. */
  public DateWords(AppClock clock) {
    this.clock = clock;
  }

  /** The most likely moment, or empty if the text is not a date. */
  public Optional<Instant> first(String text) {
    return read(text).stream().findFirst();
  }

  /** All moments the text may mean, the most likely first; at most four. */
  public List<Instant> read(String text) {
    String words =
        Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    if (words.isEmpty()) {
      return List.of();
    }
    Optional<Instant> fromNow = fromNow(words);
    if (fromNow.isPresent()) {
      return List.of(fromNow.get());
    }
    Set<LocalDateTime> found = new LinkedHashSet<>();
    dayThenTime(words, found);
    timeThenDay(words, found);
    timeOnly(words, found);
    return found.stream().limit(4).map(at -> at.atZone(clock.zone()).toInstant()).toList();
  }

  private Optional<Instant> fromNow(String words) {
    Matcher matcher = FROM_NOW.matcher(words);
    if (!matcher.matches()
        || (!words.startsWith("+") && !words.startsWith("in ") && !said(words))) {
      return Optional.empty();
    }
    boolean half = matcher.group(1).equals("半");
    boolean minutes = matcher.group(2).startsWith("min") || matcher.group(2).equals("分钟");
    long amount = half ? 30 : Long.parseLong(matcher.group(1)) * (minutes ? 1 : 60);
    return Optional.of(
        clock.now().plus(amount, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES));
  }

  private static boolean said(String words) {
    return words.endsWith("后") || words.endsWith("later");
  }

  private void dayThenTime(String words, Set<LocalDateTime> found) {
    for (DayWords.Read day : DayWords.read(words, clock.today())) {
      String rest = joined(day.rest());
      if (rest.isEmpty()) {
        day.dates().forEach(date -> found.add(date.atTime(MORNING)));
        continue;
      }
      TimeWords.Read time = TimeWords.read(rest);
      if (time.rest().isEmpty()) {
        day.dates().forEach(date -> time.times().forEach(t -> add(found, date, t, day)));
      }
    }
  }

  /** A weekday that is today, with an hour that has passed, means the one in a week. */
  private void add(Set<LocalDateTime> found, LocalDate date, LocalTime time, DayWords.Read day) {
    LocalDateTime at = date.atTime(time);
    LocalDateTime now = LocalDateTime.ofInstant(clock.now(), clock.zone());
    if (!day.weekday() || !at.isBefore(now)) {
      found.add(at);
    }
  }

  private void timeThenDay(String words, Set<LocalDateTime> found) {
    TimeWords.Read time = TimeWords.read(words);
    String rest = joined(time.rest());
    if (time.times().isEmpty() || rest.isEmpty()) {
      return;
    }
    for (DayWords.Read day : DayWords.read(rest, clock.today())) {
      if (day.rest().isEmpty()) {
        day.dates().forEach(date -> time.times().forEach(t -> add(found, date, t, day)));
      }
    }
  }

  private void timeOnly(String words, Set<LocalDateTime> found) {
    TimeWords.Read time = TimeWords.read(joined(words));
    if (!time.rest().isEmpty()) {
      return;
    }
    LocalTime now = LocalTime.ofInstant(clock.now(), clock.zone());
    for (LocalTime at : time.times()) {
      found.add(clock.today().plusDays(at.isAfter(now) ? 0 : 1).atTime(at));
    }
  }

  private static String joined(String text) {
    return JOINT.matcher(text).replaceFirst("").strip();
  }
}
