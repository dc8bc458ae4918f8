package app.ringbook.telephony;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a driver reads from its kit. Immutable. */
public sealed interface CallEvent {

  /** Where and when. */
  Stamp at();

  /**
   * Where and when an event was.
   *
   * @param line line of the kit from 1, or 0 for the kit itself
   * @param hostNanos {@link System#nanoTime} when the event's last byte was read
   * @param deviceMillis the kit's own running milliseconds (never going back while it is powered),
   *     or -1 if it has none
   * @param at the moment of the event as well as it is known
   */
  record Stamp(int line, long hostNanos, long deviceMillis, Instant at) {}

  /** An event of one call; {@link #call} is the driver's identity of the call within the kit. */
  sealed interface OfCall extends CallEvent {
    /** Identity within the kit, the same for every event of a call; at most 58 characters. */
    String call();
  }

  /**
   * The kit answered and works.
   *
   * @param model what it calls itself, or empty
   * @param confirmed false while a kit that need not answer has not answered
   */
  record LinkUp(Stamp at, String model, boolean confirmed) implements CallEvent {}

  /** The kit is gone or does not answer; {@code reasonKey} is a key of the texts. */
  record LinkLost(Stamp at, String reasonKey, List<Object> reasonArguments) implements CallEvent {}

  /** The kit restarted: calls of its earlier life will never be heard of again. */
  record Restarted(Stamp at) implements CallEvent {}

  /**
   * The line's state changed, as far as no other event says so.
   *
   * @param fault text key of a fault, or null if the line is well
   */
  record LineState(Stamp at, @Nullable String fault) implements CallEvent {}

  /**
   * One ring.
   *
   * @param count rings so far; 0 where a kit told who calls before the first ring
   * @param everyRing true if the kit reports every ring, so that silence means the ringing is over
   */
  record Ringing(Stamp at, String call, int count, boolean everyRing) implements OfCall {}

  /**
   * The exchange told who calls.
   *
   * @param waits true for somebody who waits while people talk on the same line: that call goes on
   */
  record CallerId(Stamp at, String call, CallerInfo info, boolean waits) implements OfCall {
    /** Somebody calls on a free line. */
    public CallerId(Stamp at, String call, CallerInfo info) {
      this(at, call, info, false);
    }
  }

  /**
   * The handset was lifted: an answer while it rings, else the start of an outgoing call.
   *
   * @param farEnd true if this tells that the other end answered an outgoing call
   */
  record OffHook(Stamp at, String call, boolean farEnd) implements OfCall {}

  /** The handset was put down. */
  record OnHook(Stamp at, String call) implements OfCall {}

  /**
   * A person said that they took the call, or that it is over: for kits that don't tell when the
   * handset is lifted. Comes from the window, never from a driver.
   *
   * @param taken true for taken, false for over
   */
  record Told(Stamp at, String call, boolean taken) implements OfCall {}

  /** The hook was tapped. */
  record Flash(Stamp at, String call) implements OfCall {}

  /** A dialled digit {@code 0-9*#A-D}; {@code local} is null where the side is not known. */
  record Digit(Stamp at, String call, char digit, @Nullable Boolean local) implements OfCall {}

  /** A number dialled as a whole (kits that do not report single digits). */
  record Dialled(Stamp at, String call, String digits) implements OfCall {}

  /** A tone of the exchange. */
  record Tone(Stamp at, String call, ToneKind kind) implements OfCall {}

  /** Tones an exchange plays. */
  enum ToneKind {
    /** Ready to dial. */
    DIAL,
    /** It rings at the other end. */
    RINGBACK,
    /** Engaged. */
    BUSY,
    /** No way through. */
    CONGESTION,
    /** Special information tone: no such number. */
    SPECIAL,
    /** A fax machine. */
    FAX,
    /** Nothing. */
    SILENCE
  }

  /**
   * The call is over.
   *
   * @param info what the end report says about who it was; it may add to what was known
   * @param direction who called whom
   * @param outcome how it ended
   * @param startedAt when it began, if the kit says so; else null
   * @param rings rings in all, or -1 if the kit does not say
   * @param ringMillis ringing time by the kit's clock, or -1
   * @param talkMillis talking time by the kit's clock, or -1
   */
  record CallEnded(
      Stamp at,
      String call,
      CallerInfo info,
      Direction direction,
      CallOutcome outcome,
      @Nullable Instant startedAt,
      int rings,
      long ringMillis,
      long talkMillis)
      implements OfCall {}

  /**
   * A call from the kit's memory. The kit forgets it when {@link PhoneDriver.Session#confirmStored}
   * is called with its id.
   *
   * @param id the kit's id of the entry
   * @param end who it was and how it ended
   * @param timeCertain false if the kit's clock was not set
   */
  record Stored(Stamp at, long id, CallEnded end, boolean timeCertain) implements CallEvent {}

  /** A piece of the call's sound, in order of its samples. */
  record Audio(Stamp at, String call, AudioBlock block) implements OfCall {}

  /** Samples {@code firstSample} to {@code firstSample + count - 1} will never come. */
  record AudioGap(Stamp at, String call, long firstSample, long count) implements OfCall {}

  /** The kit's clock was set by us. */
  record ClockSet(Stamp at) implements CallEvent {}

  /** Something for the log and the settings page, never for the call: {@code text} is technical. */
  record Diagnostic(Stamp at, String text) implements CallEvent {}
}
