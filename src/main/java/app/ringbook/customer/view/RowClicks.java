package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.ui.controls.WindowedRows;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What clicks on rows of the list do: one on a chosen row edits the cell, two open the customer,
 * one with Shift checks all rows between, one on a heading folds its group.
 */
final class RowClicks {
  /** A second click this much later is not a double click any more: it edits. */
  private static final Duration DOUBLE_CLICK = Duration.millis(350);

  private final CustomersTable table;
  private final PauseTransition editLater = new PauseTransition(DOUBLE_CLICK);
  private boolean pressedOnSelected;
  private int anchor = -1;

  RowClicks(CustomersTable table) {
    this.table = table;
  }

  void pressed(CustomerRow row, MouseEvent event) {
    editLater.stop();
    pressedOnSelected = row.isSelected() && event.getClickCount() == 1;
  }

  void clicked(CustomerRow row, MouseEvent event) {
    WindowedRows.Line<CustomerRecord> line = row.getItem();
    if (line != null && event.isShiftDown() && anchor >= 0) {
      table.check(anchor, row.getIndex());
      return;
    }
    anchor = row.getIndex();
    if (line == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    String field = fieldAt(event);
    if (GroupedRows.heading(line.id())) {
      table.fold(row.getIndex(), !table.folded(row.getIndex()));
    } else if (event.getClickCount() == 2) {
      table.open();
    } else if (pressedOnSelected && field != null && event.isStillSincePress()) {
      editLater.setOnFinished(e -> table.edit(line.id(), field));
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
}
