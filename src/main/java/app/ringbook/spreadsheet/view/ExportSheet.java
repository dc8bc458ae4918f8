package app.ringbook.spreadsheet.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.spreadsheet.export.ExportFormat;
import app.ringbook.spreadsheet.export.ExportRun;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Asks what is exported, and as what. */
final class ExportSheet extends Sheet {
  private final ExportModel model;
  private final Language language;
  private final Formats formats;
  private final Field columns;
  private final ComboBox<ExportFormat> format;

  /**
   * @param past the latest exports, the newest first
   * @param chosen gets the choice once the sheet is closed
   */
  ExportSheet(
      ExportModel model,
      List<ExportRun> past,
      Language language,
      Formats formats,
      Consumer<ExportModel.Choice> chosen) {
    super(language, "spreadsheet.export.title", "spreadsheet.export.choose");
    this.model = model;
    this.language = language;
    this.formats = formats;
    this.columns = new Field(language.text("spreadsheet.export.columns"), columns());
    this.format = combo(model.format(), f -> language.now(f.labelKey()));
    setId("export-sheet");
    if (model.offer().kinds().size() > 1) {
      ComboBox<String> kinds =
          combo(model.kind(), word -> language.now("spreadsheet.export.what." + word));
      kinds.setId("export-kind");
      kinds.setItems(FXCollections.observableArrayList(model.offer().kinds()));
      add(new Field(language.text("spreadsheet.export.what"), kinds));
      startAt(kinds);
    }
    add(new Field(language.text("spreadsheet.export.records"), which()));
    add(columns);
    format.setId("export-format");
    add(new Field(language.text("spreadsheet.export.format"), format));
    Label kept = new Label();
    kept.textProperty().bind(language.text("spreadsheet.export.kept"));
    kept.getStyleClass().add("muted");
    kept.setWrapText(true);
    add(kept);
    past.forEach(run -> add(line(run)));
    fill();
    model.kind().addListener((at, was, is) -> fill());
    onSave(
        () -> {
          close();
          chosen.accept(model.choice());
        });
  }

  /**
   * One export that was made: by whom, when, how many rows, and the whole file name on pointing.
   */
  private Label line(ExportRun run) {
    Label line = new Label();
    line.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    language.now(
                        "spreadsheet.export.past",
                        run.author(),
                        formats.moment(run.exportedAt()),
                        language.now("spreadsheet.export.what." + run.target()),
                        run.rowsWritten()),
                language));
    line.getStyleClass().add("secondary");
    line.setTooltip(new Tooltip(run.fileName()));
    return line;
  }

  private <T> ComboBox<T> combo(ObjectProperty<T> value, Function<T, String> words) {
    ComboBox<T> combo = new ComboBox<>();
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T one) {
            return one == null ? "" : words.apply(one);
          }

          @Override
          public T fromString(String text) {
            return value.get();
          }
        });
    combo.setValue(value.get());
    combo.valueProperty().bindBidirectional(value);
    return combo;
  }

  private Node which() {
    VBox choices = new VBox(8);
    ToggleGroup group = new ToggleGroup();
    for (ExportModel.Which one : model.choices()) {
      RadioButton button = radio(group, model.which().get() == one);
      button.setId("export-" + one.name().toLowerCase(Locale.ROOT));
      button
          .textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> language.now(one.labelKey(), formats.count(model.count(one))), language));
      button.setOnAction(e -> model.which().set(one));
      choices.getChildren().add(button);
    }
    return choices;
  }

  private Node columns() {
    VBox choices = new VBox(8);
    ToggleGroup group = new ToggleGroup();
    for (boolean everything : new boolean[] {false, true}) {
      RadioButton button = radio(group, model.everything().get() == everything);
      button.setId(everything ? "export-everything" : "export-columns");
      button
          .textProperty()
          .bind(
              language.text(
                  everything ? "spreadsheet.export.everything" : "spreadsheet.export.ofView"));
      button.setOnAction(e -> model.everything().set(everything));
      choices.getChildren().add(button);
    }
    return choices;
  }

  private static RadioButton radio(ToggleGroup group, boolean chosen) {
    RadioButton button = new RadioButton();
    button.setToggleGroup(group);
    button.setSelected(chosen);
    return button;
  }

  private void fill() {
    format.getItems().setAll(model.formats());
    format.setValue(model.format().get());
    columns.setVisible(model.hasColumns());
    columns.setManaged(model.hasColumns());
  }
}
