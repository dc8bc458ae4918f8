package app.ringbook.customer.view.profile;

import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldValues;
import app.ringbook.customer.files.KeptFiles;
import app.ringbook.customer.view.FieldWords;
import app.ringbook.customer.view.Surroundings;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.controls.Chip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * What a field is edited with, by its kind.
 *
 * @param node the control
 * @param value what stands in it now, in the type of the kind; throws {@link ProblemException} with
 *     a sentence if it is no such value
 * @param onChange hears of every change
 */
record FieldEditor(Node node, Supplier<@Nullable Object> value, Consumer<Runnable> onChange) {
  private static final int ROWS = 3;

  /** What editors need of their surroundings. */
  record Kit(Surroundings around, ProfileBook book, FileChoice files, FieldWords words) {}

  /** The editor of a field that holds this value. */
  static FieldEditor of(Kit kit, Field<?> field, @Nullable Object value) {
    return switch (field.kind()) {
      case FLAG -> flag(kit, value);
      case LIST -> list(kit, field, value);
      case MULTI_LIST -> field.options().isEmpty() ? tags(kit, value) : chips(kit, field, value);
      case FILE -> file(kit, value);
      case FORMULA -> seen(kit, field, value);
      case LONG_TEXT -> typed(kit, field, value, area());
      case DATE -> day(kit, field, value);
      default -> typed(kit, field, value, new TextField());
    };
  }

  private static TextArea area() {
    TextArea area = new TextArea();
    area.setPrefRowCount(ROWS);
    area.setWrapText(true);
    return area;
  }

  private static FieldEditor typed(
      Kit kit, Field<?> field, @Nullable Object value, TextInputControl input) {
    input.setText(value == null ? "" : FieldValues.stored(field.kind(), value));
    return new FieldEditor(
        input,
        () -> {
          Object read = kit.book().read(field.kind(), field.words(), input.getText());
          if (read instanceof String text && text.length() > field.length()) {
            throw new ProblemException("customer.field.problem.long", field.length());
          }
          return read;
        },
        task -> input.textProperty().addListener((at, was, is) -> task.run()));
  }

  /** A day as typed, or in words such as next week. */
  private static FieldEditor day(Kit kit, Field<?> field, @Nullable Object value) {
    TextField input = new TextField(value == null ? "" : FieldValues.stored(field.kind(), value));
    input.promptTextProperty().bind(kit.around().language().text("customer.value.day_prompt"));
    return new FieldEditor(
        input,
        () -> dayOf(kit, input.getText()),
        task -> input.textProperty().addListener((at, was, is) -> task.run()));
  }

  /** The day that was typed, by figures or words; null for nothing. */
  static @Nullable Object dayOf(Kit kit, String typed) {
    try {
      return kit.book().read(FieldKind.DATE, List.of(), typed);
    } catch (ProblemException e) {
      return kit.around()
          .words()
          .first(typed.strip())
          .map(moment -> LocalDate.ofInstant(moment, kit.around().clock().zone()))
          .orElseThrow(() -> e);
    }
  }

  private static FieldEditor flag(Kit kit, @Nullable Object value) {
    CheckBox box = new CheckBox();
    box.textProperty().bind(kit.around().language().text("customer.value.yes"));
    box.setSelected(Boolean.TRUE.equals(value));
    return new FieldEditor(
        box,
        box::isSelected,
        task -> box.selectedProperty().addListener((at, was, is) -> task.run()));
  }

  private static FieldEditor list(Kit kit, Field<?> field, @Nullable Object value) {
    ComboBox<String> box = new ComboBox<>();
    box.setMaxWidth(Double.MAX_VALUE);
    box.getItems().add("");
    box.getItems().addAll(field.words());
    String now = value == null ? "" : value.toString();
    if (!box.getItems().contains(now)) {
      box.getItems().add(now);
    }
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String word) {
            return word == null || word.isEmpty()
                ? kit.around().language().now("customer.value.none")
                : kit.words().shown(field, word);
          }

          @Override
          public String fromString(String shown) {
            return shown;
          }
        });
    box.setValue(now);
    return new FieldEditor(
        box,
        () -> box.getValue() == null || box.getValue().isEmpty() ? null : box.getValue(),
        task -> box.valueProperty().addListener((at, was, is) -> task.run()));
  }

  private static FieldEditor chips(Kit kit, Field<?> field, @Nullable Object value) {
    List<String> now = new ArrayList<>();
    if (value instanceof List<?> words) {
      words.forEach(word -> now.add(String.valueOf(word)));
    }
    List<String> all = new ArrayList<>(field.words());
    now.stream().filter(word -> !all.contains(word)).forEach(all::add);
    Map<String, Chip> chips = new java.util.LinkedHashMap<>();
    for (String word : all) {
      Chip chip = new Chip(new SimpleStringProperty(kit.words().shown(field, word)));
      chip.setSelected(now.contains(word));
      chips.put(word, chip);
    }
    FlowPane pane = new FlowPane(6, 6);
    pane.getChildren().addAll(chips.values());
    return new FieldEditor(
        pane,
        () -> {
          List<String> chosen =
              chips.entrySet().stream()
                  .filter(e -> e.getValue().isSelected())
                  .map(Map.Entry::getKey)
                  .toList();
          return chosen.isEmpty() ? null : chosen;
        },
        task ->
            chips
                .values()
                .forEach(c -> c.selectedProperty().addListener((at, was, is) -> task.run())));
  }

  private static FieldEditor tags(Kit kit, @Nullable Object value) {
    List<String> now = new ArrayList<>();
    if (value instanceof List<?> words) {
      words.forEach(word -> now.add(String.valueOf(word)));
    }
    TagsEditor editor = new TagsEditor(kit.around().language(), now);
    kit.around()
        .background()
        .run(progress -> kit.book().tags(200))
        .orElse(problem -> editor.propose(List.of()))
        .then(editor::propose);
    return new FieldEditor(
        editor, () -> editor.tags().isEmpty() ? null : editor.tags(), task -> {});
  }

  private static FieldEditor file(Kit kit, @Nullable Object value) {
    SimpleStringProperty kept = new SimpleStringProperty(value == null ? "" : value.toString());
    Label name = new Label();
    name.textProperty().bind(kept.map(KeptFiles::shown));
    Button choose = new Button();
    choose.textProperty().bind(kit.around().language().text("customer.files.choose"));
    choose.getStyleClass().add("small");
    choose.setOnAction(
        e ->
            kit.files()
                .open(kit.around().language().now("customer.files.choose_title"))
                .ifPresent(
                    path ->
                        kit.around()
                            .background()
                            .run(progress -> kit.book().keepForField(path))
                            .orElse(kit.around().changes()::report)
                            .then(kept::set)));
    Button clear = new Button();
    clear.textProperty().bind(kit.around().language().text("customer.files.clear"));
    clear.getStyleClass().addAll("small", "flat");
    clear.visibleProperty().bind(kept.isNotEmpty());
    clear.setOnAction(e -> kept.set(""));
    HBox row = new HBox(8, choose, name, clear);
    row.getStyleClass().add("file-field");
    return new FieldEditor(
        row,
        () -> kept.get().isEmpty() ? null : kept.get(),
        task -> kept.addListener((at, was, is) -> task.run()));
  }

  private static FieldEditor seen(Kit kit, Field<?> field, @Nullable Object value) {
    String shown = kit.words().shown(field, value);
    Label label =
        new Label(
            Optional.of(shown)
                .filter(s -> !s.isEmpty())
                .orElseGet(() -> kit.around().language().now("customer.value.none")));
    label.getStyleClass().add("read-only");
    return new FieldEditor(label, () -> value, task -> {});
  }
}
