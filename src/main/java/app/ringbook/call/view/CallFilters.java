package app.ringbook.call.view;

import app.ringbook.call.CallFilter;
import app.ringbook.call.CallRecord;
import app.ringbook.call.results.CallResult;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Chips that narrow the list of calls: long ones, commented ones, a result, one person. */
final class CallFilters extends HBox {
  private static final int[] MINUTES = {1, 3, 5, 10, 20};
  private static final int USUAL_MINUTES = 5;
  private static final long MINUTE = 60_000;
  private final CallsModel model;
  private final CallsChoice choice;
  private final Supplier<List<String>> known;
  private final RecordWords words;
  private final Language language;
  private int minutes = USUAL_MINUTES;

  /**
   * @param known what calls may come to; asked whenever the choice opens
   * @param dialogs asks for the name of a view
   */
  CallFilters(
      CallsModel model,
      Supplier<List<String>> known,
      Dialogs dialogs,
      RecordWords words,
      Language language) {
    this.model = model;
    this.choice = model.choice();
    this.known = known;
    this.words = words;
    this.language = language;
    getStyleClass().addAll("filter-row", "call-filters");
    setAlignment(Pos.CENTER_LEFT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .setAll(
            longCalls(),
            commented(),
            results(),
            takenBy(),
            person(),
            space,
            new CallViews(choice, dialogs, language));
  }

  private CallFilter.Narrow now() {
    return choice.narrowProperty().get();
  }

  private void set(CallFilter.Narrow narrow) {
    choice.narrowProperty().set(narrow);
  }

  private StringBinding text(Callable<String> made) {
    return Bindings.createStringBinding(
        made, language, choice.narrowProperty(), model.openProperty(), choice.personProperty());
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
            set(now().withLeastTalk(one * MINUTE));
          });
      menu.getItems().add(item);
    }
    chip.setContextMenu(menu);
    chip.setOnAction(e -> set(now().withLeastTalk(chip.isSelected() ? minutes * MINUTE : 0)));
    follow(chip, () -> now().leastTalkMillis() > 0);
    return chip;
  }

  private Chip commented() {
    Chip chip = new Chip(language.text("call.filter.commented"));
    chip.setGraphic(Icons.of(Feather.MESSAGE_SQUARE));
    chip.setOnAction(e -> set(now().withCommented(chip.isSelected())));
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
    chip.setOnAction(
        e -> {
          chip.setSelected(now().result() != null);
          ContextMenu menu = new ContextMenu();
          item(menu, language.now("call.filter.any_result"), () -> set(now().withResult(null)));
          Set<String> results = new LinkedHashSet<>(known.get());
          for (CallResult one : CallResult.values()) {
            results.add(one.name());
          }
          for (String one : results) {
            item(menu, words.result(one), () -> set(now().withResult(one)));
          }
          menu.show(chip, Side.BOTTOM, 0, 4);
        });
    follow(chip, () -> now().result() != null);
    return chip;
  }

  private static void item(ContextMenu menu, String text, Runnable act) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(e -> act.run());
    menu.getItems().add(item);
  }

  /** Who of us took or made the call; only where there are several of us. */
  private Chip takenBy() {
    Chip chip =
        new Chip(
                text(
                    () -> {
                      String one = now().takenBy();
                      return one == null ? language.now("call.filter.taken_by") : one;
                    }))
            .opens();
    chip.setOnAction(
        e -> {
          chip.setSelected(now().takenBy() != null);
          ContextMenu menu = new ContextMenu();
          item(menu, language.now("call.filter.anybody"), () -> set(now().withTakenBy(null)));
          for (String one : model.people()) {
            item(menu, one, () -> set(now().withTakenBy(one)));
          }
          menu.show(chip, Side.BOTTOM, 0, 4);
        });
    follow(chip, () -> now().takenBy() != null);
    chip.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.people().size() > 1 || now().takenBy() != null,
                model.people(),
                choice.narrowProperty()));
    chip.managedProperty().bind(chip.visibleProperty());
    return chip;
  }

  /** The person, or else the customer, of the open call. */
  private Chip person() {
    Chip chip =
        new Chip(
            text(
                () -> {
                  CallRecord open = model.openProperty().get();
                  return choice.personProperty().get() != null
                      ? choice.personProperty().get()
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
            choice.everybody();
          }
          chip.setSelected(choice.personProperty().get() != null);
        });
    chip.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> {
                  CallRecord open = model.openProperty().get();
                  return choice.personProperty().get() == null
                      && (open == null || open.customerId() == null);
                },
                model.openProperty(),
                choice.personProperty()));
    follow(chip, () -> choice.personProperty().get() != null);
    return chip;
  }

  private void follow(Chip chip, BooleanSupplier on) {
    chip.setSelected(on.getAsBoolean());
    choice.narrowProperty().addListener((o, was, now) -> chip.setSelected(on.getAsBoolean()));
    choice.personProperty().addListener((o, was, now) -> chip.setSelected(on.getAsBoolean()));
  }
}
