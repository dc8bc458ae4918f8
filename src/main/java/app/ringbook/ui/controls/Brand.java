package app.ringbook.ui.controls;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The program's mark: a white book with a ringing line on blue. Drawn, so that it is sharp. */
public final class Brand {
  private Brand() {}

  /** The mark in this size. */
  public static StackPane mark(double size) {
    Region book = new Region();
    book.getStyleClass().add("rb-mark-book");
    double inner = size * 0.58;
    book.setMinSize(inner * 0.86, inner);
    book.setMaxSize(inner * 0.86, inner);
    StackPane mark = new StackPane(book);
    mark.getStyleClass().add("rb-mark");
    mark.setStyle("-fx-background-radius: " + size * 0.24 + ";");
    mark.setMinSize(size, size);
    mark.setMaxSize(size, size);
    return mark;
  }
}
