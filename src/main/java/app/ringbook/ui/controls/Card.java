package app.ringbook.ui.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A bordered box with a title row; rows below it are divided by hairlines. */
public final class Card extends VBox {
  private final HBox head = new HBox();
  private final Region space = new Region();

  /** A card with this title. */
  public Card(ObservableValue<String> title) {
    getStyleClass().add("rb-card");
    Label label = new Label();
    label.textProperty().bind(title);
    label.getStyleClass().add("card-title");
    head.getStyleClass().add("rb-card-head");
    HBox.setHgrow(space, Priority.ALWAYS);
    head.getChildren().addAll(label, space);
    getChildren().add(head);
  }

  /** Puts something right of the title. */
  public Card beside(Node... nodes) {
    head.getChildren().addAll(head.getChildren().indexOf(space), java.util.List.of(nodes));
    return this;
  }

  /** Puts something at the right end of the title row. */
  public Card atEnd(Node... nodes) {
    head.getChildren().addAll(nodes);
    return this;
  }

  /** A row with a name at left and something to see or change at right. */
  public Card row(Node left, Node... right) {
    HBox row = new HBox();
    row.getStyleClass().add("rb-card-row");
    HBox.setHgrow(left, Priority.ALWAYS);
    if (left instanceof Region region) {
      region.setMaxWidth(Double.MAX_VALUE);
    }
    row.getChildren().add(left);
    row.getChildren().addAll(right);
    getChildren().add(row);
    return this;
  }

  /** A name, and below it in grey what it does. */
  public static VBox caption(ObservableValue<String> name, ObservableValue<String> explanation) {
    Label title = new Label();
    title.textProperty().bind(name);
    title.setWrapText(true);
    Label detail = new Label();
    detail.textProperty().bind(explanation);
    detail.getStyleClass().add("secondary");
    detail.setWrapText(true);
    return new VBox(title, detail);
  }

  /** A name only. */
  public static Label caption(ObservableValue<String> name) {
    Label title = new Label();
    title.textProperty().bind(name);
    title.setWrapText(true);
    return title;
  }
}
