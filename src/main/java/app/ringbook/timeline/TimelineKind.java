package app.ringbook.timeline;

import java.util.Locale;

/** What happened. */
public enum TimelineKind {
  /** A call, with its recording if there is one. */
  CALL,
  /** Something somebody wrote down. */
  NOTE,
  /** A next contact was set. */
  NEXT_CONTACT,
  /** The customer came out of a sheet. */
  IMPORTED,
  /** The customer was added by hand. */
  CREATED,
  /** Facts of the customer were changed. */
  CHANGED,
  /** Other records of the same customer became part of it; the title names them. */
  MERGED,
  /** Something that happened while the customer was a lead; the detail is what, as a text key. */
  LEAD;

  /** Text key of the kind's name. */
  public String key() {
    return "timeline.kind." + name().toLowerCase(Locale.ROOT);
  }
}
