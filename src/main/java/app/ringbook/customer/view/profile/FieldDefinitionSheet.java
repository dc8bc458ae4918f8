package app.ringbook.customer.view.profile;

import app.ringbook.customer.fields.CustomField;
import app.ringbook.customer.fields.CustomFields;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.fields.FieldObject;
import app.ringbook.customer.fields.Formula;
import app.ringbook.customer.view.Changes;
import app.ringbook.customer.view.Parts;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Asks what a field of the user's own is called and holds. */
public final class FieldDefinitionSheet extends Sheet {
  private static final int ROWS = 4;

  /** The fields a formula of an object can read. */
  public interface Names {
    /** Key of the field with this name. */
    Optional<String> key(FieldObject object, String name);

    /** Name of the field with this key. */
    Optional<String> name(FieldObject object, String key);
  }

  private final Language language;
  private final Changes changes;
  private final CustomFields fields;
  private final Names names;
  private final FieldObject object;
  private final @Nullable CustomField before;
  private final TextField label = new TextField();
  private final ComboBox<FieldKind> kind = new ComboBox<>();
  private final TextArea options = new TextArea();
  private final TextField formula = new TextField();

  static FieldDefinitionSheet adding(
      Language language, Changes changes, CustomFields fields, Names names, FieldObject object) {
    return new FieldDefinitionSheet(language, changes, fields, names, object, null);
  }

  static FieldDefinitionSheet editing(
      Language language, Changes changes, CustomFields fields, Names names, CustomField field) {
    return new FieldDefinitionSheet(language, changes, fields, names, field.object(), field);
  }

  private FieldDefinitionSheet(
      Language language,
      Changes changes,
      CustomFields fields,
      Names names,
      FieldObject object,
      @Nullable CustomField before) {
    super(language, "customer.field_sheet.title", "customer.field_sheet.save");
    this.language = language;
    this.changes = changes;
    this.fields = fields;
    this.names = names;
    this.object = object;
    this.before = before;
    label.setId("field-label");
    options.setId("field-options");
    formula.setId("field-formula");
    kind.setId("field-kind");
    kind.getItems().setAll(FieldKind.ofUsers());
    kind.setConverter(words());
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.setValue(before == null ? FieldKind.TEXT : before.kind());
    // Values that are stored are of this kind.
    kind.setDisable(before != null);
    options.setPrefRowCount(ROWS);
    if (before != null) {
      label.setText(before.label());
      options.setText(String.join("\n", before.options()));
      formula.setText(
          Formula.withLabels(
              Objects.requireNonNullElse(before.formula(), ""), key -> names.name(object, key)));
    }
    Field choices = new Field(language.text("customer.field_sheet.options"), options);
    Field computed = new Field(language.text("customer.field_sheet.formula"), formula);
    add(new Field(language.text("customer.field_sheet.label"), label));
    add(new Field(language.text("customer.field_sheet.kind"), kind));
    add(choices);
    add(computed);
    Runnable fit =
        () -> {
          FieldKind now = kind.getValue();
          Parts.present(choices, now.hasOptions());
          Parts.present(computed, now == FieldKind.FORMULA);
        };
    kind.valueProperty().addListener((at, was, is) -> fit.run());
    fit.run();
    startAt(label);
    onSave(this::save);
  }

  private StringConverter<FieldKind> words() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable FieldKind one) {
        return one == null ? "" : language.now(one.key());
      }

      @Override
      public FieldKind fromString(String shown) {
        return FieldKind.TEXT;
      }
    };
  }

  private void save() {
    String name = label.getText().strip();
    List<String> words = options.getText().lines().toList();
    String typed = formula.getText();
    FieldKind chosen = kind.getValue();
    saveButton().setDisable(true);
    changes.make(
        () -> write(name, chosen, words, typed),
        this::close,
        problem -> {
          saveButton().setDisable(false);
          problem(Problems.sentence(problem, language.texts()));
        },
        "customer.toast.field_saved",
        name);
  }

  private long write(String name, FieldKind chosen, List<String> words, String typed) {
    String computed =
        chosen == FieldKind.FORMULA ? Formula.withKeys(typed, n -> names.key(object, n)) : null;
    return before == null
        ? fields
            .add(object, chosen, name, chosen.hasOptions() ? words : List.of(), computed)
            .sequence()
        : fields
            .redefine(before, name, chosen.hasOptions() ? words : List.of(), computed)
            .sequence();
  }
}
