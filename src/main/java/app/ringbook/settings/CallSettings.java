package app.ringbook.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens in and after a call.
 *
 * @param results what a call may come to, in the order of the keys 1 to 9: names of the program's
 *     own results, or words of the user's
 * @param daysByTier days until the next contact that is proposed after a call, by tier of the
 *     customer
 * @param daysOtherwise the same for customers without such a tier
 * @param scripts what to say, shown in the pop-up, by language such as {@code en}; may be empty
 * @param quiet when calls come in as a strip only
 * @param doNotDisturb true while a person wants strips only, whatever the hour
 */
public record CallSettings(
    List<String> results,
    Map<String, Integer> daysByTier,
    int daysOtherwise,
    Map<String, String> scripts,
    Quiet quiet,
    boolean doNotDisturb) {

  /** The most results there are keys for. */
  public static final int MOST_RESULTS = 9;

  /** Copies the lists. */
  public CallSettings {
    results = results.stream().filter(r -> !r.isBlank()).limit(MOST_RESULTS).toList();
    daysByTier = Map.copyOf(daysByTier);
    scripts = Map.copyOf(scripts);
  }

  /**
   * Hours without a full card.
   *
   * @param on whether they count
   * @param from the first minute; later than {@code to} for hours over midnight
   * @param to the first minute after them
   * @param days the days on which they begin
   */
  public record Quiet(boolean on, LocalTime from, LocalTime to, List<DayOfWeek> days) {
    /** Copies the list. */
    public Quiet {
      days = List.copyOf(days);
    }

    /** True if the moment lies in the quiet hours. */
    public boolean at(LocalDateTime moment) {
      LocalTime time = moment.toLocalTime();
      DayOfWeek day = moment.getDayOfWeek();
      if (!on || from.equals(to)) {
        return false;
      }
      if (from.isBefore(to)) {
        return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
      }
      return (days.contains(day) && !time.isBefore(from))
          || (days.contains(day.minus(1)) && time.isBefore(to));
    }
  }

  /** True if a call at this moment of the user's clock should come in as a strip. */
  public boolean stripOnly(LocalDateTime moment) {
    return doNotDisturb || quiet.at(moment);
  }

  /** How long after a call the next contact is proposed. */
  public Duration nextAfter(@Nullable String tier) {
    Integer days = tier == null ? null : daysByTier.get(tier.strip().toUpperCase(Locale.ROOT));
    return Duration.ofDays(Math.max(1, days == null ? daysOtherwise : days));
  }

  /** The same with other results. */
  public CallSettings withResults(List<String> changed) {
    return new CallSettings(changed, daysByTier, daysOtherwise, scripts, quiet, doNotDisturb);
  }

  /** The same with other proposals by tier. */
  public CallSettings withDays(Map<String, Integer> byTier, int otherwise) {
    return new CallSettings(results, byTier, otherwise, scripts, quiet, doNotDisturb);
  }

  /** The same with another text to say in one language; blank takes it away. */
  public CallSettings withScript(String language, String text) {
    Map<String, String> changed = new java.util.HashMap<>(scripts);
    if (text.isBlank()) {
      changed.remove(language);
    } else {
      changed.put(language, text.strip());
    }
    return new CallSettings(results, daysByTier, daysOtherwise, changed, quiet, doNotDisturb);
  }

  /** The same with other quiet hours. */
  public CallSettings withQuiet(Quiet changed) {
    return new CallSettings(results, daysByTier, daysOtherwise, scripts, changed, doNotDisturb);
  }

  /** The same with or without strips only. */
  public CallSettings withDoNotDisturb(boolean wanted) {
    return new CallSettings(results, daysByTier, daysOtherwise, scripts, quiet, wanted);
  }

  /** What a new installation starts with. */
  public static final CallSettings DEFAULT =
      new CallSettings(
          List.of(
              "INTERESTED",
              "CALL_BACK",
              "SEND_QUOTE",
              "NO_NEED",
              "WRONG_PERSON",
              "LEFT_MESSAGE",
              "NO_ANSWER",
              "WRONG_NUMBER",
              "DO_NOT_CALL"),
          Map.of("A", 7, "B", 14, "C", 30),
          14,
          Map.of(),
          new Quiet(false, LocalTime.of(20, 0), LocalTime.of(8, 0), List.of(DayOfWeek.values())),
          false);
}
