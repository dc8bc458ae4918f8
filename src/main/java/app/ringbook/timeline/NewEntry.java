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
    @Nullable Long ref) {

  /** Source of what a person did in the window or on the command line. */
  public static final String BY_HAND = "user";

  /** Source of what the phone line told. */
  public static final String BY_LINE = "line";

  /** Source of what came out of a sheet. */
  public static final String BY_IMPORT = "import";

  /** Source of invented entries. */
  public static final String SAMPLE = "sample";

  /** The same entry with another reference. */
  public NewEntry withRef(@Nullable Long changed) {
    return new NewEntry(customerId, contactId, kind, at, title, detail, actor, source, changed);
  }
}
