package app.ringbook.ui;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The system's clipboard. Called on the window's thread. */
public interface ClipboardAccess {
  /** Puts the text on the clipboard; false if the system refused. */
  boolean copy(String text);

  /** The text on the clipboard. */
  Optional<String> text();

  /** The real clipboard. */
  static ClipboardAccess system() {
    return new ClipboardAccess() {
      @Override
      public boolean copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        return Clipboard.getSystemClipboard().setContent(content);
      }

      @Override
      public Optional<String> text() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
      }
    };
  }
}
