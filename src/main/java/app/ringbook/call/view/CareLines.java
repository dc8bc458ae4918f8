package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.care.KeptRecordings.Kept;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.time.Instant;
import java.time.LocalDate;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** How a recording is kept, in the panel: consent, the day it goes, the switch of a legal hold. */
final class CareLines {
  private final CallCareModel model;
  private final Language language;
  private final Formats formats;
  private final Label consent = new Label();
  private final Label kept = new Label();
  private final CheckMenuItem hold = new CheckMenuItem();
  private boolean recorded;

  CareLines(CallCareModel model, Language language, Formats formats) {
    this.model = model;
    this.language = language;
    this.formats = formats;
    consent.getStyleClass().addAll("secondary", "consent");
    consent.setGraphic(Icons.of(Feather.MESSAGE_SQUARE, "muted"));
    kept.getStyleClass().addAll("secondary", "kept");
    kept.setMinWidth(Label.USE_PREF_SIZE);
    hold.textProperty().bind(language.text("call.kept.hold"));
    hold.setOnAction(e -> held(hold.isSelected()));
    ChangeListener<Object> changed = (o, was, now) -> fill();
    model.keptProperty().addListener(changed);
    language.addListener(changed);
    fill();
  }

  /** What the other end said of being recorded. */
  Label consent() {
    return consent;
  }

  /** How long the recording is kept. */
  Label kept() {
    return kept;
  }

  /** Turns a legal hold on and off. */
  CheckMenuItem hold() {
    return hold;
  }

  void show(CallRecord call) {
    recorded = call.recordingFile() != null;
    fill();
  }

  /** The mark in the menu follows what is stored, not what was pressed. */
  private void held(boolean wanted) {
    hold.setSelected(model.keptProperty().get().held());
    model.hold(wanted);
  }

  private void fill() {
    Kept now = model.keptProperty().get();
    hold.setSelected(now.held());
    consent.setText(said(now));
    consent.setVisible(!consent.getText().isEmpty());
    consent.setManaged(consent.isVisible());
    kept.setText(recorded ? until(now) : "");
    kept.setVisible(!kept.getText().isEmpty());
    kept.setManaged(kept.isVisible());
  }

  private String said(Kept now) {
    Instant at = now.consentAt();
    var answer = now.consent();
    if (answer == null || at == null) {
      return "";
    }
    return switch (answer) {
      case ASKED -> language.now("call.kept.asked", formats.time(at));
      case GIVEN -> language.now("call.kept.given", formats.time(at));
      case REFUSED -> language.now("call.kept.refused", formats.time(at));
      case WITHDRAWN -> language.now("call.kept.withdrawn", formats.moment(at));
    };
  }

  private String until(Kept now) {
    LocalDate day = now.until();
    if (now.held()) {
      return language.now("call.kept.held");
    }
    return day == null ? "" : language.now("call.kept.until", formats.date(day));
  }
}
