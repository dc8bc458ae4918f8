package app.ringbook.ui.controls;

import app.ringbook.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says what will be here and offers one way to begin. */
public final class EmptyState extends VBox {
  private static final double WIDTH = 420;
  private final HBox buttons = new HBox();

  /** An icon, what is not there yet, and a sentence. */
  public EmptyState(Feather icon, ObservableValue<String> title, ObservableValue<String> text) {
    getStyleClass().add("rb-state");
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
    getChildren().addAll(Icons.of(icon), heading, sentence);
  }

  /** Adds the one button. */
  public EmptyState button(ObservableValue<String> text, Runnable pressed) {
    return add(text, pressed, "accent");
  }

  /** Adds a quieter second way. */
  public EmptyState second(ObservableValue<String> text, Runnable pressed) {
    return add(text, pressed, "flat");
  }

  private EmptyState add(ObservableValue<String> text, Runnable pressed, String styleClass) {
    Button button = new Button();
    button.textProperty().bind(text);
    button.getStyleClass().add(styleClass);
    button.setOnAction(e -> pressed.run());
    buttons.getChildren().add(button);
    if (!getChildren().contains(buttons)) {
      getChildren().add(buttons);
    }
    return this;
  }
}
