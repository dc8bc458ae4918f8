package app.ringbook.call;

import app.ringbook.customer.Match;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.settings.PhoneSettings.RecordCalls;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallState;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingInProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the desk remembers of one call from its first ring until it is saved. The call thread, the
 * paperwork thread and the window change it under its own lock, so that cards are shown in the
 * order of the changes; any thread may look.
 */
final class LiveCall {
  private static final Logger LOG = LoggerFactory.getLogger(LiveCall.class);

  final String key;
  volatile Call call;
  volatile CallCards.Caller caller;
  volatile CallCards.Facts facts = CallCards.Facts.NONE;
  volatile @Nullable Long chosenCustomer;
  volatile @Nullable Long chosenContact;
  volatile @Nullable Instant answeredAt;
  volatile @Nullable Instant kitLostAt;
  volatile @Nullable RecordingInProgress recording;
  volatile Recording.@Nullable Stop stopTold;
  volatile @Nullable String warningTold;
  volatile boolean refused;
  volatile boolean refusedBefore;

  /** Until it is known what the other end said before, nothing of the sound is kept. */
  volatile boolean heeded;

  volatile boolean asked;
  volatile boolean declined;
  volatile boolean recorded;
  volatile boolean ended;

  LiveCall(Call call, CallCards.Caller caller) {
    this.key = call.key();
    this.call = call;
    this.caller = caller;
  }

  /** True for a call between the office's own lines: nobody needs to know of it. */
  boolean own() {
    return caller.match() instanceof Match.Own;
  }

  PhoneNumber number() {
    return caller.number();
  }

  /** The customer a person chose, else the one sure match, else null. */
  @Nullable Long customerId() {
    if (chosenCustomer != null) {
      return chosenCustomer;
    }
    return sure() ? ((Match.One) caller.match()).candidate().customerId() : null;
  }

  @Nullable Long contactId() {
    if (chosenCustomer != null) {
      return chosenContact;
    }
    return sure() ? ((Match.One) caller.match()).candidate().contactId() : null;
  }

  @Nullable String matchReason() {
    if (chosenCustomer != null) {
      return CallRecord.CHOSEN;
    }
    return sure() ? ((Match.One) caller.match()).candidate().why().name() : null;
  }

  /** What is wrong with the recording that goes on: a text key, or null. */
  @Nullable String warning() {
    RecordingInProgress running = recording;
    if (running == null || ended) {
      return null;
    }
    return running.silent()
        ? "call.recording.silent"
        : running.roomShort() ? "call.recording.room_short" : null;
  }

  /** Nothing more is recorded; the path of what was recorded, or null. Waits for the disk. */
  @Nullable String refuse() {
    refused = true;
    RecordingInProgress running = recording;
    return running == null ? null : running.finish().map(Recording::relativePath).orElse(null);
  }

  /** Whether sound that comes now is to be written. */
  boolean wanted(CallCard.RecordingRule policy) {
    boolean may = !refused && !policy.excluded(number());
    return may
        && (asked
            || (declined && recording != null)
            || (!declined && !refusedBefore && policy.choice() == RecordCalls.ALL));
  }

  /**
   * What the other end said before is known now. Who refused last time is recorded only on a word:
   * what runs by itself is paused, and nothing is kept of what came before that was known.
   *
   * @param last whether the customer refused last time
   * @param here whether the other end refused in this very call, before it broke off
   */
  private synchronized void heed(boolean last, boolean here) {
    refusedBefore = last;
    refused |= here;
    heeded = true;
    RecordingInProgress running = recording;
    if (running == null) {
      return;
    }
    boolean unwanted = refused || (last && !asked);
    if (unwanted && running.heldBack()) {
      running.discard();
      recording = null;
    } else if (unwanted) {
      declined = true;
      running.pause();
    } else {
      running.keep();
    }
  }

  /** Asks what the other end said before; where nobody can tell, the settings alone count. */
  void heed(CallCard.RecordingRule policy) {
    Long customer = customerId();
    boolean last = false;
    boolean here = false;
    try {
      last = customer != null && policy.refusedBefore(customer);
      here = policy.refusedIn(key);
    } catch (RuntimeException e) {
      LOG.error("What call {} said of being recorded is not known", key, e);
    }
    heed(last, here);
  }

  /** A person wants the recording, or wants it paused. */
  void ask(boolean record) {
    asked = record;
    declined = !record;
    RecordingInProgress running = recording;
    if (running != null && record) {
      running.keep();
      running.resume();
    } else if (running != null) {
      running.pause();
    }
  }

  /** Recordings are open again: if they were locked, the sound that comes next is recorded. */
  synchronized void unlocked(CallRecorder recorder, Runnable show) {
    RecordingInProgress running = recording;
    if (!ended && running != null && running.stopped() == Recording.Stop.LOCKED) {
      recorder.unkept(key, running);
      recording = null;
      show.run();
    }
  }

  /** People talk; since when may change for a call that a person says they took. */
  void talksSince(Instant now) {
    boolean talks = call.state() == CallState.TALKING;
    if (talks && (answeredAt == null || call.byHand())) {
      answeredAt = call.talkingSince(now);
    }
  }

  OpenCalls.Note note() {
    RecordingInProgress running = recording;
    return new OpenCalls.Note(
        call,
        number(),
        customerId(),
        contactId(),
        matchReason(),
        running == null ? null : running.relativePath(),
        running == null ? null : running.earlierPath(),
        running != null && running.paused());
  }

  FinishedCall finished(@Nullable Recording sound) {
    return finished(call.byHand() ? CallRecord.Source.HAND : CallRecord.Source.LIVE, true, sound);
  }

  /** A call of a kit's memory. */
  FinishedCall stored(boolean timeCertain) {
    return finished(CallRecord.Source.STORED, timeCertain, null);
  }

  private FinishedCall finished(
      CallRecord.Source source, boolean timeCertain, @Nullable Recording sound) {
    return new FinishedCall(
        call, number(), source, timeCertain, customerId(), contactId(), matchReason(), sound);
  }

  CallCard card(CallCard.RecordingRule policy, boolean canRecord, boolean tellsHandset) {
    return new CallCard(
        call,
        number(),
        caller.match(),
        customerId() == null ? null : facts.customer(),
        facts.likely(),
        facts.earlier(),
        facts.label(),
        answeredAt,
        sound(policy, canRecord),
        kitLostAt,
        tellsHandset);
  }

  private CallCard.Recording sound(CallCard.RecordingRule policy, boolean canRecord) {
    RecordingInProgress running = recording;
    if (refused) {
      return CallCard.Recording.off("call.recording.refused");
    }
    if (running == null) {
      return canRecord ? beforeSound(policy) : CallCard.Recording.off("call.recording.kitCannot");
    }
    Recording.Stop stopped = running.stopped();
    if (stopped != null) {
      return CallCard.Recording.off(stopped.textKey());
    }
    if (ended && recorded) {
      return CallCard.Recording.of(CallCard.Recording.State.DONE);
    }
    return running.paused()
        ? CallCard.Recording.of(CallCard.Recording.State.PAUSED)
        : running(policy.notice());
  }

  /** What is wrong comes before what is to be said. */
  private CallCard.Recording running(@Nullable String words) {
    CallCard.Recording.State state = CallCard.Recording.State.RUNNING;
    String warning = warning();
    return warning == null ? told(state, words) : new CallCard.Recording(state, warning, List.of());
  }

  /** What to say to the other end, in words of the user's or in ours; nothing for null. */
  private static CallCard.Recording told(CallCard.Recording.State state, @Nullable String words) {
    if (words == null) {
      return CallCard.Recording.of(state);
    }
    return words.isEmpty()
        ? new CallCard.Recording(state, "call.recording.say", List.of())
        : new CallCard.Recording(state, "call.recording.say_words", List.of(words));
  }

  private CallCard.Recording beforeSound(CallCard.RecordingRule policy) {
    if (policy.excluded(number())) {
      return CallCard.Recording.off("call.recording.excluded");
    }
    if (policy.choice() == RecordCalls.NEVER && !asked) {
      return CallCard.Recording.off("call.recording.never");
    }
    if (refusedBefore && !asked) {
      return new CallCard.Recording(
          CallCard.Recording.State.WHEN_ASKED, "call.recording.refused_before", List.of());
    }
    if (asked || (policy.choice() == RecordCalls.ALL && !declined)) {
      return CallCard.Recording.of(CallCard.Recording.State.WHEN_LIFTED);
    }
    // Whoever asks first has to tell first.
    return answeredAt == null
        ? CallCard.Recording.of(CallCard.Recording.State.WHEN_ASKED)
        : told(CallCard.Recording.State.WHEN_ASKED, policy.notice());
  }

  /** Milliseconds of the recording, else since people began to talk, else 0. */
  long position(Instant now) {
    RecordingInProgress running = recording;
    Instant answered = answeredAt;
    if (running != null) {
      return running.millis();
    }
    return answered == null ? 0 : Duration.between(answered, now).toMillis();
  }

  /** A number that may be wrong is never taken for sure. */
  private boolean sure() {
    return caller.match() instanceof Match.One && call.verified();
  }
}
