package app.ringbook.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the Feather set, 16 px unless a sheet says otherwise. */
public final class Icons {
  private Icons() {}

  /** An icon in the text's colour; style classes {@code accent success warning danger muted}. */
  public static FontIcon of(Feather icon, String... styleClasses) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().addAll(styleClasses);
    return node;
  }

  /** A button of only an icon: its name is read out and shown as a tooltip. */
  public static Button button(Feather icon, ObservableValue<String> name, Runnable pressed) {
    Button button = new Button();
    button.setGraphic(of(icon));
    button.getStyleClass().addAll("button-icon", "flat");
    button.accessibleTextProperty().bind(name);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(name);
    button.setTooltip(tooltip);
    button.setOnAction(e -> pressed.run());
    return button;
  }
}
