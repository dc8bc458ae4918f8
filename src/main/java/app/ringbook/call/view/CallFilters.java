package app.ringbook.call.view;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.results.CallResult;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Chips that narrow the list of calls: long ones, commented ones, a result, one person. */
final class CallFilters extends HBox {
  private static final int[] MINUTES = {1, 3, 5, 10, 20};
  private static final int USUAL_MINUTES = 5;
  private static final long MINUTE = 60_000;
  private final CallsModel model;
  private final RecordWords words;
  private final Language language;
  private int minutes = USUAL_MINUTES;

  CallFilters(CallsModel model, RecordWords words, Language language) {
    this.model = model;
    this.words = words;
    this.language = language;
    getStyleClass().addAll("filter-row", "call-filters");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(longCalls(), commented(), results(), person());
  }

  private CallFilter.Narrow now() {
    return model.narrowProperty().get();
  }

  private void set(
      long leastTalk, @Nullable String result, boolean commented, @Nullable Long contact) {
    model.narrowProperty().set(new CallFilter.Narrow(leastTalk, result, commented, contact));
  }

  private StringBinding text(Callable<String> made) {
    return Bindings.createStringBinding(
        made, language, model.narrowProperty(), model.openProperty(), model.personProperty());
  }

  /** A click shows the long calls or all; a second click chooses how long is long. */
  private Chip longCalls() {
    Chip chip =
        new Chip(
            text(
                () -> {
                  long least = now().leastTalkMillis();
                  return language.now("call.filter.long", least == 0 ? minutes : least / MINUTE);
                }));
    ContextMenu menu = new ContextMenu();
    for (int one : MINUTES) {
      MenuItem item = new MenuItem();
      item.textProperty().bind(text(() -> language.now("call.filter.long", one)));
      item.setOnAction(
          e -> {
            minutes = one;
            set(one * MINUTE, now().result(), now().commented(), now().contactId());
          });
      menu.getItems().add(item);
    }
    chip.setContextMenu(menu);
    chip.setOnAction(
        e ->
            set(
                chip.isSelected() ? minutes * MINUTE : 0,
                now().result(),
                now().commented(),
                now().contactId()));
    follow(chip, () -> now().leastTalkMillis() > 0);
    return chip;
  }

  private Chip commented() {
    Chip chip = new Chip(language.text("call.filter.commented"));
    chip.setGraphic(Icons.of(Feather.MESSAGE_SQUARE));
    chip.setOnAction(
        e -> set(now().leastTalkMillis(), now().result(), chip.isSelected(), now().contactId()));
    follow(chip, () -> now().commented());
    return chip;
  }

  private Chip results() {
    Chip chip =
        new Chip(
                text(
                    () -> {
                      String result = now().result();
                      return result == null
                          ? language.now("call.filter.result")
                          : words.result(result);
                    }))
            .opens();
    ContextMenu menu = new ContextMenu();
    MenuItem any = new MenuItem();
    any.textProperty().bind(language.text("call.filter.any_result"));
    any.setOnAction(e -> result(null));
    menu.getItems().add(any);
    for (CallResult result : CallResult.values()) {
      MenuItem item = new MenuItem();
      item.textProperty().bind(text(() -> words.result(result.name())));
      item.setOnAction(e -> result(result.name()));
      menu.getItems().add(item);
    }
    chip.setOnAction(
        e -> {
          chip.setSelected(now().result() != null);
          menu.show(chip, Side.BOTTOM, 0, 4);
        });
    follow(chip, () -> now().result() != null);
    return chip;
  }

  private void result(@Nullable String name) {
    set(now().leastTalkMillis(), name, now().commented(), now().contactId());
  }

  /** The person, or else the customer, of the open call. */
  private Chip person() {
    Chip chip =
        new Chip(
            text(
                () -> {
                  CallRecord open = model.openProperty().get();
                  return model.personProperty().get() != null
                      ? model.personProperty().get()
                      : open == null || open.customerId() == null
                          ? language.now("call.filter.person")
                          : language.now("call.filter.only", words.who(open));
                }));
    chip.setGraphic(Icons.of(Feather.USER));
    chip.setOnAction(
        e -> {
          if (chip.isSelected()) {
            model.onlyPersonOfOpen(words);
          } else {
            model.everybody();
          }
          chip.setSelected(model.personProperty().get() != null);
        });
    chip.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> {
                  CallRecord open = model.openProperty().get();
                  return model.personProperty().get() == null
                      && (open == null || open.customerId() == null);
                },
                model.openProperty(),
                model.personProperty()));
    follow(chip, () -> model.personProperty().get() != null);
    return chip;
  }

  private void follow(Chip chip, BooleanSupplier on) {
    chip.setSelected(on.getAsBoolean());
    model.narrowProperty().addListener((o, was, now) -> chip.setSelected(on.getAsBoolean()));
    model.personProperty().addListener((o, was, now) -> chip.setSelected(on.getAsBoolean()));
  }
}
