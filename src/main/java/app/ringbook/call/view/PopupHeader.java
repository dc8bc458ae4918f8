package app.ringbook.call.view;

import app.ringbook.call.CallCard;
import app.ringbook.telephony.Direction;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * The head of the pop-up: what the call is doing, for how long, how loud it is, which line, and the
 * buttons to pause the recording and to put the pop-up aside.
 */
final class PopupHeader extends HBox {
  private static final int BARS = 9;
  private static final double TALLEST = 16;
  private static final double LEAST = 3;

  private final PopupCall call;
  private final Language language;
  private final LineLevels levels;
  private final Region dot = new Region();
  private final Label state = new Label();
  private final Label time = new Label();
  private final HBox level = new HBox();
  private final List<Region> bars = new ArrayList<>();
  private final Label line = new Label();
  private final Button pause;
  private final Button record;
  private final Button taken;
  private final Button over;
  private boolean showsResume;

  PopupHeader(
      PopupCall call, CallPopupModel model, LineLevels levels, boolean top, Language language) {
    this.call = call;
    this.language = language;
    this.levels = levels;
    getStyleClass().add("popup-header");
    setAlignment(Pos.CENTER_LEFT);
    dot.getStyleClass().add("call-dot");
    state.getStyleClass().add("strong");
    level.getStyleClass().add("level");
    level.setAlignment(Pos.CENTER_LEFT);
    for (int i = 0; i < BARS; i++) {
      Region bar = new Region();
      bar.getStyleClass().add("level-bar");
      bars.add(bar);
    }
    level.getChildren().setAll(bars);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    line.getStyleClass().add("secondary");
    // What the call does and for how long is said in full; the line gives way.
    state.setMinWidth(USE_PREF_SIZE);
    time.setMinWidth(USE_PREF_SIZE);
    line.setMinWidth(0);
    pause =
        Icons.button(
            Feather.PAUSE,
            language.text("call.popup.pause"),
            () -> model.record(call, call.headline() == PopupHeadline.PAUSED));
    pause.getStyleClass().add("small");
    record = new Button();
    record.textProperty().bind(language.text("call.popup.record"));
    record.getStyleClass().add("small");
    record.setOnAction(e -> model.record(call, true));
    taken = handset("call.popup.taken", "call.popup.taken_why", "accent", model);
    over = handset("call.popup.over", "call.popup.over_why", "danger", model);
    Button fold =
        Icons.button(
            top ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN,
            language.text("call.popup.fold"),
            model::collapse);
    fold.getStyleClass().addAll("small", PopupFrame.CLOSING);
    getChildren().setAll(dot, state, time, level, space, record, taken, over, line, pause, fold);
    refresh();
  }

  private Button handset(String key, String whyKey, String look, CallPopupModel model) {
    Button button = new Button();
    button.textProperty().bind(language.text(key));
    button.getStyleClass().addAll("small", look);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> model.handset().toggle(call));
    Tooltip why = new Tooltip();
    why.textProperty().bind(language.text(whyKey));
    button.setTooltip(why);
    return button;
  }

  /** Shows the present state, time and level; called several times a second. */
  void refresh() {
    PopupHeadline headline = call.headline();
    String name = headline.name().toLowerCase(Locale.ROOT);
    dot.getStyleClass().setAll("call-dot", name);
    boolean rings = headline == PopupHeadline.RINGING;
    boolean willRecord =
        rings
            && call.cardProperty().get().recording().state()
                == CallCard.Recording.State.WHEN_LIFTED;
    state.setText(language.now("call.popup.state." + name));
    time.setText(willRecord ? language.now("call.popup.records_when_lifted") : time(headline));
    time.getStyleClass().setAll("label", willRecord ? "secondary" : "timer");
    boolean talks = headline == PopupHeadline.RECORDING;
    show(level, talks);
    if (talks) {
      refreshLevel();
    }
    boolean paused = headline == PopupHeadline.PAUSED;
    show(pause, talks || paused);
    if (paused != showsResume) {
      showsResume = paused;
      pause.setGraphic(Icons.of(paused ? Feather.PLAY : Feather.PAUSE));
      pause.accessibleTextProperty().unbind();
      pause
          .accessibleTextProperty()
          .bind(language.text(paused ? "call.popup.resume" : "call.popup.pause"));
    }
    show(
        record,
        headline == PopupHeadline.TALKING
            && call.cardProperty().get().recording().state()
                == CallCard.Recording.State.WHEN_ASKED);
    show(taken, PopupHandset.canTake(call.cardProperty().get()));
    show(over, PopupHandset.canEnd(call.cardProperty().get()));
    var now = call.cardProperty().get().call();
    line.setText(
        language.now(
            now.direction() == Direction.INCOMING
                ? "call.popup.line_incoming"
                : "call.popup.line_outgoing",
            now.line()));
  }

  private String time(PopupHeadline headline) {
    return switch (headline) {
      case RINGING, DIALLING -> "";
      case MISSED -> language.now("call.popup.rang", call.ringing().toSeconds());
      case ENDED ->
          call.talking().isZero() && call.cardProperty().get().call().byHand()
              ? language.now("call.page.length_unknown")
              : clock(call.talking());
      case RECORDING, PAUSED, NOT_RECORDED, TALKING -> clock(call.talking());
    };
  }

  /** Minutes and seconds as on a clock: {@code 01:24}. */
  static String clock(Duration duration) {
    return "%02d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
  }

  private void refreshLevel() {
    float[] last = levels.last();
    for (int i = 0; i < BARS; i++) {
      double height = Math.max(LEAST, TALLEST * last[last.length - BARS + i]);
      bars.get(i).setMinHeight(height);
      bars.get(i).setMaxHeight(height);
    }
  }

  private static void show(Region node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
