package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.settings.CustomerListSettings.Column;
import app.ringbook.ui.controls.WindowedRows;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Duration;

/** Keeps the table's columns and those of the view the same, whichever side changes. */
final class ShownColumns {
  /** Widths are kept once the hand rests. */
  private static final Duration SETTLED = Duration.millis(400);

  private final TableView<WindowedRows.Line<CustomerRecord>> table;
  private final CustomersModel model;
  private final ListFields fields;
  private final CustomerColumns columns;
  private final CheckColumn checks;
  private final PauseTransition later = new PauseTransition(SETTLED);
  private boolean filling;

  ShownColumns(
      TableView<WindowedRows.Line<CustomerRecord>> table,
      CustomersModel model,
      ListFields fields,
      CustomerColumns columns,
      CheckColumn checks) {
    this.table = table;
    this.model = model;
    this.fields = fields;
    this.columns = columns;
    this.checks = checks;
    later.setOnFinished(e -> keep());
    table.getColumns().addListener((ListChangeListener<TableColumn<?, ?>>) c -> moved());
    model.state().addListener((at, was, is) -> changed(was, is));
    show();
  }

  private void changed(ListState was, ListState is) {
    if (!was.columns().equals(is.columns()) && !is.columns().equals(present())) {
      show();
    }
  }

  private void show() {
    filling = true;
    List<TableColumn<WindowedRows.Line<CustomerRecord>, ?>> all = new ArrayList<>();
    all.add(checks);
    for (Column shown : model.state().get().columns()) {
      fields
          .byKey(shown.field())
          .filter(field -> field.in(Field.Use.LIST))
          .ifPresent(
              field -> {
                var column = columns.of(field, shown.width());
                column.widthProperty().addListener((at, was, is) -> moved());
                all.add(column);
              });
    }
    table.getColumns().setAll(all);
    filling = false;
  }

  private void moved() {
    if (!filling) {
      later.playFromStart();
    }
  }

  private List<Column> present() {
    return table.getColumns().stream()
        .filter(column -> !column.equals(checks))
        .map(column -> new Column(column.getId(), Math.round(column.getWidth())))
        .toList();
  }

  private void keep() {
    List<Column> now = present();
    if (!now.isEmpty() && !now.equals(model.state().get().columns())) {
      model.state().set(model.state().get().withColumns(now));
    }
  }

  /** The fields shown that can be edited, from the left. */
  List<String> editable() {
    return table.getColumns().stream()
        .map(TableColumn::getUserData)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }
}
