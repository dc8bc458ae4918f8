package app.ringbook.customer.view;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.KeyCap;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What typed words for a moment were understood as, below the words, and a hint what to type. */
final class UnderstoodList extends VBox {
  private static final double WIDTH = 224;
  private final WhenModel model;
  private final Function<Instant, String> said;
  private final Consumer<Instant> taken;
  private final Label hint = new Label();

  /**
   * @param said a moment in words
   * @param taken told the moment that was clicked
   */
  UnderstoodList(
      WhenModel model, Language language, Function<Instant, String> said, Consumer<Instant> taken) {
    this.model = model;
    this.said = said;
    this.taken = taken;
    getStyleClass().add("understood");
    setMinWidth(WIDTH);
    hint.textProperty().bind(language.text("customer.when.hint"));
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    model.understood().addListener((at, was, is) -> fill());
    model.chosen().addListener((at, was, is) -> fill());
    fill();
  }

  /** Lets the arrow keys of a field move the choice. */
  void steerBy(TextField field) {
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
          if (by != 0) {
            model.move(by);
            event.consume();
          }
        });
  }

  private void fill() {
    getChildren().clear();
    List<Instant> all = model.understood().get();
    for (int i = 0; i < all.size(); i++) {
      getChildren().add(line(all.get(i), i == model.chosen().get()));
    }
    getChildren().add(hint);
  }

  private HBox line(Instant moment, boolean chosen) {
    Label words = new Label(said.apply(moment));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(Icons.of(Feather.CALENDAR, chosen ? "accent" : "muted"), words, space);
    line.getStyleClass().add("line");
    if (chosen) {
      line.getStyleClass().add("chosen");
      line.getChildren().add(new KeyCap("↵"));
    }
    line.setOnMousePressed(
        e -> {
          taken.accept(moment);
          e.consume();
        });
    return line;
  }
}
