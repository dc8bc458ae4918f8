package app.ringbook.call.view;

import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Plays a recording: waveform with playhead, play and pause, ten seconds back and on, speed. Keys
 * while it has the focus: Space plays, {@code [} and {@code ]} skip ten seconds; a click or a drag
 * in the waveform goes there. Large in the page of calls, small inside a timeline entry.
 */
public final class CallPlayer extends VBox {
  private final CallPlayerModel model;
  private final Language language;
  private final Formats formats;
  private final WaveformView wave = new WaveformView();
  private final Label nearShare = new Label();
  private final Label farShare = new Label();
  private final Label farName = new Label();
  private final VBox laneNames = new VBox();
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          model.tick();
        }
      };

  /** How much room the player takes. */
  public enum Form {
    /** Own rows for waveform and buttons, lane names and talk share at two channels. */
    LARGE,
    /** One low block for a timeline entry. */
    SMALL
  }

  /** A player over the model. */
  public CallPlayer(CallPlayerModel model, Form form, Language language, Formats formats) {
    this.model = model;
    this.language = language;
    this.formats = formats;
    getStyleClass().addAll("call-player", form == Form.LARGE ? "large" : "small");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    accessibleTextProperty().bind(language.text("call.player.name"));
    wave.setHandleShown(form == Form.LARGE);
    wave.addEventHandler(MouseEvent.MOUSE_PRESSED, this::seekToMouse);
    wave.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seekToMouse);
    getChildren().setAll(form == Form.LARGE ? large() : small());
    model.soundProperty().addListener((o, was, now) -> soundChanged());
    model.positionProperty().addListener((o, was, now) -> moved());
    model.playingProperty().addListener((o, was, now) -> played(now));
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    soundChanged();
  }

  /** Name of the far end's lane, such as the person's first name. */
  public void setFarName(String name) {
    farName.setText(name);
  }

  private List<Region> large() {
    Label nearName = new Label();
    nearName.textProperty().bind(language.text("call.player.you"));
    nearName.getStyleClass().add("muted");
    farName.getStyleClass().add("muted");
    nearShare.getStyleClass().add("strong");
    farShare.getStyleClass().add("strong");
    VBox near = new VBox(nearName, nearShare);
    VBox far = new VBox(farName, farShare);
    laneNames.getChildren().setAll(near, far);
    laneNames.getStyleClass().add("lane-names");
    for (VBox lane : List.of(near, far)) {
      lane.setAlignment(Pos.CENTER_LEFT);
      VBox.setVgrow(lane, Priority.ALWAYS);
    }
    Label at = new Label();
    at.textProperty().bind(clock());
    Label whole = new Label();
    whole.textProperty().bind(length());
    whole.getStyleClass().add("muted");
    HBox times = new HBox(at, filler(), whole);
    times.getStyleClass().add("times");
    VBox right = new VBox(wave, times);
    HBox.setHgrow(right, Priority.ALWAYS);
    VBox.setVgrow(wave, Priority.ALWAYS);
    HBox picture = new HBox(laneNames, right);
    picture.getStyleClass().add("picture");
    HBox buttons = new HBox(playButton(), backButton(), forwardButton(), speedButton());
    buttons.getStyleClass().add("buttons");
    buttons.setAlignment(Pos.CENTER_LEFT);
    return List.of(picture, buttons);
  }

  private List<Region> small() {
    Label at = new Label();
    at.textProperty().bind(clock());
    Label whole = new Label();
    whole.textProperty().bind(language.text("call.player.of", length()));
    whole.getStyleClass().add("muted");
    HBox below = new HBox(at, whole, filler(), backButton(), forwardButton(), speedButton());
    below.getStyleClass().add("times");
    below.setAlignment(Pos.CENTER_LEFT);
    VBox right = new VBox(wave, below);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox all = new HBox(playButton(), right);
    all.getStyleClass().add("picture");
    return List.of(all);
  }

  private Button playButton() {
    Button button = Icons.button(Feather.PLAY, language.text("call.player.play"), model::toggle);
    button.getStyleClass().setAll("button", "play-button");
    button.accessibleTextProperty().unbind();
    button
        .accessibleTextProperty()
        .bind(
            Bindings.when(model.playingProperty())
                .then(language.text("call.player.pause"))
                .otherwise(language.text("call.player.play")));
    Tooltip tooltip = button.getTooltip();
    tooltip.textProperty().unbind();
    tooltip.textProperty().bind(button.accessibleTextProperty());
    model
        .playingProperty()
        .addListener(
            (o, was, now) -> button.setGraphic(Icons.of(now ? Feather.PAUSE : Feather.PLAY)));
    return button;
  }

  private Button backButton() {
    return Icons.button(Feather.ROTATE_CCW, language.text("call.player.back"), model::back);
  }

  private Button forwardButton() {
    return Icons.button(Feather.ROTATE_CW, language.text("call.player.forward"), model::forward);
  }

  private Button speedButton() {
    Button button = new Button();
    button.getStyleClass().addAll("flat", "speed-button");
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> language.now("call.player.speed", model.speedProperty().get()),
                language,
                model.speedProperty()));
    button.accessibleTextProperty().bind(language.text("call.player.speed.name"));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(language.text("call.player.speed.name"));
    button.setTooltip(tooltip);
    button.setOnAction(e -> model.nextSpeed());
    return button;
  }

  private StringBinding clock() {
    return Bindings.createStringBinding(
        () -> formats.clock(model.positionProperty().get()), model.positionProperty());
  }

  private StringBinding length() {
    return Bindings.createStringBinding(
        () -> {
          RecordingSound sound = model.soundProperty().get();
          return sound == null ? "" : formats.clock(sound.durationMillis());
        },
        model.soundProperty());
  }

  private void soundChanged() {
    RecordingSound sound = model.soundProperty().get();
    wave.show(
        sound == null ? new float[0][] : sound.lanes(), sound == null ? List.of() : sound.gaps());
    List<Integer> shares = model.talkShares();
    boolean two = sound != null && sound.lanes().length > 1;
    laneNames.setVisible(two);
    laneNames.setManaged(two);
    pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("two-lanes"), two);
    nearShare.setText(shares.isEmpty() ? "" : formats.percent(shares.get(0) / 100.0));
    farShare.setText(shares.isEmpty() ? "" : formats.percent(shares.get(1) / 100.0));
    moved();
  }

  private void moved() {
    wave.positionProperty().set(model.fraction());
  }

  private void played(boolean now) {
    if (now) {
      frames.start();
    } else {
      frames.stop();
    }
  }

  private void seekToMouse(MouseEvent event) {
    requestFocus();
    model.seekTo(wave.fractionAt(event.getX()));
    event.consume();
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean onButton = event.getTarget() instanceof Button;
    switch (event.getCode()) {
      case SPACE -> {
        if (!onButton) {
          model.toggle();
          event.consume();
        }
      }
      case LEFT -> {
        model.back();
        event.consume();
      }
      case RIGHT -> {
        model.forward();
        event.consume();
      }
      default -> {}
    }
  }

  /** Signs, because the keys on which brackets lie differ by keyboard. */
  private void typed(KeyEvent event) {
    switch (event.getCharacter()) {
      case "[", "【" -> model.back();
      case "]", "】" -> model.forward();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static Region filler() {
    Region filler = new Region();
    HBox.setHgrow(filler, Priority.ALWAYS);
    return filler;
  }
}
