package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.marks.CallMark;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.Skeleton;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The recording of the open call in each of its states: player, loading, broken, none. */
final class PlayerBox extends StackPane {
  private static final int SKELETON_WIDTH = 300;
  private final OpenCallModel model;
  private final Language language;
  private final Formats formats;
  private final FileChoice files;
  private final Dialogs dialogs;
  private final CallPlayer player;
  private final Label lost = new Label();

  PlayerBox(
      OpenCallModel model, FileChoice files, Dialogs dialogs, Language language, Formats formats) {
    this.model = model;
    this.files = files;
    this.dialogs = dialogs;
    this.language = language;
    this.formats = formats;
    this.player = new CallPlayer(model.player(), CallPlayer.Form.LARGE, language, formats);
    player.setMarking(model.marks()::begin, markButton());
    model.marks().marks().addListener((ListChangeListener<CallMark>) change -> fillMarks());
    fillMarks();
    getStyleClass().add("player-box");
    lost.getStyleClass().addAll("secondary", "warning-text");
    lost.setWrapText(true);
    model.player().stateProperty().addListener((o, was, now) -> fill());
    model.callProperty().addListener((o, was, now) -> fill());
    language.follow(this, this::fill);
    fill();
  }

  void setFarName(String name) {
    player.setFarName(name);
  }

  private Button markButton() {
    Button button = new Button();
    button.textProperty().bind(language.text("call.marks.mark"));
    button.setGraphic(Icons.of(Feather.BOOKMARK));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> model.marks().begin());
    return button;
  }

  private void fillMarks() {
    player.setMarks(model.marks().marks().stream().map(CallMark::positionMillis).toList());
  }

  private void fill() {
    getChildren()
        .setAll(
            switch (model.player().stateProperty().get()) {
              case EMPTY -> none();
              case LOADING -> new VBox(12, Skeleton.bar(SKELETON_WIDTH), Skeleton.bar(200));
              case READY -> withLost();
              case BROKEN -> broken();
            });
  }

  private Node none() {
    CallRecord call = model.callProperty().get();
    String stopped = call == null ? null : call.recordingStopped();
    Label label =
        new Label(
            language.now(
                call != null && !call.answered()
                    ? "call.player.nothing_said"
                    : stopped == null ? "call.player.none" : "call.player.stopped"));
    label.getStyleClass().add("muted");
    return label;
  }

  private Node withLost() {
    CallRecord call = model.callProperty().get();
    RecordingSound sound = model.player().soundProperty().get();
    Long millis = call == null ? null : call.recordingLostMillis();
    long paused =
        sound == null
            ? 0
            : sound.gaps().stream().filter(SoundGap::paused).mapToLong(SoundGap::millis).sum();
    List<String> sentences = new ArrayList<>();
    if (millis != null && millis > 0) {
      sentences.add(language.now("call.player.lost", formats.duration(millis)));
    }
    if (paused > 0) {
      sentences.add(language.now("call.player.paused", formats.duration(paused)));
    }
    if (sentences.isEmpty()) {
      return player;
    }
    lost.setText(String.join("\n", sentences));
    return new VBox(8, player, lost);
  }

  private Node broken() {
    ErrorState error =
        new ErrorState(
            language.text("call.player.broken"),
            Bindings.createStringBinding(this::reason, model.player().problemProperty(), language));
    error.button(language.text("call.player.find"), this::find);
    error.second(language.text("call.player.again"), model::reload);
    return error;
  }

  private String reason() {
    ProblemException problem = model.player().problemProperty().get();
    return problem == null ? "" : problem.sentence(language.texts());
  }

  private void find() {
    files
        .open(
            language.now("call.player.find"),
            new FileChoice.Filter(language.now("call.player.wav"), List.of("*.wav")))
        .ifPresent(file -> model.found(file, this::askWhetherAnother));
  }

  private void askWhetherAnother(Runnable take) {
    dialogs.ask(EntryPlayer.anotherRecording(language, take));
  }
}
