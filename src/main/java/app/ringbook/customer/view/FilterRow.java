package app.ringbook.customer.view;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Preparation;
import app.ringbook.ui.controls.PreparingLabel;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The row above the list: the search field, the filter as chips, order, columns and preview. */
final class FilterRow extends HBox {
  private final TextField text = new TextField();
  private final ToggleButton preview = new ToggleButton();
  private final Runnable intoList;

  /**
   * @param intoList takes the keyboard into the list
   */
  FilterRow(
      Surroundings around,
      CustomersModel model,
      FilterChips chips,
      ListTools tools,
      Runnable intoList) {
    this.intoList = intoList;
    Language language = around.language();
    text.setId("customers-filter");
    text.setMinWidth(USE_PREF_SIZE);
    preview.setMinWidth(USE_PREF_SIZE);
    text.getStyleClass().add("small");
    text.promptTextProperty().bind(language.text("customer.list.filter"));
    text.accessibleTextProperty().bind(language.text("customer.list.filter_name"));
    text.textProperty().bindBidirectional(model.text());
    text.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    preview.setId("customers-preview");
    preview.setSelected(true);
    preview.setGraphic(Icons.of(Feather.SIDEBAR));
    preview.getStyleClass().addAll("button-icon", "flat", "small");
    preview.accessibleTextProperty().bind(language.text("customer.list.preview"));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(language.text("customer.action.preview"));
    preview.setTooltip(tooltip);
    HBox.setHgrow(chips, Priority.ALWAYS);
    getStyleClass().add("filter-row");
    getChildren()
        .addAll(
            text,
            chips,
            new PreparingLabel(language, around.search()),
            reading(language, model.preparation()),
            tools.group(),
            tools.sort(),
            tools.columns(),
            preview);
  }

  /** How far a field is read that nobody asked for before. */
  private static Label reading(Language language, Preparation preparation) {
    Label label = new Label();
    label.getStyleClass().addAll("muted", "preparing");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> language.now("customer.list.reading", preparation.percent().get()),
                preparation.percent(),
                language));
    label
        .visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> !preparation.ready(), preparation.percent()));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  /** True while the preview is wanted. */
  BooleanProperty previewed() {
    return preview.selectedProperty();
  }

  /** Takes the keyboard into the search field. */
  void focusText() {
    text.requestFocus();
    text.selectAll();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      intoList.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !text.getText().isEmpty()) {
      text.clear();
      event.consume();
    }
  }
}
