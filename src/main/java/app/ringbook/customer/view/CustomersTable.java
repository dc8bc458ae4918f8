package app.ringbook.customer.view;

import app.ringbook.customer.ListQuery;
import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.columns.Grouping;
import app.ringbook.ui.controls.WindowedRows;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The list: rows of any number of customers, read in pages as they come into sight. The selected
 * row and the one chosen in the model are the same.
 */
final class CustomersTable {
  private static final double ROW = 36;
  private final CustomersModel model;
  private final WindowedRows<CustomerRecord> rows;
  private final TableView<WindowedRows.Line<CustomerRecord>> table = new TableView<>();
  private final BooleanProperty previewed = new SimpleBooleanProperty();
  private final ChecksModel checks;
  private final ShownColumns columns;
  private final RowsInSight sight = new RowsInSight(table, ROW);
  private final GroupedRows groups = new GroupedRows();
  private Runnable opens = () -> {};
  private Runnable previews = () -> {};
  private Runnable deletes = () -> {};
  private BiConsumer<Long, String> edits = (id, field) -> {};
  private boolean filling;
  private @Nullable ListQuery asked;

  CustomersTable(Surroundings around, CustomersModel model, ChecksModel checks, ListFields fields) {
    this.model = model;
    this.checks = checks;
    this.rows =
        new WindowedRows<>(
            around.background(), ids -> lines(around.book(), ids), CustomerRecord::id);
    table.setId("customers");
    table.setFixedCellSize(ROW);
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table.accessibleTextProperty().bind(around.language().text("customer.list.title"));
    RowClicks clicks = new RowClicks(this);
    table.setRowFactory(t -> new CustomerRow(clicks, checks, previewed));
    table.setItems(rows);
    table.setSortPolicy(
        t -> {
          sorted();
          return true;
        });
    table.getSelectionModel().selectedItemProperty().addListener((at, was, is) -> selected(is));
    model.chosen().addListener((at, was, is) -> select(is));
    model.ids().addListener((at, was, is) -> fill());
    model.state().addListener((at, was, is) -> markSort());
    this.columns =
        new ShownColumns(
            table,
            model,
            fields,
            new CustomerColumns(around, fields, groups),
            new CheckColumn(checks, around.language()));
    around.language().follow(table, () -> table.refresh());
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    fill();
    markSort();
  }

  TableView<WindowedRows.Line<CustomerRecord>> node() {
    return table;
  }

  /** What the table shows. */
  WindowedRows<CustomerRecord> rows() {
    return rows;
  }

  /** The rows and cells that are in sight. */
  RowsInSight sight() {
    return sight;
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
    return index < 0 || beside < 0 || GroupedRows.heading(rows.idAt(beside))
        ? null
        : rows.idAt(beside);
  }

  /** Rows that changed are read again where they are in sight. */
  void reload(Set<Long> changed) {
    rows.reload(changed.isEmpty() ? sight.ids() : changed);
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
    sight.reveal(next);
  }

  /** Headings of groups are no customers. */
  private static List<CustomerRecord> lines(CustomerBook book, List<Long> ids) {
    return book.lines(ids.stream().filter(id -> !GroupedRows.heading(id)).toList());
  }

  /**
   * Shows the answer of the model; what stands at the top stays there if the question is the same.
   */
  private void fill() {
    ListQuery query = model.query();
    boolean same = query.equals(asked) && groups.field().equals(model.group());
    asked = query;
    groups.show(model.group(), model.grouping().get());
    fillRows(same);
  }

  private void fillRows(boolean same) {
    filling = true;
    Long chosen = model.chosen().get();
    int first = sight.first();
    long top = same && first > 0 && first < rows.size() ? rows.idAt(first) : 0;
    int selected = table.getSelectionModel().getSelectedIndex();
    boolean heading =
        selected >= 0 && selected < rows.size() && GroupedRows.heading(rows.idAt(selected));
    Long kept = heading ? Long.valueOf(rows.idAt(selected)) : chosen;
    rows.show(groups.rows());
    if (!groups.field().isEmpty()) {
      // A row that was read and one that is a heading look the same to a cell until it is.
      table.refresh();
    }
    int now = top == 0 ? -1 : rows.indexOfId(top);
    if (now >= 0 && now != first) {
      table.scrollTo(now);
    }
    int index = kept == null ? -1 : rows.indexOfId(kept);
    if (index >= 0) {
      table.getSelectionModel().clearAndSelect(index);
    } else {
      table.getSelectionModel().clearSelection();
    }
    filling = false;
    if (chosen != null && (index < 0 || heading)) {
      model.chosen().set(null);
    }
  }

  /** Opens the chosen customer. */
  void open() {
    opens.run();
  }

  /** Edits a cell. */
  void edit(long id, String field) {
    edits.accept(id, field);
  }

  /** Folds the group whose heading is in this row, or unfolds it; false if there is none. */
  boolean fold(int index, boolean fold) {
    Grouping.Group group =
        index < 0 || index >= rows.size() ? null : groups.group(rows.idAt(index));
    if (group == null) {
      return false;
    }
    groups.fold(group, fold);
    fillRows(true);
    return true;
  }

  /** True if the group whose heading is in this row is folded. */
  boolean folded(int index) {
    Grouping.Group group = index < 0 ? null : groups.group(rows.idAt(index));
    return group != null && groups.isFolded(group);
  }

  private void select(@Nullable Long id) {
    int index = id == null ? -1 : rows.indexOfId(id);
    if (!filling && index >= 0 && index != table.getSelectionModel().getSelectedIndex()) {
      table.getSelectionModel().clearAndSelect(index);
      sight.reveal(index);
    }
  }

  private void selected(WindowedRows.@Nullable Line<CustomerRecord> line) {
    if (!filling) {
      boolean none = line == null || GroupedRows.heading(line.id());
      model.chosen().set(none ? null : Objects.requireNonNull(line).id());
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

  private void pressed(KeyEvent event) {
    if (foldKeys(event) || checkKeys(event)) {
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

  /** On the heading of a group Enter and Space fold and unfold, the arrows one of the two. */
  private boolean foldKeys(KeyEvent event) {
    int index = table.getSelectionModel().getSelectedIndex();
    boolean heading = index >= 0 && index < rows.size() && GroupedRows.heading(rows.idAt(index));
    return heading
        && switch (event.getCode()) {
          case ENTER, SPACE -> fold(index, !folded(index));
          case LEFT -> fold(index, true);
          case RIGHT -> fold(index, false);
          default -> false;
        };
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
    long id = rows.idAt(index);
    return switch (event.getCode()) {
      case X -> {
        if (!GroupedRows.heading(id)) {
          checks.set(id, !checks.checked(id));
        }
        yield true;
      }
      case UP, DOWN, J, K -> {
        if (event.isShiftDown()) {
          boolean down = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.J;
          int next = Math.clamp(index + (down ? 1 : -1), 0, rows.size() - 1);
          check(index, next);
          move(down ? 1 : -1);
        }
        yield event.isShiftDown();
      }
      default -> false;
    };
  }

  /** Checks the customers from one row to another, both included. */
  void check(int one, int other) {
    int from = Math.min(one, other);
    int to = Math.min(rows.size() - 1, Math.max(one, other));
    checks.setAll(
        IntStream.rangeClosed(from, to)
            .mapToLong(rows::idAt)
            .filter(id -> !GroupedRows.heading(id))
            .toArray(),
        true);
  }

  private static void ifChosen(@Nullable Long id, Runnable task) {
    if (id != null) {
      task.run();
    }
  }
}
