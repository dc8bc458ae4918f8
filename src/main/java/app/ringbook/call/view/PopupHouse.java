package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallResults;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.marks.CallMark;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.settings.CallSettings;
import app.ringbook.telephony.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller pop-up asks of the house. Called on background threads; whatever a method throws
 * is shown in the pop-up, and what was typed stays.
 */
public interface PopupHouse {

  /**
   * What was typed and not saved.
   *
   * @param note text; may be empty
   * @param nextContactAt chosen next contact, or null
   * @param result what the call came to, or null
   */
  record Draft(String note, @Nullable Instant nextContactAt, @Nullable String result) {
    /** Nothing typed. */
    public static final Draft EMPTY = new Draft("", null, null);
  }

  /** What was typed for this call before, also before a restart. */
  Optional<Draft> draft(String callKey);

  /** Keeps what was typed; an empty draft is forgotten. */
  void keepDraft(String callKey, Draft draft);

  /**
   * Saves everything at once and forgets the draft.
   *
   * @return the journal entry by which it can be undone, 0 if there is nothing to undo
   */
  long save(CallResults.Result result);

  /** Takes a saved result back. */
  void undo(long sequence);

  /** A person chose a customer for the call; returns the customer's facts. */
  CallCard.Customer choose(String callKey, long customerId, @Nullable Long contactId);

  /** Customers by any part of name or number. */
  List<CustomerSearch.Hit> find(String text);

  /** Customers the number may belong to, the likeliest first; nothing learned counts. */
  List<Match.Candidate> likely(PhoneNumber number);

  /** The lead with this number, or nothing. */
  Optional<LeadSlot.Known> lead(PhoneNumber number);

  /** Sets a mark at this moment of the call's recording. */
  CallMark mark(String callKey, CallMark.Kind kind);

  /** Takes a mark away. */
  void unmark(CallMark mark);

  /** The settings of calls as they are now; on any thread, at once. */
  CallSettings settings();

  /** True if the other end is asked whether it may be recorded; on any thread, at once. */
  boolean asksConsent();

  /** What the other end said of being recorded in this call, also before a restart; or null. */
  RecordingCare.@Nullable Consent consent(String callKey);

  /**
   * Keeps what the other end said of being recorded while people talk; refusing or taking consent
   * back erases what was recorded.
   */
  void consent(String callKey, RecordingCare.Consent answer);

  /** A person took a call, or it is over, where the kit can't tell. */
  void told(Call call, boolean taken);

  /** Keeps what was said of being recorded once the call is over; the recording stays. */
  void consentAfterwards(String callKey, RecordingCare.Consent answer);

  /** Erases the recording of a call that is over, for good. */
  void eraseRecording(String callKey);

  /** Starts, pauses or goes on with the recording of a call. */
  void record(String callKey, boolean wanted);
}
