package app.ringbook.shell;

import app.ringbook.settings.CallSettings;
import app.ringbook.settings.Settings;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** The bell on the card of the line: while it is struck out, calls come in as a strip only. */
final class QuietToggle extends ToggleButton {
  private final Settings settings;
  private final Language language;
  private final Tooltip tooltip = new Tooltip();

  /**
   * @param settings where it is kept; also changed elsewhere
   */
  QuietToggle(Settings settings, Language language) {
    this.settings = settings;
    this.language = language;
    getStyleClass().setAll("rb-quiet");
    setTooltip(tooltip);
    setOnAction(e -> settings.changeCall(c -> c.withDoNotDisturb(isSelected())));
    settings
        .changes()
        .add(
            changed -> {
              if (changed instanceof CallSettings) {
                Fx.now(this::show);
              }
            });
    language.follow(this, () -> show());
    show();
  }

  private void show() {
    boolean quiet = settings.call().doNotDisturb();
    setSelected(quiet);
    setGraphic(Icons.of(quiet ? Feather.BELL_OFF : Feather.BELL, quiet ? "warning" : "muted"));
    String words = language.now(quiet ? "shell.line.quiet_on" : "shell.line.quiet_off");
    tooltip.setText(words);
    setAccessibleText(words);
  }
}
