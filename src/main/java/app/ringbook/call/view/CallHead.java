package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.results.CallResult;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.TierBadge;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Who a call was with and the plain facts of it, at the top of the panel. */
final class CallHead extends VBox {
  private static final double AVATAR = 40;
  private final MenuButton more;
  private final Consumer<CallRecord> callBack;
  private final RecordWords words;
  private final Language language;
  private final Formats formats;
  private final HBox top = new HBox();
  private final FlowPane facts = new FlowPane();

  /**
   * @param more what can be done with a recording; shown where there is one
   * @param callBack dials, or copies the number
   */
  CallHead(
      MenuButton more,
      Consumer<CallRecord> callBack,
      RecordWords words,
      Language language,
      Formats formats) {
    this.more = more;
    this.callBack = callBack;
    this.words = words;
    this.language = language;
    this.formats = formats;
    getStyleClass().add("call-head");
    top.getStyleClass().add("head");
    top.setAlignment(Pos.CENTER_LEFT);
    facts.getStyleClass().add("facts");
    getChildren().setAll(top, facts);
  }

  /** Shows a call. */
  void show(CallRecord call) {
    fillHead(call);
    fillFacts(call);
  }

  private void fillHead(CallRecord call) {
    Label name = new Label(words.who(call));
    name.getStyleClass().add("dialog-title");
    name.setMinWidth(0);
    HBox title = new HBox(name, new TierBadge(call.customerTier()));
    title.getStyleClass().add("title-line");
    title.setAlignment(Pos.CENTER_LEFT);
    Label below = new Label(words.below(call));
    below.getStyleClass().add("secondary");
    VBox lines = new VBox(title, below);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    Button back = new Button();
    back.textProperty().bind(language.text("call.page.call"));
    back.setGraphic(Icons.of(Feather.PHONE));
    back.setMinWidth(USE_PREF_SIZE);
    back.setDisable(call.numberToDial().isEmpty());
    back.setOnAction(e -> callBack.accept(call));
    top.getChildren()
        .setAll(
            call.customerId() == null && !words.isLead(call)
                ? unknown()
                : Avatar.person(words.who(call), AVATAR).accent(),
            lines,
            back);
    if (call.recordingFile() != null) {
      top.getChildren().add(more);
    }
  }

  private static StackPane unknown() {
    StackPane circle = new StackPane(Icons.of(Feather.HELP_CIRCLE, "muted"));
    circle.getStyleClass().add("rb-avatar");
    circle.setMinSize(AVATAR, AVATAR);
    circle.setMaxSize(AVATAR, AVATAR);
    return circle;
  }

  private void fillFacts(CallRecord call) {
    facts
        .getChildren()
        .setAll(
            fact(
                words.icon(call),
                language.now("call.page.when", words.direction(call), formats.moment(call.at()))),
            fact(Feather.CLOCK, words.length(call, formats)),
            fact(Feather.GIT_COMMIT, language.now("call.page.line", call.line())));
    String by = call.takenBy();
    if (by != null) {
      facts.getChildren().add(fact(Feather.USER, by));
    }
    if (call.source() == CallRecord.Source.HAND) {
      facts.getChildren().add(fact(Feather.USER, language.now("call.page.by_hand")));
    }
    String result = call.result();
    if (result != null) {
      facts
          .getChildren()
          .add(fact(Feather.CHECK_CIRCLE, CallResult.words(result, language.texts())));
    }
    Long bytes = call.recordingBytes();
    if (bytes != null) {
      facts.getChildren().add(fact(Feather.HARD_DRIVE, formats.bytes(bytes)));
    }
    Instant fetched = call.fetchedAt();
    if (fetched != null) {
      facts
          .getChildren()
          .add(
              fact(
                  Feather.CLOUD_OFF,
                  language.now("call.page.fetched", formats.timeOrMoment(fetched))));
    }
    if (!call.timeCertain()) {
      facts.getChildren().add(fact(Feather.ALERT_CIRCLE, language.now("call.page.time_unsure")));
    }
  }

  private static Label fact(Feather icon, String text) {
    Label fact = new Label(text);
    fact.setGraphic(Icons.of(icon, "muted"));
    fact.getStyleClass().add("secondary");
    fact.setMinWidth(USE_PREF_SIZE);
    return fact;
  }
}
