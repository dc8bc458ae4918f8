package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.view.TestCallModel.State;
import app.ringbook.call.view.TestCallModel.Step;
import app.ringbook.platform.Background;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Card;
import java.util.Locale;
import java.util.function.Function;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The trial of the line: four steps, where it stands, and what to try where it stops. */
public final class TestCallCard extends VBox {
  private final TestCallModel model;
  private final Language language;
  private final Function<CallRecord, RecordingSound> sounds;
  private final CallPlayerModel playerModel;
  private final CallPlayer player;
  private final VBox steps = new VBox();
  private final Label place = new Label();
  private final Timeline ticks;
  private @Nullable CallRecord loaded;

  /**
   * @param sounds opens a recording; called in the background
   */
  public TestCallCard(
      TestCallModel model,
      Function<CallRecord, RecordingSound> sounds,
      Background background,
      Language language,
      Formats formats) {
    this.model = model;
    this.sounds = sounds;
    this.language = language;
    playerModel = new CallPlayerModel(background);
    player = new CallPlayer(playerModel, CallPlayer.Form.SMALL, language, formats);
    place.getStyleClass().add("secondary");
    steps.getStyleClass().add("test-steps");
    Card card = new Card(language.text("call.test.title")).atEnd(place);
    card.getChildren().add(steps);
    getChildren().setAll(card);
    ticks = new Timeline(new KeyFrame(Duration.millis(250), e -> model.tick()));
    ticks.setCycleCount(Timeline.INDEFINITE);
    model.revisionProperty().addListener((o, was, now) -> fill());
    language.follow(this, this::fill);
    fill();
  }

  void start() {
    ticks.play();
    model.shown(true);
  }

  void stop() {
    ticks.stop();
    model.shown(false);
    playerModel.clear();
    loaded = null;
  }

  private void fill() {
    steps.getChildren().clear();
    place.setText(
        model
            .current()
            .map(step -> language.now("call.test.place", step.place(), Step.values().length))
            .orElse(""));
    for (Step step : Step.values()) {
      steps.getChildren().add(row(step));
    }
    model
        .advised()
        .ifPresent(step -> steps.getChildren().add(advice("call.test.advice." + name(step))));
    model.recording().ifPresent(this::showPlayer);
    steps.getChildren().add(buttons());
  }

  private HBox row(Step step) {
    State state = model.state(step);
    Label name = new Label(language.now("call.test.step." + name(step)));
    name.setWrapText(true);
    VBox texts = new VBox(name);
    if (state == State.NOW) {
      name.getStyleClass().add("strong");
      Label what = new Label(language.now("call.test.do." + name(step)));
      what.getStyleClass().add("secondary");
      what.setWrapText(true);
      texts.getChildren().add(what);
    }
    if (step == Step.SPEAK && state != State.WAITING) {
      texts.getChildren().addAll(meter(0), meter(1));
      if (state == State.NOW && model.spoken().compareTo(TestCallModel.SPEAK) >= 0) {
        model
            .quietEnd()
            .ifPresent(
                end ->
                    texts
                        .getChildren()
                        .add(advice(end == 0 ? "call.test.quiet.you" : "call.test.quiet.caller")));
      }
    }
    HBox.setHgrow(texts, Priority.ALWAYS);
    texts.setMinWidth(0);
    Label detail = new Label(detail(step));
    detail.getStyleClass().add("secondary");
    detail.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(sign(step, state), texts, detail);
    row.getStyleClass().add("test-step");
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private Node sign(Step step, State state) {
    StackPane circle =
        new StackPane(
            switch (state) {
              case DONE -> Icons.of(Feather.CHECK);
              case FAILED -> Icons.of(Feather.X);
              case NOW, WAITING -> new Label(Integer.toString(step.place()));
            });
    circle.getStyleClass().addAll("test-sign", state.name().toLowerCase(Locale.ROOT));
    circle.setAccessibleText(
        language.now("call.test.state." + state.name().toLowerCase(Locale.ROOT)));
    return circle;
  }

  private String detail(Step step) {
    if (step == Step.RING && model.rings() > 0) {
      return language.now("call.test.rings", model.rings());
    }
    return step == Step.NUMBER ? model.number() : "";
  }

  private HBox meter(int end) {
    Label name = new Label(language.now(end == 0 ? "call.test.you" : "call.test.caller"));
    name.getStyleClass().add("secondary");
    name.setMinWidth(56);
    ProgressBar bar = new ProgressBar(model.loudest(end));
    bar.getStyleClass().add(model.loudest(end) < TestCallModel.QUIET ? "quiet" : "good");
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox row = new HBox(name, bar);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Label advice(String key) {
    Label label = new Label(language.now(key));
    label.getStyleClass().addAll("secondary", "warning-text");
    label.setWrapText(true);
    return label;
  }

  private void showPlayer(CallRecord call) {
    if (!call.equals(loaded)) {
      loaded = call;
      playerModel.load(() -> sounds.apply(call));
    }
    steps.getChildren().add(player);
  }

  private HBox buttons() {
    Button main = new Button(language.now(model.running() ? "call.test.stop" : "call.test.start"));
    main.setOnAction(
        e -> {
          if (model.running()) {
            model.stop();
          } else {
            playerModel.clear();
            loaded = null;
            model.start();
          }
        });
    HBox row = new HBox(main);
    row.getStyleClass().add("test-buttons");
    if (model.running() && model.current().isPresent() && model.advised().isEmpty()) {
      Button help = new Button(language.now("call.test.help"));
      help.getStyleClass().add("flat");
      help.setOnAction(e -> model.help());
      row.getChildren().add(help);
    }
    return row;
  }

  private static String name(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }
}
