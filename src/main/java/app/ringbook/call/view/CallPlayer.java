package app.ringbook.call.view;

import app.ringbook.call.marks.CallMark;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Plays a recording: waveform with playhead, gaps and marks, play and pause, ten seconds back and
 * on, speed, without the pauses, one end alone. Keys while it has the focus: Space plays, {@code [}
 * and {@code ]} skip ten seconds, M marks; a click or a drag in the waveform goes there. Large in
 * the page of calls, small inside a timeline entry.
 */
public final class CallPlayer extends VBox {
  private static final PseudoClass SILENCED = PseudoClass.getPseudoClass("silenced");
  private static final PseudoClass TWO_LANES = PseudoClass.getPseudoClass("two-lanes");
  private final CallPlayerModel model;
  private final Language language;
  private final Formats formats;
  private final WaveformView wave = new WaveformView();
  private final Label nearShare = new Label();
  private final Label farShare = new Label();
  private final Label farName = new Label();
  private final VBox laneNames = new VBox();
  private final HBox markPlace = new HBox();
  private final PlayerButtons buttons;
  private List<Long> marks = List.of();
  private Runnable whenMark = () -> {};
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
    this.buttons = new PlayerButtons(model, language);
    farName.setText(language.now("call.player.other_end"));
    markPlace.getStyleClass().add("mark-place");
    markPlace.setAlignment(Pos.CENTER_LEFT);
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

  /** Shows a dot for each mark; a click on one plays from shortly before it. */
  public void setMarks(List<Long> millis) {
    marks = List.copyOf(millis);
    showMarks();
  }

  /** What the key M does, and what stands among the buttons (large) or below the bars (small). */
  public void setMarking(Runnable mark, Node... shown) {
    whenMark = mark;
    markPlace.getChildren().setAll(shown);
  }

  private void showMarks() {
    RecordingSound sound = model.soundProperty().get();
    double length = sound == null ? 0 : sound.durationMillis();
    wave.setMarkRow(length > 0 && !marks.isEmpty());
    wave.showMarks(
        length <= 0 ? List.of() : marks.stream().map(at -> Math.min(1, at / length)).toList());
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
    silenced(near, 0);
    silenced(far, 1);
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
    HBox row =
        new HBox(
            buttons.play(),
            buttons.back(),
            buttons.forward(),
            buttons.speed(),
            buttons.skipSilence(),
            filler(),
            markPlace,
            buttons.volume(farName.textProperty()));
    row.getStyleClass().add("buttons");
    row.setAlignment(Pos.CENTER_LEFT);
    return List.of(picture, row);
  }

  /** The name of a silenced end is struck out. */
  private void silenced(VBox lane, int channel) {
    model
        .mutedProperty(channel)
        .addListener((o, was, now) -> lane.pseudoClassStateChanged(SILENCED, now));
  }

  private List<Region> small() {
    Label at = new Label();
    at.textProperty().bind(clock());
    Label whole = new Label();
    whole.textProperty().bind(language.text("call.player.of", length()));
    whole.getStyleClass().add("muted");
    HBox.setHgrow(markPlace, Priority.ALWAYS);
    markPlace.setMinWidth(0);
    // The words of the marks need the room.
    ButtonBase skip = buttons.skipSilence();
    skip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    HBox below =
        new HBox(
            at, whole, markPlace, buttons.speed(), skip, buttons.volume(farName.textProperty()));
    at.setMinWidth(USE_PREF_SIZE);
    whole.setMinWidth(USE_PREF_SIZE);
    below.getStyleClass().add("times");
    below.setAlignment(Pos.CENTER_LEFT);
    VBox right = new VBox(wave, below);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox all = new HBox(buttons.play(), right);
    all.getStyleClass().add("picture");
    return List.of(all);
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
    pseudoClassStateChanged(TWO_LANES, two);
    nearShare.setText(shares.isEmpty() ? "" : formats.percent(shares.get(0) / 100.0));
    farShare.setText(shares.isEmpty() ? "" : formats.percent(shares.get(1) / 100.0));
    showMarks();
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
    double mark = wave.markAt(event.getX(), event.getY());
    RecordingSound sound = model.soundProperty().get();
    if (mark >= 0 && sound != null) {
      model.playFrom(Math.round(mark * sound.durationMillis()) - CallMark.LEAD_MILLIS);
    } else {
      model.seekTo(wave.fractionAt(event.getX()));
    }
    event.consume();
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean onButton = event.getTarget() instanceof ButtonBase;
    switch (event.getCode()) {
      case SPACE -> {
        if (!onButton) {
          model.toggle();
          event.consume();
        }
      }
      case M -> {
        whenMark.run();
        event.consume();
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
