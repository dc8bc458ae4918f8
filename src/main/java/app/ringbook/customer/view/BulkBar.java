package app.ringbook.customer.view;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the checked rows; there while at least one is checked. */
final class BulkBar extends HBox {
  private static final Insets ABOVE_BOTTOM = new Insets(0, 0, 20, 0);

  BulkBar(Surroundings around, ChecksModel checks, CustomersModel model, BulkActions actions) {
    Language language = around.language();
    getStyleClass().add("rb-bulk-bar");
    setId("customers-bulk");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    StackPane.setMargin(this, ABOVE_BOTTOM);
    Label count = new Label();
    count.setMinWidth(USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> language.now("customer.bulk.count", checks.count().get()),
                checks.count(),
                language));
    Button all = new Button();
    all.getStyleClass().addAll("flat", "small");
    all.setMinWidth(USE_PREF_SIZE);
    all.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> language.now("customer.bulk.all", model.ids().get().length),
                model.ids(),
                language));
    all.setOnAction(e -> checks.checkAll());
    checks.changes().addListener((at, was, is) -> Parts.present(all, !checks.everything()));
    MenuButton more = new MenuButton();
    more.setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
    more.getStyleClass().addAll("flat", "small", "no-arrow", "button");
    more.accessibleTextProperty().bind(language.text("customer.bulk.more"));
    more.getItems()
        .addAll(
            Parts.item(language.text("customer.merge.open"), actions::merge),
            Parts.item(language.text("customer.bulk.untag"), actions::untag),
            Parts.item(language.text("customer.bulk.hand_over"), actions::handOver),
            Parts.item(language.text("customer.bulk.export"), actions::export),
            Parts.item(language.text("customer.bulk.delete"), actions::delete));
    Button close = new Button();
    close.setGraphic(Icons.of(Feather.X));
    close.getStyleClass().addAll("flat", "small", "button-icon");
    close.accessibleTextProperty().bind(language.text("customer.bulk.close"));
    close.setOnAction(e -> checks.clear());
    getChildren()
        .addAll(
            count,
            all,
            button(Feather.USER_PLUS, "customer.bulk.assign", language, actions::assign),
            button(Feather.TAG, "customer.bulk.tag", language, actions::tag),
            button(Feather.CALENDAR, "customer.bulk.next", language, actions::nextContact),
            button(Feather.EDIT_2, "customer.bulk.edit", language, actions::edit),
            more,
            close);
    visibleProperty().bind(checks.count().greaterThan(0));
    managedProperty().bind(visibleProperty());
  }

  private static Button button(Feather icon, String key, Language language, Runnable task) {
    Button button = Parts.button(icon, language.text(key), task, "flat", "small");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
