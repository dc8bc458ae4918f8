package app.ringbook.shell;

import app.ringbook.ui.Action;
import app.ringbook.ui.Language;
import app.ringbook.ui.Shortcut;
import app.ringbook.ui.controls.KeyCap;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The keys that work here and now. */
final class KeysPane extends VBox {
  private static final int COLUMN = 12;

  KeysPane(Language language, List<Action> actions) {
    Label title = new Label(language.now("shell.keys.title"));
    title.getStyleClass().add("dialog-title");
    GridPane grid = new GridPane(16, 8);
    int row = 0;
    for (Action action : actions) {
      Shortcut shortcut = action.shortcut();
      if (shortcut != null) {
        int column = row / COLUMN * 2;
        grid.add(KeyCap.of(shortcut), column, row % COLUMN);
        grid.add(new Label(language.now(action.textKey())), column + 1, row % COLUMN);
        row++;
      }
    }
    Label esc = new Label(language.now("shell.keys.close"));
    esc.getStyleClass().add("secondary");
    setFocusTraversable(true);
    getChildren().addAll(title, grid, esc);
  }
}
