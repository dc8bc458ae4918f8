package app.ringbook.call;

import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the timeline entry of a call tells, in no language: whoever shows it makes the words. It
 * stands in {@code TimelineEntry.detail} as lines {@code name=value}, an empty line, and the note.
 *
 * @param direction who called whom
 * @param outcome how it ended
 * @param line line of the kit, from 1
 * @param number the other end's number as the line gave it; may be empty
 * @param ringMillis how long it rang
 * @param talkMillis how long people talked
 * @param recordingFile path from the recording folder on, or null
 * @param recordingMillis length of the recording, 0 without one
 * @param lostMillis sound that was lost on its way
 * @param result what it came to, see {@code CallRecord.result}, or null
 * @param note what was written down, or null
 */
public record CallEntry(
    Direction direction,
    CallOutcome outcome,
    int line,
    String number,
    long ringMillis,
    long talkMillis,
    @Nullable String recordingFile,
    long recordingMillis,
    long lostMillis,
    @Nullable String result,
    @Nullable String note) {

  /** What the entry of a call tells. */
  static CallEntry of(CallRecord call) {
    Long millis = call.recordingMillis();
    Long lost = call.recordingLostMillis();
    return new CallEntry(
        call.direction(),
        call.outcome(),
        call.line(),
        call.numberRaw(),
        call.ringMillis(),
        call.talkMillis(),
        call.recordingFile(),
        millis == null ? 0 : millis,
        lost == null ? 0 : lost,
        call.result(),
        call.note());
  }

  /** The text that {@link #read} takes. */
  String write() {
    StringBuilder out = new StringBuilder();
    out.append("direction=").append(direction.name());
    out.append("\noutcome=").append(outcome.name());
    out.append("\nline=").append(line);
    out.append("\nnumber=").append(number.replaceAll("\\R", " "));
    out.append("\nring=").append(ringMillis);
    out.append("\ntalk=").append(talkMillis);
    if (recordingFile != null) {
      out.append("\nrecording=").append(recordingFile);
      out.append("\nlength=").append(recordingMillis);
      out.append("\nlost=").append(lostMillis);
    }
    if (result != null) {
      out.append("\nresult=").append(result.replaceAll("\\R", " "));
    }
    if (note != null && !note.isBlank()) {
      out.append("\n\n").append(note);
    }
    return out.toString();
  }

  /** What the detail of a timeline entry tells; empty if it is not the entry of a call. */
  public static Optional<CallEntry> read(@Nullable String detail) {
    if (detail == null) {
      return Optional.empty();
    }
    int end = detail.indexOf("\n\n");
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : detail.substring(0, end < 0 ? detail.length() : end).split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        values.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    try {
      return Optional.of(
          new CallEntry(
              Direction.valueOf(values.getOrDefault("direction", "")),
              CallOutcome.valueOf(values.getOrDefault("outcome", "")),
              (int) number(values, "line"),
              values.getOrDefault("number", ""),
              number(values, "ring"),
              number(values, "talk"),
              values.get("recording"),
              number(values, "length"),
              number(values, "lost"),
              values.get("result"),
              end < 0 ? null : detail.substring(end + 2)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static long number(Map<String, String> values, String name) {
    return Long.parseLong(values.getOrDefault(name, "0"));
  }
}
