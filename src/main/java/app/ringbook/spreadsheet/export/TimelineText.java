package app.ringbook.spreadsheet.export;

import app.ringbook.call.CallEntry;
import app.ringbook.customer.catalogue.CustomerCatalogue;
import app.ringbook.customer.fields.Field;
import app.ringbook.platform.Texts;
import app.ringbook.timeline.ProfileEntries;
import app.ringbook.timeline.TimelineEntry;
import app.ringbook.timeline.TimelineKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an entry of a timeline tells, in words and without anything to click. */
final class TimelineText {
  private final CustomerCatalogue catalogue;
  private final Texts texts;

  TimelineText(CustomerCatalogue catalogue, Texts texts) {
    this.catalogue = catalogue;
    this.texts = texts;
  }

  String of(TimelineEntry entry) {
    if (entry.kind() == TimelineKind.CALL) {
      return CallEntry.read(entry.detail()).map(this::call).orElseGet(() -> plain(entry));
    }
    if (entry.source().equals(ProfileEntries.SOURCE)) {
      return change(entry);
    }
    String detail = entry.detail();
    if (entry.kind() == TimelineKind.LEAD && detail != null && texts.has(detail)) {
      String what = texts.text(detail);
      return entry.title().isBlank() ? what : what + "\n" + entry.title();
    }
    return plain(entry);
  }

  /** A note's detail begins with its title. */
  private static String plain(TimelineEntry entry) {
    String detail = entry.detail();
    if (detail == null || detail.isBlank()) {
      return entry.title();
    }
    return detail.startsWith(entry.title()) ? detail : entry.title() + "\n" + detail;
  }

  private String call(CallEntry call) {
    String line =
        texts.text(
            "spreadsheet.export.call",
            texts.text(
                "call.direction." + String.valueOf(call.direction()).toLowerCase(Locale.ROOT)),
            texts.text(
                "spreadsheet.export.outcome."
                    + String.valueOf(call.outcome()).toLowerCase(Locale.ROOT)),
            call.number(),
            call.talkMillis() / 1000);
    String note = call.note();
    return note == null ? line : line + "\n" + note;
  }

  private String change(TimelineEntry entry) {
    Optional<? extends Field<?>> field = catalogue.byKey(entry.title());
    List<String> parts = ProfileEntries.parts(entry);
    String nothing = texts.text("timeline.change.nothing");
    String moved =
        texts.text(
            "spreadsheet.export.changed",
            field.map(f -> f.label(texts)).orElse(texts.text("timeline.change.different")),
            parts.get(0).isEmpty() ? nothing : shown(field, parts.get(0)),
            parts.get(1).isEmpty() ? nothing : shown(field, parts.get(1)));
    return parts.get(2).isEmpty()
        ? moved
        : texts.text("timeline.change.because", moved, parts.get(2));
  }

  private String shown(Optional<? extends Field<?>> field, String stored) {
    return field.stream()
        .flatMap(f -> f.options().stream())
        .filter(option -> option.value().equals(stored))
        .map(option -> option.shown(texts))
        .findFirst()
        .orElse(stored);
  }
}
