package app.ringbook.customer.view;

import app.ringbook.settings.CustomerListSettings.Column;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The menus at the right of the filter row: what the list is sorted by, and which columns. */
final class ListTools {
  private static final double USUAL_WIDTH = 120;
  private static final List<String> FIRST_SORTS =
      List.of("name", "nextContact", "lastContact", "created");
  private final Language language;
  private final ListFields fields;
  private final CustomersModel model;

  ListTools(Surroundings around, CustomersModel model, ListFields fields) {
    this.language = around.language();
    this.fields = fields;
    this.model = model;
  }

  /** Chooses the field and the direction of the order. */
  MenuButton sort() {
    MenuButton menu = menu(Feather.FILTER, "customers-sort");
    menu.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> language.now("customer.list.sort", fields.label(state().get().sort())),
                state(),
                language));
    menu.setOnShowing(e -> fillSorts(menu));
    fillSorts(menu);
    return menu;
  }

  private void fillSorts(MenuButton menu) {
    List<MenuItem> items = new ArrayList<>();
    FIRST_SORTS.forEach(field -> items.add(sortItem(field)));
    items.add(new SeparatorMenuItem());
    fields.sorted().stream()
        .filter(field -> !FIRST_SORTS.contains(field))
        .forEach(field -> items.add(sortItem(field)));
    items.add(new SeparatorMenuItem());
    CheckMenuItem down = new CheckMenuItem(language.now("customer.list.descending"));
    down.setSelected(state().get().descending());
    down.setOnAction(e -> model.sortBy(state().get().sort(), down.isSelected()));
    items.add(down);
    menu.getItems().setAll(items);
  }

  private MenuItem sortItem(String field) {
    RadioMenuItem item = new RadioMenuItem(fields.label(field));
    item.setMnemonicParsing(false);
    item.setSelected(field.equals(state().get().sort()));
    item.setOnAction(e -> model.sortBy(field, field.equals("created")));
    return item;
  }

  /** Chooses the field whose values put customers together. */
  MenuButton group() {
    MenuButton menu = menu(Feather.LAYERS, "customers-group");
    menu.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.group().isEmpty()
                        ? language.now("customer.list.group")
                        : language.now("customer.list.grouped", fields.label(model.group())),
                state(),
                language));
    menu.setOnShowing(e -> fillGroups(menu));
    fillGroups(menu);
    return menu;
  }

  private void fillGroups(MenuButton menu) {
    List<MenuItem> items = new ArrayList<>();
    items.add(groupItem("", language.now("customer.list.group_none")));
    items.add(new SeparatorMenuItem());
    fields.grouped().forEach(field -> items.add(groupItem(field, fields.label(field))));
    menu.getItems().setAll(items);
  }

  private MenuItem groupItem(String field, String label) {
    RadioMenuItem item = new RadioMenuItem(label);
    item.setMnemonicParsing(false);
    item.setSelected(field.equals(model.group()));
    item.setOnAction(e -> state().set(state().get().groupedBy(field)));
    return item;
  }

  /** Chooses what is shown; the order is dragged in the headings. */
  MenuButton columns() {
    MenuButton menu = menu(Feather.COLUMNS, "customers-columns");
    menu.textProperty().bind(language.text("customer.list.columns"));
    menu.setOnShowing(e -> fillColumns(menu));
    fillColumns(menu);
    return menu;
  }

  private void fillColumns(MenuButton menu) {
    List<MenuItem> items = new ArrayList<>();
    List<String> shown = state().get().columns().stream().map(Column::field).toList();
    for (String field : CustomerColumns.shownFields(fields)) {
      CheckMenuItem item = new CheckMenuItem(fields.label(field));
      item.setMnemonicParsing(false);
      item.setSelected(shown.contains(field));
      item.setDisable(field.equals("name"));
      item.setOnAction(e -> show(field, item.isSelected()));
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    items.add(
        Parts.item(
            language.text("customer.list.usual_columns"),
            () -> state().set(state().get().withColumns(ListState.USUAL_COLUMNS))));
    menu.getItems().setAll(items);
  }

  private void show(String field, boolean wanted) {
    List<Column> columns = new ArrayList<>(state().get().columns());
    columns.removeIf(column -> column.field().equals(field));
    if (wanted) {
      columns.add(
          ListState.USUAL_COLUMNS.stream()
              .filter(column -> column.field().equals(field))
              .findFirst()
              .orElse(new Column(field, USUAL_WIDTH)));
    }
    state().set(state().get().withColumns(columns));
  }

  private ObjectProperty<ListState> state() {
    return model.state();
  }

  private static MenuButton menu(Feather icon, String id) {
    MenuButton menu = new MenuButton();
    menu.setId(id);
    menu.getStyleClass().addAll("flat", "small", "no-arrow");
    menu.setGraphic(Icons.of(icon));
    menu.setMinWidth(MenuButton.USE_PREF_SIZE);
    return menu;
  }
}
