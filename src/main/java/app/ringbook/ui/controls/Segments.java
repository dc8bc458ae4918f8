package app.ringbook.ui.controls;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A choice of one among few, side by side. The arrow keys move the choice; Tab visits it once.
 *
 * @param <T> what is chosen
 */
public final class Segments<T> extends HBox {
  private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
  private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>();

  /** No segments yet. */
  public Segments() {
    getStyleClass().add("rb-segments");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    value.addListener((o, before, now) -> mark());
    addEventFilter(KeyEvent.KEY_PRESSED, this::move);
  }

  /** Adds a segment. */
  public Segments<T> add(T choice, ObservableValue<String> text) {
    ToggleButton button = new ToggleButton();
    button.getStyleClass().setAll("rb-segment");
    button.textProperty().bind(text);
    button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(
        e -> {
          value.set(choice);
          mark();
        });
    buttons.put(choice, button);
    getChildren().add(button);
    mark();
    return this;
  }

  /** What is chosen; null before the first choice. */
  public ObjectProperty<@Nullable T> valueProperty() {
    return value;
  }

  private void mark() {
    boolean any = buttons.containsKey(value.get());
    boolean first = true;
    for (var entry : buttons.entrySet()) {
      boolean chosen = entry.getKey().equals(value.get());
      entry.getValue().setSelected(chosen);
      entry.getValue().setFocusTraversable(any ? chosen : first);
      first = false;
    }
  }

  private void move(KeyEvent event) {
    int step = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
    var choices = java.util.List.copyOf(buttons.keySet());
    if (step == 0 || choices.isEmpty()) {
      return;
    }
    int next = Math.clamp(choices.indexOf(value.get()) + step, 0, choices.size() - 1);
    value.set(choices.get(next));
    ToggleButton button = buttons.get(choices.get(next));
    if (button != null) {
      button.requestFocus();
    }
    event.consume();
  }
}
