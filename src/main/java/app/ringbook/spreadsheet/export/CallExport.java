package app.ringbook.spreadsheet.export;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.CallRecords;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.write.SheetColumn.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls, one a row, the newest first. */
public final class CallExport {
  /** Its name. */
  public static final String WORD = "calls";

  private static final int SLICE = 500;
  private final CallRecords calls;

  /** Reads through this door. */
  public CallExport(CallRecords calls) {
    this.calls = calls;
  }

  /** The calls of a list. */
  public ExportSource<CallRecord> of(CallFilter filter, Texts texts) {
    return new ExportSource<>(
        WORD, columns(texts), (progress, sink) -> each(filter, progress, sink));
  }

  /** The calls that were chosen one by one; those that are gone are left out. */
  public ExportSource<CallRecord> of(List<Long> ids, Texts texts) {
    return new ExportSource<>(
        WORD,
        columns(texts),
        (progress, sink) -> ids.stream().map(calls::byId).flatMap(Optional::stream).forEach(sink));
  }

  /** How many calls a filter means. */
  public long count(CallFilter filter) {
    return calls.counts(filter, Progress.NONE).of(filter.tab());
  }

  private void each(CallFilter filter, Progress progress, Consumer<CallRecord> sink) {
    long total = count(filter);
    long done = 0;
    CallRecords.Key last = null;
    List<CallRecord> page;
    do {
      progress.check();
      page = calls.page(filter, last, SLICE);
      page.forEach(sink);
      last = page.isEmpty() ? last : CallRecords.Key.of(page.getLast());
      done += page.size();
      progress.at(done, Math.max(done, total));
    } while (page.size() == SLICE);
  }

  private static List<ExportColumn<CallRecord>> columns(Texts texts) {
    return List.of(
        column(texts, "at", Shape.MOMENT, CallRecord::at),
        column(texts, "direction", Shape.TEXT, c -> word(texts, "call.direction.", c.direction())),
        column(
            texts,
            "outcome",
            Shape.TEXT,
            c -> word(texts, "spreadsheet.export.outcome.", c.outcome())),
        column(texts, "number", Shape.CODE, CallExport::number),
        column(texts, "customer", Shape.NAME, CallRecord::customerName),
        column(texts, "contact", Shape.NAME, CallRecord::contactName),
        column(texts, "ringSeconds", Shape.NUMBER, c -> seconds(c.ringMillis())),
        column(
            texts,
            "talkSeconds",
            Shape.NUMBER,
            c -> c.lengthUnknown() ? null : seconds(c.talkMillis())),
        column(texts, "result", Shape.TEXT, c -> result(texts, c.result())),
        column(texts, "note", Shape.LONG_TEXT, CallRecord::note),
        column(texts, "takenBy", Shape.TEXT, CallRecord::takenBy),
        column(texts, "line", Shape.NUMBER, c -> BigDecimal.valueOf(c.line())),
        column(texts, "recording", Shape.TEXT, CallRecord::recordingFile),
        column(
            texts,
            "customerId",
            Shape.CODE,
            c -> c.customerId() == null ? null : c.customerId().toString()));
  }

  private static @Nullable String number(CallRecord call) {
    return call.numberRaw().isBlank() ? call.numberE164() : call.numberRaw();
  }

  private static BigDecimal seconds(long millis) {
    return BigDecimal.valueOf(millis / 1000);
  }

  private static ExportColumn.Word word(Texts texts, String prefix, Enum<?> constant) {
    String name = constant.name();
    return new ExportColumn.Word(name, texts.text(prefix + name.toLowerCase(Locale.ROOT)));
  }

  /** A result the program has a word for, or one of the users' own. */
  private static @Nullable Object result(Texts texts, @Nullable String result) {
    if (result == null) {
      return null;
    }
    String key = "call.result." + result.toLowerCase(Locale.ROOT);
    return texts.has(key) ? new ExportColumn.Word(result, texts.text(key)) : result;
  }

  private static ExportColumn<CallRecord> column(
      Texts texts, String key, Shape shape, Function<CallRecord, @Nullable Object> value) {
    return new ExportColumn<>(key, texts.text("spreadsheet.export." + key), shape, value);
  }
}
