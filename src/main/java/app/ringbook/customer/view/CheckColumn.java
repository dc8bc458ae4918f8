package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.WindowedRows;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The column of checks at the left of the list. */
final class CheckColumn extends TableColumn<WindowedRows.Line<CustomerRecord>, CustomerRecord> {
  /** Its id among the columns, which no field has. */
  static final String ID = "check";

  private static final double WIDTH = 52;

  CheckColumn(ChecksModel checks, Language language) {
    setId(ID);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    setMaxWidth(WIDTH);
    setSortable(false);
    setResizable(false);
    setReorderable(false);
    getStyleClass().add("check");
    CheckBox all = new CheckBox();
    all.setFocusTraversable(false);
    all.accessibleTextProperty().bind(language.text("customer.check.all"));
    all.setOnAction(
        e -> {
          if (checks.everything()) {
            checks.clear();
          } else {
            checks.checkAll();
          }
        });
    checks
        .changes()
        .addListener(
            (at, was, is) -> {
              all.setSelected(checks.everything());
              all.setIndeterminate(checks.count().get() > 0 && !checks.everything());
            });
    setGraphic(all);
    setCellValueFactory(row -> row.getValue().valueProperty());
    setCellFactory(column -> new Cell(checks, language));
  }

  private static final class Cell
      extends TableCell<WindowedRows.Line<CustomerRecord>, CustomerRecord> {
    private final ChecksModel checks;
    private final CheckBox box = new CheckBox();

    Cell(ChecksModel checks, Language language) {
      this.checks = checks;
      getStyleClass().add("check");
      box.setFocusTraversable(false);
      box.accessibleTextProperty().bind(language.text("customer.check.row"));
      box.setOnAction(
          e -> {
            WindowedRows.Line<CustomerRecord> line = getTableRow().getItem();
            if (line != null) {
              checks.set(line.id(), box.isSelected());
            }
          });
      checks.changes().addListener((at, was, is) -> mark());
    }

    private void mark() {
      WindowedRows.Line<CustomerRecord> line =
          getTableRow() == null ? null : getTableRow().getItem();
      box.setSelected(line != null && checks.checked(line.id()));
    }

    @Override
    protected void updateItem(@Nullable CustomerRecord line, boolean empty) {
      super.updateItem(line, empty);
      WindowedRows.Line<CustomerRecord> row =
          getTableRow() == null ? null : getTableRow().getItem();
      boolean heading = row != null && GroupedRows.heading(row.id());
      setGraphic(empty || heading ? null : box);
      mark();
    }
  }
}
