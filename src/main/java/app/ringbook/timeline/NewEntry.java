package app.ringbook.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be written. Parts as in {@link TimelineEntry}.
 *
 * @param actor who did it; null for the person at this machine
 */
public record NewEntry(
    long customerId,
    @Nullable Long contactId,
    TimelineKind kind,
    Instant at,
    String title,
    @Nullable String detail,
    @Nullable String actor,
    String source,
    @Nullable Long ref) {}
