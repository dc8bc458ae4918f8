package app.ringbook.telephony.driver.whozz;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** One line of a unit, as it says it. */
sealed interface WhozzRecord {

  /**
   * A call's start or end.
   *
   * @param index number of the entry in the unit's memory, 0 for a live record
   * @param line line from 1
   * @param inbound who called whom
   * @param kind start, end, blocked
   * @param seconds how long the handset was up, 0 at the start and for a missed call
   * @param good false if the checksum of the caller's data was wrong
   * @param rings rings so far
   * @param begin when the call began, also in an end record
   * @param number as sent; may be empty or a word like Private
   * @param name as sent; may be empty
   */
  record Call(
      long index,
      int line,
      boolean inbound,
      Kind kind,
      int seconds,
      boolean good,
      int rings,
      When begin,
      String number,
      String name)
      implements WhozzRecord {}

  /** What a call record tells. */
  enum Kind {
    /** It begins. */
    START,
    /** It begins, in a form of record that never tells of its end. */
    ONLY,
    /** It is over. */
    END,
    /** The unit turned it away. */
    BLOCKED
  }

  /**
   * A moment without a year.
   *
   * @param first month, or day on units for the United Kingdom
   * @param second day, or month
   * @param time hours and minutes, null if impossible
   */
  record When(int first, int second, @Nullable LocalTime time) {}

  /**
   * Something happened on a line.
   *
   * @param letter {@code R} ring, {@code F} handset up, {@code N} handset down, {@code H} flash
   */
  record Detail(int line, char letter) implements WhozzRecord {}

  /** The answer to {@code V}: version, and toggles as letters. */
  record Version(String version, String toggles) implements WhozzRecord {}

  /** How many calls are in the unit's memory. */
  record Count(int calls) implements WhozzRecord {}

  /** The unit answered the probe. */
  record Prompt() implements WhozzRecord {}

  /** A line that is none of these. */
  record Unknown(int length) implements WhozzRecord {}
}
