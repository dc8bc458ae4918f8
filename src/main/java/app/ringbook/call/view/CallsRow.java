package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import java.time.LocalDate;

/** A row of the list of calls. */
public sealed interface CallsRow {
  /** Heads the calls of a day. */
  record Day(LocalDate date) implements CallsRow {}

  /** Heads calls that were fetched from the kit's memory. */
  record Stored() implements CallsRow {}

  /** A call. */
  record Item(CallRecord call) implements CallsRow {}
}
