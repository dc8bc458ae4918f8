package app.ringbook.customer.view;

import javafx.scene.Node;
import javafx.scene.input.InputMethodEvent;

/**
 * Knows whether an input method is composing somewhere below a node, as for Chinese. Meanwhile
 * Enter belongs to the input method and no shortcut may fire.
 */
final class Composition {
  private boolean going;

  Composition(Node root) {
    root.addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
        event -> going = !event.getComposed().isEmpty());
  }

  boolean going() {
    return going;
  }
}
