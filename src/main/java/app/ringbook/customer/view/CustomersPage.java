package app.ringbook.customer.view;

import app.ringbook.customer.ListQuery;
import app.ringbook.customer.Portrait;
import app.ringbook.platform.Subscription;
import app.ringbook.ui.Action;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.PreparingLabel;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The list of customers with its filter and the preview of the chosen one. Its place takes a
 * customer's id to choose it.
 */
public final class CustomersPage implements Page {
  /** Name of the page in {@link Place}. */
  public static final String ID = "customers";

  /** Where the Import buttons lead. */
  public static final String IMPORT = "import";

  /** Below this width of the page the preview lies over the list. */
  private static final double NARROW = 1112;

  private final Surroundings around;
  private final CustomersModel model;
  private final CustomersTable table;
  private final CellEditor editor;
  private final PreviewPane preview;
  private final TextField filter = new TextField();
  private final ToggleButton previewButton = new ToggleButton();
  private final BorderPane content = new BorderPane();
  private final StackPane layers = new StackPane();
  private final VBox root = new VBox();
  private boolean narrow;
  private boolean shown;
  private boolean focusList;
  private @Nullable Subscription news;

  /**
   * @param panels what other rooms show; those of the preview are taken
   */
  public CustomersPage(Surroundings around, List<CustomerPanel> panels) {
    this.around = around;
    this.model =
        new CustomersModel(around.book(), around.background(), around.front(), around.clock());
    this.table = new CustomersTable(around, model);
    this.editor = new CellEditor(around, table, table::move, this::edited);
    this.preview =
        new PreviewPane(
            around,
            new CustomerModel(around.book(), around.background(), around.front()),
            panels.stream().filter(p -> p.place() == CustomerPanel.Place.PREVIEW).toList(),
            this::openChosen,
            this::deleteChosen);
    table.onOpen(this::openChosen);
    table.onPreview(this::togglePreview);
    table.onDelete(this::deleteChosen);
    table.onEdit(editor::begin);
    previewButton.setSelected(true);
    table.previewed().bind(previewButton.selectedProperty());
    build();
    model.status().addListener((at, was, is) -> focusList());
    around.search().percent().addListener((at, was, is) -> searchPrepared());
    model.chosen().addListener((at, was, is) -> previewChosen());
    previewButton.selectedProperty().addListener((at, was, is) -> previewChosen());
    root.widthProperty().addListener((at, was, is) -> fit(is.doubleValue()));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void open(Place place) {
    if (place.id() != null) {
      model.chosen().set(place.id());
    }
  }

  @Override
  public void shown() {
    shown = true;
    news = around.book().changes(changed -> around.front().execute(() -> table.reload(changed)));
    focusList = true;
    model.shown();
    previewChosen();
    focusList();
  }

  @Override
  public void hidden() {
    shown = false;
    model.hidden();
    preview.hidden();
    if (news != null) {
      news.close();
      news = null;
    }
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("customers.filter", "customer.action.filter", "Ctrl F", this::focusFilter),
        Action.of("customers.filter_sign", "customer.action.filter", "/", this::focusFilter),
        Action.of("customers.open", "customer.action.open", this::openChosen),
        Action.of("customers.edit", "customer.action.edit", this::editChosen),
        Action.of("customers.preview", "customer.action.preview", this::togglePreview),
        Action.of("customers.call", "customer.action.call", "C", this::callChosen),
        Action.of(
            "customers.next", "customer.action.next_contact", "Ctrl T", this::nextContactOfChosen),
        Action.of("customers.delete", "customer.action.delete", this::deleteChosen));
  }

  /** Asks for a new customer. */
  public void newCustomer() {
    newCustomer("");
  }

  /** Asks for a new customer whose name begins so, for example with what was searched in vain. */
  public void newCustomer(String name) {
    new NewCustomerSheet(around, name).showOn(around.dialogs());
  }

  /** New customer, by Ctrl N: offered on every page, so it is the window's and not this page's. */
  public Action newCustomerAction() {
    return Action.of("customers.new", "customer.action.new", "Ctrl N", this::newCustomer);
  }

  private void build() {
    CustomersBody body = new CustomersBody(around, model, table.node(), this::newCustomer);
    StackPane list = new StackPane(body, editor);
    content.setCenter(list);
    layers.getChildren().add(content);
    VBox.setVgrow(layers, Priority.ALWAYS);
    root.getStyleClass().add("customers-page");
    root.getChildren().addAll(header(), filterRow(), layers);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
  }

  private Node header() {
    Language language = around.language();
    Label count = new Label();
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> around.formats().count(model.total().get()), model.total(), language));
    count.getStyleClass().add("muted");
    HBox header =
        new HBox(
            Parts.label(language.text("customer.list.title"), "page-title"),
            count,
            Parts.space(),
            Parts.button(
                Feather.UPLOAD,
                language.text("customer.list.import"),
                () -> around.navigation().open(Place.of(IMPORT))),
            Parts.button(
                Feather.PLUS, language.text("customer.list.new"), this::newCustomer, "accent"));
    header.getStyleClass().add("page-header");
    return header;
  }

  private Node filterRow() {
    Language language = around.language();
    filter.setId("customers-filter");
    filter.getStyleClass().add("small");
    filter.promptTextProperty().bind(language.text("customer.list.filter"));
    filter.accessibleTextProperty().bind(language.text("customer.list.filter_name"));
    filter.textProperty().bindBidirectional(model.filter());
    filter.addEventHandler(KeyEvent.KEY_PRESSED, this::filterKey);
    Chip due = new Chip(language.text("customer.list.due"));
    due.setId("customers-due");
    due.selectedProperty().bindBidirectional(model.due());
    previewButton.setId("customers-preview");
    previewButton.setGraphic(Icons.of(Feather.SIDEBAR));
    previewButton.getStyleClass().addAll("button-icon", "flat", "small");
    previewButton.accessibleTextProperty().bind(language.text("customer.list.preview"));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(language.text("customer.action.preview"));
    previewButton.setTooltip(tooltip);
    PreparingLabel preparing = new PreparingLabel(language, around.search());
    HBox row = new HBox(filter, due, preparing, Parts.space(), sortMenu(), previewButton);
    row.getStyleClass().add("filter-row");
    return row;
  }

  private Node sortMenu() {
    Language language = around.language();
    MenuButton menu = new MenuButton();
    menu.getStyleClass().addAll("flat", "small", "no-arrow");
    menu.setGraphic(Icons.of(Feather.FILTER));
    menu.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> language.now("customer.list.sort", language.now(sortKey(model.sort().get()))),
                model.sort(),
                language));
    ToggleGroup group = new ToggleGroup();
    for (ListQuery.Sort sort : ListQuery.Sort.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(language.text(sortKey(sort)));
      item.setToggleGroup(group);
      item.setSelected(sort == model.sort().get());
      item.setOnAction(e -> model.sortBy(sort, sort == ListQuery.Sort.CREATED));
      model.sort().addListener((at, was, is) -> item.setSelected(is == sort));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static String sortKey(ListQuery.Sort sort) {
    return switch (sort) {
      case NAME -> "customer.sort.name";
      case NEXT_CONTACT -> "customer.sort.next_contact";
      case LAST_CONTACT -> "customer.sort.last_contact";
      case CREATED -> "customer.sort.created";
    };
  }

  private void filterKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      table.node().requestFocus();
      table.move(model.chosen().get() == null ? 1 : 0);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
      filter.clear();
      event.consume();
    }
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (narrow && previewButton.isSelected()) {
        previewButton.setSelected(false);
      } else {
        table.node().getSelectionModel().clearSelection();
      }
      event.consume();
    }
  }

  /** The list gets the keyboard once it is there, unless the user has gone elsewhere meanwhile. */
  private void focusList() {
    if (focusList && model.status().get() == CustomersModel.Status.READY) {
      focusList = false;
      table.node().requestFocus();
    }
  }

  private void focusFilter() {
    focusList = false;
    filter.requestFocus();
    filter.selectAll();
  }

  private void togglePreview() {
    previewButton.setSelected(!previewButton.isSelected());
  }

  private void fit(double width) {
    boolean isNarrow = width < NARROW;
    if (isNarrow != narrow) {
      narrow = isNarrow;
      previewButton.setSelected(!isNarrow);
      previewChosen();
    }
  }

  /** Puts the preview beside the list or over it, or takes it away. */
  private void previewChosen() {
    Long id = model.chosen().get();
    boolean wanted = shown && previewButton.isSelected();
    Node pane = preview.node();
    content.setRight(null);
    layers.getChildren().setAll(content);
    pane.getStyleClass().remove("overlay");
    if (!wanted || (narrow && id == null)) {
      preview.hidden();
      return;
    }
    if (narrow) {
      pane.getStyleClass().add("overlay");
      StackPane.setAlignment(pane, Pos.CENTER_RIGHT);
      layers.getChildren().add(pane);
    } else {
      content.setRight(pane);
    }
    if (id == null) {
      preview.clear();
    } else {
      preview.show(id);
    }
  }

  private void editChosen() {
    Long id = model.chosen().get();
    if (id != null) {
      editor.begin(id, CellEdit.Field.NAME);
    }
  }

  /** What the filter found until now may not be all. */
  private void searchPrepared() {
    if (shown && around.search().ready() && !model.filter().get().isBlank()) {
      model.reload();
    }
  }

  private void edited() {
    model.reload();
  }

  private void openChosen() {
    Long id = model.chosen().get();
    if (id != null) {
      around.navigation().open(new Place(CustomerPage.ID, id));
    }
  }

  private void deleteChosen() {
    Long id = model.chosen().get();
    if (id != null) {
      String name = table.line(id).map(line -> line.name()).orElse("");
      Long beside = table.neighbour(id);
      around
          .changes()
          .make(
              () -> around.book().delete(id),
              () -> model.chosen().set(beside),
              around.changes()::report,
              "customer.toast.deleted",
              name);
    }
  }

  private void callChosen() {
    withChosen(around.calling()::callMain);
  }

  private void nextContactOfChosen() {
    withChosen(
        portrait -> new NextContactSheet(around, portrait.customer()).showOn(around.dialogs()));
  }

  private void withChosen(Consumer<Portrait> task) {
    Long id = model.chosen().get();
    if (id != null) {
      around
          .background()
          .run(progress -> around.book().portrait(id))
          .orElse(around.changes()::report)
          .then(portrait -> portrait.ifPresent(task));
    }
  }
}
