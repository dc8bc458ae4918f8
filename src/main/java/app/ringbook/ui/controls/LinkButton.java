package app.ringbook.ui.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/** An action that reads as a link. It never looks visited. */
public final class LinkButton extends Hyperlink {
  /** A link that follows the text and runs the action. */
  public LinkButton(ObservableValue<String> text, Runnable pressed) {
    textProperty().bind(text);
    setMinWidth(USE_PREF_SIZE);
    setOnAction(
        e -> {
          setVisited(false);
          pressed.run();
        });
  }

  /** For somebody's name, which may be long: it gives way, and is told in full. */
  public LinkButton givesWay() {
    setMinWidth(0);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(textProperty());
    setTooltip(whole);
    return this;
  }
}
