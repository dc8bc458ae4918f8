package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.ui.Page;
import app.ringbook.ui.controls.WindowedRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The list: rows of any number of customers, read in pages as they come into sight. The selected
 * row and the one chosen in the model are the same.
 */
final class CustomersTable {
  private static final double ROW = 36;
  private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  /** A second click this much later is not a double click any more: it edits. */
  private static final Duration DOUBLE_CLICK = Duration.millis(350);

  private final CustomersModel model;

  /** What {@link #pressed} takes. */
  static final List<Page.Keys> KEYS =
      List.of(
          Page.Keys.of("customer.key.move", "Down", "Up", "J", "K"),
          Page.Keys.of("customer.action.open", "Enter"),
          Page.Keys.of("customer.action.preview", "Space"),
          Page.Keys.of("customer.action.edit", "F2", "E"),
          Page.Keys.of("customer.action.delete", "Delete"),
          Page.Keys.of("customer.key.check", "X"),
          Page.Keys.of("customer.key.check_more", "Shift Down", "Shift Up"),
          Page.Keys.of("customer.key.check_all", "Ctrl A"));

  private final WindowedRows<CustomerRecord> rows;
  private final TableView<WindowedRows.Line<CustomerRecord>> table = new TableView<>();
  private final BooleanProperty previewed = new SimpleBooleanProperty();
  private final ChecksModel checks;
  private final ShownColumns columns;
  private final PauseTransition editLater = new PauseTransition(DOUBLE_CLICK);
  private Runnable opens = () -> {};
  private Runnable previews = () -> {};
  private Runnable deletes = () -> {};
  private BiConsumer<Long, String> edits = (id, field) -> {};
  private boolean filling;
  private boolean pressedOnSelected;
  private int anchor = -1;

  CustomersTable(Surroundings around, CustomersModel model, ChecksModel checks, ListFields fields) {
    this.model = model;
    this.checks = checks;

    this.rows =
        new WindowedRows<>(
            around.background(), ids -> around.book().lines(ids), CustomerRecord::id);
    table.setId("customers");
    table.setFixedCellSize(ROW);
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table.accessibleTextProperty().bind(around.language().text("customer.list.title"));
    table.setRowFactory(t -> new Row());
    table.setItems(rows);
    table.setSortPolicy(
        t -> {
          sorted();
          return true;
        });
    table.getSelectionModel().selectedItemProperty().addListener((at, was, is) -> selected(is));
    model.chosen().addListener((at, was, is) -> select(is));
    model.ids().addListener((at, was, is) -> fill(is));
    model.state().addListener((at, was, is) -> markSort());
    this.columns =
        new ShownColumns(
            table,
            model,
            fields,
            new CustomerColumns(around, fields),
            new CheckColumn(checks, around.language()));
    around.language().follow(table, () -> table.refresh());
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    fill(model.ids().get());
    markSort();
  }

  TableView<WindowedRows.Line<CustomerRecord>> node() {
    return table;
  }

  /** Why some rows could not be read, or null. */
  ReadOnlyObjectProperty<@Nullable Throwable> failure() {
    return rows.failureProperty();
  }

  /** Reads what could not be read. */
  void tryAgain() {
    rows.tryAgain();
    table.refresh();
  }

  /** True while the chosen row is also shown in the preview. */
  BooleanProperty previewed() {
    return previewed;
  }

  void onOpen(Runnable task) {
    opens = task;
  }

  void onPreview(Runnable task) {
    previews = task;
  }

  void onDelete(Runnable task) {
    deletes = task;
  }

  void onEdit(BiConsumer<Long, String> task) {
    edits = task;
  }

  /** The row of a customer as far as it is read. */
  Optional<CustomerRecord> line(long id) {
    int index = rows.indexOfId(id);
    return index < 0 ? Optional.empty() : Optional.ofNullable(rows.get(index).value());
  }

  /** The customer below this one, else above it; null if it is alone. */
  @Nullable Long neighbour(long id) {
    int index = rows.indexOfId(id);
    int beside = index + 1 < rows.size() ? index + 1 : index - 1;
    return index < 0 || beside < 0 ? null : rows.ids()[beside];
  }

  /** Rows that changed are read again where they are in sight. */
  void reload(Set<Long> changed) {
    rows.reload(changed.isEmpty() ? inSight() : changed);
  }

  /** Chooses the next (1) or previous (-1) row. */
  void move(int by) {
    int size = rows.size();
    if (size == 0) {
      return;
    }
    int now = table.getSelectionModel().getSelectedIndex();
    int next = now < 0 ? 0 : Math.clamp((long) now + by, 0, size - 1);
    table.getSelectionModel().clearAndSelect(next);
    table.getFocusModel().focus(next);
    reveal(next);
  }

  /** Where a cell stands on the screen, or empty if it is out of sight. */
  Optional<Bounds> cellBounds(long id, String field) {
    for (Node node : table.lookupAll(".table-cell")) {
      if (node instanceof TableCell<?, ?> cell
          && cell.isVisible()
          && cell.getTableColumn() != null
          && field.equals(cell.getTableColumn().getUserData())
          && cell.getTableRow().getItem() instanceof WindowedRows.Line<?> line
          && line.id() == id) {
        return Optional.ofNullable(cell.localToScene(cell.getLayoutBounds()));
      }
    }
    return Optional.empty();
  }

  private void fill(long[] ids) {
    filling = true;
    Long chosen = model.chosen().get();
    rows.show(ids);
    int index = chosen == null ? -1 : rows.indexOfId(chosen);
    if (index >= 0) {
      table.getSelectionModel().clearAndSelect(index);
    } else {
      table.getSelectionModel().clearSelection();
    }
    filling = false;
    if (chosen != null && index < 0) {
      model.chosen().set(null);
    }
  }

  private List<Long> inSight() {
    return table.lookupAll(".table-row-cell").stream()
        .map(node -> ((TableRow<?>) node).getItem())
        .filter(WindowedRows.Line.class::isInstance)
        .map(line -> ((WindowedRows.Line<?>) line).id())
        .toList();
  }

  private void select(@Nullable Long id) {
    int index = id == null ? -1 : rows.indexOfId(id);
    if (!filling && index >= 0 && index != table.getSelectionModel().getSelectedIndex()) {
      table.getSelectionModel().clearAndSelect(index);
      reveal(index);
    }
  }

  private void selected(WindowedRows.@Nullable Line<CustomerRecord> line) {
    if (!filling) {
      model.chosen().set(line == null ? null : line.id());
    }
  }

  private void sorted() {
    if (filling || table.getSortOrder().isEmpty()) {
      return;
    }
    TableColumn<?, ?> column = table.getSortOrder().getFirst();
    String sort = CustomerColumns.sortOf(column);
    boolean down = column.getSortType() == TableColumn.SortType.DESCENDING;
    ListState now = model.state().get();
    if (sort != null && (!sort.equals(now.sort()) || down != now.descending())) {
      model.sortBy(sort, down);
    }
  }

  /** Scrolls sideways until the column of a field is in sight. */
  void revealColumn(String field) {
    table.getColumns().stream()
        .filter(column -> column.getId().equals(field))
        .findFirst()
        .ifPresent(
            column -> {
              table.scrollToColumn(column);
              table.layout();
            });
  }

  /** The fields shown that can be edited, from the left. */
  List<String> editable() {
    return columns.editable();
  }

  private void markSort() {
    filling = true;
    table.getSortOrder().clear();
    for (TableColumn<WindowedRows.Line<CustomerRecord>, ?> column : table.getColumns()) {
      if (model.state().get().sort().equals(CustomerColumns.sortOf(column))) {
        column.setSortType(
            model.state().get().descending()
                ? TableColumn.SortType.DESCENDING
                : TableColumn.SortType.ASCENDING);
        table.getSortOrder().add(column);
      }
    }
    filling = false;
  }

  private void reveal(int index) {
    double height = table.getHeight() - ROW;
    int shown = (int) (height / ROW);
    int first = firstInSight();
    if (index < first) {
      table.scrollTo(index);
    } else if (index >= first + shown) {
      table.scrollTo(Math.max(0, index - shown + 1));
    }
  }

  private int firstInSight() {
    return table.lookupAll(".table-row-cell").stream()
        .map(node -> (TableRow<?>) node)
        .filter(row -> !row.isEmpty() && row.getLayoutY() + ROW > 0)
        .mapToInt(TableRow::getIndex)
        .min()
        .orElse(0);
  }

  private void pressed(KeyEvent event) {
    if (checkKeys(event)) {
      event.consume();
      return;
    } else if (event.isShortcutDown() || event.isControlDown() || event.isAltDown()) {
      return;
    }
    Long id = model.chosen().get();
    switch (event.getCode()) {
      case J -> move(1);
      case K -> move(-1);
      case ENTER -> ifChosen(id, opens);
      case SPACE -> previews.run();
      case F2, E -> ifChosen(id, () -> edits.accept(id, "name"));
      case DELETE -> ifChosen(id, deletes);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** X checks the row, Shift with an arrow the next one too, Ctrl A all. */
  private boolean checkKeys(KeyEvent event) {
    boolean control = event.isShortcutDown() || event.isControlDown();
    int index = table.getSelectionModel().getSelectedIndex();
    if (control && event.getCode() == KeyCode.A) {
      checks.checkAll();
      return true;
    } else if (control || event.isAltDown() || index < 0) {
      return false;
    }
    long id = rows.ids()[index];
    return switch (event.getCode()) {
      case X -> {
        checks.set(id, !checks.checked(id));
        yield true;
      }
      case UP, DOWN, J, K -> {
        if (event.isShiftDown()) {
          boolean down = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.J;
          int next = Math.clamp(index + (down ? 1 : -1), 0, rows.size() - 1);
          checks.setRange(index, next, true);
          move(down ? 1 : -1);
        }
        yield event.isShiftDown();
      }
      default -> false;
    };
  }

  private static void ifChosen(@Nullable Long id, Runnable task) {
    if (id != null) {
      task.run();
    }
  }

  private void pressedOn(Row row, MouseEvent event) {
    editLater.stop();
    pressedOnSelected = row.isSelected() && event.getClickCount() == 1;
  }

  private void clickedOn(Row row, MouseEvent event) {
    WindowedRows.Line<CustomerRecord> line = row.getItem();
    if (line != null && event.isShiftDown() && anchor >= 0) {
      checks.setRange(anchor, row.getIndex(), true);
      return;
    }
    anchor = row.getIndex();
    if (line == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    String field = fieldAt(event);
    if (event.getClickCount() == 2) {
      opens.run();
    } else if (pressedOnSelected && field != null && event.isStillSincePress()) {
      editLater.setOnFinished(e -> edits.accept(line.id(), field));
      editLater.playFromStart();
    }
  }

  private static @Nullable String fieldAt(MouseEvent event) {
    Node node = event.getPickResult().getIntersectedNode();
    while (node != null && !(node instanceof TableCell<?, ?>)) {
      node = node.getParent();
    }
    return node instanceof TableCell<?, ?> cell
            && cell.getTableColumn().getUserData() instanceof String field
        ? field
        : null;
  }

  /** A row that knows whether it is open in the preview. */
  private final class Row extends TableRow<WindowedRows.Line<CustomerRecord>> {
    Row() {
      addEventFilter(MouseEvent.MOUSE_PRESSED, e -> pressedOn(this, e));
      addEventHandler(MouseEvent.MOUSE_CLICKED, e -> clickedOn(this, e));
      selectedProperty().addListener((at, was, is) -> mark());
      previewed.addListener((at, was, is) -> mark());
      itemProperty().addListener((at, was, is) -> markChecked());
      checks.changes().addListener((at, was, is) -> markChecked());
    }

    private void mark() {
      pseudoClassStateChanged(OPEN, isSelected() && previewed.get());
    }

    private void markChecked() {
      pseudoClassStateChanged(CHECKED, getItem() != null && checks.checked(getItem().id()));
    }
  }
}
