package app.ringbook.telephony.driver.x800;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.PhoneDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Calls that went on when the kit was heard of last. A kit tells them again when it is greeted; for
 * one that does not, the states of its lines tell by the second heartbeat whether a call of before
 * still goes on. By then it has told of other calls on the line, and which ones are in its memory.
 */
final class X800Unended {
  private static final int ENOUGH_BEATS = 2;
  private static final int RINGING = 1;
  private static final int HANDSET_UP = 2;
  private static final int TALKING = 3;

  private final AppClock clock;
  private final X800Calls calls;
  private final Consumer<CallEvent> sink;
  private final List<PhoneDriver.Unended> before = new ArrayList<>();
  private int beats;

  X800Unended(AppClock clock, X800Calls calls, Consumer<CallEvent> sink) {
    this.clock = clock;
    this.calls = calls;
    this.sink = sink;
  }

  /** Calls of an earlier run of the program. */
  void before(List<PhoneDriver.Unended> all) {
    before.addAll(all);
  }

  /** The kit greeted. */
  void greeted() {
    beats = 0;
  }

  /** A call in the kit's memory is over. */
  void stored(X800Frame frame) {
    X800Reader in = frame.reader();
    in.u64();
    long call = in.u32();
    before.removeIf(one -> calls.numberOf(one) == call);
  }

  /** The states of the lines. */
  void beat(X800Reader in) {
    if (++beats != ENOUGH_BEATS) {
      return;
    }
    int lines = in.u8();
    for (int line = 1; line <= lines && in.left() > 0; line++) {
      lineIs(line, in.u8());
    }
    before.clear();
  }

  private void lineIs(int line, int state) {
    Stamp now = new Stamp(line, clock.nanoTime(), -1, clock.now());
    boolean up = state == HANDSET_UP || state == TALKING;
    List<X800Calls.Known> told = calls.goingOn(line);
    if (up) {
      // Whoever gave it up while the kit was away now hears that it goes on.
      told.stream()
          .filter(call -> call.handsetUp)
          .forEach(call -> sink.accept(new CallEvent.OffHook(now, call.id, false)));
    }
    for (PhoneDriver.Unended one : before) {
      boolean may = one.line() == line && told.isEmpty() && (up || ringsStill(one, state));
      if (may && calls.resume(one, now) && up && one.answeredAt() == null) {
        sink.accept(new CallEvent.OffHook(now, one.call(), false));
      }
    }
  }

  private static boolean ringsStill(PhoneDriver.Unended one, int state) {
    return state == RINGING && one.answeredAt() == null;
  }
}
