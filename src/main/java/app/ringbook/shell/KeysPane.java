package app.ringbook.shell;

import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Shortcut;
import app.ringbook.ui.controls.KeyCap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The keys that work here and now, and those of the caller pop-up. */
final class KeysPane extends VBox {
  private static final int COLUMN = 14;

  private final Language language;

  /**
   * @param here what works in this window, keys that do the same anywhere among them
   * @param popup what works in the pop-up once it was clicked
   */
  KeysPane(Language language, List<Page.Keys> here, List<Page.Keys> popup) {
    this.language = language;
    Label title = label("shell.keys.title", "dialog-title");
    Label esc = label("shell.keys.close", "secondary");
    setFocusTraversable(true);
    getChildren().addAll(title, grid(here));
    if (!popup.isEmpty()) {
      getChildren().addAll(label("shell.keys.popup", "strong"), grid(popup));
    }
    getChildren().add(esc);
  }

  private GridPane grid(List<Page.Keys> keys) {
    Map<String, List<Shortcut>> byText = new LinkedHashMap<>();
    keys.forEach(
        one ->
            byText.computeIfAbsent(one.textKey(), k -> new ArrayList<>()).addAll(one.shortcuts()));
    GridPane grid = new GridPane(16, 8);
    int columns = Math.max(2, (byText.size() + COLUMN - 1) / COLUMN);
    int rows = (byText.size() + columns - 1) / columns;
    int place = 0;
    for (var entry : byText.entrySet()) {
      HBox caps = new HBox(4);
      caps.setAlignment(Pos.CENTER_LEFT);
      entry.getValue().forEach(shortcut -> caps.getChildren().add(KeyCap.of(shortcut)));
      int column = place / rows * 2;
      grid.add(caps, column, place % rows);
      grid.add(new Label(language.now(entry.getKey())), column + 1, place % rows);
      place++;
    }
    return grid;
  }

  private Label label(String key, String styleClass) {
    Label label = new Label(language.now(key));
    label.getStyleClass().add(styleClass);
    return label;
  }
}
