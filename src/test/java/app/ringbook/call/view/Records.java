package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import app.ringbook.telephony.Presentation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Invented calls of the list. */
final class Records {
  private Records() {}

  /** Who a call belongs to. */
  record Who(@Nullable Long id, @Nullable String customer, @Nullable String contact) {}

  static final Who MAYA = new Who(7L, "Castellan Valve Co.", "Maya Okafor");
  static final Who NOBODY = new Who(null, null, null);

  static CallRecord answered(long id, Instant at, Direction direction, Who who, int seconds) {
    return call(id, at, direction, CallOutcome.ANSWERED, who, seconds, "a" + id + ".wav", null);
  }

  static CallRecord missed(long id, Instant at, Who who) {
    return call(id, at, Direction.INCOMING, CallOutcome.MISSED, who, 0, null, null);
  }

  /** The same call with another result. */
  static CallRecord resulted(CallRecord of, @Nullable String result) {
    return new CallRecord(
        of.id(),
        of.version() + 1,
        of.callKey(),
        of.at(),
        of.timeCertain(),
        of.direction(),
        of.outcome(),
        of.line(),
        of.kit(),
        of.source(),
        of.numberRaw(),
        of.numberE164(),
        of.numberSuffix8(),
        of.presentation(),
        of.verified(),
        of.callerName(),
        of.customerId(),
        of.contactId(),
        of.matchReason(),
        of.ringMillis(),
        of.talkMillis(),
        of.note(),
        result,
        of.handled(),
        of.toReview(),
        of.recordingFile(),
        of.recordingMillis(),
        of.recordingBytes(),
        of.recordingSha256(),
        of.recordingLostMillis(),
        of.recordingGaps(),
        of.recordingStopped(),
        of.fetchedAt(),
        of.takenBy(),
        of.customerName(),
        of.customerTier(),
        of.contactName());
  }

  static CallRecord call(
      long id,
      Instant at,
      Direction direction,
      CallOutcome outcome,
      Who who,
      int seconds,
      @Nullable String file,
      @Nullable String note) {
    return new CallRecord(
        id,
        1,
        "key" + id,
        at,
        true,
        direction,
        outcome,
        1,
        "x800:test",
        id % 4 == 3 ? CallRecord.Source.STORED : CallRecord.Source.LIVE,
        "+17135550148",
        "+17135550148",
        "13555014",
        Presentation.NUMBER,
        true,
        null,
        who.id(),
        who.id() == null ? null : who.id() * 10,
        null,
        22_000,
        seconds * 1000L,
        note,
        null,
        false,
        true,
        file,
        file == null ? null : seconds * 1000L,
        file == null ? null : seconds * 8000L,
        null,
        null,
        null,
        null,
        id % 4 == 3 ? Instant.parse("2026-06-16T00:31:00Z") : null,
        id % 2 == 0 ? "Nora Ellis" : null,
        who.customer(),
        who.customer() == null ? null : "A",
        who.contact());
  }
}
