package app.ringbook.call.view;

import app.ringbook.platform.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Keeps strangers who called as leads; filled by whoever keeps leads. Not for the window's thread.
 */
@FunctionalInterface
public interface LeadSlot {

  /**
   * Keeps a stranger; one with the same number that is kept already is completed.
   *
   * @param number the number, dialable or not
   * @param name the person's name if it is known, or null
   * @param note what is known of them, or null
   * @param missed true if nobody took the call
   * @return the journal entry by which it can be undone; 0 if there was nothing new to keep
   */
  long keep(PhoneNumber number, @Nullable String name, @Nullable String note, boolean missed);
}
