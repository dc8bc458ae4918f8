package app.ringbook.customer.view;

import app.ringbook.ui.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;

/** The words of a group's heading. They begin in the first column and run over those behind it. */
final class GroupHeading extends Pane {
  private static final double GAP = 8;
  private final HBox line = new HBox(GAP);
  private final Label name = new Label();
  private final Label count = new Label();

  GroupHeading() {
    getStyleClass().add("group-heading");
    name.getStyleClass().add("strong");
    count.getStyleClass().add("muted");
    line.setManaged(false);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(line);
    setMinWidth(0);
    setPrefWidth(0);
    setMaxWidth(0);
    line.getChildren().addAll(name, count);
  }

  /** Shows a group. */
  void show(String named, String counted, boolean folded) {
    name.setText(named);
    count.setText(counted);
    Feather arrow = folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN;
    line.getChildren().setAll(Icons.of(arrow, "muted"), name, count);
  }

  @Override
  protected double computePrefHeight(double width) {
    return line.prefHeight(-1);
  }

  @Override
  protected void layoutChildren() {
    line.resizeRelocate(0, 0, line.prefWidth(-1), getHeight());
  }
}
