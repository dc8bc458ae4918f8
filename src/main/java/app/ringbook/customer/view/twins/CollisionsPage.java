package app.ringbook.customer.view.twins;

import app.ringbook.customer.twins.Collision;
import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.CustomerPage;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.ui.Action;
import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import app.ringbook.ui.controls.EmptyState;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.TextColumn;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page of customers that stand in the book twice, each pair with what can be done about it. */
public final class CollisionsPage implements Page {
  /** The page's name in {@link Place}. */
  public static final String ID = "collisions";

  private static final double ROW = 36;

  private final CollisionsModel model;
  private final TwinsBook book;
  private final MergeSheet.Opener merging;
  private final Surroundings around;
  private final Language language;
  private final BorderPane pane = new BorderPane();
  private final TableView<Collision> table = new TableView<>();
  private final Label count = new Label();
  private final HBox acts = new HBox();

  /** Looks for collisions when it is first shown. */
  public CollisionsPage(
      CollisionsModel model, TwinsBook book, MergeSheet.Opener merging, Surroundings around) {
    this.model = model;
    this.book = book;
    this.merging = merging;
    this.around = around;
    this.language = around.language();
    pane.getStyleClass().add("collisions-page");
    pane.setTop(header());
    table();
    acts.setAlignment(Pos.CENTER_LEFT);
    acts.setSpacing(8);
    acts.setPadding(new Insets(12, 24, 12, 24));
    model.found().addListener((ListChangeListener<Collision>) change -> fill());
    model.busyProperty().addListener((o, was, now) -> fill());
    model.problemProperty().addListener((o, was, now) -> fill());
    language.follow(pane, this::fill);
    fill();
  }

  private HBox header() {
    Label title = new Label();
    title.textProperty().bind(language.text("customer.collisions.title"));
    title.getStyleClass().add("page-title");
    count.getStyleClass().add("secondary");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    CheckBox owners = new CheckBox();
    owners.setId("collisions-owners");
    owners.textProperty().bind(language.text("customer.collisions.owners"));
    owners.selectedProperty().bindBidirectional(model.differentOwners());
    Button again = new Button();
    again.textProperty().bind(language.text("customer.collisions.again"));
    again.disableProperty().bind(model.busyProperty());
    again.setOnAction(e -> model.look());
    HBox header = new HBox(title, count, space, owners, again);
    header.getStyleClass().add("page-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void table() {
    table.setId("collisions");
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("one", 240, c -> c.one().name()));
    table.getColumns().add(column("one_owner", 110, c -> owner(c.one())));
    table.getColumns().add(column("one_last", 110, c -> last(c.one())));
    table.getColumns().add(column("other", 240, c -> c.other().name()));
    table.getColumns().add(column("other_owner", 110, c -> owner(c.other())));
    table.getColumns().add(column("other_last", 110, c -> last(c.other())));
    table.getColumns().add(column("why", 160, c -> language.now(c.why().key(), c.likeness())));
    table.getSelectionModel().selectedItemProperty().addListener((o, was, now) -> acts(now));
    table.setOnKeyPressed(
        e -> {
          Collision chosen = table.getSelectionModel().getSelectedItem();
          if (e.getCode() == KeyCode.ENTER && chosen != null) {
            merge(chosen);
            e.consume();
          }
        });
  }

  private TableColumn<Collision, String> column(
      String name, double width, Function<Collision, String> text) {
    return new TextColumn<>(language, "customer.collisions.column." + name, width, text);
  }

  private static String owner(Collision.Side side) {
    return side.owner() == null ? "—" : side.owner();
  }

  private String last(Collision.Side side) {
    return side.lastContactAt() == null ? "—" : around.formats().day(side.lastContactAt());
  }

  private void fill() {
    if (!table.getItems().equals(model.found())) {
      table.getItems().setAll(model.found());
    }
    table.refresh();
    int pairs = model.found().size();
    count.setText(
        model.lookedProperty().get() ? language.now("customer.collisions.count", pairs) : "");
    pane.setCenter(centre(pairs));
    pane.setBottom(pairs > 0 && !model.busyProperty().get() ? acts : null);
    acts(table.getSelectionModel().getSelectedItem());
  }

  private Node centre(int pairs) {
    Throwable problem = model.problemProperty().get();
    if (model.busyProperty().get()) {
      return busy();
    }
    if (problem != null) {
      return new ErrorState(
              language.text("customer.collisions.failed"),
              new SimpleStringProperty(Problems.sentence(problem, language.texts())))
          .button(language.text("customer.collisions.again"), model::look);
    }
    return pairs > 0
        ? table
        : new EmptyState(
            Feather.COPY,
            language.text("customer.collisions.none"),
            language.text(
                model.differentOwners().get()
                    ? "customer.collisions.none_owners"
                    : "customer.collisions.none_text"));
  }

  private Node busy() {
    Label what = new Label(language.now("customer.collisions.looking"));
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setPrefWidth(320);
    Button cancel = new Button(language.now("customer.sheet.cancel"));
    cancel.setOnAction(e -> model.cancel());
    VBox box = new VBox(12, what, bar, cancel);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /** What can be done about a pair; nothing while none is chosen. */
  private void acts(@Nullable Collision chosen) {
    acts.getChildren().clear();
    if (chosen == null) {
      acts.getChildren().add(new Label(language.now("customer.collisions.choose")));
      return;
    }
    Button merge = new Button(language.now("customer.merge.open"));
    merge.setId("collision-merge");
    merge.getStyleClass().add("accent");
    merge.setOnAction(e -> merge(chosen));
    MenuButton assign = new MenuButton(language.now("customer.collisions.assign"));
    assign.setId("collision-assign");
    for (Collision.Side side : List.of(chosen.one(), chosen.other())) {
      String owner = side.owner();
      if (owner != null) {
        MenuItem item = new MenuItem(owner);
        item.setOnAction(
            e ->
                settle(
                    chosen,
                    () -> book.assign(chosen, owner),
                    "customer.collisions.assigned",
                    owner));
        assign.getItems().add(item);
      }
    }
    assign.setDisable(assign.getItems().isEmpty());
    Button different = new Button(language.now("customer.collisions.different"));
    different.setId("collision-different");
    different.setOnAction(
        e ->
            new ReasonSheet(
                    language,
                    reason ->
                        settle(
                            chosen,
                            () -> book.different(chosen, reason),
                            "customer.collisions.said_different",
                            chosen.one().name()))
                .showOn(around.dialogs()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    acts.getChildren().addAll(merge, assign, different, space);
    for (Collision.Side side : List.of(chosen.one(), chosen.other())) {
      Button open = new Button(language.now("customer.collisions.open", side.name()));
      open.setOnAction(e -> around.navigation().open(new Place(CustomerPage.ID, side.id())));
      acts.getChildren().add(open);
    }
  }

  private void settle(Collision chosen, Changes.Work work, String key, String who) {
    around.changes().make(work, () -> model.settled(chosen), around.changes()::report, key, who);
  }

  private void merge(Collision chosen) {
    List<Long> ids = List.of(chosen.one().id(), chosen.other().id());
    merging.open(ids, () -> model.merged(ids));
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
    if (!model.lookedProperty().get() && !model.busyProperty().get()) {
      model.look();
    }
  }

  @Override
  public void hidden() {}

  @Override
  public List<Action> actions() {
    return List.of(Action.of("collisions-again", "customer.collisions.again", model::look));
  }
}
