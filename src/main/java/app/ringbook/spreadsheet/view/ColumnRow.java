package app.ringbook.spreadsheet.view;

import app.ringbook.spreadsheet.Rehearsal;
import app.ringbook.spreadsheet.file.Cell;
import app.ringbook.spreadsheet.file.SheetRow;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.Field;
import app.ringbook.spreadsheet.match.Fields;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One column of the file: letter, header, first values, the field it fills, the check. */
final class ColumnRow extends HBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final int VALUES = 3;
  private static final int LETTERS = 60;
  private final Language language;
  private final HBox values = new ChipLine();
  private final ComboBox<Choice> field = new ComboBox<>();
  private final Label check = new Label();
  private final FillMenu rule;
  private boolean refreshing;

  /** A field, or none: the column is left out. */
  private record Choice(@Nullable Field field) {}

  ColumnRow(ImportModel model, Language language, Fields fields, ColumnMatch.Column column) {
    this.language = language;
    getStyleClass().add("import-row");
    Label letter = new Label(SheetRow.letters(column.index()));
    letter.getStyleClass().addAll("import-letter", "muted");
    Label header =
        new Label(
            column.header().isEmpty()
                ? language.now("spreadsheet.match.noHeader")
                : column.header());
    header.getStyleClass().addAll("import-name", column.header().isEmpty() ? "muted" : "strong");
    header.setTooltip(new Tooltip(column.title()));
    values.getStyleClass().add("import-values");
    values.setMinWidth(0);
    HBox.setHgrow(values, Priority.ALWAYS);
    rule = new FillMenu(model.matching(), language);
    fillChoices(column, fields);
    field.focusedProperty().addListener((o, before, now) -> pseudoClassStateChanged(CURRENT, now));
    field.valueProperty().addListener((o, before, now) -> chosen(model, column.index(), now));
    check.getStyleClass().add("import-check");
    getChildren().addAll(letter, header, values, rule, field, check);
    refresh(column, null);
  }

  private void fillChoices(ColumnMatch.Column column, Fields fields) {
    field.getStyleClass().add("import-field");
    field.setId("field-" + column.index());
    field.setAccessibleText(language.now("spreadsheet.match.fieldOf", column.title()));
    field.setPromptText(language.now("spreadsheet.match.choose"));
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(null));
    fields.all().forEach(f -> choices.add(new Choice(f)));
    field.getItems().setAll(choices);
    field.setCellFactory(list -> cell());
    field.setButtonCell(cell());
  }

  private ListCell<Choice> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable Choice item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? field.getPromptText() : name(item));
      }
    };
  }

  private String name(Choice choice) {
    Field chosen = choice.field();
    return chosen == null ? language.now("spreadsheet.match.skip") : chosen.label(language.texts());
  }

  private void chosen(ImportModel model, int column, @Nullable Choice now) {
    if (!refreshing && now != null) {
      model.matching().map(column, now.field());
      if (now.field() == null) {
        check.getStyleClass().removeAll("warning-text", "muted");
        show("spreadsheet.check.skipped", null, "muted");
      }
    }
  }

  /** Shows the present field and what the rehearsal found; null while that is not known. */
  void refresh(ColumnMatch.Column column, @Nullable Rehearsal rehearsal) {
    refreshing = true;
    Field now = column.field();
    Choice shown = field.getValue();
    boolean skipped = shown != null && shown.field() == null;
    boolean empty = column.profile().values().isEmpty();
    if (now != null || skipped || empty) {
      field.setValue(new Choice(now));
    } else {
      field.setValue(null);
    }
    refreshing = false;
    rule.show(now);
    values.getChildren().setAll(chips(column));
    check(column, rehearsal, skipped);
  }

  private List<Node> chips(ColumnMatch.Column column) {
    if (column.profile().values().isEmpty()) {
      Label none = new Label(language.now("spreadsheet.match.noValues"));
      none.getStyleClass().add("muted");
      return List.of(none);
    }
    List<Node> chips = new ArrayList<>();
    for (Cell cell : column.profile().values().stream().limit(VALUES).toList()) {
      String text = cell.text().replaceAll("\\s+", " ").strip();
      String cut = text.length() > LETTERS ? text.substring(0, LETTERS) + "…" : text;
      Label chip = new Label(cut);
      chip.getStyleClass().add("value-chip");
      if (column.odd(cell)) {
        chip.getStyleClass().add("odd");
      }
      chips.add(chip);
    }
    return chips;
  }

  private void check(ColumnMatch.Column column, @Nullable Rehearsal rehearsal, boolean skipped) {
    check.getStyleClass().removeAll("warning-text", "muted");
    if (column.profile().values().isEmpty()) {
      show("spreadsheet.check.empty", null, "muted");
    } else if (column.field() == null) {
      show(
          skipped ? "spreadsheet.check.skipped" : "spreadsheet.check.unknown",
          skipped ? null : Icons.of(Feather.HELP_CIRCLE, "muted"),
          "muted");
    } else {
      Rehearsal.Problem worst = worst(column.index(), rehearsal);
      if (worst == null) {
        check.setText("");
        check.setGraphic(Icons.of(Feather.CHECK, "success"));
        check.setAccessibleText(language.now("spreadsheet.check.good"));
      } else {
        int cells = worst.byColumn().getOrDefault(column.index(), 0);
        check.setText(language.now("spreadsheet.check." + worst.kind().key(), cells));
        check.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "warning"));
        check.getStyleClass().add("warning-text");
      }
    }
    check.setTooltip(check.getText().isEmpty() ? null : new Tooltip(check.getText()));
  }

  private void show(String key, @Nullable Node icon, String styleClass) {
    check.setText(language.now(key));
    check.setGraphic(icon);
    check.getStyleClass().add(styleClass);
  }

  private static Rehearsal.@Nullable Problem worst(int column, @Nullable Rehearsal rehearsal) {
    if (rehearsal == null) {
      return null;
    }
    Rehearsal.Problem worst = null;
    for (Rehearsal.Problem problem : rehearsal.problems()) {
      int cells = problem.byColumn().getOrDefault(column, 0);
      if (cells > 0 && (worst == null || cells > worst.byColumn().getOrDefault(column, 0))) {
        worst = problem;
      }
    }
    return worst;
  }

  /** The first value gets the room it needs; further ones are shown where they fit whole. */
  private static final class ChipLine extends HBox {
    @Override
    protected void layoutChildren() {
      double used = 0;
      boolean first = true;
      for (Node chip : getChildren()) {
        used += chip.prefWidth(-1) + (first ? 0 : getSpacing());
        boolean fits = first || used <= getWidth();
        if (chip.isManaged() != fits) {
          chip.setVisible(fits);
          chip.setManaged(fits);
        }
        first = false;
      }
      super.layoutChildren();
    }

    @Override
    protected double computePrefWidth(double height) {
      return 0;
    }
  }
}
