package app.ringbook.ui.controls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EditCell} needs to know of its column. Called on the window's thread.
 *
 * @param <R> the rows of the table
 */
public interface Editing<R> {
  /** The text to start from, or null if this row cannot be edited now. */
  @Nullable String text(R row);

  /** What is wrong with the typed text, as a sentence in the present language; null if nothing. */
  default @Nullable String problem(R row, String typed) {
    return null;
  }

  /** How the typed text is understood, best first; shown under the cell while typing. */
  default List<String> understood(R row, String typed) {
    return List.of();
  }

  /** A hint about what can be typed; empty for none. */
  default String hint() {
    return "";
  }

  /**
   * Saves the text, which {@link #problem} found right and which differs from {@link #text}.
   *
   * @param choice which line of {@link #understood} was chosen, 0 if there are none
   */
  void save(R row, String typed, int choice);
}
