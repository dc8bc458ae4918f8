package app.ringbook.customer.view.trash;

import app.ringbook.customer.twins.Twin;
import app.ringbook.customer.twins.TwinsFoundException;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.customer.view.TwinWords;
import app.ringbook.customer.view.twins.ReasonSheet;
import app.ringbook.settings.TrashSettings;
import app.ringbook.store.Database.Kept;
import app.ringbook.store.history.KeptWords;
import app.ringbook.store.trash.Trashed;
import app.ringbook.ui.Action;
import app.ringbook.ui.Language;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import app.ringbook.ui.controls.EmptyState;
import app.ringbook.ui.controls.ErrorState;
import app.ringbook.ui.controls.Skeleton;
import app.ringbook.ui.controls.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Deleted customers, contacts and leads: who deleted them and when, and the way back. */
public final class TrashPage implements Page {
  /** The page's name in {@link Place}. */
  public static final String ID = "trash";

  private static final double ROW = 36;
  private static final int NEAR_END = 50;
  private final TrashModel model;
  private final Surroundings around;
  private final Language language;
  private final BorderPane pane = new BorderPane();
  private final TableView<Trashed> table = new TableView<>();
  private final Label count = new Label();
  private final Label note = new Label();
  private final MenuButton days = new MenuButton();
  private final HBox acts = new HBox(8);

  /** Reads when it is first shown. */
  public TrashPage(TrashModel model, Surroundings around) {
    this.model = model;
    this.around = around;
    this.language = around.language();
    pane.getStyleClass().add("trash-page");
    pane.setTop(header());
    table();
    acts();
    model.rows().addListener((ListChangeListener<Trashed>) change -> fill());
    model.countProperty().addListener((o, was, now) -> fill());
    model.problemProperty().addListener((o, was, now) -> fill());
    language.follow(pane, this::fill);
    fill();
  }

  private HBox header() {
    Label title = new Label();
    title.textProperty().bind(language.text("customer.trash.title"));
    title.getStyleClass().add("page-title");
    count.getStyleClass().add("secondary");
    note.getStyleClass().add("secondary");
    note.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    days.setId("trash-days");
    HBox header = new HBox(title, count, space, note, days);
    header.getStyleClass().add("page-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void table() {
    table.setId("trash");
    table.setFixedCellSize(ROW);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<Trashed, String> name = column("name", 260, Trashed::name);
    name.setCellFactory(c -> new NameCell());
    table.getColumns().add(name);
    table.getColumns().add(column("kind", 90, t -> language.now(kind(t))));
    table.getColumns().add(column("of", 180, t -> t.belongedTo() == null ? "—" : t.belongedTo()));
    table
        .getColumns()
        .add(column("with", 120, t -> language.now("customer.trash.parts", t.children())));
    table.getColumns().add(column("when", 130, t -> around.formats().moment(t.deletedAt())));
    table.getColumns().add(column("who", 110, Trashed::author));
    table.getColumns().add(column("until", 110, t -> around.formats().day(model.until(t))));
    table.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            restore(chosen());
            e.consume();
          }
        });
  }

  /** The first column asks for more when the end comes near. */
  private final class NameCell extends TableCell<Trashed, String> {
    NameCell() {
      getStyleClass().add("strong");
    }

    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      setText(empty ? null : name);
      if (!empty && getIndex() > model.rows().size() - NEAR_END) {
        model.more();
      }
    }
  }

  private TableColumn<Trashed, String> column(
      String name, double width, Function<Trashed, String> text) {
    return new TextColumn<>(language, "customer.trash.column." + name, width, text);
  }

  private static String kind(Trashed trashed) {
    return "customer.trash.kind." + trashed.recordTable().toLowerCase(Locale.ROOT);
  }

  private void acts() {
    Button restore = new Button();
    restore.setId("trash-restore");
    restore.getStyleClass().add("accent");
    restore.textProperty().bind(language.text("customer.trash.restore"));
    restore.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    restore.setOnAction(e -> restore(chosen()));
    Label hint = new Label();
    hint.textProperty().bind(language.text("customer.trash.hint"));
    hint.getStyleClass().add("secondary");
    acts.getChildren().setAll(restore, hint);
    acts.setAlignment(Pos.CENTER_LEFT);
    acts.setPadding(new Insets(12, 24, 12, 24));
  }

  private void fill() {
    if (!table.getItems().equals(model.rows())) {
      table.getItems().setAll(model.rows());
    }
    table.refresh();
    long all = model.countProperty().get();
    count.setText(all < 0 ? "" : language.now("customer.trash.count", all));
    note.setText(language.now("customer.trash.note"));
    days.setText(language.now("customer.trash.days", model.days()));
    days.getItems().clear();
    for (int choice : TrashSettings.CHOICES) {
      MenuItem item = new MenuItem(language.now("customer.trash.days", choice));
      item.setOnAction(
          e -> {
            model.keepFor(choice);
            fill();
          });
      days.getItems().add(item);
    }
    pane.setCenter(centre(all));
    pane.setBottom(all > 0 ? acts : null);
  }

  private Node centre(long all) {
    Throwable problem = model.problemProperty().get();
    if (problem != null) {
      return new ErrorState(
              language.text("customer.trash.failed"),
              new SimpleStringProperty(Problems.sentence(problem, language.texts())))
          .button(language.text("customer.trash.again"), model::shown);
    }
    if (all < 0) {
      return Skeleton.card();
    }
    return all > 0
        ? table
        : new EmptyState(
            Feather.TRASH_2,
            language.text("customer.trash.empty"),
            language.text("customer.trash.empty_text"));
  }

  private List<Trashed> chosen() {
    return table.getSelectionModel().getSelectedItems().stream()
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Trashed::deletedAt).thenComparingLong(Trashed::id).reversed())
        .toList();
  }

  private void restore(List<Trashed> some) {
    restore(some, null);
  }

  private void restore(List<Trashed> some, @Nullable String reason) {
    if (!some.isEmpty()) {
      model.restore(some, reason, new Told(some));
    }
  }

  /** Says what became of it, and asks for a reason where one is needed. */
  private final class Told implements TrashModel.Outcome {
    private final List<Trashed> asked;

    Told(List<Trashed> asked) {
      this.asked = asked;
    }

    @Override
    public void back(List<Trashed> records, List<Kept> kept, long last) {
      String names = KeptWords.of(kept, language.texts());
      String key = kept.isEmpty() ? "customer.trash.restored" : "customer.trash.restored_but";
      around
          .changes()
          .saved(
              records.size() == 1 ? last : 0,
              key,
              records.size(),
              records.getFirst().name(),
              names);
    }

    @Override
    public void twins(Trashed record, TwinsFoundException found) {
      List<String> lines = new ArrayList<>();
      lines.add(language.now("customer.trash.twins", record.name()));
      for (Twin twin : found.twins()) {
        lines.add(TwinWords.named(twin, language.texts(), around.formats()));
      }
      List<Trashed> rest = asked.subList(asked.indexOf(record), asked.size());
      new ReasonSheet(
              language,
              String.join("\n", lines),
              reason -> {
                restore(List.of(record), reason);
                restore(rest.subList(1, rest.size()), null);
              })
          .showOn(around.dialogs());
    }

    @Override
    public void failed(Throwable problem) {
      around.changes().report(problem);
    }
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
    model.shown();
    table.requestFocus();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  @Override
  public List<Action> actions() {
    return List.of(
        Action.of("trash-restore", "customer.trash.restore", "R", () -> restore(chosen())));
  }
}
