package app.ringbook.call.view;

import app.ringbook.call.care.RecordingCare.Consent;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Asks what the other end said of being recorded, while it is told so and can still be heard. */
final class PopupConsent extends VBox {
  private final PopupCall call;
  private final CallPopupModel model;
  private final Language language;
  private final FlowPane chips = new FlowPane();

  PopupConsent(PopupCall call, CallPopupModel model, Language language) {
    this.call = call;
    this.model = model;
    this.language = language;
    getStyleClass().addAll("popup-group", "popup-consent");
    chips.getStyleClass().add("chips");
    Label title = new Label();
    title.textProperty().bind(language.text("call.consent.title"));
    title.getStyleClass().add("secondary");
    getChildren().setAll(title, chips);
    call.cardProperty().addListener((o, was, now) -> showSelf());
    call.consentProperty().addListener((o, was, now) -> mark());
    call.problemProperty().addListener((o, was, now) -> mark());
    showSelf();
  }

  private Chip chip(String key, Consent answer) {
    Chip chip = new Chip(language.text(key));
    chip.setUserData(answer);
    chip.setOnAction(
        e -> {
          model.consents().answer(call, answer);
          mark();
        });
    return chip;
  }

  private void mark() {
    for (var node : chips.getChildren()) {
      if (node instanceof Chip chip) {
        chip.setSelected(chip.getUserData() == call.consentProperty().get());
      }
    }
  }

  /** While it rings nothing is made that the first picture would wait for. */
  private void showSelf() {
    boolean wanted = model.consents().wanted(call);
    if (wanted && chips.getChildren().isEmpty()) {
      chips
          .getChildren()
          .setAll(
              chip("call.consent.agrees", Consent.GIVEN),
              chip("call.consent.refuses", Consent.REFUSED));
      mark();
    }
    setVisible(wanted);
    setManaged(wanted);
  }
}
