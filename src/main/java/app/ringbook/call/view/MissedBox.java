package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.results.CallResult;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A missed call nobody has dealt with: call back by one key, or say why nobody needs to; below, all
 * calls of that number. Looking at it settles nothing.
 */
final class MissedBox extends VBox {
  private static final List<CallResult> REASONS =
      List.of(
          CallResult.NO_NEED,
          CallResult.WRONG_NUMBER,
          CallResult.WRONG_PERSON,
          CallResult.LEFT_MESSAGE);
  private final OpenCallModel model;
  private final RecordWords words;
  private final Language language;
  private final Formats formats;
  private final Consumer<CallRecord> callBack;
  private final TextField reason = new TextField();
  private final VBox history = new VBox();

  MissedBox(
      OpenCallModel model,
      Consumer<CallRecord> callBack,
      RecordWords words,
      Language language,
      Formats formats) {
    this.model = model;
    this.callBack = callBack;
    this.words = words;
    this.language = language;
    this.formats = formats;
    getStyleClass().addAll("section", "missed-box");
    history.getStyleClass().add("rows");
    reason.promptTextProperty().bind(language.text("call.missed.other"));
    reason.accessibleTextProperty().bind(language.text("call.missed.other"));
    reason.setOnAction(e -> model.settle(reason.getText()));
    model.history().addListener((ListChangeListener<CallRecord>) change -> fillHistory());
  }

  /** Shows a call; nothing for one that is no missed call. */
  void show(@Nullable CallRecord call) {
    boolean missed = call != null && call.missed();
    setVisible(missed);
    setManaged(missed);
    if (call == null || !missed) {
      return;
    }
    reason.clear();
    Label title = new Label();
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    if (call.handled()) {
      String said = call.result();
      title.setText(
          said == null
              ? language.now("call.missed.done")
              : language.now("call.missed.done_why", words.result(said)));
      getChildren().setAll(title, historyTitle(), history);
    } else {
      title.setText(language.now("call.missed.title"));
      Button back = new Button();
      back.textProperty().bind(language.text("call.missed.call_back"));
      back.getStyleClass().add("accent");
      back.setGraphic(Icons.of(Feather.PHONE));
      back.setDisable(call.numberToDial().isEmpty());
      back.setOnAction(e -> callBack.accept(call));
      getChildren().setAll(title, back, why(), chips(), reason, historyTitle(), history);
    }
    fillHistory();
  }

  /** Puts the keyboard where the reason is typed. */
  void askReason() {
    reason.requestFocus();
  }

  private Label why() {
    Label why = new Label(language.now("call.missed.why"));
    why.getStyleClass().add("secondary");
    why.setWrapText(true);
    return why;
  }

  private FlowPane chips() {
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chips");
    for (CallResult result : REASONS) {
      Chip chip =
          new Chip(new javafx.beans.property.SimpleStringProperty(words.result(result.name())));
      chip.setOnAction(e -> model.settle(result.name()));
      chips.getChildren().add(chip);
    }
    return chips;
  }

  private Label historyTitle() {
    Label title = new Label(language.now("call.missed.history"));
    title.getStyleClass().add("secondary");
    return title;
  }

  private void fillHistory() {
    history.getChildren().clear();
    for (CallRecord one : model.history()) {
      Label when = new Label(formats.moment(one.at()));
      when.setMinWidth(Region.USE_PREF_SIZE);
      when.setGraphic(Icons.of(words.icon(one), one.missed() ? "danger" : "muted"));
      Label how = new Label(words.length(one, formats));
      how.getStyleClass().add("muted");
      HBox line = new HBox(12, when, how);
      line.setAlignment(Pos.CENTER_LEFT);
      history.getChildren().add(line);
    }
  }
}
