package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.results.CallResult;
import app.ringbook.telephony.Direction;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.KeyCap;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What the open call came to: one chip for each result, chosen by its digit or a click while there
 * is none, changed by a click.
 */
final class ResultBox extends VBox {
  private final OpenCallModel model;
  private final Language language;
  private final FlowPane chips = new FlowPane();

  ResultBox(OpenCallModel model, Language language) {
    this.model = model;
    this.language = language;
    getStyleClass().addAll("section", "section-line");
    chips.getStyleClass().add("chips");
    Label title = new Label();
    title.textProperty().bind(language.text("call.popup.result"));
    title.getStyleClass().add("strong");
    getChildren().setAll(title, chips);
  }

  /** Shows a call; nothing for one that can have come to nothing. */
  void show(CallRecord call) {
    boolean wanted = wanted(call);
    setVisible(wanted);
    setManaged(wanted);
    if (!wanted) {
      return;
    }
    String said = call.result();
    List<String> results = new ArrayList<>(model.results());
    if (said != null && !results.contains(said)) {
      results.add(said);
    }
    chips.getChildren().clear();
    for (int i = 0; i < results.size(); i++) {
      chips.getChildren().add(chip(results.get(i), i + 1, said));
    }
  }

  private Chip chip(String result, int key, @Nullable String said) {
    Chip chip =
        new Chip(
            Bindings.createStringBinding(
                () -> CallResult.words(result, language.texts()), language));
    if (said == null) {
      chip.setGraphic(new KeyCap(String.valueOf(key)));
      chip.getStyleClass().add("keyed");
    }
    chip.setSelected(result.equals(said));
    chip.setOnAction(
        e -> {
          chip.setSelected(result.equals(said));
          model.result(result.equals(said) ? null : result);
        });
    return chip;
  }

  /** True for a call that can have come to something. */
  static boolean wanted(CallRecord call) {
    return call.answered() || call.direction() == Direction.OUTGOING;
  }
}
