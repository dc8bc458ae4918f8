package app.ringbook.ui.controls;

import com.ibm.icu.lang.UScript;
import java.util.Locale;
import javafx.scene.control.Label;

/**
 * Initials of a person (round) or a company (square): two letters of a Latin name, one character of
 * a Chinese one. It says nothing to a screen reader, since the name stands beside it.
 */
public final class Avatar extends Label {
  private static final double LETTER = 0.36;

  private Avatar(String name, double size, String... styleClasses) {
    super(initials(name));
    getStyleClass().add("rb-avatar");
    getStyleClass().addAll(styleClasses);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setStyle("-fx-font-size: " + Math.max(10, Math.round(size * LETTER)) + "px;");
    setFocusTraversable(false);
  }

  /** A round one. */
  public static Avatar person(String name, double size) {
    return new Avatar(name, size);
  }

  /** A square one. */
  public static Avatar company(String name, double size) {
    return new Avatar(name, size, "company");
  }

  /** Blue instead of grey: the one that is meant. */
  public Avatar accent() {
    getStyleClass().add("accent");
    return this;
  }

  /** Shows another name. */
  public void show(String name) {
    setText(initials(name));
  }

  /** Two letters of a Latin name, the first character of a Chinese one, nothing of an empty one. */
  public static String initials(String name) {
    String[] words = name.strip().split("[\\s,.·&/()（）-]+", -1);
    StringBuilder initials = new StringBuilder();
    for (String word : words) {
      if (word.isEmpty() || initials.length() == 2) {
        continue;
      }
      int first = word.codePointAt(0);
      if (UScript.getScript(first) == UScript.HAN) {
        return initials.isEmpty() ? Character.toString(first) : initials.toString();
      }
      if (Character.isLetterOrDigit(first)) {
        initials.appendCodePoint(first);
      }
    }
    return initials.toString().toUpperCase(Locale.ROOT);
  }
}
