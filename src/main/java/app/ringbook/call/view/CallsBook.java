package app.ringbook.call.view;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.call.care.KeptRecordings.Kept;
import app.ringbook.call.care.RecordingCare;
import app.ringbook.call.marks.CallMark;
import app.ringbook.call.share.RecordingCopies;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Match;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page of calls asks of the house. Called on background threads; changes return the
 * journal entry by which they can be undone.
 */
public interface CallsBook {

  /** One page, the newest first; see {@link CallRecords#page}. */
  List<CallRecord> page(CallFilter filter, CallRecords.@Nullable Key before, int limit);

  /** The leads among whoever is at the other end of unlinked calls, by the number to dial. */
  Map<String, LeadSlot.Known> leads(List<CallRecord> calls);

  /** How many calls each tab shows. */
  CallFilter.Counts counts(CallFilter filter, Progress progress);

  /** The users at whose desks calls were taken or made, by name. */
  List<String> people();

  /** Says what a call came to; null takes it back. */
  long result(CallRecord call, @Nullable String result);

  /** The call with this id. */
  Optional<CallRecord> byId(long id);

  /** What was typed into the pop-up for this call and not saved; empty text if nothing. */
  String draft(CallRecord call);

  /** Says whose call it was; null takes it off the customer. */
  long link(CallRecord call, @Nullable Long customerId, @Nullable Long contactId);

  /** Keeps the note. */
  long note(CallRecord call, String note);

  /** The call was looked at. */
  long settle(CallRecord call);

  /** A missed call needs no call-back; says why. */
  long handle(CallRecord call, String reason);

  /** Calls with the same number, this one too, the newest first. */
  List<CallRecord> history(CallRecord call);

  /** Writes the recording to a file for others, and that into the journal. */
  long share(CallRecord call, Path target, RecordingCopies.Format format);

  /** Takes a change back. */
  void undo(long sequence);

  /** Customers the number may belong to, the likeliest first. */
  List<Match.Candidate> likely(CallRecord call);

  /** Customers by any part of name or number. */
  List<CustomerSearch.Hit> find(String text);

  /**
   * A number to call.
   *
   * @param number the number
   * @param doNotCall true if its owner does not want to be called
   */
  record Target(PhoneNumber number, boolean doNotCall) {}

  /** What to dial to call back; empty if there is no number. */
  Optional<Target> target(CallRecord call);

  /**
   * Opens the recording.
   *
   * @throws app.ringbook.platform.ProblemException if the file is missing or can't be played; says
   *     where it was expected
   */
  RecordingSound open(CallRecord call) throws Exception;

  /** Where the recording is, or should be; null if the call has none. */
  @Nullable Path file(CallRecord call);

  /** What became of a file offered in place of a recording. */
  enum Found {
    /** It is the recording and lies in its place again. */
    PUT_BACK,
    /** It is a recording, but not the bytes that were kept; nothing was changed. */
    OTHER
  }

  /**
   * Puts a file found elsewhere in the recording's place.
   *
   * @param anyway true to take it although it is another file; the call's row then knows it
   * @throws app.ringbook.platform.ProblemException if it can't be played
   */
  Found found(CallRecord call, Path elsewhere, boolean anyway) throws Exception;

  /** Keeps whoever is at the other end of an unlinked call as a lead. */
  long keepLead(CallRecord call);

  /** The marks in a call's recording, the earliest place first. */
  List<CallMark> marks(CallRecord call);

  /** Sets a mark; {@code note} may be empty. */
  long mark(CallRecord call, CallMark.Kind kind, long positionMillis, String note);

  /** Changes the words of a mark. */
  long noteMark(CallMark mark, String note);

  /** Takes a mark away. */
  long unmark(CallMark mark);

  /** How long a call's recording is kept, and what the other end said of it. */
  Kept kept(CallRecord call);

  /** Notes what the other end says of being recorded; the recording stays as it is. */
  long consent(CallRecord call, RecordingCare.Consent answer);

  /**
   * Erases a recording for good because its other end does not agree to it.
   *
   * @throws app.ringbook.platform.ProblemException if it is under a legal hold, or cannot be erased
   */
  void erase(CallRecord call);

  /** Keeps a recording whatever the rules say, or no longer. */
  long hold(CallRecord call, boolean held);

  /** Calls the listener, on any thread, whenever calls or marks were written or changed. */
  Subscription changes(Runnable listener);
}
