package app.ringbook.call.view;

import app.ringbook.platform.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps and knows strangers who are leads; filled by whoever keeps leads. Not for the window's
 * thread.
 */
public interface LeadSlot {

  /**
   * A lead, as the pop-up shows it.
   *
   * @param id key
   * @param name the person's name; may be empty
   * @param company where they work, or null
   * @param note what is known of them, or null
   * @param doNotCall true if they asked not to be called
   */
  record Known(
      long id, String name, @Nullable String company, @Nullable String note, boolean doNotCall) {
    /** What they are called: the name, else the company; may be empty. */
    public String title() {
      return !name.isBlank() || company == null ? name : company;
    }
  }

  /** The lead with this number. */
  Optional<Known> known(PhoneNumber number);

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
