package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.kind.FillRule;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The arrow from a column to its field: what the column does to customers that exist already, as a
 * menu. The arrow alone means: as the policy for all columns says.
 */
final class FillMenu extends MenuButton {
  private final Matching matching;
  private final Language language;

  FillMenu(Matching matching, Language language) {
    this.matching = matching;
    this.language = language;
    getStyleClass().addAll("import-arrow", "flat");
    show(null);
  }

  /** Shows the rule of a field; null for a column that is left out. */
  void show(@Nullable Field field) {
    FillRule now = field == null ? null : matching.optionsProperty().get().fills().get(field.key());
    setGraphic(Icons.of(icon(now), now == null ? "muted" : "accent"));
    String name =
        language.now(
            "spreadsheet.fill.of",
            language.now(now == null ? "spreadsheet.fill.usual" : now.labelKey()));
    setAccessibleText(name);
    setTooltip(new Tooltip(name));
    setDisable(field == null);
    List<MenuItem> items = new ArrayList<>();
    if (field != null) {
      ToggleGroup group = new ToggleGroup();
      items.add(item(group, field, null, now));
      for (FillRule rule : FillRule.values()) {
        items.add(item(group, field, rule, now));
      }
    }
    getItems().setAll(items);
  }

  private MenuItem item(
      ToggleGroup group, Field field, @Nullable FillRule rule, @Nullable FillRule now) {
    RadioMenuItem item =
        new RadioMenuItem(
            language.now(rule == null ? "spreadsheet.fill.usual" : rule.labelKey()),
            rule == null ? null : Icons.of(icon(rule), "muted"));
    item.setToggleGroup(group);
    item.setSelected(rule == now);
    item.setOnAction(e -> matching.fill(field, rule));
    return item;
  }

  private static Feather icon(@Nullable FillRule rule) {
    if (rule == null) {
      return Feather.ARROW_RIGHT;
    }
    return switch (rule) {
      case OVERWRITE -> Feather.EDIT_2;
      case EMPTY -> Feather.PLUS;
      case NEVER -> Feather.LOCK;
    };
  }
}
