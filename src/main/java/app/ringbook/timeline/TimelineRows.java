package app.ringbook.timeline;

import app.ringbook.store.Row;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The only place where timeline entries become rows, and rows of a commit become entries. */
final class TimelineRows {
  static final String TABLE = "timeline_entry";
  private static final int LONGEST_TITLE = 500;

  private TimelineRows() {}

  static TimelineEntry entry(long id, NewEntry e, String me) {
    String actor = e.actor() == null ? me : e.actor();
    return new TimelineEntry(
        id,
        1,
        e.customerId(),
        e.contactId(),
        e.kind(),
        e.at(),
        title(e.title()),
        e.detail(),
        actor,
        e.source(),
        e.ref());
  }

  /** A new entry has version 1 once stored and is written with 0. */
  static Row fresh(TimelineEntry e) {
    return row(e, 0);
  }

  static Row row(TimelineEntry e) {
    return row(e, e.version());
  }

  private static Row row(TimelineEntry e, long version) {
    return Row.of(TABLE, e.id(), version)
        .set("customer_id", e.customerId())
        .set("contact_id", e.contactId())
        .set("kind", e.kind().name())
        .set("at", e.at())
        .set("title", plain(e.title()))
        .set("detail", plain(e.detail()))
        .set("actor", e.actor())
        .set("source", e.source())
        .set("ref", e.ref())
        .build();
  }

  static TimelineEntry entry(Row row) {
    Map<String, @Nullable Object> v = row.values();
    return new TimelineEntry(
        row.id(),
        row.version(),
        (Long) Objects.requireNonNull(v.get("customer_id")),
        (Long) v.get("contact_id"),
        TimelineKind.valueOf(text(v, "kind")),
        (Instant) Objects.requireNonNull(v.get("at")),
        text(v, "title"),
        (String) v.get("detail"),
        text(v, "actor"),
        text(v, "source"),
        (Long) v.get("ref"));
  }

  /** A title is one line; what is longer stands in the detail as a whole. */
  static String title(String line) {
    return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
  }

  private static String text(Map<String, @Nullable Object> values, String column) {
    return (String) Objects.requireNonNull(values.get(column));
  }

  private static @Nullable String plain(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }
}
