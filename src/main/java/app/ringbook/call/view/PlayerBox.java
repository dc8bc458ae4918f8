package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.Skeleton;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The recording of the open call in each of its states: player, loading, broken, none. */
final class PlayerBox extends StackPane {
  private static final int SKELETON_WIDTH = 300;
  private final OpenCallModel model;
  private final Language language;
  private final Formats formats;
  private final FileChoice files;
  private final CallPlayer player;
  private final Label lost = new Label();

  PlayerBox(OpenCallModel model, FileChoice files, Language language, Formats formats) {
    this.model = model;
    this.files = files;
    this.language = language;
    this.formats = formats;
    this.player = new CallPlayer(model.player(), CallPlayer.Form.LARGE, language, formats);
    getStyleClass().add("player-box");
    lost.getStyleClass().addAll("secondary", "warning-text");
    lost.setWrapText(true);
    model.player().stateProperty().addListener((o, was, now) -> fill());
    model.callProperty().addListener((o, was, now) -> fill());
    language.addListener((o, was, now) -> fill());
    fill();
  }

  void setFarName(String name) {
    player.setFarName(name);
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
    Long millis = call == null ? null : call.recordingLostMillis();
    if (millis == null || millis == 0) {
      return player;
    }
    lost.setText(language.now("call.player.lost", formats.duration(millis)));
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
        .ifPresent(model::found);
  }
}
