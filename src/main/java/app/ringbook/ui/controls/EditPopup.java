package app.ringbook.ui.controls;

import app.ringbook.ui.Icons;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What stands under an open cell: the problem, or how the text is understood. Takes no focus. */
final class EditPopup {
  private static final double GAP = 4;
  private final Popup popup = new Popup();
  private final VBox box = new VBox();
  private List<String> lines = List.of();
  private int choice;

  EditPopup() {
    box.getStyleClass().add("rb-popover");
    popup.getContent().add(box);
    popup.setHideOnEscape(false);
  }

  void show(
      Node owner, Bounds under, @Nullable String problem, List<String> understood, String hint) {
    if (!understood.equals(lines)) {
      choice = 0;
    }
    lines = understood;
    box.getChildren().clear();
    if (problem != null) {
      Label label = new Label(problem, Icons.of(Feather.ALERT_CIRCLE, "danger"));
      label.getStyleClass().add("problem");
      box.getChildren().add(label);
    } else {
      for (int i = 0; i < lines.size(); i++) {
        Label label =
            new Label(lines.get(i), Icons.of(Feather.CALENDAR, i == 0 ? "accent" : "muted"));
        label.getStyleClass().add("line");
        label.setMaxWidth(Double.MAX_VALUE);
        box.getChildren().add(label);
      }
      markChoice();
    }
    if (!hint.isEmpty()) {
      Label label = new Label(hint);
      label.getStyleClass().add("hint");
      box.getChildren().add(label);
    }
    if (box.getChildren().isEmpty()) {
      popup.hide();
    } else if (!popup.isShowing() && owner.getScene() != null) {
      popup.show(owner, under.getMinX(), under.getMaxY() + GAP);
    }
  }

  int choice() {
    return choice;
  }

  boolean move(int step) {
    if (lines.size() < 2) {
      return false;
    }
    choice = Math.clamp((long) choice + step, 0, lines.size() - 1);
    markChoice();
    return true;
  }

  void hide() {
    popup.hide();
    lines = List.of();
    choice = 0;
  }

  private void markChoice() {
    for (int i = 0; i < lines.size(); i++) {
      var classes = box.getChildren().get(i).getStyleClass();
      classes.remove("chosen");
      if (i == choice) {
        classes.add("chosen");
      }
    }
  }
}
