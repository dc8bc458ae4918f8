package app.ringbook.ui.controls;

import app.ringbook.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says in place what happened and what is safe, and offers one way on. */
public final class ErrorState extends VBox {
  private static final double WIDTH = 460;
  private final HBox buttons = new HBox();

  /** What happened, and what is safe. */
  public ErrorState(ObservableValue<String> title, ObservableValue<String> text) {
    getStyleClass().addAll("rb-state", "error");
    setAccessibleRole(AccessibleRole.TEXT);
    accessibleTextProperty().bind(title);
    Label heading = new Label();
    heading.textProperty().bind(title);
    heading.getStyleClass().add("title");
    heading.setWrapText(true);
    Label sentence = new Label();
    sentence.textProperty().bind(text);
    sentence.getStyleClass().add("text");
    sentence.setWrapText(true);
    sentence.setMaxWidth(WIDTH);
    buttons.getStyleClass().add("buttons");
    getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE), heading, sentence);
  }

  /** The way on. */
  public ErrorState button(ObservableValue<String> text, Runnable pressed) {
    return add(text, pressed);
  }

  /** A quieter second way. */
  public ErrorState second(ObservableValue<String> text, Runnable pressed) {
    return add(text, pressed, "flat");
  }

  private ErrorState add(ObservableValue<String> text, Runnable pressed, String... styleClasses) {
    Button button = new Button();
    button.textProperty().bind(text);
    button.getStyleClass().addAll(styleClasses);
    button.setOnAction(e -> pressed.run());
    buttons.getChildren().add(button);
    if (!getChildren().contains(buttons)) {
      getChildren().add(buttons);
    }
    return this;
  }
}
