package app.ringbook.ui;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;

/**
 * A page of the main window. It is built once and kept; {@link #shown} and {@link #hidden} come in
 * pairs, and what is subscribed in the one is closed in the other.
 */
public interface Page {
  /** Name used in {@link Place}, for example {@code customers}. */
  String id();

  /** What the page shows: always the same node. */
  Node node();

  /** Told where in the page to go, before {@link #shown} and again while it is shown. */
  default void open(Place place) {}

  /** The page came to the front. */
  void shown();

  /** The page left the front. */
  void hidden();

  /**
   * What can be done here. While the page is shown the palette lists these, and their shortcuts
   * work.
   */
  default List<Action> actions() {
    return List.of();
  }

  /** Keys that a list or a field of the page takes itself, for the sheet of keys. */
  default List<Keys> keys() {
    return List.of();
  }

  /**
   * Keys that a control takes while it has the keyboard.
   *
   * @param textKey key of what they do, verb first
   * @param shortcuts any of them does it
   */
  record Keys(String textKey, List<Shortcut> shortcuts) {
    /** Keys as {@link Shortcut#of} reads them. */
    public static Keys of(String textKey, String... keys) {
      return new Keys(textKey, Arrays.stream(keys).map(Shortcut::of).toList());
    }
  }
}
