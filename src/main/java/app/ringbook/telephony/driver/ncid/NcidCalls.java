package app.ringbook.telephony.driver.ncid;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls that happen now. A ring comes before the line that says who calls, and only that line has
 * what a call is known by for ever; so the first rings are held back until it came, or until it
 * will not come any more.
 */
final class NcidCalls {
  private static final long SILENCE_NANOS = 8_000_000_000L;
  private static final long HELD_NANOS = 10_000_000_000L;
  private static final long OUTGOING_NANOS = 120_000_000_000L;
  private static final int HELD_RINGS = 3;
  private static final int MOST_LINES = 64;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS");

  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final NcidIdentity identity;
  private final NcidLines lines;
  private final NcidDates dates;
  private final Map<Integer, Open> open = new HashMap<>();
  private final Map<Integer, Open> waiting = new HashMap<>();
  private final Map<Integer, Held> held = new HashMap<>();
  private final List<Integer> tellingEnds = new ArrayList<>();

  private static final class Open {
    final String id;
    final boolean outgoing;
    final long beganNanos;
    CallerInfo caller = CallerInfo.NOTHING;
    int rings;
    long signNanos;

    Open(String id, boolean outgoing, long now) {
      this.id = id;
      this.outgoing = outgoing;
      this.beganNanos = now;
      this.signNanos = now;
    }

    /** The same line may come twice; a call begun by rings alone takes whoever it is. */
    boolean isOther(CallerInfo info) {
      return !caller.equals(CallerInfo.NOTHING) && !Objects.equals(caller.number(), info.number());
    }

    boolean isFrom(String number) {
      return !number.isEmpty() && number.equals(caller.number());
    }
  }

  /** Rings before anybody said who calls. */
  private record Held(int rings, long sinceNanos) {}

  NcidCalls(
      AppClock clock,
      Consumer<CallEvent> sink,
      NcidIdentity identity,
      NcidLines lines,
      NcidDates dates) {
    this.clock = clock;
    this.sink = sink;
    this.identity = identity;
    this.lines = lines;
    this.dates = dates;
  }

  void call(NcidRecord.Call call) {
    int line = lines.number(call.line());
    String id = identity.live(call);
    identity.tell(id);
    CallerInfo info = NcidPerson.of(call);
    if (call.kind() == NcidRecord.Kind.WAITING && open.containsKey(line)) {
      waits(line, id, info);
      return;
    }
    Held rang = held.remove(line);
    if (call.kind() == NcidRecord.Kind.OUTGOING) {
      begin(line, new Open(id, true, clock.nanoTime()));
      sink.accept(new CallEvent.Dialled(stamp(line), id, number(info)));
      return;
    }
    Open ringing = open.get(line);
    if (ringing == null || ringing.outgoing || silent(ringing) || ringing.isOther(info)) {
      ringing = new Open(id, false, clock.nanoTime());
      begin(line, ringing);
    }
    ringing.caller = info;
    ringing.rings = Math.max(ringing.rings, rang == null ? 0 : rang.rings);
    if (call.kind() == NcidRecord.Kind.REFUSED) {
      open.remove(line);
      sink.accept(end(line, ringing, info, CallOutcome.REFUSED, 0));
      return;
    }
    // The number first: what hears of the ring then already knows who it is.
    if (!info.equals(CallerInfo.NOTHING)) {
      sink.accept(new CallEvent.CallerId(stamp(line), ringing.id, info));
    }
    ring(line, ringing, Math.max(1, ringing.rings));
  }

  /** Somebody else calls while people talk: two calls on one line, and neither ends the other. */
  private void waits(int line, String id, CallerInfo info) {
    Open call = waiting.get(line);
    if (call == null || silent(call) || call.isOther(info)) {
      call = new Open(id, false, clock.nanoTime());
      call.caller = info;
      if (waiting.size() >= MOST_LINES) {
        waiting.clear();
      }
      waiting.put(line, call);
    }
    call.signNanos = clock.nanoTime();
    sink.accept(new CallEvent.CallerId(stamp(line), call.id, info, true));
    sink.accept(new CallEvent.Ringing(stamp(line), call.id, 1, true));
  }

  /** The handset is down: whoever still waits rings the telephone that is free now. */
  private @Nullable Open over(int line) {
    Open call = open.remove(line);
    Open next = waiting.remove(line);
    if (next != null && !silent(next)) {
      open.put(line, next);
    }
    return call;
  }

  void info(NcidRecord.Rings info) {
    int line = lines.number(info.line());
    if (info.rings() > 0) {
      rings(line, info.rings());
      return;
    }
    if (info.rings() < 0) {
      endsAreTold(info.line());
    }
    Held rang = held.remove(line);
    Open call = over(line);
    if (call == null && rang != null) {
      call = unknown(rang);
    }
    if (call != null) {
      long talk = info.rings() == -2 ? (clock.nanoTime() - call.signNanos) / 1_000_000 : 0;
      CallOutcome how = outcome(info.rings(), call.outgoing);
      sink.accept(end(line, call, CallerInfo.NOTHING, how, talk));
    }
  }

  /** An end with its times. */
  void end(NcidRecord.End end) {
    int line = lines.number(end.line());
    Open other = waiting.get(line);
    boolean waited = other != null && other.isFrom(end.number());
    Open call = waited ? other : open.get(line);
    if (call == null || call.outgoing != end.outgoing()) {
      return;
    }
    if (waited) {
      waiting.remove(line);
    } else {
      over(line);
    }
    int code = end.answered() ? -2 : -1;
    long rang = (call.signNanos - call.beganNanos) / 1_000_000;
    long talk =
        end.answered()
            ? Math.max(0, whole(end, dates).map(Duration::toMillis).orElse(0L) - rang)
            : 0;
    sink.accept(end(line, call, CallerInfo.NOTHING, outcome(code, call.outgoing), talk));
  }

  /** From start to end of a call, if the server says both. */
  static Optional<Duration> whole(NcidRecord.End end, NcidDates dates) {
    Optional<Instant> started = dates.second(end.started());
    return dates
        .second(end.ended())
        .flatMap(ended -> started.map(s -> Duration.between(s, ended)))
        .filter(whole -> !whole.isNegative());
  }

  static CallOutcome outcome(int rings, boolean outgoing) {
    return switch (rings) {
      case -2 -> CallOutcome.ANSWERED;
      case -3 -> CallOutcome.BUSY;
      case -4 -> CallOutcome.REFUSED;
      default -> outgoing ? CallOutcome.NO_ANSWER : CallOutcome.MISSED;
    };
  }

  /** Lets time pass: rings nobody explains, outgoing calls whose end is never told. */
  void tick() {
    long now = clock.nanoTime();
    for (Map.Entry<Integer, Held> one : List.copyOf(held.entrySet())) {
      if (now - one.getValue().sinceNanos >= HELD_NANOS) {
        tellHeld(one.getKey());
      }
    }
    for (Map.Entry<Integer, Open> one : List.copyOf(open.entrySet())) {
      Open call = one.getValue();
      boolean untold = call.outgoing && !tellingEnds.contains(one.getKey());
      if (untold && now - call.beganNanos >= OUTGOING_NANOS) {
        open.remove(one.getKey());
        sink.accept(end(one.getKey(), call, CallerInfo.NOTHING, CallOutcome.DEVICE_LOST, 0));
      }
    }
  }

  private void rings(int line, int rings) {
    Open call = open.get(line);
    if (call != null && !call.outgoing && !silent(call) && rings >= call.rings) {
      call.rings = rings;
      call.signNanos = clock.nanoTime();
      ring(line, call, rings);
      return;
    }
    Held before = held.get(line);
    long since = before != null && rings >= before.rings ? before.sinceNanos : clock.nanoTime();
    held.put(line, new Held(rings, since));
    if (rings >= HELD_RINGS) {
      tellHeld(line);
    } else if (held.size() > MOST_LINES) {
      held.clear();
    }
  }

  private void tellHeld(int line) {
    Held rang = held.remove(line);
    if (rang != null) {
      Open call = unknown(rang);
      begin(line, call);
      ring(line, call, call.rings);
    }
  }

  private Open unknown(Held rang) {
    String id = "R" + MOMENT.format(clock.now().atZone(clock.zone()));
    Open call = new Open(id, false, clock.nanoTime());
    call.rings = rang.rings;
    return call;
  }

  private void begin(int line, Open call) {
    Open before = open.put(line, call);
    if (before != null) {
      // A line has one handset: what was there before is over, an outgoing call nobody knows how.
      CallOutcome how = before.outgoing ? CallOutcome.DEVICE_LOST : CallOutcome.MISSED;
      sink.accept(end(line, before, CallerInfo.NOTHING, how, 0));
    }
  }

  private void ring(int line, Open call, int rings) {
    // Where ends are told, silence ends nothing, but a modem that counts rings is believed.
    boolean every = call.rings > 0 || !tellingEnds.contains(line);
    sink.accept(new CallEvent.Ringing(stamp(line), call.id, rings, every));
  }

  /** The server knows when calls on that line are over: their end is waited for. */
  void endsAreTold(String lineName) {
    int line = lines.number(lineName);
    if (!tellingEnds.contains(line) && tellingEnds.size() < MOST_LINES) {
      tellingEnds.add(line);
    }
  }

  /** A call of which nothing was heard for so long was counted as over. */
  private boolean silent(Open call) {
    return clock.nanoTime() - call.signNanos >= SILENCE_NANOS;
  }

  private CallEvent.CallEnded end(
      int line, Open call, CallerInfo info, CallOutcome how, long talkMillis) {
    Direction direction = call.outgoing ? Direction.OUTGOING : Direction.INCOMING;
    return new CallEvent.CallEnded(
        stamp(line), call.id, info, direction, how, null, call.rings, -1, talkMillis);
  }

  private static String number(CallerInfo info) {
    @Nullable String number = info.presentation() == Presentation.NUMBER ? info.number() : null;
    return number == null ? "" : number.replaceAll("[^0-9*#+]", "");
  }

  private Stamp stamp(int line) {
    return new Stamp(line, clock.nanoTime(), -1, clock.now());
  }
}
