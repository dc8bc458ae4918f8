package app.ringbook.call.marks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in the sound of a call, and what was said there.
 *
 * @param id key of the row
 * @param version version that was read
 * @param callKey the call
 * @param positionMillis place in the recording from its beginning; silence that stands for lost
 *     sound counts, pauses do not; at least 0
 * @param kind what was said
 * @param note words of the person who set it, or null
 * @param author who set it
 * @param createdAt when it was set
 */
public record CallMark(
    long id,
    long version,
    String callKey,
    long positionMillis,
    Kind kind,
    @Nullable String note,
    String author,
    Instant createdAt) {

  /** A mark is set after the words, so playing begins this much before it. */
  public static final long LEAD_MILLIS = 5000;

  /** What was said. */
  public enum Kind {
    /** What it costs, or may cost. */
    PRICE,
    /** Another who sells. */
    RIVAL,
    /** What one side promised. */
    PROMISE,
    /** Who decides. */
    DECIDER,
    /** A place worth hearing again. */
    NOTE,
    /** What somebody says about the call afterwards. */
    COMMENT;

    /** The kind of this name, or {@link #NOTE} for one written by a newer version. */
    public static Kind of(String name) {
      for (Kind kind : values()) {
        if (kind.name().equals(name)) {
          return kind;
        }
      }
      return NOTE;
    }
  }

  /** Where to begin playing, in milliseconds of the recording. */
  public long playFromMillis() {
    return Math.max(0, positionMillis - LEAD_MILLIS);
  }
}
