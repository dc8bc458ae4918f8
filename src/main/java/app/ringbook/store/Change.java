package app.ringbook.store;

import org.jspecify.annotations.Nullable;

/**
 * The name of what a transaction does, kept in the journal and shown in history and undo.
 *
 * @param action text key of the action, for example {@code customer.change.edited}
 * @param subject what it was done to, in the user's words, for example a customer's name
 * @param group changes undone together, for example all blocks of one import; null for a change of
 *     its own
 */
public record Change(String action, String subject, @Nullable String group) {

  /** A change of its own. */
  public static Change of(String action, String subject) {
    return new Change(action, subject, null);
  }
}
