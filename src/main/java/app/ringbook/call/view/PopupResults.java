package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.results.CallResult;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.Direction;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.KeyCap;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * What a call came to: one chip for each result, chosen by its digit or a click. Shown once people
 * talk, and for calls out that nobody took.
 */
final class PopupResults extends VBox {
  private final PopupCall call;
  private final CallPopupModel model;
  private final Language language;
  private final FlowPane chips = new FlowPane();

  PopupResults(PopupCall call, CallPopupModel model, Language language) {
    this.call = call;
    this.model = model;
    this.language = language;
    getStyleClass().addAll("popup-group", "popup-results");
    chips.getStyleClass().add("chips");
    Label title = new Label();
    title.textProperty().bind(language.text("call.popup.result"));
    title.getStyleClass().add("secondary");
    getChildren().setAll(title, chips);
    call.cardProperty().addListener((o, was, now) -> showSelf());
    call.resultProperty().addListener((o, was, now) -> mark());
    showSelf();
    mark();
  }

  private Chip chip(String result, int key) {
    Chip chip =
        new Chip(
            Bindings.createStringBinding(
                () -> CallResult.words(result, language.texts()), language));
    chip.setGraphic(new KeyCap(String.valueOf(key)));
    chip.getStyleClass().add("keyed");
    chip.setUserData(result);
    chip.setOnAction(
        e -> {
          model.result(call, key);
          mark();
        });
    return chip;
  }

  private void mark() {
    for (var node : chips.getChildren()) {
      if (node instanceof Chip chip) {
        chip.setSelected(chip.getUserData().equals(call.resultProperty().get()));
      }
    }
  }

  /** While it rings nothing is made that the first picture would wait for. */
  private void showSelf() {
    boolean wanted = wanted(call.cardProperty().get());
    if (wanted && chips.getChildren().isEmpty()) {
      List<String> results = model.results();
      for (int i = 0; i < results.size(); i++) {
        chips.getChildren().add(chip(results.get(i), i + 1));
      }
      mark();
    }
    setVisible(wanted);
    setManaged(wanted);
  }

  /** True for a call that can have come to something. */
  static boolean wanted(CallCard card) {
    return switch (card.call().state()) {
      case TALKING -> true;
      case RINGING, DIALLING -> false;
      case ENDED ->
          card.call().outcome() == CallOutcome.ANSWERED
              || card.call().talkMillis() > 0
              || card.call().direction() == Direction.OUTGOING;
    };
  }
}
