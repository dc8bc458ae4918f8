package app.ringbook.call.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.settings.CallListSettings.Named;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.Field;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Views of the list of calls by name: choose one, name what is shown, forget one. */
final class CallViews extends HBox {
  private final CallsChoice choice;
  private final Dialogs dialogs;
  private final Language language;
  private final ContextMenu menu = new ContextMenu();
  private final Chip chip;
  private final Chip save;

  CallViews(CallsChoice choice, Dialogs dialogs, Language language) {
    this.choice = choice;
    this.dialogs = dialogs;
    this.language = language;
    getStyleClass().add("call-views");
    chip =
        new Chip(
                Bindings.createStringBinding(
                    this::shown,
                    language,
                    choice.views(),
                    choice.tabProperty(),
                    choice.textProperty(),
                    choice.periodProperty(),
                    choice.narrowProperty(),
                    choice.personProperty()))
            .opens();
    chip.setId("call-views");
    chip.setOnAction(e -> open());
    save = new Chip(language.text("call.views.save")).icon(Feather.PLUS).dashed();
    save.setId("call-view-save");
    save.setOnAction(e -> askName());
    getChildren().setAll(chip, save);
    chip.textProperty().addListener((o, was, now) -> mark());
    choice.views().addListener((ListChangeListener<Named>) change -> mark());
    choice.narrowProperty().addListener((o, was, now) -> mark());
    choice.tabProperty().addListener((o, was, now) -> mark());
    choice.periodProperty().addListener((o, was, now) -> mark());
    choice.textProperty().addListener((o, was, now) -> mark());
    mark();
  }

  private String shown() {
    Named now = choice.chosen();
    return now == null ? language.now("call.views.title") : now.name();
  }

  /** A view that was named already needs no name, and neither does the whole list. */
  private void mark() {
    Named now = choice.chosen();
    chip.setSelected(now != null);
    chip.setVisible(!choice.views().isEmpty());
    chip.setManaged(!choice.views().isEmpty());
    boolean worth = now == null && !choice.everything();
    save.setVisible(worth);
    save.setManaged(worth);
  }

  private void open() {
    mark();
    menu.getItems().clear();
    for (Named view : choice.views()) {
      MenuItem item = new MenuItem(view.name());
      item.setMnemonicParsing(false);
      item.setOnAction(e -> choice.choose(view));
      if (view.equals(choice.chosen())) {
        item.setGraphic(Icons.of(Feather.CHECK));
      }
      menu.getItems().add(item);
    }
    Named now = choice.chosen();
    if (now != null) {
      MenuItem forget = new MenuItem(language.now("call.views.forget", now.name()));
      forget.setMnemonicParsing(false);
      forget.setGraphic(Icons.of(Feather.TRASH_2));
      forget.setOnAction(e -> choice.forget(now));
      menu.getItems().addAll(new SeparatorMenuItem(), forget);
    }
    menu.show(chip, Side.BOTTOM, 0, 4);
  }

  private void askName() {
    new NameSheet().showOn(dialogs);
  }

  /** Asks for the name of what is shown. */
  private final class NameSheet extends Sheet {
    NameSheet() {
      super(language, "call.views.name_title", "call.views.name_save");
      TextField name = new TextField();
      Field field = new Field(language.text("call.views.name"), name);
      add(field);
      startAt(name);
      onSave(
          () -> {
            if (name.getText().isBlank()) {
              field.problem(language.now("call.views.name_needed"));
              return;
            }
            choice.name(name.getText());
            close();
          });
    }
  }
}
