package app.ringbook.ui.controls;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A state in one or two words on a pale pill. */
public final class Badge extends Label {
  /** What the state means. */
  public enum Kind {
    /** Neither good nor bad. */
    NEUTRAL,
    /** Good. */
    SUCCESS,
    /** Needs attention. */
    WARNING,
    /** Late, missed, failed. */
    DANGER,
    /** A role, such as the person who decides. */
    ACCENT
  }

  /** A badge that follows the text. */
  public Badge(Kind kind, ObservableValue<String> text) {
    this(kind, (String) null);
    textProperty().bind(text);
  }

  /** A badge with a fixed text, for cells that are filled again when the language switches. */
  public Badge(Kind kind, @Nullable String text) {
    super(text);
    getStyleClass().addAll("rb-badge", kind.name().toLowerCase(Locale.ROOT));
    setMinWidth(USE_PREF_SIZE);
  }

  /** The same with an icon before the words. */
  public Badge icon(Feather icon) {
    setGraphic(new FontIcon(icon));
    return this;
  }
}
