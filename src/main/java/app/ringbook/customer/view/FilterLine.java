package app.ringbook.customer.view;

import app.ringbook.customer.columns.ColumnField;
import app.ringbook.customer.filter.Filter;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A line of the filter builder: a field, what is said of it, and the value. */
final class FilterLine extends HBox {
  /** Somebody who goes on typing does not want every letter carried out. */
  private static final Duration PAUSE = Duration.millis(250);

  private final FilterBuilder builder;
  private final ComboBox<String> field = new ComboBox<>();
  private final ComboBox<Operator> operator = new ComboBox<>();
  private final TextField operand = new TextField();
  private final MenuButton choices = new MenuButton();
  private final PauseTransition later = new PauseTransition(PAUSE);

  FilterLine(FilterBuilder builder, ConditionForm form, Consumer<Node> remove) {
    this.builder = builder;
    Language language = builder.around().language();
    getStyleClass().add("filter-line");
    field.setItems(
        FXCollections.observableArrayList(
            builder.fields().filtered().stream().map(ColumnField::key).toList()));
    field.setConverter(words(builder.fields()::label));
    field.accessibleTextProperty().bind(language.text("customer.builder.field"));
    operator.setConverter(words(o -> language.now(o.key() + "_name")));
    operator.accessibleTextProperty().bind(language.text("customer.builder.operator"));
    operand.accessibleTextProperty().bind(language.text("customer.builder.value"));
    HBox.setHgrow(operand, Priority.ALWAYS);
    choices.accessibleTextProperty().bind(language.text("customer.builder.choose"));
    field.setValue(form.field());
    fillOperators(form.operator());
    operand.setText(form.operand());
    getChildren()
        .addAll(
            field,
            operator,
            operand,
            choices,
            FilterGroup.remover(builder, () -> remove.accept(this)));
    showOperand();
    field.setOnAction(e -> fieldChanged());
    operator.setOnAction(e -> operatorChanged());
    later.setOnFinished(e -> builder.changed());
    operand.textProperty().addListener((at, was, is) -> later.playFromStart());
    operand.setOnAction(e -> builder.changed());
    choices.setOnShowing(e -> loadChoices());
  }

  private static <T> StringConverter<T> words(Function<T, String> say) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : say.apply(value);
      }

      @Override
      public @Nullable T fromString(String text) {
        return null;
      }
    };
  }

  /** Where the keyboard goes first. */
  Node first() {
    return operand.isVisible() ? operand : operator;
  }

  /** What it says at present. */
  ConditionForm form() {
    return new ConditionForm(field.getValue(), operator.getValue(), operand.getText());
  }

  /** The condition; empty while it is not finished. Says what cannot be read. */
  Optional<Filter> read(List<String> problems) {
    ConditionForm form = form();
    if (form.unfinished()) {
      return Optional.empty();
    }
    operand.getStyleClass().remove("invalid");
    try {
      return Optional.of(
          form.filter(builder.around().words(), builder.around().clock().zone(), builder.fields()));
    } catch (ProblemException e) {
      operand.getStyleClass().add("invalid");
      problems.add(e.sentence(builder.around().language().texts()));
      return Optional.empty();
    }
  }

  private void fieldChanged() {
    fillOperators(operator.getValue());
    operand.clear();
    showOperand();
    builder.changed();
  }

  private void fillOperators(@Nullable Operator wanted) {
    ColumnField.Form form =
        builder
            .fields()
            .column(field.getValue())
            .map(ColumnField::form)
            .orElse(ColumnField.Form.TEXT);
    List<Operator> all = Operator.of(form);
    operator.setItems(FXCollections.observableArrayList(all));
    operator.setValue(wanted != null && all.contains(wanted) ? wanted : all.getFirst());
  }

  private void operatorChanged() {
    if (operator.getValue() != null) {
      showOperand();
      builder.changed();
    }
  }

  private void showOperand() {
    Operator.Operand kind = operator.getValue().operand();
    Parts.present(operand, kind != Operator.Operand.NONE);
    Parts.present(choices, kind == Operator.Operand.VALUES);
    operand.setPromptText(
        kind == Operator.Operand.DATE
            ? builder.around().language().now("customer.when.prompt")
            : "");
  }

  private void loadChoices() {
    String key = field.getValue();
    Surroundings around = builder.around();
    around
        .background()
        .run(progress -> around.book().choices(key, progress))
        .orElse(around.changes()::report)
        .then(
            values -> {
              if (key.equals(field.getValue())) {
                choices
                    .getItems()
                    .setAll(
                        values.stream()
                            .map(value -> choice(builder.fields().word(key, value)))
                            .toList());
              }
            });
    if (choices.getItems().isEmpty()) {
      choices
          .getItems()
          .setAll(new CheckMenuItem(around.language().now("customer.builder.loading")));
    }
  }

  private CheckMenuItem choice(String value) {
    CheckMenuItem item = new CheckMenuItem(value);
    item.setMnemonicParsing(false);
    item.setSelected(form().values().contains(value));
    item.setOnAction(
        e -> {
          List<String> kept =
              new java.util.ArrayList<>(
                  form().values().stream().filter(v -> !v.equals(value)).toList());
          if (item.isSelected()) {
            kept.add(value);
          }
          operand.setText(String.join(", ", kept));
          builder.changed();
        });
    return item;
  }
}
