package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.ui.controls.WindowedRows;
import javafx.beans.property.ReadOnlyProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A row that knows whether it is open in the preview, or the heading of a group. */
final class CustomerRow extends TableRow<WindowedRows.Line<CustomerRecord>> {
  private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");
  private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  /**
   * @param previewed true while the chosen row is also shown in the preview
   */
  CustomerRow(RowClicks clicks, ChecksModel checks, ReadOnlyProperty<Boolean> previewed) {
    addEventFilter(MouseEvent.MOUSE_PRESSED, e -> clicks.pressed(this, e));
    addEventHandler(MouseEvent.MOUSE_CLICKED, e -> clicks.clicked(this, e));
    selectedProperty().addListener((at, was, is) -> mark(previewed.getValue()));
    previewed.addListener((at, was, is) -> mark(is));
    itemProperty().addListener((at, was, is) -> markChecked(checks));
    checks.changes().addListener((at, was, is) -> markChecked(checks));
  }

  @Override
  protected void updateItem(WindowedRows.@Nullable Line<CustomerRecord> line, boolean empty) {
    super.updateItem(line, empty);
    pseudoClassStateChanged(GROUP, line != null && GroupedRows.heading(line.id()));
  }

  private void markChecked(ChecksModel checks) {
    boolean customer = getItem() != null && !GroupedRows.heading(getItem().id());
    pseudoClassStateChanged(CHECKED, customer && checks.checked(getItem().id()));
  }

  private void mark(boolean previewed) {
    pseudoClassStateChanged(OPEN, isSelected() && previewed);
  }
}
