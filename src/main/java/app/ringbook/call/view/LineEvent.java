package app.ringbook.call.view;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened on the line.
 *
 * @param at when
 * @param kind what
 * @param line line of the kit from 1, 0 for the kit as a whole
 * @param detail number or port; may be empty
 */
public record LineEvent(Instant at, Kind kind, int line, String detail) {

  /** What happened. */
  public enum Kind {
    /** The kit is there. */
    KIT_READY,
    /** The kit is gone. */
    KIT_LOST,
    /** It began to ring. */
    RING,
    /** The caller's number came, or a number was dialled. */
    NUMBER,
    /** The handset was lifted to dial. */
    LIFTED,
    /** The handset was lifted, people talk. */
    ANSWERED,
    /** Sound was lost on the way. */
    SOUND_LOST,
    /** The call is over. */
    ENDED,
    /** Nobody took the call. */
    MISSED,
    /** A call came out of the kit's memory. */
    STORED;

    /** Key of its sentence. */
    public String key() {
      return "call.event." + name().toLowerCase(Locale.ROOT);
    }
  }
}
