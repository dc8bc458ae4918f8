package app.ringbook.ui.controls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * The tabs under a page's header, with counts. The arrow keys move; Tab visits the strip once.
 *
 * @param <T> what a tab stands for
 */
public final class TabStrip<T> extends HBox {
  private final Map<T, ToggleButton> tabs = new LinkedHashMap<>();
  private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();

  /** No tabs yet. */
  public TabStrip() {
    getStyleClass().add("rb-tabs");
    setAccessibleRole(AccessibleRole.TAB_PANE);
    value.addListener((o, before, now) -> mark());
    addEventFilter(KeyEvent.KEY_PRESSED, this::move);
  }

  /** Adds a tab; the first one is chosen. */
  public TabStrip<T> add(T tab, ObservableValue<String> text) {
    ToggleButton button = new ToggleButton();
    button.getStyleClass().setAll("rb-tab");
    button.textProperty().bind(text);
    button.setAccessibleRole(AccessibleRole.TAB_ITEM);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(
        e -> {
          value.set(tab);
          mark();
        });
    tabs.put(tab, button);
    getChildren().add(button);
    if (value.get() == null) {
      value.set(tab);
    }
    mark();
    return this;
  }

  /** Shows a count beside a tab; an empty text takes it away. */
  public void count(T tab, String count) {
    ToggleButton button = tabs.get(tab);
    if (button == null) {
      return;
    }
    if (count.isEmpty()) {
      button.setGraphic(null);
      return;
    }
    Label label = new Label(count);
    label.getStyleClass().add("count");
    button.setGraphic(label);
  }

  /** The chosen tab. */
  public ObjectProperty<@Nullable T> valueProperty() {
    return value;
  }

  private void mark() {
    tabs.forEach(
        (tab, button) -> {
          boolean chosen = tab.equals(value.get());
          button.setSelected(chosen);
          button.setFocusTraversable(chosen);
        });
  }

  private void move(KeyEvent event) {
    int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
    List<T> all = List.copyOf(tabs.keySet());
    if (step == 0 || all.isEmpty() || event.isAltDown()) {
      return;
    }
    T next = all.get(Math.clamp(all.indexOf(value.get()) + step, 0, all.size() - 1));
    value.set(next);
    ToggleButton button = tabs.get(next);
    if (button != null) {
      button.requestFocus();
    }
    event.consume();
  }
}
