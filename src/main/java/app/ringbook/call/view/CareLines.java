package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.care.KeptRecordings.Kept;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.time.Instant;
import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a recording is kept, in the panel: consent, the day it goes, the switch of a legal hold. */
final class CareLines {
  private final CallCareModel model;
  private final Language language;
  private final Formats formats;
  private final Label said = new Label();
  private final ConsentChips chips;
  private final VBox consent = new VBox();
  private final Label kept = new Label();
  private final CheckMenuItem hold = new CheckMenuItem();
  private boolean recorded;
  private boolean talked;

  CareLines(CallCareModel model, Dialogs dialogs, Language language, Formats formats) {
    this.model = model;
    this.language = language;
    this.formats = formats;
    chips =
        new ConsentChips(
            language,
            false,
            answer -> model.consent(answer, erase -> dialogs.ask(unwelcome(language, erase))));
    said.getStyleClass().add("secondary");
    said.setMinWidth(Label.USE_PREF_SIZE);
    consent.getStyleClass().addAll("section", "section-line", "consent");
    consent.getChildren().setAll(title(), chips);
    kept.getStyleClass().addAll("secondary", "kept");
    kept.setMinWidth(Label.USE_PREF_SIZE);
    hold.textProperty().bind(language.text("call.kept.hold"));
    hold.setOnAction(e -> held(hold.isSelected()));
    model.keptProperty().addListener((o, was, now) -> fill());
    language.follow(consent, this::fill);
    fill();
  }

  /** What the other end said of being recorded, and a button for each answer. */
  VBox consent() {
    return consent;
  }

  private HBox title() {
    Label title = new Label();
    title.textProperty().bind(language.text("call.consent.title"));
    title.getStyleClass().add("strong");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, title, space, said);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** Whether a recording is to go that its other end does not agree to. */
  static Dialogs.Question unwelcome(Language language, Runnable erase) {
    return new Dialogs.Question(
        language.now("call.consent.erase_title"),
        language.now("call.consent.erase_text"),
        language.now("call.consent.keep"),
        language.now("call.consent.erase"),
        erase);
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
    talked = call.answered();
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
    said.setText(said(now));
    chips.mark(now.consent());
    consent.setVisible((talked && recorded) || now.consent() != null);
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
