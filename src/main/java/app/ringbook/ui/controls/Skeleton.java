package app.ringbook.ui.controls;

import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Grey bars in the shape of what is being loaded. They do not move. */
public final class Skeleton {
  private static final double BAR = 10;
  private static final double SQUARE = 40;

  private Skeleton() {}

  /** One bar of this width. */
  public static Region bar(double width) {
    Region bar = new Region();
    bar.getStyleClass().add("rb-bone");
    bar.setMinSize(width, BAR);
    bar.setPrefSize(width, BAR);
    bar.setMaxSize(width, BAR);
    bar.setMouseTransparent(true);
    return bar;
  }

  /** A card: a square with two lines beside it, three lines below. */
  public static Region card() {
    Region square = new Region();
    square.getStyleClass().add("rb-bone");
    square.setMinSize(SQUARE, SQUARE);
    square.setPrefSize(SQUARE, SQUARE);
    VBox lines = new VBox(BAR, bar(200), bar(120));
    HBox head = new HBox(12, square, lines);
    VBox card = new VBox(16, head, bar(380), bar(340), bar(280));
    card.setPadding(new Insets(16));
    return card;
  }
}
