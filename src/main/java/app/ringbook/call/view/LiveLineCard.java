package app.ringbook.call.view;

import app.ringbook.telephony.Call;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Card;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the line is doing at this moment, how loud it was for 30 seconds, what happened last. */
final class LiveLineCard extends VBox {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final javafx.util.Duration REFRESH = javafx.util.Duration.millis(250);
  private static final int EVENTS = 5;

  private final LineModel line;
  private final Language language;
  private final ZoneId zone;
  private final Map<LineState, Label> states = new EnumMap<>(LineState.class);
  private final WaveformView levels = new WaveformView();
  private final VBox events = new VBox();
  private final Label number = new Label();
  private final Label alarm = new Label();
  private final Timeline ticks = new Timeline(new KeyFrame(REFRESH, e -> refresh()));

  LiveLineCard(LineModel line, Language language, ZoneId zone) {
    this.line = line;
    this.language = language;
    this.zone = zone;
    number.getStyleClass().add("secondary");
    Card card = new Card(language.text("call.kit.live")).atEnd(number);
    HBox segments = new HBox();
    segments.getStyleClass().add("line-states");
    segments
        .getChildren()
        .setAll(
            state(LineState.IDLE, Feather.PHONE),
            state(LineState.RINGING, Feather.BELL),
            state(LineState.IN_CALL, Feather.PHONE_CALL),
            state(LineState.UNPLUGGED, Feather.PHONE_OFF));
    events.getStyleClass().add("line-events");
    VBox body = new VBox(segments, strip(), events);
    body.getStyleClass().add("line-body");
    card.getChildren().add(body);
    getChildren().setAll(card);
    ticks.setCycleCount(Timeline.INDEFINITE);
    line.stateProperty().addListener((o, was, now) -> refresh());
    line.events().addListener((ListChangeListener<LineEvent>) change -> fillEvents());
    language.follow(
        this,
        () -> {
          refresh();
          fillEvents();
        });
    refresh();
    fillEvents();
  }

  void start() {
    ticks.play();
  }

  void stop() {
    ticks.stop();
  }

  private Label state(LineState state, Feather icon) {
    Label label = new Label();
    label.setGraphic(Icons.of(icon));
    label.getStyleClass().addAll("line-state", state.name().toLowerCase(Locale.ROOT));
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinWidth(USE_PREF_SIZE);
    label.setAlignment(Pos.CENTER);
    HBox.setHgrow(label, Priority.ALWAYS);
    states.put(state, label);
    return label;
  }

  private VBox strip() {
    levels.setPlayheadShown(false);
    levels.positionProperty().set(1);
    Label before = new Label();
    before.textProperty().bind(language.text("call.kit.ago"));
    Label now = new Label();
    now.textProperty().bind(language.text("call.kit.now"));
    before.getStyleClass().add("secondary");
    now.getStyleClass().add("secondary");
    alarm.textProperty().bind(language.text("call.recording.silent"));
    alarm.getStyleClass().addAll("secondary", "danger-text", "silence");
    alarm.setAlignment(Pos.CENTER);
    alarm.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(alarm, Priority.ALWAYS);
    line.silentKits()
        .addListener((SetChangeListener<String>) change -> showAlarm(!change.getSet().isEmpty()));
    showAlarm(!line.silentKits().isEmpty());
    VBox strip = new VBox(levels, new HBox(before, alarm, now));
    strip.getStyleClass().add("level-strip");
    return strip;
  }

  private void showAlarm(boolean shown) {
    alarm.setVisible(shown);
  }

  private void refresh() {
    LineState now = line.stateProperty().get();
    LineState shown = now.broken() || now == LineState.NO_KIT ? LineState.UNPLUGGED : now;
    states.forEach(
        (state, label) -> {
          label.pseudoClassStateChanged(ON, state == shown);
          label.setText(text(state, now));
        });
    Call call = line.callProperty().get();
    String caller = call == null ? null : call.number();
    number.setText(caller == null ? "" : caller);
    levels.show(new float[][] {line.levels().last()}, List.of());
  }

  private String text(LineState state, LineState now) {
    String words = language.now("call.kit.line." + state.name().toLowerCase(Locale.ROOT));
    if (state == LineState.UNPLUGGED && now != state && (now.broken() || now == LineState.NO_KIT)) {
      return language.now("call.kit.state." + now.name().toLowerCase(Locale.ROOT));
    }
    return state == LineState.IN_CALL && now == state
        ? language.now(
            "call.kit.line_time", words, PopupHeader.clock(line.talking().orElse(Duration.ZERO)))
        : words;
  }

  private void fillEvents() {
    events.getChildren().clear();
    for (LineEvent event : line.events().stream().limit(EVENTS).toList()) {
      Label time = new Label(TIME.format(LocalTime.ofInstant(event.at(), zone)));
      time.getStyleClass().add("secondary");
      time.setMinWidth(64);
      Label what = new Label(language.now(event.kind().key()));
      HBox.setHgrow(what, Priority.ALWAYS);
      what.setMaxWidth(Double.MAX_VALUE);
      Label detail = new Label(event.detail());
      detail.getStyleClass().add("secondary");
      HBox row = new HBox(time, what, detail);
      row.setAlignment(Pos.CENTER_LEFT);
      events.getChildren().add(row);
    }
    if (line.events().isEmpty()) {
      Label nothing = new Label(language.now("call.kit.no_events"));
      nothing.getStyleClass().add("secondary");
      events.getChildren().add(nothing);
    }
  }
}
