package app.ringbook.lead;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a lead.
 *
 * @param id key of the row
 * @param at when
 * @param kind what
 * @param detail more about it: the reason, the note, who it was given to, a moment as {@link
 *     Instant#toString} writes it; or null
 * @param author who did it
 */
public record LeadEntry(long id, Instant at, Kind kind, @Nullable String detail, String author) {
  /** What can happen to a lead. */
  public enum Kind {
    /** Kept first. */
    KEPT,
    /** Came once more, and more is known now. */
    COMPLETED,
    /** A person changed what is known. */
    EDITED,
    /** Somebody wrote something down. */
    NOTED,
    /** Somebody is to look after it. */
    ASSIGNED,
    /** To be contacted at the moment in the detail, or at none. */
    NEXT_CONTACT,
    /** Somebody talked with them. */
    CONTACTED,
    /** Nothing will come of it. */
    REJECTED,
    /** Taken up again. */
    REOPENED,
    /** Became a customer. */
    CONVERTED,
    /** Turned out to belong to a customer there was. */
    LINKED;

    /** Text key of its name. */
    public String key() {
      return "lead.entry." + name().toLowerCase(Locale.ROOT);
    }
  }
}
