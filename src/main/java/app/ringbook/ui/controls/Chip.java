package app.ringbook.ui.controls;

import app.ringbook.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;

/** A filter or a choice as a pill: outlined while off, blue while on, dashed to add something. */
public final class Chip extends ToggleButton {
  /** A chip that follows the text. */
  public Chip(ObservableValue<String> text) {
    getStyleClass().setAll("rb-chip");
    textProperty().bind(text);
    setMinWidth(USE_PREF_SIZE);
  }

  /** The same with an icon before the words. */
  public Chip icon(Feather icon) {
    setGraphic(Icons.of(icon));
    return this;
  }

  /** Shows that a list of choices opens. */
  public Chip opens() {
    return behind(Feather.CHEVRON_DOWN);
  }

  /** Shows a cross: pressing the chip takes the filter away. */
  public Chip removes() {
    return behind(Feather.X);
  }

  /** Dashed: it adds something and is never on. */
  public Chip dashed() {
    getStyleClass().add("dashed");
    selectedProperty()
        .addListener(
            (o, before, now) -> {
              if (now) {
                setSelected(false);
              }
            });
    return this;
  }

  private Chip behind(Feather icon) {
    setGraphic(Icons.of(icon));
    setContentDisplay(ContentDisplay.RIGHT);
    return this;
  }
}
