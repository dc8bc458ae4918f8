package app.ringbook.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened with a customer.
 *
 * @param id key, growing with the order of writing
 * @param version version that was read
 * @param customerId with whom
 * @param contactId the person, or null
 * @param kind what
 * @param at when it happened
 * @param title one line, in the writer's words; may be empty, then the kind's renderer says it
 * @param detail more, or null
 * @param actor who did it
 * @param source where the entry comes from: {@code user}, {@code line}, {@code import}, {@code
 *     sample}
 * @param ref key of the call or import it tells of; for a next contact its moment in milliseconds;
 *     or null
 */
public record TimelineEntry(
    long id,
    long version,
    long customerId,
    @Nullable Long contactId,
    TimelineKind kind,
    Instant at,
    String title,
    @Nullable String detail,
    String actor,
    String source,
    @Nullable Long ref) {

  /** The same entry, of the customer alone. */
  TimelineEntry withoutContact() {
    return new TimelineEntry(
        id, version, customerId, null, kind, at, title, detail, actor, source, ref);
  }
}
