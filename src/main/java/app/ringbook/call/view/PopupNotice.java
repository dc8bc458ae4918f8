package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.call.NumberLabel;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Strips under the head that say what is wrong: the kit is gone, nothing is recorded, nuisance. */
final class PopupNotice extends VBox {
  private final PopupCall call;
  private final Language language;

  PopupNotice(PopupCall call, Language language) {
    this.call = call;
    this.language = language;
    call.cardProperty().addListener((o, was, now) -> fill());
    language.follow(this, this::fill);
    fill();
  }

  private void fill() {
    getChildren().clear();
    CallCard card = call.cardProperty().get();
    Instant lost = card.kitLostAt();
    CallCard.Recording recording = card.recording();
    String reason = recording.reasonKey();
    if (call.toLift()) {
      add(Feather.PHONE_OUTGOING, "warning", language.now("call.popup.lift"));
    }
    if (lost != null) {
      Instant answered = card.answeredAt();
      String at =
          PopupHeader.clock(answered == null ? Duration.ZERO : Duration.between(answered, lost));
      add(
          Feather.ALERT_TRIANGLE,
          "warning",
          language.now(
              answered == null ? "call.popup.kit_lost_ringing" : "call.popup.kit_lost", at));
    } else if (reason != null && recording.state() == CallCard.Recording.State.OFF) {
      add(Feather.MIC_OFF, "neutral", language.now(reason, recording.reasonArguments().toArray()));
    } else if (reason != null) {
      boolean say = reason.startsWith("call.recording.say");
      add(
          say ? Feather.MESSAGE_SQUARE : Feather.ALERT_TRIANGLE,
          say ? "neutral" : "warning",
          language.now(reason, recording.reasonArguments().toArray()));
    }
    if (card.label() == NumberLabel.NUISANCE) {
      add(Feather.PHONE_OFF, "warning", language.now("call.popup.marked_nuisance"));
    } else if (card.label() == NumberLabel.NOT_CUSTOMER) {
      add(Feather.INFO, "neutral", language.now("call.popup.marked_not_customer"));
    }
  }

  private void add(Feather icon, String kind, String sentence) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    // On a low screen the middle of the card scrolls; what is to be said stays whole.
    label.setMinHeight(USE_PREF_SIZE);
    HBox strip = new HBox(Icons.of(icon, kind.equals("warning") ? kind : "muted"), label);
    strip.getStyleClass().addAll("popup-notice", kind);
    strip.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(strip);
  }
}
