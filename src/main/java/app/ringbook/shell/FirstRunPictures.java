package app.ringbook.shell;

import app.ringbook.ui.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The little drawings on the cards of the first run, made of the theme's own colours. */
final class FirstRunPictures {
  private static final int[] WAVE = {
    4, 6, 9, 12, 8, 14, 20, 11, 17, 22, 13, 9, 15, 19, 10, 7, 5, 8, 4, 3, 5, 3
  };

  private FirstRunPictures() {}

  /** Sheets of paper with one taken out. */
  static Node sample() {
    Pane drawing = new Pane();
    drawing.setMinSize(216, 100);
    drawing.setMaxSize(216, 100);
    place(drawing, paper(bone(40, true), bone(24, false), gap(), bone(32, true)), 0, 6, 64, 80);
    place(drawing, paper(bone(40, true), bone(24, false)), 76, 6, 64, 60);
    place(drawing, paper(bone(36, true), bone(22, false), bone(30, true)), 152, 6, 64, 92);
    VBox card = paper(bone(40, true), bone(24, false));
    card.getStyleClass().add("lifted");
    card.setRotate(-4);
    place(drawing, card, 88, 44, 72, 36);
    return frame(drawing);
  }

  /** A table that becomes a card. */
  static Node sheet() {
    GridPane table = new GridPane();
    table.getStyleClass().add("sheet");
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 3; column++) {
        StackPane cell = new StackPane(bone(row == 0 ? 24 : 20, row == 0));
        cell.getStyleClass().add(row == 0 ? "head" : "cell");
        cell.setMinSize(40, 20);
        table.add(cell, column, row);
      }
    }
    table.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    VBox card = paper(dot(), bone(30, true), bone(24, false), bone(28, false));
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    HBox drawing = new HBox(14, table, Icons.of(Feather.ARROW_RIGHT, "accent"), card);
    drawing.setAlignment(Pos.CENTER);
    return frame(drawing);
  }

  /** A telephone, its voice, the kit. */
  static Node kit() {
    HBox wave = new HBox(1);
    wave.setAlignment(Pos.CENTER);
    for (int i = 0; i < WAVE.length; i++) {
      Region bar = new Region();
      bar.getStyleClass().add(i < WAVE.length * 2 / 3 ? "bar" : "quiet-bar");
      bar.setMinSize(2, WAVE[i]);
      bar.setMaxSize(2, WAVE[i]);
      wave.getChildren().add(bar);
    }
    HBox drawing =
        new HBox(12, box(Icons.of(Feather.PHONE)), wave, box(Icons.of(Feather.CPU, "accent")));
    drawing.setAlignment(Pos.CENTER);
    return frame(drawing);
  }

  private static StackPane frame(Node drawing) {
    StackPane frame = new StackPane(drawing);
    frame.getStyleClass().add("picture");
    frame.setMinHeight(118);
    frame.setPrefHeight(118);
    frame.setMouseTransparent(true);
    return frame;
  }

  private static void place(Pane in, Region node, double x, double y, double width, double height) {
    node.setLayoutX(x);
    node.setLayoutY(y);
    node.setMinSize(width, height);
    node.setPrefSize(width, height);
    in.getChildren().add(node);
  }

  private static VBox paper(Node... lines) {
    VBox paper = new VBox(5, lines);
    paper.getStyleClass().add("paper");
    return paper;
  }

  private static StackPane box(Node icon) {
    StackPane box = new StackPane(icon);
    box.getStyleClass().add("paper");
    box.setMinSize(54, 54);
    box.setMaxSize(54, 54);
    return box;
  }

  private static Region bone(double width, boolean dark) {
    Region bone = new Region();
    bone.getStyleClass().add(dark ? "dark-bone" : "rb-bone");
    bone.setMinSize(width, 5);
    bone.setMaxSize(width, 5);
    return bone;
  }

  private static Region gap() {
    Region gap = new Region();
    gap.setMinHeight(4);
    return gap;
  }

  private static Region dot() {
    Region dot = new Region();
    dot.getStyleClass().add("blue-dot");
    dot.setMinSize(12, 12);
    dot.setMaxSize(12, 12);
    return dot;
  }
}
