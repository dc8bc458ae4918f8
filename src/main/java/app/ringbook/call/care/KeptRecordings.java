package app.ringbook.call.care;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a person is told of one recording: the other end's answer, and how long it is kept. */
public final class KeptRecordings {
  private final RecordingCares cares;
  private final RecordingRetention retention;
  private final CallerConsents consents;

  /** Reads what is known of calls here and the rule for keeping there; notes answers there. */
  public KeptRecordings(
      RecordingCares cares, RecordingRetention retention, CallerConsents consents) {
    this.cares = cares;
    this.retention = retention;
    this.consents = consents;
  }

  /**
   * What is known.
   *
   * @param consent what the other end said of being recorded, or null
   * @param consentAt when, or null
   * @param held true if it is kept whatever the rules say
   * @param until the last day it is kept; null if for ever
   */
  public record Kept(
      RecordingCare.@Nullable Consent consent,
      @Nullable Instant consentAt,
      boolean held,
      @Nullable LocalDate until) {
    /** Nothing is known. */
    public static final Kept NOTHING = new Kept(null, null, false, null);
  }

  /** What is known of a call's recording. Not for the window's thread. */
  public Kept of(String callKey, Instant at) {
    RecordingCare care = cares.of(callKey).orElse(null);
    boolean held = care != null && care.legalHold();
    return new Kept(
        care == null ? null : care.consent(),
        care == null ? null : care.consentAt(),
        held,
        retention.keptUntil(at, held).orElse(null));
  }

  /**
   * Notes what the other end says of being recorded after the call, and leaves the recording as it
   * is. Not for the window's thread.
   *
   * @return the journal entry
   */
  public long consent(String callKey, RecordingCare.Consent answer) {
    return consents.note(callKey, answer);
  }

  /**
   * Erases a recording its other end does not agree to, for good. Not for the window's thread.
   *
   * @throws app.ringbook.platform.ProblemException if it is under a legal hold, or cannot be erased
   */
  public void erase(String callKey) {
    consents.erase(callKey);
  }

  /**
   * Says that a recording must be kept whatever the rules say, or takes that back. Not for the
   * window's thread.
   *
   * @return the journal entry by which it can be undone
   */
  public long hold(String callKey, boolean held) {
    return cares.hold(callKey, held).sequence();
  }
}
