package app.ringbook.timeline.view;

import app.ringbook.timeline.TimelineEntry;
import java.time.LocalDate;

/** One line of the timeline as shown. */
public sealed interface TimelineRow {

  /** The heading above the entries of one day, in the user's zone. */
  record Day(LocalDate date) implements TimelineRow {}

  /** Something that happened. */
  record Happened(TimelineEntry entry) implements TimelineRow {}

  /** Stands at the end while older entries are still to be read. */
  record Older() implements TimelineRow {}
}
