package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.ui.controls.WindowedRows;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** The rows and cells of the list that are in sight, and scrolling to others. */
final class RowsInSight {
  private final TableView<WindowedRows.Line<CustomerRecord>> table;
  private final double rowHeight;

  /**
   * @param rowHeight height of each row
   */
  RowsInSight(TableView<WindowedRows.Line<CustomerRecord>> table, double rowHeight) {
    this.table = table;
    this.rowHeight = rowHeight;
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

  /** Keys of the rows in sight. */
  List<Long> ids() {
    return table.lookupAll(".table-row-cell").stream()
        .map(node -> ((TableRow<?>) node).getItem())
        .filter(WindowedRows.Line.class::isInstance)
        .map(line -> ((WindowedRows.Line<?>) line).id())
        .toList();
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

  /** Scrolls until a row is in sight. */
  void reveal(int index) {
    double height = table.getHeight() - rowHeight;
    int shown = (int) (height / rowHeight);
    int first = first();
    if (index < first) {
      table.scrollTo(index);
    } else if (index >= first + shown) {
      table.scrollTo(Math.max(0, index - shown + 1));
    }
  }

  /** The first row in sight. */
  int first() {
    return table.lookupAll(".table-row-cell").stream()
        .map(node -> (TableRow<?>) node)
        .filter(row -> !row.isEmpty() && row.getLayoutY() + rowHeight > 0)
        .mapToInt(TableRow::getIndex)
        .min()
        .orElse(0);
  }
}
