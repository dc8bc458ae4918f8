package app.ringbook.ui.controls;

import app.ringbook.ui.Icons;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** A filter or a choice as a pill: outlined while off, blue while on, dashed to add something. */
public final class Chip extends ToggleButton {
  /** In units of the font's size. */
  private static final double MOST_WIDTH = 22;

  private final Tooltip whole = new Tooltip();

  /** A chip that follows the text. */
  public Chip(ObservableValue<String> text) {
    getStyleClass().setAll("rb-chip");
    textProperty().bind(text);
    setMinWidth(USE_PREF_SIZE);
    whole.textProperty().bind(textProperty());
    widthProperty().addListener(o -> tellWhole());
    textProperty().addListener(o -> tellWhole());
  }

  /** A long name must not push what stands beside it out of the window. */
  @Override
  protected double computePrefWidth(double height) {
    return Math.min(super.computePrefWidth(height), widest());
  }

  private double widest() {
    return MOST_WIDTH * getFont().getSize();
  }

  /** What was cut is told in full, unless there is something else to tell. */
  private void tellWhole() {
    boolean cut = super.computePrefWidth(-1) > widest();
    if (cut && getTooltip() == null) {
      setTooltip(whole);
    } else if (!cut && whole.equals(getTooltip())) {
      setTooltip(null);
    }
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
