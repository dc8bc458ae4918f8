package app.ringbook.telephony.link;

import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.StoredCall;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What events mean: the state machine of the calls of one kit. Idle, ringing, talking, ended or
 * missed; or handset up, dialling, talking, ended. Repeats change nothing and what is known is
 * never overwritten by less.
 *
 * <p>Pure: no thread, no clock; time comes with the events and with {@link #tick}. Used on the call
 * thread only.
 */
public final class CallTracker {
  /** A kit that was unplugged may come back for so long and the call goes on. */
  static final long LOST_MILLIS = 20_000;

  /** Calls of a restarted kit on the same line, begun so close together, are one. */
  static final long RESTART_MILLIS = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(CallTracker.class);

  private final String kit;
  private final IntSupplier ringTimeoutMillis;
  private final LongConsumer confirmStored;
  private final CallListener listener;
  private final RateLimit begins = new RateLimit(20);
  private final TrackedCalls calls = new TrackedCalls();
  private long lostNanos;
  private boolean lost;

  /**
   * @param kit name of the kit, first part of every call's key
   * @param ringTimeoutMillis silence after the last ring that means nobody answered
   * @param confirmStored told the id of an entry of the kit's memory once it is saved
   * @param listener hears of the calls
   */
  public CallTracker(
      String kit,
      IntSupplier ringTimeoutMillis,
      LongConsumer confirmStored,
      CallListener listener) {
    this.kit = kit;
    this.ringTimeoutMillis = ringTimeoutMillis;
    this.confirmStored = confirmStored;
    this.listener = listener;
  }

  /** Takes the next event. */
  public void on(CallEvent event) {
    switch (event) {
      case CallEvent.OfCall call -> onCall(call);
      case CallEvent.Stored stored -> onStored(stored);
      case CallEvent.Restarted restarted -> onRestarted(restarted.at());
      case CallEvent.LinkUp up -> lost = false;
      case CallEvent.LinkLost gone -> {
        // A port that is tried in vain is told as lost each time.
        lostNanos = lost ? lostNanos : gone.at().hostNanos();
        lost = true;
      }
      case CallEvent.LineState state -> {}
      case CallEvent.ClockSet set -> {}
      case CallEvent.Diagnostic diagnostic -> LOG.trace("{}: {}", kit, diagnostic.text());
    }
  }

  /** Lets time pass; to be called a few times a second. */
  public void tick(Stamp now) {
    for (OpenCall call : calls.all()) {
      CallOutcome over = overdue(call, now);
      if (over != null) {
        call.guessedEnd = true;
        // Device milliseconds are not known here: times are those of the host.
        finish(call, over, OpenCall.hostOnly(now), -1, call.unheardEnd());
      } else if (call.dialledLongAgo(now)) {
        answer(call, OpenCall.hostOnly(now));
      }
    }
  }

  /** Nobody listens to this kit any more: calls going on end, how is not known. */
  public void close(Stamp now) {
    for (OpenCall call : calls.all()) {
      call.guessedEnd = true;
      CallOutcome how = call.byHand ? CallOutcome.ANSWERED : CallOutcome.DEVICE_LOST;
      finish(call, how, OpenCall.hostOnly(now), -1, call.unheardEnd());
    }
  }

  private void onCall(CallEvent.OfCall event) {
    String id = calls.idOf(event.call());
    switch (event) {
      case CallEvent.Ringing ring -> onRinging(id, ring);
      case CallEvent.CallerId caller -> onCallerId(id, caller);
      case CallEvent.OffHook hook -> onOffHook(id, hook);
      case CallEvent.OnHook hook -> onOnHook(calls.open(id), hook.at());
      case CallEvent.Digit digit -> onDigit(calls.open(id), digit);
      case CallEvent.Dialled dialled -> onDialled(id, dialled);
      case CallEvent.Tone tone -> onTone(calls.open(id), tone);
      case CallEvent.CallEnded end -> onEnded(id, end);
      case CallEvent.Audio audio -> onAudio(calls.known(id), audio);
      case CallEvent.AudioGap gap -> onAudioGap(calls.open(id), gap);
      case CallEvent.Told told -> onTold(calls.known(id), told);
      case CallEvent.Flash flash -> {}
    }
  }

  /** What a person says counts where the kit can't tell: never against what it did tell. */
  private void onTold(@Nullable OpenCall call, CallEvent.Told told) {
    if (call == null || call.direction != Direction.INCOMING) {
      return;
    }
    boolean guessedMissed = call.guessedEnd && call.outcome == CallOutcome.MISSED;
    if (told.taken() && (call.state == CallState.RINGING || guessedMissed)) {
      calls.goesOn(call);
      call.orphan = false;
      if (!call.toldBegun) {
        call.toldBegun = true;
        listener.ringing(call.snapshot(told.at()));
      }
      call.takenByHand(told.at());
      listener.answered(call.snapshot(told.at()));
    } else if (!told.taken() && call.byHand && call.state == CallState.TALKING) {
      finish(call, CallOutcome.ANSWERED, told.at(), -1, -1);
    }
  }

  private void onRinging(String id, CallEvent.Ringing ring) {
    OpenCall call = calls.known(id);
    if (call == null) {
      call = begin(id, ring.at(), Direction.INCOMING, CallerInfo.NOTHING);
      call.rings = Math.max(call.rings, ring.count());
      call.everyRing |= ring.everyRing();
      tellBegun(call, ring.at());
      return;
    }
    if (call.gaveUp()) {
      calls.goesOn(call);
      call.rings(ring.at());
      listener.ringing(call.snapshot(ring.at()));
    }
    long silent = (ring.at().hostNanos() - call.lastRingNanos) / 1_000_000;
    boolean more = ring.count() > call.rings;
    call.everyRing |= ring.everyRing();
    call.lastRingNanos = Math.max(call.lastRingNanos, ring.at().hostNanos());
    call.rings = Math.max(call.rings, ring.count());
    call.stillRings(ring.at());
    if (more && silent >= 500 && call.state == CallState.RINGING) {
      tellMore(call, ring.at());
    }
  }

  private void onCallerId(String id, CallEvent.CallerId event) {
    OpenCall call = calls.known(id);
    if (call == null) {
      if (!event.waits()) {
        settle(event.at());
      }
      call = enter(id, event.at(), Direction.INCOMING, event.info());
      tellBegun(call, event.at());
      return;
    }
    if (!id.equals(event.call()) && TrackedCalls.differs(call, event.info())) {
      // Taken for the call before the kit's restart, but somebody else is calling.
      calls.apart(event.call());
      finish(call, CallOutcome.DEVICE_LOST, event.at(), -1, -1);
      onCallerId(event.call(), event);
    } else if (call.identify(event.info(), event.at())) {
      if (call.state == CallState.ENDED) {
        listener.corrected(call.snapshot(event.at()));
      } else {
        tellMore(call, event.at());
      }
    }
  }

  private void onOffHook(String id, CallEvent.OffHook hook) {
    OpenCall call = calls.known(id);
    if (call == null) {
      call = begin(id, hook.at(), Direction.OUTGOING, CallerInfo.NOTHING);
      tellBegun(call, hook.at());
    }
    if (call.state == CallState.RINGING || (call.state == CallState.DIALLING && hook.farEnd())) {
      answer(call, hook.at());
    } else if (call.state == CallState.ENDED && call.guessedEnd) {
      calls.goesOn(call);
      call.orphan = false;
      answer(call, hook.at());
    }
    call.hookDown = null;
  }

  private void answer(OpenCall call, Stamp at) {
    if (!call.toldBegun) {
      call.toldBegun = true;
      listener.ringing(call.snapshot(at));
    }
    call.answer(at);
    listener.answered(call.snapshot(at));
  }

  private void onOnHook(@Nullable OpenCall call, Stamp at) {
    if (call != null && call.state != CallState.RINGING && call.hookDown == null) {
      call.hookDown = at;
    }
  }

  private void onDigit(@Nullable OpenCall call, CallEvent.Digit event) {
    boolean ours = !Boolean.FALSE.equals(event.local());
    if (call != null
        && call.state == CallState.DIALLING
        && ours
        && call.dial(event.digit(), event.at())) {
      tellMore(call, event.at());
    }
  }

  private void onDialled(String id, CallEvent.Dialled event) {
    CallerInfo info = new CallerInfo(event.digits(), Presentation.NUMBER, null, true);
    OpenCall call = calls.known(id);
    if (call == null) {
      call = begin(id, event.at(), Direction.OUTGOING, info);
      tellBegun(call, event.at());
    } else if (call.identify(info, event.at()) && call.state != CallState.ENDED) {
      tellMore(call, event.at());
    }
  }

  private void onTone(@Nullable OpenCall call, CallEvent.Tone tone) {
    if (call != null && call.state == CallState.DIALLING) {
      call.busyHeard |= tone.kind() == CallEvent.ToneKind.BUSY;
    }
  }

  private void onAudio(@Nullable OpenCall call, CallEvent.Audio audio) {
    if (call != null && call.gaveUp()) {
      // Given up with its kit: the sound tells that people still talk.
      calls.goesOn(call);
      answer(call, audio.at());
    }
    if (call != null && call.state != CallState.ENDED) {
      listener.audio(call.snapshot(audio.at()), audio.block());
    }
  }

  private void onAudioGap(@Nullable OpenCall call, CallEvent.AudioGap gap) {
    if (call != null) {
      listener.audioGap(call.snapshot(gap.at()), gap.firstSample(), gap.count());
    }
  }

  private void onEnded(String id, CallEvent.CallEnded end) {
    OpenCall call = calls.known(id);
    if (call == null) {
      call = new OpenCall(kit, id, end.at(), end.direction());
      calls.goesOn(call);
    } else if (call.state == CallState.ENDED && !call.guessedEnd) {
      return;
    } else if (call.byHand && call.state == CallState.TALKING) {
      if (end.outcome() != CallOutcome.ANSWERED) {
        // All it knows is that the ringing stopped.
        return;
      }
      call.byHand = end.talkMillis() < 0;
    }
    if (call.guessedRight(end)) {
      call.guessedEnd = false;
      if (call.identify(end.info(), end.at())) {
        listener.corrected(call.snapshot(end.at()));
      }
      return;
    }
    if (end.startedAt() != null) {
      call.startedAt = end.startedAt();
    }
    call.rings = Math.max(call.rings, end.rings());
    call.identify(end.info(), end.at());
    call.guessedEnd = false;
    finish(call, call.outcomeOf(end.outcome()), end.at(), end.ringMillis(), end.talkMillis());
  }

  private void onStored(CallEvent.Stored stored) {
    CallEvent.CallEnded end = stored.end();
    OpenCall before = calls.known(end.call());
    if (before != null && before.state == CallState.ENDED && !before.guessedEnd) {
      LOG.info("{}: a stored call was already heard of", kit);
      confirmStored.accept(stored.id());
      return;
    }
    if (before != null && before.state != CallState.ENDED) {
      onEnded(end.call(), end);
    }
    OpenCall call = new OpenCall(kit, end.call(), end.at(), end.direction());
    call.identify(end.info(), end.at());
    if (end.startedAt() != null) {
      call.startedAt = end.startedAt();
    }
    call.rings = Math.max(0, end.rings());
    call.end(end.outcome(), end.at(), Math.max(0, end.ringMillis()), Math.max(0, end.talkMillis()));
    Call told = call.snapshot(end.at());
    listener.stored(
        new StoredCall(told, stored.timeCertain()), () -> confirmStored.accept(stored.id()));
  }

  private void onRestarted(Stamp at) {
    for (OpenCall call : calls.all()) {
      long age = (at.hostNanos() - call.began.hostNanos()) / 1_000_000;
      if (call.state == CallState.RINGING && age < RESTART_MILLIS) {
        call.orphan = true;
      } else if (!call.byHand) {
        finish(call, CallOutcome.DEVICE_LOST, OpenCall.hostOnly(at), -1, -1);
      }
    }
  }

  /** At most so many calls a second are shown; the others are counted and recorded all the same. */
  private void tellBegun(OpenCall call, Stamp at) {
    if (!call.toldBegun && begins.allows(at.line(), at.hostNanos())) {
      call.toldBegun = true;
      listener.ringing(call.snapshot(at));
    }
  }

  private void tellMore(OpenCall call, Stamp at) {
    if (call.toldBegun) {
      listener.identified(call.snapshot(at));
    } else {
      tellBegun(call, at);
    }
  }

  private OpenCall begin(String id, Stamp at, Direction direction, CallerInfo info) {
    settle(at);
    return enter(id, at, direction, info);
  }

  private OpenCall enter(String id, Stamp at, Direction direction, CallerInfo info) {
    OpenCall oldest = calls.tooMany();
    if (oldest != null) {
      oldest.guessedEnd = true;
      finish(oldest, CallOutcome.DEVICE_LOST, OpenCall.hostOnly(at), -1, -1);
    }
    OpenCall before = calls.orphan(at, info);
    if (before != null) {
      LOG.info("{}: the kit restarted while it rang, the call goes on", kit);
      before.orphan = false;
      before.identify(info, at);
      calls.same(id, before);
      return before;
    }
    OpenCall call = new OpenCall(kit, id, at, direction);
    call.identify(info, at);
    calls.goesOn(call);
    return call;
  }

  /** A line has one handset: what waited for its end report is over when something new begins. */
  private void settle(Stamp at) {
    for (OpenCall call : calls.all()) {
      if (call.began.line() == at.line() && call.hookDown != null) {
        finish(call, call.hungUp(), at, -1, -1);
      } else if (call.began.line() == at.line() && call.byHand) {
        finish(call, CallOutcome.ANSWERED, at, -1, call.unheardEnd());
      }
    }
  }

  private void finish(OpenCall call, CallOutcome how, Stamp at, long ringMillis, long talkMillis) {
    call.end(how, at, ringMillis, talkMillis);
    calls.isOver(call);
    if (call.toldEnded) {
      listener.corrected(call.snapshot(at));
    } else {
      call.toldEnded = true;
      listener.ended(call.snapshot(at));
    }
  }

  private @Nullable CallOutcome overdue(OpenCall call, Stamp now) {
    if (lost && !call.byHand) {
      return OpenCall.millis(lostNanos, now) > LOST_MILLIS ? CallOutcome.DEVICE_LOST : null;
    }
    return call.overdue(now, ringTimeoutMillis.getAsInt());
  }
}
