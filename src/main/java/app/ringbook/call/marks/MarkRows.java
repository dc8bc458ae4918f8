package app.ringbook.call.marks;

import app.ringbook.store.Row;

/** The one place where a mark becomes a row. */
final class MarkRows {
  static final String MARKS = "call_mark";

  private MarkRows() {}

  /** The whole image of a mark. */
  static Row row(CallMark mark) {
    return Row.of(MARKS, mark.id(), mark.version())
        .set("call_key", mark.callKey())
        .set("position_millis", mark.positionMillis())
        .set("kind", mark.kind().name())
        .set("note", mark.note())
        .set("author", mark.author())
        .set("created_at", mark.createdAt())
        .build();
  }
}
