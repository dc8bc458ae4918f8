package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the list of calls. */
public sealed interface CallsRow {
  /** Heads the calls of a day. */
  record Day(LocalDate date) implements CallsRow {}

  /**
   * Heads calls that were fetched together from the kit's memory.
   *
   * @param fetchedAt when, or null for calls of which that was never kept
   */
  record Stored(@Nullable Instant fetchedAt) implements CallsRow {}

  /** A call. */
  record Item(CallRecord call) implements CallsRow {}
}
