package app.ringbook.telephony;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call at one moment. Immutable; a later snapshot of the same call has the same
 * {@link #key}.
 *
 * @param key identity of the call for ever: the same call seen again (repeat, replay from the kit's
 *     memory) has the same key; at most 120 characters
 * @param kit driver and port or device identity, at most 60 characters
 * @param line line of the kit, from 1
 * @param direction who called whom
 * @param state where it is
 * @param number digits as reported by the line or dialled, cleaned of control characters; null if
 *     none is known
 * @param presentation why there is or is not a number
 * @param callerName name as reported by the exchange, or null; cleaned, at most 64 characters
 * @param verified false if the checksum of the caller's data was wrong: show it as unsure and open
 *     nothing by itself
 * @param startedAt when it began (first ring, or handset lifted)
 * @param rings rings counted so far
 * @param ringMillis how long it rang, never negative
 * @param talkMillis how long people talked, never negative
 * @param outcome how it ended, null until then
 * @param numberNanos {@link System#nanoTime} at which the last byte of the number was read, 0 while
 *     there is none
 * @param byHand true if a person said that the call was taken, because the kit can't tell; when it
 *     was over a person said too, or nobody did, and then {@code talkMillis} is 0
 */
public record Call(
    String key,
    String kit,
    int line,
    Direction direction,
    CallState state,
    @Nullable String number,
    Presentation presentation,
    @Nullable String callerName,
    boolean verified,
    Instant startedAt,
    int rings,
    long ringMillis,
    long talkMillis,
    @Nullable CallOutcome outcome,
    long numberNanos,
    boolean byHand) {

  private static final Duration TOLD_AGAIN = Duration.ofSeconds(10);

  /** A call of which the line alone told. */
  public Call(
      String key,
      String kit,
      int line,
      Direction direction,
      CallState state,
      @Nullable String number,
      Presentation presentation,
      @Nullable String callerName,
      boolean verified,
      Instant startedAt,
      int rings,
      long ringMillis,
      long talkMillis,
      @Nullable CallOutcome outcome,
      long numberNanos) {
    this(
        key,
        kit,
        line,
        direction,
        state,
        number,
        presentation,
        callerName,
        verified,
        startedAt,
        rings,
        ringMillis,
        talkMillis,
        outcome,
        numberNanos,
        false);
  }

  /**
   * Since when people talk, told at the given moment. Of a call that went on while nobody listened
   * its own times tell it; else the moment itself does, since clocks may differ by a little.
   */
  public Instant talkingSince(Instant now) {
    Instant told = startedAt.plusMillis(ringMillis);
    boolean longAgo = !byHand && told.isBefore(now.minus(TOLD_AGAIN));
    return longAgo ? told : now.minusMillis(talkMillis);
  }

  /** True once it is over. */
  public boolean ended() {
    return state == CallState.ENDED;
  }
}
