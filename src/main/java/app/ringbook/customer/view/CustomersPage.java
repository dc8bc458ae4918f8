package app.ringbook.customer.view;

import app.ringbook.customer.Portrait;
import app.ringbook.customer.filter.Filter;
import app.ringbook.platform.Subscription;
import app.ringbook.settings.CustomerListSettings.Column;
import app.ringbook.settings.Settings;
import app.ringbook.ui.Action;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
  private final ListFields fields;
  private final ViewsModel views;
  private final ViewTabs tabs;
  private final ChecksModel checks;
  private final PopoverLayer popovers = new PopoverLayer();
  private final FilterRow filterRow;
  private final BulkActions bulk;
  private final BulkBar bulkBar;
  private final BorderPane content = new BorderPane();
  private final StackPane layers = new StackPane();
  private final VBox root = new VBox();
  private boolean narrow;
  private boolean shown;
  private boolean focusList;
  private @Nullable Subscription news;
  private Consumer<ListedCustomers> exporting = listed -> {};

  /**
   * @param panels what other rooms show; those of the preview are taken
   * @param settings where views are kept
   * @param files asks for the file of a view that is handed on
   */
  public CustomersPage(
      Surroundings around, List<CustomerPanel> panels, Settings settings, FileChoice files) {
    this.around = around;
    this.model = new CustomersModel(around.book(), around.background(), around.front());
    this.views = new ViewsModel(settings);
    model.state().bindBidirectional(views.state());
    this.fields = new ListFields(around.book(), around.language(), around.formats());
    this.checks = new ChecksModel(model.ids());
    this.bulk = new BulkActions(around, checks, fields);
    bulk.onExport(this::export);
    this.bulkBar = new BulkBar(around, checks, model, bulk);
    this.tabs = new ViewTabs(around, views, files);
    this.table = new CustomersTable(around, model, checks, fields);
    this.filterRow =
        new FilterRow(
            around,
            model,
            new FilterChips(around, views, fields, popovers),
            new ListTools(around, model, fields),
            this::intoList);
    this.editor = new CellEditor(around, fields, table, table::move, this::edited);
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
    table.previewed().bind(filterRow.previewed());
    model.ids().addListener((at, was, is) -> tabs.count());
    build();
    model.status().addListener((at, was, is) -> focusList());
    around.search().percent().addListener((at, was, is) -> searchPrepared());
    model.chosen().addListener((at, was, is) -> previewChosen());
    filterRow.previewed().addListener((at, was, is) -> previewChosen());
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
    tabs.hidden();
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
        Action.of("customers.export", "customer.action.export", this::export),
        Action.of("customers.delete", "customer.action.delete", this::deleteChosen));
  }

  @Override
  public List<Keys> keys() {
    return ListKeys.KEYS;
  }

  /** Asks for a new customer. */
  public void newCustomer() {
    newCustomer("");
  }

  /** Asks for a new customer whose name begins so, for example with what was searched in vain. */
  public void newCustomer(String name) {
    new NewCustomerSheet(around, name).showOn(around.dialogs());
  }

  /**
   * What makes one of the customers that are checked.
   *
   * @param handler gets their ids, and what to do once they are one
   */
  public void onMerge(BiConsumer<List<Long>, Runnable> handler) {
    bulk.onMerge(handler);
  }

  /** Lists those that fit a filter. */
  public void list(Filter filter) {
    views.state().set(ListState.EVERYBODY.withFilter(filter));
  }

  /** What hands over the customers that are checked; as {@link #onMerge}. */
  public void onHandOver(BiConsumer<long[], Runnable> handler) {
    bulk.onHandOver(handler);
  }

  /** What exports the list; gets what it shows. */
  public void onExport(Consumer<ListedCustomers> handler) {
    exporting = handler;
  }

  private void export() {
    List<String> known = CustomerColumns.shownFields(fields);
    exporting.accept(
        new ListedCustomers(
            model.query(),
            checks.ids(),
            model.ids().get().length,
            model.total().get(),
            model.state().get().columns().stream()
                .map(Column::field)
                .filter(known::contains)
                .toList()));
  }

  /** New customer, by Ctrl N: offered on every page, so it is the window's and not this page's. */
  public Action newCustomerAction() {
    return Action.of("customers.new", "customer.action.new", "Ctrl N", this::newCustomer);
  }

  private void build() {
    CustomersBody body = new CustomersBody(around, model, table, this::newCustomer);
    StackPane list = new StackPane(body, editor, bulkBar);
    content.setCenter(list);
    layers.getChildren().addAll(content, popovers);
    VBox.setVgrow(layers, Priority.ALWAYS);
    root.getStyleClass().add("customers-page");
    root.getChildren().addAll(header(), tabs, filterRow, layers);
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
            Parts.button(Feather.DOWNLOAD, language.text("customer.list.export"), this::export),
            Parts.button(
                Feather.PLUS, language.text("customer.list.new"), this::newCustomer, "accent"));
    header.getStyleClass().add("page-header");
    return header;
  }

  /** From the search field the keyboard goes on in the list. */
  private void intoList() {
    table.node().requestFocus();
    table.move(model.chosen().get() == null ? 1 : 0);
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (checks.count().get() > 0) {
        checks.clear();
      } else if (narrow && filterRow.previewed().get()) {
        filterRow.previewed().set(false);
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
    filterRow.focusText();
  }

  private void togglePreview() {
    filterRow.previewed().set(!filterRow.previewed().get());
  }

  private void fit(double width) {
    boolean isNarrow = width < NARROW;
    if (isNarrow != narrow) {
      narrow = isNarrow;
      filterRow.previewed().set(!isNarrow);
      previewChosen();
    }
  }

  /** Puts the preview beside the list or over it, or takes it away. */
  private void previewChosen() {
    Long id = model.chosen().get();
    boolean wanted = shown && filterRow.previewed().get();
    Node pane = preview.node();
    content.setRight(null);
    layers.getChildren().setAll(content, popovers);
    pane.getStyleClass().remove("overlay");
    if (!wanted || (narrow && id == null)) {
      preview.hidden();
      return;
    }
    if (narrow) {
      pane.getStyleClass().add("overlay");
      StackPane.setAlignment(pane, Pos.CENTER_RIGHT);
      layers.getChildren().add(1, pane);
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
      editor.begin(id, "name");
    }
  }

  /** What the filter found until now may not be all. */
  private void searchPrepared() {
    if (shown && around.search().ready() && !model.text().get().isBlank()) {
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
    if (checks.count().get() > 0) {
      bulk.delete();
    } else if (id != null) {
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
    if (checks.count().get() > 0) {
      bulk.nextContact();
      return;
    }
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
