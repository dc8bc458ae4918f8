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
  private @Nullable Region bar;

  LineCell(String... styleClasses) {
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
    if (line == null) {
      setGraphic(bar());
    } else {
      fill(line);
    }
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
