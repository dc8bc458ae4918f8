package app.ringbook.call;

import app.ringbook.customer.Match;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.settings.PhoneSettings.RecordCalls;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingInProgress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the desk remembers of one call from its first ring until it is saved. The call thread, the
 * paperwork thread and the window change it under its own lock, so that cards are shown in the
 * order of the changes; any thread may look.
 */
final class LiveCall {
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

  OpenCalls.Note note() {
    RecordingInProgress running = recording;
    return new OpenCalls.Note(
        call,
        number(),
        customerId(),
        contactId(),
        matchReason(),
        running == null ? null : running.relativePath());
  }

  FinishedCall finished(@Nullable Recording sound) {
    return new FinishedCall(
        call,
        number(),
        CallRecord.Source.LIVE,
        true,
        customerId(),
        contactId(),
        matchReason(),
        sound);
  }

  CallCard card(RecordCalls policy, boolean canRecord) {
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
        kitLostAt);
  }

  private CallCard.Recording sound(RecordCalls policy, boolean canRecord) {
    RecordingInProgress running = recording;
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
    return CallCard.Recording.of(
        running.paused() ? CallCard.Recording.State.PAUSED : CallCard.Recording.State.RUNNING);
  }

  private CallCard.Recording beforeSound(RecordCalls policy) {
    if (policy == RecordCalls.NEVER && !asked) {
      return CallCard.Recording.off("call.recording.never");
    }
    boolean willStart = asked || (policy == RecordCalls.ALL && !declined);
    return CallCard.Recording.of(
        willStart ? CallCard.Recording.State.WHEN_LIFTED : CallCard.Recording.State.WHEN_ASKED);
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
