package app.ringbook.call.care;

import app.ringbook.telephony.recorder.RecordingFolder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/** How long the disk takes recordings if they go on growing as in the last 90 days. */
public final class RoomLeft {
  /** More months than this are not told apart: nobody knows so far ahead. */
  public static final int MOST_MONTHS = 120;

  private static final int WINDOW_DAYS = 90;
  private static final int LEAST_DAYS = 7;
  private static final double DAYS_A_MONTH = 30.44;

  private RoomLeft() {}

  /**
   * Whole months until recording stops for want of room, at most {@link #MOST_MONTHS}.
   *
   * @param leastFreeBytes recording stops when less is free
   * @return empty if there are fewer than seven days to judge from, or nothing was recorded lately
   */
  public static OptionalInt months(
      RecordingFolder.Space space, long leastFreeBytes, LocalDate today) {
    LocalDate from = today.minusDays(WINDOW_DAYS - 1L);
    long grown =
        space.days().subMap(from, today.plusDays(1)).values().stream()
            .mapToLong(Long::longValue)
            .sum();
    if (grown <= 0) {
      return OptionalInt.empty();
    }
    LocalDate first = space.days().firstKey();
    long days = ChronoUnit.DAYS.between(first.isBefore(from) ? from : first, today) + 1;
    if (days < LEAST_DAYS) {
      return OptionalInt.empty();
    }
    double perMonth = (double) grown / days * DAYS_A_MONTH;
    double months = Math.max(0, space.freeBytes() - leastFreeBytes) / perMonth;
    return OptionalInt.of((int) Math.min(MOST_MONTHS, months));
  }
}
