package app.ringbook.ui.controls;

import app.ringbook.ui.Shortcut;
import javafx.scene.control.Label;

/** The cap of a key, to show a shortcut where it applies. */
public final class KeyCap extends Label {
  /** Shows this text on the cap. */
  public KeyCap(String text) {
    super(text);
    getStyleClass().add("rb-key");
    setMinWidth(USE_PREF_SIZE);
  }

  /** Shows the shortcut as this system writes it. */
  public static KeyCap of(Shortcut shortcut) {
    return new KeyCap(shortcut.shown());
  }
}
