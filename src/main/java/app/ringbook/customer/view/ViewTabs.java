package app.ringbook.customer.view;

import app.ringbook.customer.filter.OwnViews;
import app.ringbook.platform.Background;
import app.ringbook.settings.CustomerListSettings.View;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.controls.Field;
import app.ringbook.ui.controls.TabStrip;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The views of the list as tabs with counts, and what can be done with the chosen one. */
final class ViewTabs extends HBox {
  private static final String PATTERN = "*.ringbook-view.json";
  private final Surroundings around;
  private final ViewsModel views;
  private final FileChoice files;
  private final NewestOnly counting;
  private final Map<String, Long> counts = new HashMap<>();
  private TabStrip<String> tabs = new TabStrip<>();
  private boolean filling;

  ViewTabs(Surroundings around, ViewsModel views, FileChoice files) {
    this.around = around;
    this.views = views;
    this.files = files;
    this.counting = new NewestOnly(around.background());
    getStyleClass().add("view-tabs");
    views.views().addListener((ListChangeListener<View>) change -> fill());
    views.chosen().addListener((at, was, is) -> choose());
    views.dirty().addListener((at, was, is) -> fill());
    around.language().follow(this, this::fill);
    fill();
  }

  /** Name of a view in the present language. */
  static String name(View view, Language language) {
    if (!view.name().isEmpty()) {
      return view.name();
    }
    return language.now(
        switch (view.id()) {
          case OwnViews.ALL -> "customer.view.all";
          case OwnViews.DUE -> "customer.view.due";
          case OwnViews.SILENT -> "customer.view.silent";
          case OwnViews.KEY -> "customer.view.key";
          case OwnViews.VALUABLE -> "customer.view.valuable";
          default -> "customer.view.unnamed";
        });
  }

  private void fill() {
    filling = true;
    Language language = around.language();
    TabStrip<String> fresh = new TabStrip<>();
    fresh.setId("customer-views");
    for (View view : views.views()) {
      boolean changed = views.changed(view);
      fresh.add(
          view.id(),
          Bindings.createStringBinding(
              () ->
                  changed
                      ? language.now("customer.view.changed", name(view, language))
                      : name(view, language),
              language));
    }
    fresh.valueProperty().set(views.chosen().get().id());
    fresh.valueProperty().addListener((at, was, is) -> chosen(is));
    HBox.setHgrow(fresh, Priority.ALWAYS);
    tabs = fresh;
    Button add = new Button();
    add.setGraphic(Icons.of(Feather.PLUS));
    add.getStyleClass().addAll("flat", "button-icon", "small");
    add.setId("customer-view-add");
    add.accessibleTextProperty().bind(language.text("customer.view.save_as"));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(language.text("customer.view.save_as"));
    add.setTooltip(tooltip);
    add.setOnAction(e -> ask("customer.view.save_as", "", views::saveAs));
    getChildren().setAll(fresh, add, menu());
    showCounts();
    filling = false;
  }

  private void choose() {
    filling = true;
    tabs.valueProperty().set(views.chosen().get().id());
    filling = false;
  }

  private void chosen(String id) {
    if (!filling) {
      views.views().stream()
          .filter(view -> view.id().equals(id))
          .findFirst()
          .ifPresent(views::choose);
    }
  }

  private MenuButton menu() {
    Language language = around.language();
    MenuButton menu = new MenuButton();
    menu.setId("customer-view-menu");
    menu.setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
    menu.getStyleClass().addAll("flat", "button-icon", "small", "no-arrow");
    menu.accessibleTextProperty().bind(language.text("customer.view.menu"));
    menu.getItems()
        .addAll(
            Parts.item(language.text("customer.view.save"), views::save),
            Parts.item(
                language.text("customer.view.save_as"),
                () -> ask("customer.view.save_as", "", views::saveAs)),
            Parts.item(language.text("customer.view.put_back"), views::putBack),
            new SeparatorMenuItem(),
            Parts.item(
                language.text("customer.view.rename"),
                () -> ask("customer.view.rename", present(), views::rename)),
            Parts.item(
                language.text("customer.view.duplicate"),
                () ->
                    ask(
                        "customer.view.duplicate",
                        language.now("customer.view.copy", present()),
                        views::duplicate)),
            Parts.item(language.text("customer.view.delete"), this::delete),
            new SeparatorMenuItem(),
            Parts.item(language.text("customer.view.write"), this::write),
            Parts.item(language.text("customer.view.read"), this::read));
    return menu;
  }

  private String present() {
    return name(views.chosen().get(), around.language());
  }

  private void ask(String key, String proposed, Consumer<String> named) {
    new NameSheet(key, proposed, named).showOn(around.dialogs());
  }

  private void delete() {
    Language language = around.language();
    if (views.views().size() == 1) {
      around.toasts().show(Toast.warning(language.now("customer.view.last")));
      return;
    }
    String name = present();
    Runnable back = views.delete();
    around
        .toasts()
        .show(
            Toast.success(language.now("customer.view.deleted", name))
                .with(language.now("customer.toast.undo"), back));
  }

  private FileChoice.Filter kind() {
    return new FileChoice.Filter(
        around.language().now("customer.view.files"), List.of(PATTERN, "*.json"));
  }

  private void write() {
    Language language = around.language();
    String name = present();
    files
        .save(
            language.now("customer.view.write"),
            name.replaceAll("[^\\p{L}\\p{N} _-]", "") + PATTERN.substring(1),
            kind())
        .ifPresent(
            file ->
                around
                    .background()
                    .run(
                        progress -> {
                          views.write(file, name);
                          return name;
                        })
                    .orElse(around.changes()::report)
                    .then(
                        done ->
                            around
                                .toasts()
                                .show(Toast.success(language.now("customer.view.written", name)))));
  }

  private void read() {
    files
        .open(around.language().now("customer.view.read"), kind())
        .ifPresent(
            file ->
                around
                    .background()
                    .run(progress -> ViewsModel.read(file))
                    .orElse(around.changes()::report)
                    .then(views::take));
  }

  /** Counts every view again, for example after customers changed. */
  void count() {
    Map<String, app.ringbook.customer.filter.Filter> filters = new HashMap<>();
    views.views().forEach(view -> filters.put(view.id(), views.filterOf(view)));
    Background.Work<Map<String, Long>> work =
        progress -> {
          Map<String, Long> found = new HashMap<>();
          filters.forEach((id, filter) -> found.put(id, around.book().count(filter, progress)));
          return found;
        };
    counting.ask(
        work,
        found -> {
          counts.clear();
          counts.putAll(found);
          showCounts();
        },
        problem -> {
          counts.clear();
          showCounts();
        });
  }

  private void showCounts() {
    for (View view : views.views()) {
      Long count = counts.get(view.id());
      tabs.count(view.id(), count == null ? "" : around.formats().count(count));
    }
  }

  /** Stops counting. */
  void hidden() {
    counting.forget();
  }

  /** Asks for the name of a view. */
  private final class NameSheet extends Sheet {
    NameSheet(String titleKey, String proposed, Consumer<String> named) {
      super(around.language(), titleKey, "customer.view.name_save");
      TextField name = new TextField(proposed);
      Field field = new Field(around.language().text("customer.view.name"), name);
      add(field);
      startAt(name);
      onSave(
          () -> {
            String text = Objects.requireNonNullElse(name.getText(), "").strip();
            if (text.isEmpty()) {
              field.problem(around.language().now("customer.view.name_needed"));
              return;
            }
            close();
            named.accept(text);
          });
    }
  }
}
