package app.ringbook.customer.view;

import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names at left in grey, values at right. */
public final class FactGrid extends GridPane {
  private int lines;

  /** With names this wide. */
  public FactGrid(double nameWidth) {
    getStyleClass().add("facts");
    ColumnConstraints names = new ColumnConstraints(nameWidth);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    getColumnConstraints().addAll(names, values);
  }

  /** Takes all lines away. */
  public void clear() {
    getChildren().clear();
    lines = 0;
  }

  /** Adds a line. */
  public void add(ObservableValue<String> name, Node value) {
    Label label = Parts.label(name, "muted");
    label.setLabelFor(value);
    if (value instanceof Label text) {
      text.setWrapText(true);
    }
    add(label, 0, lines);
    add(value, 1, lines);
    GridPane.setValignment(label, VPos.TOP);
    lines++;
  }
}
