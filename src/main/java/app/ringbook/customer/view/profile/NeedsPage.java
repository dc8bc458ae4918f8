package app.ringbook.customer.view.profile;

import app.ringbook.customer.profile.Needs;
import app.ringbook.customer.view.CustomerPage;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import app.ringbook.ui.controls.EmptyState;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.TextColumn;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What customers need and nobody has met, by product; beside it who needs the chosen one, the most
 * pressing first. Enter or a double click opens the customer.
 */
public final class NeedsPage implements Page {
  /** The page's name in {@link Place}. */
  public static final String ID = "needs";

  private static final double ROW = 36;
  private static final double PRODUCTS = 0.4;
  private final Needs needs;
  private final Surroundings around;
  private final Language language;
  private final TableView<Needs.Unmet> products = new TableView<>();
  private final TableView<Needs.Wanting> customers = new TableView<>();
  private final SplitPane tables = new SplitPane(products, customers);
  private final StackPane middle = new StackPane();
  private final BorderPane pane = new BorderPane(middle);

  /** Reads when it is shown. */
  public NeedsPage(Needs needs, Surroundings around) {
    this.needs = needs;
    this.around = around;
    this.language = around.language();
    pane.getStyleClass().add("needs-page");
    Label title = new Label();
    title.textProperty().bind(language.text("customer.unmet.title"));
    title.getStyleClass().add("page-title");
    HBox header = new HBox(title);
    header.getStyleClass().add("page-header");
    pane.setTop(header);
    tables.setOrientation(Orientation.HORIZONTAL);
    tables.setDividerPositions(PRODUCTS);
    products();
    customers();
    language.follow(pane, customers::refresh);
  }

  private void products() {
    products.setId("unmet-products");
    prepare(products, "customer.unmet.title");
    products.getColumns().add(column("product", 220, Needs.Unmet::product));
    products.getColumns().add(column("needs", 90, one -> around.formats().count(one.needs())));
    products
        .getColumns()
        .add(column("customers", 90, one -> around.formats().count(one.customers())));
    products.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> chosen(now));
  }

  private void customers() {
    customers.setId("unmet-customers");
    prepare(customers, "customer.unmet.who");
    customers.getColumns().add(column("customer", 220, Needs.Wanting::customer));
    customers
        .getColumns()
        .add(column("importance", 90, one -> language.now(one.importance().key())));
    customers
        .getColumns()
        .add(column("owner", 90, one -> Objects.requireNonNullElse(one.owner(), "—")));
    customers
        .getColumns()
        .add(column("detail", 200, one -> Objects.requireNonNullElse(one.detail(), "")));
    customers.setRowFactory(
        table -> {
          TableRow<Needs.Wanting> row = new TableRow<>();
          row.setOnMouseClicked(
              e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                  open();
                }
              });
          return row;
        });
    customers.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            open();
            e.consume();
          }
        });
  }

  private void prepare(TableView<?> table, String key) {
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.accessibleTextProperty().bind(language.text(key));
    Label none = new Label();
    none.textProperty().bind(language.text("customer.unmet.choose"));
    none.getStyleClass().add("muted");
    table.setPlaceholder(none);
  }

  private <R> TableColumn<R, String> column(String name, double width, Function<R, String> text) {
    return new TextColumn<>(language, "customer.unmet.column." + name, width, text);
  }

  private void chosen(Needs.@Nullable Unmet one) {
    if (one == null) {
      customers.getItems().clear();
      return;
    }
    around
        .background()
        .run(progress -> needs.wanting(one.product()))
        .orElse(around.changes()::report)
        .then(
            found -> {
              if (one.equals(products.getSelectionModel().getSelectedItem())) {
                customers.getItems().setAll(found);
              }
            });
  }

  private void open() {
    Needs.Wanting one = customers.getSelectionModel().getSelectedItem();
    if (one != null) {
      around.navigation().open(new Place(CustomerPage.ID, one.customerId()));
    }
  }

  private void read() {
    around
        .background()
        .run(progress -> needs.unmetByProduct())
        .orElse(
            problem ->
                middle
                    .getChildren()
                    .setAll(
                        new ErrorState(
                                language.text("customer.unmet.unreadable"),
                                language.text("customer.unmet.unreadable_text"))
                            .button(language.text("customer.unmet.again"), this::read)))
        .then(this::fill);
  }

  private void fill(List<Needs.Unmet> found) {
    if (found.isEmpty()) {
      middle
          .getChildren()
          .setAll(
              new EmptyState(
                  Feather.TARGET,
                  language.text("customer.unmet.empty"),
                  language.text("customer.unmet.empty_text")));
      return;
    }
    Needs.Unmet before = products.getSelectionModel().getSelectedItem();
    products.getItems().setAll(found);
    middle.getChildren().setAll(tables);
    products
        .getSelectionModel()
        .select(
            found.stream()
                .filter(one -> before != null && one.product().equals(before.product()))
                .findFirst()
                .orElse(found.getFirst()));
    products.requestFocus();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Node node() {
    return pane;
  }

  @Override
  public void shown() {
    read();
  }

  @Override
  public void hidden() {}
}
