package app.ringbook.call.view;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Asks what the other end said of being recorded, from the moment it is told so until the card is
 * saved; what was recorded against its will can be erased here once the call is over.
 */
final class PopupConsent extends VBox {
  private final PopupCall call;
  private final CallPopupModel model;
  private final Language language;
  private @Nullable ConsentChips chips;
  private @Nullable HBox unwelcome;

  PopupConsent(PopupCall call, CallPopupModel model, Language language) {
    this.call = call;
    this.model = model;
    this.language = language;
    getStyleClass().addAll("popup-group", "popup-consent");
    call.cardProperty().addListener((o, was, now) -> showSelf());
    call.consentProperty().addListener((o, was, now) -> showSelf());
    call.recordingErasedProperty().addListener((o, was, now) -> showSelf());
    call.problemProperty().addListener((o, was, now) -> showSelf());
    showSelf();
  }

  private ConsentChips made() {
    Label title = new Label();
    title.textProperty().bind(language.text("call.consent.title"));
    title.getStyleClass().add("secondary");
    ConsentChips fresh =
        new ConsentChips(language, true, answer -> model.consents().answer(call, answer));
    HBox kept = erasing();
    unwelcome = kept;
    getChildren().setAll(title, fresh, kept);
    return fresh;
  }

  private HBox erasing() {
    Label said = new Label();
    said.textProperty().bind(language.text("call.consent.still_kept"));
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(said, Priority.ALWAYS);
    Button erase = new Button();
    erase.textProperty().bind(language.text("call.consent.erase"));
    erase.getStyleClass().addAll("small", "danger");
    erase.setMinWidth(Region.USE_PREF_SIZE);
    erase.setOnAction(e -> model.consents().erase(call));
    HBox strip = new HBox(Icons.of(Feather.ALERT_TRIANGLE, "warning"), said, erase);
    strip.getStyleClass().addAll("popup-notice", "warning");
    strip.setAlignment(Pos.CENTER_LEFT);
    return strip;
  }

  /** While it rings nothing is made that the first picture would wait for. */
  private void showSelf() {
    boolean wanted = model.consents().wanted(call);
    if (wanted) {
      ConsentChips shown = chips == null ? made() : chips;
      chips = shown;
      shown.mark(call.consentProperty().get());
    }
    HBox strip = unwelcome;
    if (strip != null) {
      boolean kept = model.consents().unwelcome(call);
      strip.setVisible(kept);
      strip.setManaged(kept);
    }
    setVisible(wanted);
    setManaged(wanted);
  }
}
