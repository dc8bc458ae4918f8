package app.ringbook.call.care;

import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.call.care.RecordingCare.Why;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.settings.RecordingSettings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The other end's answer to being recorded, noted with how it was told: while a call goes on, after
 * it, and long after it. What changes waits for the database; not for the window's thread.
 */
public final class CallerConsents {
  private final RecordingCares cares;
  private final RecordingErasing erasing;
  private final Supplier<RecordingSettings> settings;
  private final Supplier<PhoneSettings.RecordCalls> policy;

  /**
   * @param settings the settings of recordings as they are now
   * @param policy which calls are recorded as it is now
   */
  public CallerConsents(
      RecordingCares cares,
      RecordingErasing erasing,
      Supplier<RecordingSettings> settings,
      Supplier<PhoneSettings.RecordCalls> policy) {
    this.cares = cares;
    this.erasing = erasing;
    this.settings = settings;
    this.policy = policy;
  }

  /**
   * True if the other end is to be asked: words are read out, or each call is asked about. On any
   * thread, at once.
   */
  public boolean asked() {
    return settings.get().notice() == RecordingSettings.Notice.SHOWN
        || policy.get() == PhoneSettings.RecordCalls.ASK;
  }

  /** What was answered in this call, or null. */
  public @Nullable Consent of(String callKey) {
    return cares.of(callKey).map(RecordingCare::consent).orElse(null);
  }

  /** True if a customer, asked last in whatever call, said not to be recorded. */
  public boolean refusedBefore(long customerId) {
    return RecordingCares.refuses(cares.lastAnswer(customerId));
  }

  /** True if the other end said in this call not to be recorded, or no longer. */
  public boolean refusedIn(String callKey) {
    Consent said = of(callKey);
    return said == Consent.REFUSED || said == Consent.WITHDRAWN;
  }

  /** Notes an answer and leaves every recording as it is; returns the journal entry. */
  public long note(String callKey, Consent consent) {
    return cares.consent(callKey, consent, notice()).sequence();
  }

  /**
   * The other end refuses in the call, or takes its consent back: noted, and what was recorded is
   * erased.
   *
   * @param recording path of what was recorded so far, as {@code CallDesk.refuse} returns it
   */
  public void refused(String callKey, Consent consent, @Nullable String recording) {
    erasing.refused(callKey, consent, notice(), recording);
  }

  /**
   * Erases the recording of a call whose other end does not agree to it, for good.
   *
   * @throws app.ringbook.platform.ProblemException if it is under a legal hold, or cannot be erased
   */
  public void erase(String callKey) {
    erasing.erase(callKey, Why.REFUSED);
  }

  private String notice() {
    return settings.get().notice().name();
  }
}
