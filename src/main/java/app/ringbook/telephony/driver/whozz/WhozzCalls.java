package app.ringbook.telephony.driver.whozz;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.callerid.CallerText;
import app.ringbook.telephony.driver.whozz.WhozzRecord.Kind;
import app.ringbook.telephony.driver.whozz.WhozzRecord.When;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the call a record belongs to. Records carry no call number: an end belongs to the newest
 * open call of its line and direction with the same begin and number. Times are whole minutes, so
 * calls that look the same are told apart by counting.
 */
final class WhozzCalls {
  private static final long REPEAT_NANOS = 10_000_000_000L;
  private static final long RINGING_NANOS = 12_000_000_000L;
  private static final Duration NOW = Duration.ofMinutes(2);
  private static final int MOST = 128;
  private static final int MOST_TOLD = 2048;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm");

  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final Deque<Known> known = new ArrayDeque<>();
  private final Map<String, Integer> counted = new HashMap<>();
  private final Map<String, Integer> inMemory = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private boolean endsAreSent;

  /** What a start and an end of the same call have in common. */
  private record Face(int line, boolean inbound, When begin, String number) {}

  private static final class Known {
    final String id;
    final int line;
    final boolean inbound;
    final long sinceNanos;
    @Nullable Face face;
    boolean over;
    boolean lifted;
    long ringNanos;
    long overNanos;
    int seconds;
    int rings;

    Known(String id, int line, boolean inbound, @Nullable Face face, long sinceNanos) {
      this.id = id;
      this.line = line;
      this.inbound = inbound;
      this.face = face;
      this.sinceNanos = sinceNanos;
      this.ringNanos = sinceNanos;
    }
  }

  WhozzCalls(AppClock clock, Consumer<CallEvent> sink) {
    this.clock = clock;
    this.sink = sink;
  }

  /** Whether the unit is set to send end records: then silence alone ends no call. */
  void endsAreSent(boolean sent) {
    endsAreSent = sent;
  }

  /** A line of a call. */
  void call(WhozzRecord.Call call) {
    if (call.index() > 0) {
      stored(call);
    } else if (call.kind() == Kind.START || call.kind() == Kind.ONLY) {
      started(call);
    } else {
      endsAreSent |= call.kind() == Kind.END;
      ended(call);
    }
  }

  /** Ring, hook or flash on a line. */
  void detail(WhozzRecord.Detail detail) {
    Stamp at = stamp(detail.line(), null);
    long now = clock.nanoTime();
    Known call = newest(c -> c.line == detail.line() && alive(c, now));
    switch (detail.letter()) {
      case 'R' -> {
        Known ringing = call != null ? call : begin(detail.line(), true, null, clock.now());
        ringing.rings++;
        ringing.ringNanos = now;
        sink.accept(new CallEvent.Ringing(at, ringing.id, ringing.rings, true));
      }
      case 'F' -> {
        Known lifted = call != null ? call : begin(detail.line(), false, null, clock.now());
        lifted.lifted = true;
        sink.accept(new CallEvent.OffHook(at, lifted.id, false));
      }
      case 'N' -> {
        if (call != null) {
          sink.accept(new CallEvent.OnHook(at, call.id));
        }
      }
      default -> {
        if (call != null) {
          sink.accept(new CallEvent.Flash(at, call.id));
        }
      }
    }
  }

  private void started(WhozzRecord.Call record) {
    Face face = face(record);
    long now = clock.nanoTime();
    Known same = newest(c -> face.equals(c.face) && !c.over);
    if (same != null && now - same.sinceNanos < REPEAT_NANOS) {
      return;
    }
    Instant begun = begun(record);
    Known call = newest(c -> c.line == face.line && c.face == null && alive(c, now));
    boolean everyRing = call != null || !endsAreSent || record.kind() == Kind.ONLY;
    if (call == null || call.inbound != face.inbound) {
      call = begin(face.line, face.inbound, face, begun);
    }
    call.face = face;
    Stamp at = stamp(face.line, begun);
    if (!face.inbound) {
      sink.accept(new CallEvent.Dialled(at, call.id, dialled(record)));
      return;
    }
    // The number first: what hears of the ring then already knows who it is.
    CallerInfo info = info(record);
    if (!info.equals(CallerInfo.NOTHING)) {
      sink.accept(new CallEvent.CallerId(at, call.id, info));
    }
    call.rings = Math.max(call.rings, Math.max(1, record.rings()));
    sink.accept(new CallEvent.Ringing(at, call.id, call.rings, everyRing));
  }

  private void ended(WhozzRecord.Call record) {
    Face face = face(record);
    long now = clock.nanoTime();
    Known call = newest(c -> face.equals(c.face) && !c.over);
    if (call == null) {
      call = newest(c -> c.line == face.line && c.inbound == face.inbound && bare(c, face));
    }
    if (call == null && repeated(record, face, now)) {
      return;
    }
    Instant begun = begun(record);
    boolean fresh = call == null;
    if (call == null) {
      call = begin(face.line, face.inbound, face, begun);
    }
    call.over = true;
    call.overNanos = now;
    call.seconds = record.seconds();
    call.face = face;
    long talk = record.seconds() * 1000L;
    long whole = (now - call.sinceNanos) / 1_000_000;
    long rang = fresh ? -1 : Math.max(0, whole - talk);
    sink.accept(end(record, call.id, fresh ? begun : null, rang, talk));
  }

  /** The memory is read from its beginning: alike calls are counted anew. */
  void memoryBegins() {
    inMemory.clear();
  }

  /**
   * A call of the unit's memory. It has the same identity however often the memory is read, also by
   * a later start of the program: what the unit wrote down, and which one of those alike.
   */
  private void stored(WhozzRecord.Call record) {
    Optional<Instant> moment = WhozzDates.past(record.begin(), clock);
    Instant begun = moment.orElseGet(clock::now);
    Face face = face(record);
    Known live = newest(c -> face.equals(c.face));
    String alike =
        identity(face, moment.isPresent() ? begun : Instant.EPOCH)
            + "-"
            + record.seconds()
            + (record.kind() == Kind.BLOCKED ? "B" : "");
    int number = inMemory.merge(alike, 1, Integer::sum);
    String id = live == null ? "M-" + alike + "-" + number : live.id;
    if (told.size() >= MOST_TOLD || !told.add(id)) {
      return;
    }
    CallEvent.CallEnded end = end(record, id, begun, -1, record.seconds() * 1000L);
    Stamp at = stamp(face.line, begun);
    sink.accept(new CallEvent.Stored(at, record.index(), end, moment.isPresent()));
  }

  private CallEvent.CallEnded end(
      WhozzRecord.Call record, String id, @Nullable Instant begun, long rang, long talk) {
    Direction direction = record.inbound() ? Direction.INCOMING : Direction.OUTGOING;
    return new CallEvent.CallEnded(
        stamp(record.line(), null),
        id,
        record.inbound() ? info(record) : dialledInfo(record),
        direction,
        outcome(record),
        begun,
        record.rings(),
        rang,
        talk);
  }

  private static CallOutcome outcome(WhozzRecord.Call record) {
    if (record.kind() == Kind.BLOCKED) {
      return CallOutcome.REFUSED;
    }
    if (record.seconds() > 0) {
      return CallOutcome.ANSWERED;
    }
    return record.inbound() ? CallOutcome.MISSED : CallOutcome.NO_ANSWER;
  }

  /** A call seen by ring or hook only, whose records did not come until now. */
  private static boolean bare(Known call, Face face) {
    return !call.over
        && (call.face == null
            || (call.face.begin.equals(face.begin) && call.face.number.isEmpty()));
  }

  /** Not over, and not left behind: a handset that is up, or a ring not long ago. */
  private static boolean alive(Known call, long now) {
    return !call.over && (call.lifted || now - call.ringNanos < RINGING_NANOS);
  }

  private boolean repeated(WhozzRecord.Call record, Face face, long now) {
    return newest(
            c ->
                c.over
                    && face.equals(c.face)
                    && c.seconds == record.seconds()
                    && now - c.overNanos < REPEAT_NANOS)
        != null;
  }

  private Known begin(int line, boolean inbound, @Nullable Face face, Instant begun) {
    Face named = face == null ? new Face(line, inbound, new When(0, 0, null), "") : face;
    String identity = identity(named, begun);
    int count = counted.merge(identity, 1, Integer::sum);
    if (counted.size() > MOST) {
      counted.keySet().removeIf(other -> !other.equals(identity));
    }
    Known call = new Known(identity + "-" + count, line, inbound, face, clock.nanoTime());
    known.addFirst(call);
    if (known.size() > MOST) {
      known.removeLast();
    }
    return call;
  }

  private String identity(Face face, Instant begun) {
    ZonedDateTime local = begun.atZone(clock.zone());
    String number = face.number.replaceAll("[^0-9A-Za-z]", "");
    String cut = number.substring(0, Math.min(20, number.length()));
    return "L" + face.line + (face.inbound ? "I" : "O") + "-" + MINUTE.format(local) + "-" + cut;
  }

  private @Nullable Known newest(Predicate<Known> wanted) {
    for (Iterator<Known> all = known.iterator(); all.hasNext(); ) {
      Known call = all.next();
      if (wanted.test(call)) {
        return call;
      }
    }
    return null;
  }

  private static Face face(WhozzRecord.Call record) {
    String number = record.number().replaceAll("[^0-9A-Za-z*#+]", "");
    return new Face(record.line(), record.inbound(), record.begin(), number);
  }

  /** The unit's minute; our own moment where the two agree, which also knows the second. */
  private Instant begun(WhozzRecord.Call record) {
    Instant now = clock.now();
    Instant said = WhozzDates.moment(record.begin(), clock).orElse(now);
    boolean begins = record.kind() == Kind.START || record.kind() == Kind.ONLY;
    boolean live = begins && record.index() == 0;
    return live && Duration.between(said, now).abs().compareTo(NOW) < 0 ? now : said;
  }

  private static CallerInfo info(WhozzRecord.Call record) {
    return CallerText.caller(record.number(), record.name(), record.good());
  }

  private static CallerInfo dialledInfo(WhozzRecord.Call record) {
    String digits = dialled(record);
    return digits.isEmpty()
        ? CallerInfo.NOTHING
        : new CallerInfo(digits, Presentation.NUMBER, null, true);
  }

  /** The unit puts what was dialled after a pause into the name. */
  private static String dialled(WhozzRecord.Call record) {
    String more = record.name().matches("[0-9*# -]+") ? record.name() : "";
    return (record.number() + more).replaceAll("[^0-9*#+]", "");
  }

  private Stamp stamp(int line, @Nullable Instant begun) {
    Instant now = clock.now();
    return new Stamp(line, clock.nanoTime(), -1, begun == null ? now : begun);
  }
}
