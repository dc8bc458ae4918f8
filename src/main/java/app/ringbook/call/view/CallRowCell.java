package app.ringbook.call.view;

import app.ringbook.call.CallRecord;
import app.ringbook.call.results.CallResult;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Badge;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A call in 40 px, or the heading of a day in 32. */
class CallRowCell extends ListCell<CallsRow> {
  private static final PseudoClass DAY = PseudoClass.getPseudoClass("day");
  private static final double CALL_HEIGHT = 40;
  private static final double DAY_HEIGHT = 32;
  private final RecordWords words;
  private final Language language;
  private final Formats formats;
  private final Consumer<CallRecord> callBack;
  private final Consumer<CallRecord> link;

  CallRowCell(
      RecordWords words,
      Language language,
      Formats formats,
      Consumer<CallRecord> callBack,
      Consumer<CallRecord> link) {
    this.words = words;
    this.language = language;
    this.formats = formats;
    this.callBack = callBack;
    this.link = link;
    getStyleClass().add("call-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable CallsRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    boolean day = !empty && row != null && !(row instanceof CallsRow.Item);
    pseudoClassStateChanged(DAY, day);
    // A heading is no call: a click on it leaves the open one as it is.
    setMouseTransparent(day);
    setPrefHeight(day ? DAY_HEIGHT : CALL_HEIGHT);
    if (empty || row == null) {
      return;
    }
    switch (row) {
      case CallsRow.Day heading -> setText(formats.dayHeading(heading.date()));
      case CallsRow.Stored stored -> {
        Instant fetched = stored.fetchedAt();
        setText(
            fetched == null
                ? language.now("call.page.stored_heading")
                : language.now("call.page.stored_heading_at", formats.timeOrMoment(fetched)));
        setGraphic(Icons.of(Feather.CLOUD_OFF, "muted"));
      }
      case CallsRow.Item item -> show(item.call());
    }
  }

  private void show(CallRecord call) {
    boolean missed = call.missed();
    StackPane icon = box(28, Icons.of(words.icon(call), missed ? "danger" : "muted"));
    Label time =
        new Label(
            call.source() == CallRecord.Source.STORED
                ? formats.timeOrMoment(call.at())
                : formats.time(call.at()));
    time.getStyleClass().add(missed && !call.handled() ? "danger-text" : "muted");
    time.setMinWidth(56);
    Label who = new Label(words.who(call));
    who.getStyleClass().add("strong");
    if (missed && !call.handled()) {
      who.getStyleClass().add("danger-text");
    }
    who.setMinWidth(0);
    Label company = new Label(words.beside(call));
    company.getStyleClass().add("muted");
    company.setMinWidth(0);
    // The name takes what it needs; the company has what is left.
    company.setPrefWidth(0);
    HBox.setHgrow(company, Priority.ALWAYS);
    company.setMaxWidth(Double.MAX_VALUE);
    HBox names = new HBox(who, company);
    names.getStyleClass().add("names");
    names.setAlignment(Pos.CENTER_LEFT);
    names.setMinWidth(0);
    HBox.setHgrow(names, Priority.ALWAYS);
    HBox line = new HBox(icon, time, names);
    line.getStyleClass().add("line");
    line.setAlignment(Pos.CENTER_LEFT);
    addBadges(line, call);
    Label length = new Label(words.length(call, formats));
    length.getStyleClass().add("muted");
    length.setAlignment(Pos.CENTER_RIGHT);
    length.setMinWidth(84);
    line.getChildren().addAll(length, box(24, recording(call)), box(92, action(call)));
    setGraphic(line);
    setAccessibleText(words.spoken(call, formats));
  }

  private void addBadges(HBox line, CallRecord call) {
    if (call.missed()) {
      line.getChildren().add(new Badge(Badge.Kind.DANGER, language.now("call.badge.missed")));
    }
    String result = call.result();
    if (result != null) {
      Badge.Kind kind =
          CallResult.DO_NOT_CALL.name().equals(result) ? Badge.Kind.WARNING : Badge.Kind.NEUTRAL;
      line.getChildren().add(new Badge(kind, CallResult.words(result, language.texts())));
    }
    if (call.gaps().stream().anyMatch(gap -> !gap.lost())) {
      Label paused = new Label();
      paused.setGraphic(Icons.of(Feather.LOCK, "muted"));
      paused.setTooltip(new Tooltip(language.now("call.badge.paused")));
      paused.setAccessibleText(language.now("call.badge.paused"));
      line.getChildren().add(paused);
    }
    if (call.source() == CallRecord.Source.HAND) {
      line.getChildren()
          .add(new Badge(Badge.Kind.NEUTRAL, language.now("call.badge.hand")).icon(Feather.USER));
    }
    if (call.source() == CallRecord.Source.STORED) {
      line.getChildren().add(stored(call));
    }
  }

  private Badge stored(CallRecord call) {
    Badge badge = new Badge(Badge.Kind.NEUTRAL, language.now("call.badge.stored"));
    badge.icon(Feather.CLOUD_OFF);
    Instant fetched = call.fetchedAt();
    if (fetched != null) {
      badge.setTooltip(
          new Tooltip(language.now("call.page.fetched", formats.timeOrMoment(fetched))));
    }
    return badge;
  }

  private static @Nullable Node recording(CallRecord call) {
    if (call.recordingFile() != null) {
      return Icons.of(Feather.HEADPHONES, "muted");
    }
    return call.note() == null ? null : Icons.of(Feather.MESSAGE_SQUARE, "muted");
  }

  private @Nullable Node action(CallRecord call) {
    boolean toHear = call.recordingFile() != null;
    if (call.customerId() == null && (toHear || !call.numberRaw().isEmpty())) {
      Button button = new Button(language.now("call.page.link"));
      button.setGraphic(Icons.of(Feather.LINK, "accent"));
      button.getStyleClass().addAll("small", "flat", "accent");
      button.setFocusTraversable(false);
      button.setOnAction(e -> link.accept(call));
      return button;
    }
    if (call.missed() && !call.handled() && !call.numberRaw().isEmpty()) {
      Button button = new Button(language.now("call.page.call_back"));
      button.getStyleClass().add("small");
      button.setFocusTraversable(false);
      button.setOnAction(e -> callBack.accept(call));
      return button;
    }
    return null;
  }

  private static StackPane box(double width, @Nullable Node node) {
    StackPane box = new StackPane();
    box.setMinWidth(width);
    box.setPrefWidth(width);
    box.setMaxWidth(width);
    box.setMinHeight(Region.USE_PREF_SIZE);
    if (node != null) {
      box.getChildren().add(node);
    }
    box.setAlignment(node instanceof Button ? Pos.CENTER_RIGHT : Pos.CENTER);
    return box;
  }
}
