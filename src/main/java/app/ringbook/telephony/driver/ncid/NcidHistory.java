package app.ringbook.telephony.driver.ncid;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the server's log, which it sends anew with every connection: what was not told before
 * fills the gaps, without a pop-up. They are handed on in portions, so that a long log does not
 * crowd out a call that happens meanwhile.
 */
final class NcidHistory {
  private static final int MOST = 20_000;
  private static final int PORTION = 50;
  private static final long PORTION_NANOS = 100_000_000L;
  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final Duration NEAR = Duration.ofMinutes(2);

  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final NcidIdentity identity;
  private final NcidLines lines;
  private final NcidDates dates;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Deque<Entry> older = new ArrayDeque<>();
  private Instant since = Instant.MIN;
  private boolean complete;
  private long entryNanos;
  private long portionNanos;
  private long ids;

  private static final class Entry {
    final NcidRecord.Call call;
    final String id;
    NcidRecord.@Nullable End end;

    Entry(NcidRecord.Call call, String id) {
      this.call = call;
      this.id = id;
    }
  }

  NcidHistory(
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

  /** A connection was made. */
  void begins() {
    identity.logBegins();
    complete = false;
  }

  void call(NcidRecord.Call call) {
    String id = identity.replayed(call);
    dates.learn(call);
    if (identity.tell(id)) {
      Entry entry = new Entry(call, id);
      Deque<Entry> place = before(entry, since) ? older : entries;
      place.addLast(entry);
      if (place.size() > MOST) {
        place.removeFirst();
      }
    }
    entryNanos = clock.nanoTime();
  }

  /** Older calls are left out, until an earlier moment is given. */
  void since(Instant moment) {
    since = moment;
    while (!older.isEmpty() && !before(older.getLast(), moment)) {
      entries.addFirst(older.removeLast());
    }
  }

  private boolean before(Entry entry, Instant moment) {
    return dates
        .at(entry.call.date(), entry.call.time())
        .filter(at -> at.isBefore(moment))
        .isPresent();
  }

  /** How many were left out for their age. */
  int leftOut() {
    return older.size();
  }

  /** An end in the log belongs to the newest call before it on that line. */
  void end(NcidRecord.End end) {
    Instant started = dates.second(end.started()).orElse(null);
    if (!ends(entries, end, started)) {
      ends(older, end, started);
    }
  }

  private boolean ends(Deque<Entry> calls, NcidRecord.End end, @Nullable Instant started) {
    for (Iterator<Entry> newest = calls.descendingIterator(); newest.hasNext(); ) {
      Entry entry = newest.next();
      if (entry.end == null && belongs(entry.call, end, started)) {
        entry.end = end;
        return true;
      }
    }
    return false;
  }

  /** The log was sent to its end. */
  void ends() {
    complete = true;
  }

  /** Lets time pass; a server that does not say where its log ends is taken at its silence. */
  void tick() {
    long now = clock.nanoTime();
    complete |= now - entryNanos >= PATIENCE_NANOS;
    if (!complete || entries.isEmpty() || now - portionNanos < PORTION_NANOS) {
      return;
    }
    portionNanos = now;
    for (int i = 0; i < PORTION && !entries.isEmpty(); i++) {
      sink.accept(stored(entries.removeFirst()));
    }
  }

  private boolean belongs(NcidRecord.Call call, NcidRecord.End end, @Nullable Instant started) {
    boolean outgoing = call.kind() == NcidRecord.Kind.OUTGOING;
    if (outgoing != end.outgoing()
        || !call.line().equals(end.line())
        || !call.number().equals(end.number())) {
      return false;
    }
    Optional<Instant> at = dates.at(call.date(), call.time());
    return started == null
        || at.isEmpty()
        || Duration.between(at.get(), started).abs().compareTo(NEAR) <= 0;
  }

  private CallEvent.Stored stored(Entry entry) {
    NcidRecord.Call call = entry.call;
    NcidRecord.End end = entry.end;
    Optional<Instant> minute = dates.at(call.date(), call.time());
    Instant began = minute.orElseGet(clock::now);
    if (end != null) {
      began = dates.second(end.started()).orElse(began);
    }
    boolean outgoing = call.kind() == NcidRecord.Kind.OUTGOING;
    long talk =
        end == null || !end.answered()
            ? 0
            : NcidCalls.whole(end, dates).map(Duration::toMillis).orElse(0L);
    Stamp at = new Stamp(lines.number(call.line()), clock.nanoTime(), -1, began);
    CallEvent.CallEnded ended =
        new CallEvent.CallEnded(
            at,
            entry.id,
            NcidPerson.of(call),
            outgoing ? Direction.OUTGOING : Direction.INCOMING,
            outcome(call, end),
            began,
            0,
            0,
            talk);
    return new CallEvent.Stored(at, ++ids, ended, minute.isPresent());
  }

  /** Without an end in the log nobody knows whether an outgoing call was answered. */
  private static CallOutcome outcome(NcidRecord.Call call, NcidRecord.@Nullable End end) {
    boolean outgoing = call.kind() == NcidRecord.Kind.OUTGOING;
    if (call.kind() == NcidRecord.Kind.REFUSED) {
      return CallOutcome.REFUSED;
    }
    if (end == null) {
      return outgoing ? CallOutcome.DEVICE_LOST : CallOutcome.MISSED;
    }
    return NcidCalls.outcome(end.answered() ? -2 : -1, outgoing);
  }
}
