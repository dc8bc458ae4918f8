package app.ringbook.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A key with its modifiers. {@code Ctrl} means the command key on macOS.
 *
 * @param ctrl Ctrl, or ⌘ on macOS
 * @param shift Shift; meaningless for a {@link #sign}
 * @param alt Alt
 * @param code the key, {@code UNDEFINED} where a sign is meant
 * @param sign a sign that lies on different keys by keyboard, such as {@code ?}; otherwise empty
 */
public record Shortcut(boolean ctrl, boolean shift, boolean alt, KeyCode code, String sign) {
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
  private static final Map<String, KeyCode> NAMED =
      Map.ofEntries(
          Map.entry("Enter", KeyCode.ENTER),
          Map.entry("Esc", KeyCode.ESCAPE),
          Map.entry("Space", KeyCode.SPACE),
          Map.entry("Tab", KeyCode.TAB),
          Map.entry("Delete", KeyCode.DELETE),
          Map.entry("Left", KeyCode.LEFT),
          Map.entry("Right", KeyCode.RIGHT),
          Map.entry("Up", KeyCode.UP),
          Map.entry("Down", KeyCode.DOWN));
  private static final Map<KeyCode, String> SHOWN =
      Map.of(
          KeyCode.ENTER, "↵",
          KeyCode.LEFT, "←",
          KeyCode.RIGHT, "→",
          KeyCode.UP, "↑",
          KeyCode.DOWN, "↓");

  /**
   * Reads {@code "Ctrl N"}, {@code "Ctrl Shift Left"}, {@code "N"}, {@code "F8"}, {@code "/"}.
   *
   * @throws IllegalArgumentException if it names no key
   */
  public static Shortcut of(String text) {
    boolean ctrl = false;
    boolean shift = false;
    boolean alt = false;
    String last = text;
    for (String part : text.split(" ", -1)) {
      last = part;
      ctrl |= part.equals("Ctrl");
      shift |= part.equals("Shift");
      alt |= part.equals("Alt");
    }
    KeyCode code = NAMED.get(last);
    if (code == null && last.matches("[A-Z0-9]|F[0-9]{1,2}")) {
      code = KeyCode.valueOf(last.matches("[0-9]") ? "DIGIT" + last : last);
    }
    if (code != null) {
      return new Shortcut(ctrl, shift, alt, code, "");
    }
    if (last.length() != 1) {
      throw new IllegalArgumentException("No such key: " + text);
    }
    return new Shortcut(ctrl, false, alt, KeyCode.UNDEFINED, last);
  }

  /** True for a key that would also write a letter, digit, sign or space into a text field. */
  public boolean writes() {
    return !ctrl
        && !alt
        && (!sign.isEmpty() || code.isLetterKey() || code.isDigitKey() || code == KeyCode.SPACE);
  }

  /** True if the pressed key is this one. Signs are compared by what the key would write. */
  public boolean matches(KeyEvent event) {
    boolean command = MAC ? event.isMetaDown() : event.isControlDown();
    if (command != ctrl || event.isAltDown() != alt) {
      return false;
    }
    if (!sign.isEmpty()) {
      return event.getText().equals(sign);
    }
    return event.getCode() == code && event.isShiftDown() == shift;
  }

  /** The caps to draw, one text a key: {@code Ctrl K}, on macOS {@code ⌘K}. */
  public String shown() {
    List<String> parts = new ArrayList<>();
    if (ctrl) {
      parts.add(MAC ? "⌘" : "Ctrl");
    }
    if (alt) {
      parts.add(MAC ? "⌥" : "Alt");
    }
    if (shift) {
      parts.add(MAC ? "⇧" : "Shift");
    }
    parts.add(sign.isEmpty() ? SHOWN.getOrDefault(code, code.getName()) : sign);
    return String.join(MAC ? "" : " ", parts);
  }
}
