package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.PhoneDriver;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one line of a modem: rings, numbers, handset. A modem never says which call it means, nor
 * that a caller gave up: a call is over when it has not rung for eight seconds, when somebody else
 * calls, or when the handset is put down.
 */
final class ModemCalls {
  /** Without a ring for so long, the caller has given up. */
  static final long RINGING_NANOS = 8_000_000_000L;

  /** A ring told in two ways (RING and an event, or a cadence before it) is one. */
  private static final long SAME_RING_NANOS = 1_500_000_000L;

  /** Who waits is told again within this time, or has given up. */
  private static final long WAITING_NANOS = 30_000_000_000L;

  private static final long LATE_CALLER_NANOS = 3_000_000_000L;
  private static final long HELD_DIGIT_NANOS = 300_000_000L;
  private static final int DIALLED_ENOUGH = 3;

  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private @Nullable Current current;
  private @Nullable Current waiting;
  private @Nullable String ringWay;
  private long ringNanos;
  private int counted;
  private boolean toneOn;
  private char heldDigit;
  private long heldNanos;

  private static final class Current {
    final String id;
    final boolean incoming;
    long ringNanos;
    int rings;
    int ringsSinceCaller;
    int digits;
    boolean lifted;
    boolean putDown;
    boolean busy;
    boolean answered;
    long liftedNanos;
    @Nullable String number;

    /** Some modems say who calls only after the handset was lifted. */
    boolean nobodyToldYet(long now) {
      return incoming && number == null && now - liftedNanos < LATE_CALLER_NANOS;
    }

    Current(String id, boolean incoming, long nanos) {
      this.id = id;
      this.incoming = incoming;
      this.ringNanos = nanos;
    }
  }

  ModemCalls(AppClock clock, Consumer<CallEvent> sink) {
    this.clock = clock;
    this.sink = sink;
  }

  /** The call whose handset is up, or null. */
  @Nullable String lifted() {
    Current call = current;
    return call != null && call.lifted ? call.id : null;
  }

  /** True while something is going on. */
  boolean busy() {
    return lifted() != null || ringing() != null;
  }

  /**
   * It rings.
   *
   * @param way how that was told
   */
  void ring(String way) {
    long now = clock.nanoTime();
    boolean again = ringWay != null && !ringWay.equals(way) && now - ringNanos < SAME_RING_NANOS;
    if (again && ringing() != null) {
      return;
    }
    ringWay = way;
    ringNanos = now;
    if (lifted() != null) {
      // A telephone that rings is not off the hook: the end of the last call went unnoticed.
      handset(false);
      over();
    }
    Current call = ringing();
    if (call == null) {
      call = begin(true);
    }
    call.rings++;
    call.ringsSinceCaller++;
    call.ringNanos = now;
    sink.accept(new CallEvent.Ringing(stamp(), call.id, call.rings, true));
  }

  /**
   * The exchange told who calls.
   *
   * @param first true for what begins a record, false for what adds to it
   */
  void caller(CallerInfo info, boolean first) {
    Current talking = current;
    if (talking != null && talking.lifted) {
      if (talking.nobodyToldYet(clock.nanoTime())) {
        told(talking, info);
      } else {
        waits(info);
      }
      return;
    }
    Current call = ringing();
    if (call != null && first && call.ringsSinceCaller > 0 && differ(call.number, info.number())) {
      missed(call);
      call = begin(true);
      told(call, info);
      call.rings = 1;
      sink.accept(new CallEvent.Ringing(stamp(), call.id, 1, true));
    } else if (call == null) {
      call = begin(true);
      told(call, info);
      // No ring yet; this only tells that silence will mean the end.
      sink.accept(new CallEvent.Ringing(stamp(), call.id, 0, true));
    } else {
      told(call, info);
    }
  }

  /** Somebody else calls while people talk; the exchange may tell so several times. */
  private void waits(CallerInfo info) {
    Current before = waiting;
    long now = clock.nanoTime();
    boolean same =
        before != null
            && now - before.ringNanos < WAITING_NANOS
            && !differ(before.number, info.number());
    Current call = before == null || !same ? fresh(true) : before;
    waiting = call;
    call.ringNanos = now;
    told(call, info);
    sink.accept(new CallEvent.Ringing(stamp(), call.id, 0, true));
  }

  /** The hook was tapped: whoever waits is taken, if somebody does. */
  void tapped() {
    Current call = current;
    if (call == null || !call.lifted) {
      return;
    }
    sink.accept(new CallEvent.Flash(stamp(), call.id));
    Current other = waiting;
    if (other != null && !other.lifted && clock.nanoTime() - other.ringNanos < WAITING_NANOS) {
      other.lifted = true;
      sink.accept(new CallEvent.OffHook(stamp(), other.id, false));
    }
  }

  /** The handset was lifted or put down. */
  void handset(boolean up) {
    handset(up, stamp());
  }

  /** The handset was up when the modem was asked first: the call of before goes on. */
  void goesOn(PhoneDriver.Unended before) {
    Current call =
        new Current(before.call(), before.direction() == Direction.INCOMING, clock.nanoTime());
    call.lifted = true;
    call.answered = before.answeredAt() != null;
    call.number = before.info().number();
    call.rings = before.rings();
    current = call;
    before.retold(stamp()).forEach(sink);
    if (!call.answered) {
      sink.accept(new CallEvent.OffHook(stamp(), call.id, false));
    }
  }

  /** As the other, at that moment. */
  void handset(boolean up, Stamp at) {
    Current call = current;
    if (!up) {
      if (call != null && call.lifted) {
        call.lifted = false;
        call.putDown = true;
        sink.accept(new CallEvent.OnHook(at, call.id));
        Current other = waiting;
        if (other != null && other.lifted) {
          waiting = null;
          sink.accept(new CallEvent.OnHook(at, other.id));
          end(other, CallOutcome.ANSWERED);
        }
      }
    } else if (call == null || !call.lifted) {
      Current ringing = ringing();
      Current taken = ringing == null ? begin(false) : ringing;
      taken.lifted = true;
      taken.liftedNanos = clock.nanoTime();
      sink.accept(new CallEvent.OffHook(stamp(), taken.id, false));
    }
  }

  /** The call whose handset was put down is over, and its sound is complete. */
  void over() {
    Current call = current;
    if (call == null || !call.putDown) {
      return;
    }
    Current next = waiting;
    waiting = null;
    // Whoever waited rings the telephone that is free now.
    current = next != null && clock.nanoTime() - next.ringNanos <= RINGING_NANOS ? next : null;
    CallOutcome outcome =
        call.incoming ? CallOutcome.ANSWERED : call.busy ? CallOutcome.BUSY : CallOutcome.NO_ANSWER;
    end(call, outcome);
  }

  /** A number was dialled for the user. */
  void dialled(String digits) {
    if (lifted() == null) {
      handset(true);
    }
    Current call = current;
    if (call != null) {
      call.digits = digits.length();
      sink.accept(new CallEvent.Dialled(stamp(), call.id, digits));
    }
  }

  /** The other end is engaged, or there is none. */
  void noWay() {
    Current call = current;
    if (call != null && !call.incoming) {
      call.busy = true;
      sink.accept(new CallEvent.Tone(stamp(), call.id, CallEvent.ToneKind.BUSY));
    }
  }

  /** A simple event that is neither ring nor handset. */
  void event(char code) {
    switch (code) {
      case '/' -> {
        toneOn = true;
        heldDigit = 0;
      }
      case '~' -> toneOn = false;
      case 'b', 'K' -> {
        noWay();
        tone(CallEvent.ToneKind.BUSY);
      }
      case 'd', 'i' -> tone(CallEvent.ToneKind.DIAL);
      case 'r' -> tone(CallEvent.ToneKind.RINGBACK);
      case 'J' -> tone(CallEvent.ToneKind.SPECIAL);
      case 'a', 'c', 'e', 'f', 'm' -> tone(CallEvent.ToneKind.FAX);
      case 'L' -> reversed();
      default -> {
        if ("0123456789*#ABCD".indexOf(code) >= 0) {
          digit(code);
        }
      }
    }
  }

  /** The modem was away: whether the call still goes on, nobody knows. */
  void lost() {
    if (lifted() != null) {
      current = null;
      waiting = null;
      sink.accept(new CallEvent.Restarted(stamp()));
    }
  }

  /** Now, on the modem's line. */
  Stamp stamp() {
    return new Stamp(1, clock.nanoTime(), -1, clock.now());
  }

  private void digit(char digit) {
    Current call = current;
    long now = clock.nanoTime();
    boolean held = toneOn && digit == heldDigit && now - heldNanos < HELD_DIGIT_NANOS;
    heldDigit = digit;
    heldNanos = now;
    if (!held && call != null && call.lifted) {
      call.digits++;
      sink.accept(new CallEvent.Digit(stamp(), call.id, digit, null));
    }
  }

  private void tone(CallEvent.ToneKind kind) {
    String id = lifted();
    if (id != null && kind != CallEvent.ToneKind.BUSY) {
      sink.accept(new CallEvent.Tone(stamp(), id, kind));
    }
  }

  /** Many exchanges turn the polarity when the other end answers. */
  private void reversed() {
    Current call = current;
    if (call != null
        && call.lifted
        && !call.incoming
        && !call.answered
        && call.digits >= DIALLED_ENOUGH) {
      call.answered = true;
      sink.accept(new CallEvent.OffHook(stamp(), call.id, true));
    }
  }

  private void told(Current call, CallerInfo info) {
    call.number = call.number == null ? info.number() : call.number;
    call.ringsSinceCaller = 0;
    sink.accept(new CallEvent.CallerId(stamp(), call.id, info));
  }

  private void missed(Current call) {
    current = null;
    end(call, CallOutcome.MISSED);
  }

  private void end(Current call, CallOutcome outcome) {
    Direction direction = call.incoming ? Direction.INCOMING : Direction.OUTGOING;
    sink.accept(
        new CallEvent.CallEnded(
            stamp(),
            call.id,
            CallerInfo.NOTHING,
            direction,
            outcome,
            null,
            call.incoming ? call.rings : -1,
            -1,
            -1));
  }

  private Current begin(boolean incoming) {
    Current call = fresh(incoming);
    current = call;
    return call;
  }

  private Current fresh(boolean incoming) {
    counted++;
    String id = Long.toString(clock.now().toEpochMilli(), 36) + "-" + counted;
    return new Current(id, incoming, clock.nanoTime());
  }

  private @Nullable Current ringing() {
    Current call = current;
    boolean rings =
        call != null
            && call.incoming
            && !call.lifted
            && !call.putDown
            && clock.nanoTime() - call.ringNanos <= RINGING_NANOS;
    return rings ? call : null;
  }

  /** The same number may come short or long: 5551234 and 9195551234. */
  private static boolean differ(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return false;
    }
    String a = one.replaceAll("[^0-9]", "");
    String b = other.replaceAll("[^0-9]", "");
    return !a.endsWith(b) && !b.endsWith(a);
  }
}
