package app.ringbook.ui.controls;

import app.ringbook.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A control with its name above and, when something is wrong, the reason below. */
public final class Field extends VBox {
  private final Node control;
  private final Label problem = new Label();

  /** The name is also what a screen reader says for the control. */
  public Field(ObservableValue<String> name, Node control) {
    this.control = control;
    getStyleClass().add("rb-field");
    Label caption = new Label();
    caption.textProperty().bind(name);
    caption.getStyleClass().add("caption");
    caption.setLabelFor(control);
    control.accessibleTextProperty().bind(name);
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setGraphic(Icons.of(Feather.ALERT_CIRCLE, "danger"));
    getChildren().addAll(caption, control);
  }

  /** Shows what is wrong, in the present language; null when all is well. */
  public void problem(@Nullable String reason) {
    getChildren().remove(problem);
    control.getStyleClass().remove("invalid");
    control.setAccessibleHelp(reason);
    if (reason != null) {
      problem.setText(reason);
      control.getStyleClass().add("invalid");
      getChildren().add(problem);
    }
  }
}
