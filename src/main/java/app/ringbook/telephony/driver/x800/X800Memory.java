package app.ringbook.telephony.driver.x800;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallerInfo;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fetches the calls that the kit kept while nobody listened. The kit forgets one when STORED_DONE
 * comes, and that is sent only after the call was saved; a crash between the two brings the call
 * again, under the same identity.
 */
final class X800Memory {
  private static final int AT_ONCE = 16;

  /** A kit that sends more without being asked is not listened to: it keeps what is not saved. */
  private static final int MOST_UNSAVED = 1024;

  private final AppClock appClock;
  private final X800Clock clock;
  private final X800Calls calls;
  private final X800Sender sender;
  private final Consumer<CallEvent> sink;
  private final Set<Long> told = new HashSet<>();

  X800Memory(
      AppClock appClock,
      X800Clock clock,
      X800Calls calls,
      X800Sender sender,
      Consumer<CallEvent> sink) {
    this.appClock = appClock;
    this.clock = clock;
    this.calls = calls;
    this.sender = sender;
    this.sink = sink;
  }

  /** Asks how many there are. */
  void ask() {
    told.clear();
    send(X800Type.STORED_COUNT, new X800Payload().u16(0).done());
  }

  /** The kit said how many there are. */
  void counted(X800Frame frame) {
    if (frame.reader().u16() > 0 && told.isEmpty()) {
      fetch();
    }
  }

  /** An entry came. */
  void received(X800Frame frame) {
    X800Reader in = frame.reader();
    Stamp at = clock.stamp(frame.line(), frame.deviceMillis());
    long id = in.u64();
    in.u32();
    CallerInfo info = X800Calls.caller(in);
    if (in.left() >= 22) {
      // The end's own call number, left out by kits that give it once.
      in.u32();
    }
    boolean certain = !frame.has(X800Frame.CLOCK_UNSET);
    X800Reader rest = new X800Reader(in.bytes(in.left()));
    Instant begun = begun(rest, certain);
    X800Calls.Known live = calls.sameAs(frame.line(), info.number(), begun);
    String call = live == null ? "stored-" + HexFormat.of().toHexDigits(id) : live.id;
    CallEvent.CallEnded end = X800Calls.end(at, call, false, rest, begun, info);
    if (rest.cut()) {
      sink.accept(new CallEvent.Diagnostic(at, "stored call not understood"));
      return;
    }
    if (told.size() < MOST_UNSAVED && told.add(id)) {
      sink.accept(new CallEvent.Stored(at, id, end, certain));
    }
  }

  /** The call is saved: the kit may forget it. */
  void saved(long id) {
    if (told.remove(id)) {
      send(X800Type.STORED_DONE, new X800Payload().u64(id).done());
      if (told.isEmpty()) {
        send(X800Type.STORED_COUNT, new X800Payload().u16(0).done());
      }
    }
  }

  /** The begin is the last field; the reader stays where it is. */
  private Instant begun(X800Reader rest, boolean certain) {
    X800Reader copy = rest.copy();
    copy.bytes(10);
    long begin = copy.u64();
    Instant now = appClock.now();
    if (certain) {
      return Instant.ofEpochMilli(Math.min(begin, now.toEpochMilli()));
    }
    return clock.mapped() ? clock.instantOf(begin & 0xFFFFFFFFL, now) : now;
  }

  private void fetch() {
    send(X800Type.STORED_GET, new X800Payload().u16(AT_ONCE).done());
  }

  private void send(int type, byte[] payload) {
    sender.sendSurely(type, 0, 0, 0, payload, appClock.nanoTime());
  }
}
