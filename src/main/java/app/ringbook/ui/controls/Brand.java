package app.ringbook.ui.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/** The program's mark: a white book with a ringing line on blue. Drawn, so that it is sharp. */
public final class Brand {
  private Brand() {}

  /** The mark for the task bar and the title bar, in the sizes that systems ask for. */
  public static List<Image> icons() {
    List<Image> icons = new ArrayList<>();
    for (double size : new double[] {16, 24, 32, 48, 64, 128, 256}) {
      StackPane holder = new StackPane(mark(size));
      Scene scene = new Scene(holder, size, size, Color.TRANSPARENT);
      SnapshotParameters parameters = new SnapshotParameters();
      parameters.setFill(Color.TRANSPARENT);
      holder.setStyle("-fx-background-color: transparent;");
      holder.applyCss();
      holder.layout();
      icons.add(scene.getRoot().snapshot(parameters, null));
    }
    return icons;
  }

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
