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
        who.customer(),
        who.customer() == null ? null : "A",
        who.contact());
  }
}
