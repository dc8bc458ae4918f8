package app.ringbook.ui.controls;

import java.util.Locale;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A customer's tier as a letter in a square; nothing is shown for a customer without one. */
public final class TierBadge extends Label {
  /** Shows this tier; only the first character of a longer one. */
  public TierBadge(@Nullable String tier) {
    show(tier);
  }

  /** Shows another tier. */
  public void show(@Nullable String tier) {
    String text = tier == null ? "" : tier.strip();
    boolean none = text.isEmpty();
    String letter = none ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT);
    setText(letter);
    getStyleClass().setAll("label", "rb-tier", letter.toLowerCase(Locale.ROOT));
    setVisible(!none);
    setManaged(!none);
  }
}
