package app.ringbook.customer.view;

import app.ringbook.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Small parts that several customer screens are made of. */
public final class Parts {
  private static final int LONGEST_BRIEF = 20;

  private Parts() {}

  /** A label that follows a text. */
  public static Label label(ObservableValue<String> text, String... styleClasses) {
    Label label = new Label();
    label.textProperty().bind(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** A label with a value of the user's. */
  public static Label value(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** A name that stands within other words: cut where it would push them out of the window. */
  public static String brief(String name) {
    int[] signs = name.codePoints().limit(LONGEST_BRIEF + 1L).toArray();
    return signs.length <= LONGEST_BRIEF
        ? name
        : new String(signs, 0, LONGEST_BRIEF - 1).strip() + "…";
  }

  /** A button with an icon before its text. */
  public static Button button(
      Feather icon, ObservableValue<String> text, Runnable pressed, String... styleClasses) {
    Button button = new Button();
    button.setGraphic(Icons.of(icon));
    button.textProperty().bind(text);
    button.getStyleClass().addAll(styleClasses);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> pressed.run());
    return button;
  }

  /** A line of a menu. */
  public static MenuItem item(ObservableValue<String> text, Runnable chosen) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(text);
    item.setOnAction(e -> chosen.run());
    return item;
  }

  /** Takes the room that is left. */
  public static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /** Shows or takes away a node with its room. */
  public static void present(Node node, boolean present) {
    node.setVisible(present);
    node.setManaged(present);
  }
}
