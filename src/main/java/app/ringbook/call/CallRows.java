package app.ringbook.call;

import app.ringbook.platform.PhoneNumber;
import app.ringbook.store.Row;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.recorder.Gap;
import app.ringbook.telephony.recorder.Recording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one place where calls, drafts and labels become rows. */
final class CallRows {
  static final String CALLS = "call_record";
  static final String DRAFTS = "call_draft";
  static final String LABELS = "number_label";
  static final String ENTRIES = "timeline_entry";

  private CallRows() {}

  /**
   * A call's first row.
   *
   * @param actor the user of this program
   * @param now the moment at which it is kept
   */
  static Row fresh(long id, FinishedCall finished, String actor, Instant now) {
    Call call = finished.call();
    boolean stored = finished.source() == CallRecord.Source.STORED;
    boolean here = !stored && finished.source() != CallRecord.Source.FILE && !missed(call);
    Row.Builder row =
        Row.of(CALLS, id, 0)
            .set("call_key", cut(call.key(), 120))
            .set("at", call.startedAt())
            .set("time_certain", finished.timeCertain())
            .set("direction", call.direction().name())
            .set("line", call.line())
            .set("kit", cut(call.kit(), 60))
            .set("source", finished.source().name())
            .set("customer_id", finished.customerId())
            .set("contact_id", finished.contactId())
            .set("match_reason", finished.matchReason())
            .set("note", null)
            .set("result", null)
            .set("fetched_at", stored ? now : null)
            .set("taken_by", here && !actor.isBlank() ? cut(actor, 200) : null)
            .set("handled", !missed(call))
            .set("to_review", answered(call));
    number(row, call, finished.number());
    course(row, call);
    recording(row, finished.recording());
    return row.build();
  }

  /** The other end. */
  static void number(Row.Builder row, Call call, PhoneNumber number) {
    row.set("number_raw", cut(number.raw(), 200))
        .set("number_e164", cut(number.e164(), 20))
        .set("number_suffix8", number.suffix8())
        .set("presentation", call.presentation().name())
        .set("verified", call.verified())
        .set("caller_name", cut(call.callerName(), 200));
  }

  /** How it went. */
  static void course(Row.Builder row, Call call) {
    row.set("outcome", outcome(call).name())
        .set("ring_millis", call.ringMillis())
        .set("talk_millis", call.talkMillis());
  }

  /** Its sound. */
  static void recording(Row.Builder row, @Nullable Recording sound) {
    Recording.Stop stopped = sound == null ? null : sound.stopped();
    row.set("recording_file", sound == null ? null : sound.relativePath())
        .set("recording_millis", sound == null ? null : sound.millis())
        .set("recording_bytes", sound == null ? null : sound.bytes())
        .set("recording_sha256", sound == null ? null : sound.sha256())
        .set("recording_lost_millis", sound == null ? null : sound.lostMillis())
        .set("recording_gaps", sound == null ? null : Gap.write(sound.gaps()))
        .set("recording_stopped", stopped == null ? null : stopped.name());
  }

  /** A draft's row; id 0 version 0 for a new one is replaced by the caller. */
  static Row draft(CallDrafts.Draft draft) {
    return Row.of(DRAFTS, draft.id(), draft.version())
        .set("call_key", cut(draft.callKey(), 120))
        .set("note", draft.note())
        .set("next_contact_at", draft.nextContactAt())
        .set("result", cut(draft.result(), 60))
        .set("customer_id", draft.customerId())
        .set("contact_id", draft.contactId())
        .set("saved", draft.saved())
        .set("updated_at", draft.updatedAt())
        .build();
  }

  /** The key by which a number is labelled: international where known, else as given. */
  static String labelled(PhoneNumber number) {
    String e164 = number.e164();
    String key = e164 != null ? e164 : number.raw();
    return key.length() <= 40 ? key : key.substring(0, 40);
  }

  private static CallOutcome outcome(Call call) {
    CallOutcome outcome = call.outcome();
    return outcome == null ? CallOutcome.DEVICE_LOST : outcome;
  }

  static boolean answered(Call call) {
    return outcome(call) == CallOutcome.ANSWERED
        || (outcome(call) == CallOutcome.DEVICE_LOST && call.talkMillis() > 0);
  }

  private static boolean missed(Call call) {
    return call.direction() == app.ringbook.telephony.Direction.INCOMING && !answered(call);
  }

  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }
}
