package app.ringbook.customer.view;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Place;
import app.ringbook.ui.controls.EmptyState;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.Skeleton;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands where the list is: the list, or what to say instead of it. */
final class CustomersBody extends StackPane {
  private static final int SKELETON_ROWS = 14;
  private final Surroundings around;
  private final CustomersModel model;
  private final BorderPane list = new BorderPane();
  private final CustomersTable table;
  private final Runnable newCustomer;

  /**
   * @param table shown while there are customers to list
   * @param newCustomer asks for a new customer
   */
  CustomersBody(
      Surroundings around, CustomersModel model, CustomersTable table, Runnable newCustomer) {
    this.around = around;
    this.model = model;
    this.table = table;
    this.newCustomer = newCustomer;
    list.setCenter(table.node());
    table
        .rows()
        .failureProperty()
        .addListener((at, was, is) -> list.setBottom(is == null ? null : unread()));
    model.status().addListener((at, was, is) -> fill());
    fill();
  }

  private void fill() {
    Language language = around.language();
    getChildren()
        .setAll(
            switch (model.status().get()) {
              case READY -> list;
              case LOADING -> skeleton();
              case NO_CUSTOMERS ->
                  new EmptyState(
                          Feather.USERS,
                          language.text("customer.empty.none_title"),
                          language.text("customer.empty.none_text"))
                      .button(
                          language.text("customer.empty.none_import"),
                          () -> around.navigation().open(Place.of(CustomersPage.IMPORT)))
                      .second(language.text("customer.list.new"), newCustomer);
              case NOTHING_FOUND ->
                  new EmptyState(
                          Feather.SEARCH,
                          language.text("customer.empty.found_title", model.text()),
                          language.text("customer.empty.found_text"))
                      .button(language.text("customer.empty.show_all"), model::showAll);
              case NOBODY_DUE ->
                  new EmptyState(
                          Feather.CHECK_CIRCLE,
                          language.text("customer.empty.due_title"),
                          language.text("customer.empty.due_text"))
                      .button(language.text("customer.empty.show_all"), model::showAll);
              case NOBODY_MEANT ->
                  new EmptyState(
                          Feather.FILTER,
                          language.text("customer.empty.meant_title"),
                          language.text("customer.empty.meant_text"))
                      .button(language.text("customer.empty.show_all"), model::showAll);
              case FAILED ->
                  new ErrorState(
                          language.text("customer.error.title"),
                          language.text("customer.error.text"))
                      .button(language.text("customer.error.again"), model::reload);
            });
  }

  /** Rows that could not be read stand empty: says so below them, with the way on. */
  private Node unread() {
    Language language = around.language();
    Label sentence = new Label();
    sentence.textProperty().bind(language.text("customer.error.rows"));
    sentence.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "danger"));
    sentence.setMinWidth(0);
    Button again = new Button();
    again.textProperty().bind(language.text("customer.error.again"));
    again.getStyleClass().add("small");
    again.setMinWidth(USE_PREF_SIZE);
    again.setOnAction(
        pressed -> {
          table.rows().tryAgain();
          table.node().refresh();
        });
    HBox line = new HBox(12, sentence, again);
    line.getStyleClass().add("rows-unread");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Node skeleton() {
    VBox rows = new VBox(26);
    rows.setPadding(new Insets(46, 24, 24, 24));
    for (int i = 0; i < SKELETON_ROWS; i++) {
      rows.getChildren()
          .add(
              new HBox(
                  32,
                  Skeleton.bar(150),
                  Skeleton.bar(80),
                  Skeleton.bar(24),
                  Skeleton.bar(120),
                  Skeleton.bar(110)));
    }
    return rows;
  }
}
