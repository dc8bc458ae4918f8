package app.ringbook.telephony.link;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the tracker remembers of one call. Changed on the call thread only. */
final class OpenCall {
  /** After the handset went down, the kit's own report of the end is awaited this long. */
  static final long REPORT_MILLIS = 2_000;

  /** Ringing without reports of every ring is given up after this time. */
  static final long SILENT_RING_MILLIS = 120_000;

  /** No digit for so long after dialling: people are taken to talk. */
  static final long DIALLED_MILLIS = 10_000;

  /** A call whose end never came. */
  static final long LONGEST_MILLIS = 4 * 3_600_000L;

  /** A telephone that rings does so again within this time. */
  static final long RING_GAP_NANOS = 6_000_000_000L;

  private static final int MOST_DIGITS = 32;

  final String id;
  final String key;
  final String kit;
  final Stamp began;
  Direction direction;
  CallState state;
  CallerInfo info = CallerInfo.NOTHING;
  Instant startedAt;
  int rings;
  boolean everyRing;
  long numberNanos;
  long lastRingNanos;
  long lastDigitNanos;
  @Nullable Stamp answered;
  @Nullable Stamp hookDown;
  boolean busyHeard;
  boolean toldBegun;
  boolean toldEnded;
  boolean guessedEnd;
  boolean orphan;

  /** A person said it was taken; the line will not say when it is over. */
  boolean byHand;

  @Nullable CallOutcome outcome;
  private long ringMillis;
  private long talkMillis;
  private final StringBuilder dialled = new StringBuilder();

  OpenCall(String kit, String id, Stamp began, Direction direction) {
    this.kit = kit;
    this.id = id;
    this.key = kit + "/" + id;
    this.began = began;
    this.direction = direction;
    this.startedAt = began.at();
    this.state = direction == Direction.INCOMING ? CallState.RINGING : CallState.DIALLING;
    this.lastRingNanos = began.hostNanos();
    this.lastDigitNanos = began.hostNanos();
  }

  /** Takes over what is newly known of the caller; true if that changed anything. */
  boolean identify(CallerInfo news, Stamp at) {
    CallerInfo merged = info.plus(news);
    if (merged.equals(info)) {
      return false;
    }
    if (merged.number() != null && !merged.number().equals(info.number())) {
      numberNanos = at.hostNanos();
    }
    info = merged;
    return true;
  }

  /** Adds a dialled digit; false if there are already too many. */
  boolean dial(char digit, Stamp at) {
    lastDigitNanos = at.hostNanos();
    if (dialled.length() >= MOST_DIGITS) {
      return false;
    }
    dialled.append(digit);
    info = new CallerInfo(dialled.toString(), Presentation.NUMBER, info.name(), true);
    numberNanos = at.hostNanos();
    return true;
  }

  void answer(Stamp at) {
    boolean goesOn = gaveUp() && answered != null;
    state = CallState.TALKING;
    outcome = null;
    if (!goesOn) {
      answered = at;
      ringMillis = between(began, at);
    }
  }

  /** True if it was taken for lost with its kit: the kit may come back and it may go on. */
  boolean gaveUp() {
    return state == CallState.ENDED && guessedEnd && outcome == CallOutcome.DEVICE_LOST;
  }

  /** It was taken for lost and still rings. */
  void rings(Stamp at) {
    state = CallState.RINGING;
    outcome = null;
    lastRingNanos = at.hostNanos();
  }

  /** Ends it at the given moment; durations the kit measured itself take the place of ours. */
  void end(CallOutcome how, Stamp at, long kitRingMillis, long kitTalkMillis) {
    Stamp over = hookDown == null ? at : hookDown;
    long talked = answered == null ? 0 : between(answered, over);
    long rang = answered == null ? between(began, over) : ringMillis;
    ringMillis = kitRingMillis >= 0 ? kitRingMillis : rang;
    talkMillis = kitTalkMillis >= 0 ? kitTalkMillis : talked;
    outcome = how;
    state = CallState.ENDED;
  }

  /** Ringing and talking times, while it goes on as of the given moment. */
  Call snapshot(Stamp now) {
    long rang = state == CallState.RINGING ? between(began, now) : ringMillis;
    long talked =
        state == CallState.TALKING && answered != null ? between(answered, now) : talkMillis;
    return new Call(
        key,
        kit,
        began.line(),
        direction,
        state,
        info.number(),
        info.presentation(),
        info.name(),
        info.verified(),
        startedAt,
        rings,
        rang,
        talked,
        outcome,
        numberNanos,
        byHand);
  }

  /**
   * A person said it was taken. A telephone that was lifted rings no more: people talk since then
   * at the latest, also if that was said later.
   */
  void takenByHand(Stamp told) {
    long sinceRing = told.hostNanos() - lastRingNanos;
    long late = everyRing ? Math.max(0, sinceRing - RING_GAP_NANOS) : 0;
    byHand = true;
    guessedEnd = false;
    answer(new Stamp(told.line(), told.hostNanos() - late, -1, told.at().minusNanos(late)));
  }

  /** It still rings: whoever said that it was taken meant to lift the handset. */
  void stillRings(Stamp ring) {
    if (byHand && state == CallState.TALKING) {
      answer(ring);
    }
  }

  /** How it must have ended if nothing was heard of it for too long, else null. */
  @Nullable CallOutcome overdue(Stamp now, int ringTimeoutMillis) {
    long age = millis(began.hostNanos(), now);
    if (hookDown != null && millis(hookDown.hostNanos(), now) > REPORT_MILLIS) {
      return hungUp();
    }
    if (byHand && age > LONGEST_MILLIS) {
      return CallOutcome.ANSWERED;
    }
    if (age > LONGEST_MILLIS || (orphan && age > CallTracker.RESTART_MILLIS)) {
      return CallOutcome.DEVICE_LOST;
    }
    long patience = everyRing ? Math.max(ringTimeoutMillis, 1000) : SILENT_RING_MILLIS;
    boolean silent = millis(lastRingNanos, now) > patience;
    return state == CallState.RINGING && silent ? CallOutcome.MISSED : null;
  }

  /** True if it was dialled and then nothing more was heard: people are taken to talk. */
  boolean dialledLongAgo(Stamp now) {
    return state == CallState.DIALLING
        && hookDown == null
        && info.number() != null
        && !busyHeard
        && millis(lastDigitNanos, now) > DIALLED_MILLIS;
  }

  /** Nobody said when a call taken by hand was over: how long people talked is not known. */
  long unheardEnd() {
    return byHand ? 0 : -1;
  }

  /** True if a late report of the end, without times of its own, says what was taken for so. */
  boolean guessedRight(CallEvent.CallEnded end) {
    boolean noTimes = end.ringMillis() < 0 && end.talkMillis() <= 0 && end.startedAt() == null;
    return state == CallState.ENDED && guessedEnd && noTimes && outcome == outcomeOf(end.outcome());
  }

  /** The reported outcome, unless what was seen of the call contradicts it. */
  CallOutcome outcomeOf(CallOutcome reported) {
    if (reported != CallOutcome.MISSED && reported != CallOutcome.NO_ANSWER) {
      return reported;
    }
    if (answered != null) {
      return CallOutcome.ANSWERED;
    }
    return direction == Direction.INCOMING ? CallOutcome.MISSED : CallOutcome.NO_ANSWER;
  }

  /** How it ended if the handset was put down now. */
  CallOutcome hungUp() {
    if (state == CallState.TALKING) {
      return CallOutcome.ANSWERED;
    }
    return busyHeard ? CallOutcome.BUSY : CallOutcome.NO_ANSWER;
  }

  /** A moment without the kit's own time. */
  static Stamp hostOnly(Stamp at) {
    return new Stamp(at.line(), at.hostNanos(), -1, at.at());
  }

  static long millis(long fromNanos, Stamp to) {
    return (to.hostNanos() - fromNanos) / 1_000_000;
  }

  /** By the kit's own clock where both moments have it, never negative. */
  static long between(Stamp from, Stamp to) {
    long millis =
        from.deviceMillis() >= 0 && to.deviceMillis() >= 0
            ? to.deviceMillis() - from.deviceMillis()
            : (to.hostNanos() - from.hostNanos()) / 1_000_000;
    return Math.max(0, millis);
  }
}
