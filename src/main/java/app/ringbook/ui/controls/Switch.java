package app.ringbook.ui.controls;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A setting that is on or off and counts at once. Turned by click, Space or a screen reader, which
 * says its name and whether it is on. The library's own switch takes the mouse only and says
 * neither.
 */
public final class Switch extends ToggleSwitch {
  /**
   * A switch that is off.
   *
   * @param name what it turns on, for screen readers
   */
  public Switch(ObservableValue<String> name) {
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    accessibleTextProperty().bind(name);
    setMinWidth(USE_PREF_SIZE);
    selectedProperty()
        .addListener(
            (o, was, on) -> notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
    addEventFilter(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
    addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** Called with the new state when a person turned it, not when the program set it. */
  public void onSwitched(Consumer<Boolean> turned) {
    addEventHandler(ActionEvent.ACTION, e -> turned.accept(isSelected()));
  }

  /** In place of what the library does, which counts any button, released anywhere. */
  private void released(MouseEvent event) {
    event.consume();
    if (event.getButton() == MouseButton.PRIMARY && contains(event.getX(), event.getY())) {
      fire();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      event.consume();
      fire();
    }
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? (Object) isSelected()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      fire();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
