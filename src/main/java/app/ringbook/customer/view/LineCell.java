package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.ui.controls.Skeleton;
import app.ringbook.ui.controls.WindowedRows;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A cell of the list: a grey bar until its row is read, then what the column shows. */
abstract class LineCell extends TableCell<WindowedRows.Line<CustomerRecord>, CustomerRecord> {
  private static final double BAR_SHARE = 0.6;
  private final Headings headings;
  private @Nullable Region bar;
  private @Nullable GroupHeading heading;

  /** Fills the heading of a group. */
  interface Headings {
    /** Shows the group of this key. */
    void fill(LineCell cell, long id, GroupHeading into);
  }

  LineCell(Headings headings, String... styleClasses) {
    this.headings = headings;
    getStyleClass().addAll(styleClasses);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(textProperty());
    textTruncatedProperty().addListener((at, was, is) -> setTooltip(is ? whole : null));
  }

  /** Shows the customer; text and graphic are empty before. */
  abstract void fill(CustomerRecord line);

  @Override
  protected void updateItem(@Nullable CustomerRecord line, boolean empty) {
    super.updateItem(line, empty);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    if (empty) {
      return;
    }
    WindowedRows.Line<CustomerRecord> row = getTableRow() == null ? null : getTableRow().getItem();
    if (row != null && GroupedRows.heading(row.id())) {
      if (getTableView().getVisibleLeafIndex(getTableColumn()) == 1) {
        heading(row.id());
      }
    } else if (line == null) {
      setGraphic(bar());
    } else {
      fill(line);
    }
  }

  private void heading(long id) {
    GroupHeading present = heading;
    if (present == null) {
      present = new GroupHeading();
      heading = present;
    }
    headings.fill(this, id, present);
    setGraphic(present);
  }

  private Region bar() {
    Region present = bar;
    if (present == null) {
      present = Skeleton.bar(Math.max(20, getTableColumn().getWidth() * BAR_SHARE));
      bar = present;
    }
    return present;
  }
}
