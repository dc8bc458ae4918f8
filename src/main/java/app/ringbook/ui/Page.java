package app.ringbook.ui;

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
}
