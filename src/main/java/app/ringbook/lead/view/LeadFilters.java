package app.ringbook.lead.view;

import app.ringbook.lead.LeadFilter;
import app.ringbook.lead.LeadSource;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/**
 * Chips that narrow the list of leads: the source with its counts, who looks after them, and who is
 * due.
 */
final class LeadFilters extends HBox {
  private final LeadsModel model;
  private final Language language;

  LeadFilters(LeadsModel model, Language language) {
    this.model = model;
    this.language = language;
    getStyleClass().addAll("filter-row", "lead-filters");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(source(), owner(), due());
  }

  private LeadFilter now() {
    return model.filterProperty().get();
  }

  private void change(UnaryOperator<LeadFilter> change) {
    model.filterProperty().set(change.apply(now()));
  }

  private Chip source() {
    Chip chip =
        new Chip(
                Bindings.createStringBinding(
                    () -> {
                      String one = now().source();
                      return one == null
                          ? language.now("lead.filter.source")
                          : LeadSource.words(one, language.texts());
                    },
                    language,
                    model.filterProperty()))
            .opens();
    chip.setId("lead-source");
    chip.setOnAction(
        e -> {
          chip.setSelected(now().source() != null);
          ContextMenu menu = new ContextMenu();
          item(menu, language.now("lead.filter.any_source"), f -> f.withSource(null));
          model
              .sourcesProperty()
              .get()
              .forEach(
                  (one, leads) ->
                      item(
                          menu,
                          language.now(
                              "lead.filter.counted",
                              LeadSource.words(one, language.texts()),
                              leads),
                          f -> f.withSource(one)));
          menu.show(chip, Side.BOTTOM, 0, 4);
        });
    model.filterProperty().addListener((o, was, is) -> chip.setSelected(is.source() != null));
    return chip;
  }

  private Chip owner() {
    Chip chip =
        new Chip(
                Bindings.createStringBinding(
                    () -> {
                      String one = now().owner();
                      return one == null
                          ? language.now("lead.filter.owner")
                          : one.isEmpty() ? language.now("lead.filter.nobodys") : one;
                    },
                    language,
                    model.filterProperty()))
            .opens();
    chip.setOnAction(
        e -> {
          chip.setSelected(now().owner() != null);
          ContextMenu menu = new ContextMenu();
          item(menu, language.now("lead.filter.anybodys"), f -> f.withOwner(null));
          item(menu, language.now("lead.filter.nobodys"), f -> f.withOwner(""));
          for (String one : model.owners()) {
            item(menu, one, f -> f.withOwner(one));
          }
          menu.show(chip, Side.BOTTOM, 0, 4);
        });
    model.filterProperty().addListener((o, was, is) -> chip.setSelected(is.owner() != null));
    return chip;
  }

  /** Those to be contacted today or before. */
  private Chip due() {
    Chip chip = new Chip(language.text("lead.filter.due"));
    chip.setId("lead-due");
    chip.setOnAction(e -> change(f -> f.withDue(!f.due())));
    model.filterProperty().addListener((o, was, is) -> chip.setSelected(is.due()));
    return chip;
  }

  private void item(ContextMenu menu, String text, UnaryOperator<LeadFilter> change) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(e -> change(change));
    menu.getItems().add(item);
  }
}
