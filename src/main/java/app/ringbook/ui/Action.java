package app.ringbook.ui;

import org.jspecify.annotations.Nullable;

/**
 * Something a person can do, by the palette or by a key.
 *
 * @param id stable name, by which recent actions are remembered
 * @param textKey key of its name, verb first
 * @param shortcut keys as {@link Shortcut#of} reads them, or null
 * @param run what it does, on the window's thread
 */
public record Action(String id, String textKey, @Nullable Shortcut shortcut, Runnable run) {
  /** An action with keys such as {@code "Ctrl N"}, {@code "N"}, {@code "F8"}. */
  public static Action of(String id, String textKey, String shortcut, Runnable run) {
    return new Action(id, textKey, Shortcut.of(shortcut), run);
  }

  /** An action without keys. */
  public static Action of(String id, String textKey, Runnable run) {
    return new Action(id, textKey, null, run);
  }
}
