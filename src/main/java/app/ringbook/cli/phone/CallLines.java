package app.ringbook.cli.phone;

import app.ringbook.call.CallRecord;
import app.ringbook.cli.session.Output;
import app.ringbook.customer.Match;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How matches and calls are written as JSON, the same in every command. */
final class CallLines {
  private CallLines() {}

  static List<Map<String, @Nullable Object>> matches(Match match) {
    return match.candidates().stream().map(CallLines::match).toList();
  }

  private static Map<String, @Nullable Object> match(Match.Candidate one) {
    return Output.fields(
        "customerId", one.customerId(),
        "customer", one.customerName(),
        "contactId", one.contactId(),
        "contact", one.contactName(),
        "why", Output.word(one.why()),
        "rank", one.rank());
  }

  static Map<String, @Nullable Object> call(CallRecord call) {
    return Output.fields(
        "callId", call.callKey(),
        "startedAt", call.at(),
        "direction", Output.word(call.direction()),
        "outcome", Output.word(call.outcome()),
        "line", call.line(),
        "number", call.numberRaw(),
        "customerId", call.customerId(),
        "customer", call.customerName(),
        "contact", call.contactName(),
        "ringSeconds", seconds(call.ringMillis()),
        "talkSeconds", seconds(call.talkMillis()),
        "source", Output.word(call.source()));
  }

  static @Nullable Map<String, @Nullable Object> recording(CallRecord call) {
    if (call.recordingFile() == null) {
      return null;
    }
    Long millis = call.recordingMillis();
    return Output.fields(
        "file", call.recordingFile(),
        "seconds", millis == null ? null : seconds(millis),
        "sha256", call.recordingSha256(),
        "lostMillis", call.recordingLostMillis());
  }

  /** The customer's name, else the number. */
  static String person(CallRecord call) {
    return call.customerName() != null ? call.customerName() : call.numberRaw();
  }

  /** Whole seconds stay whole. */
  private static Number seconds(long millis) {
    if (millis % 1000 == 0) {
      return millis / 1000;
    }
    return millis / 1000.0;
  }
}
