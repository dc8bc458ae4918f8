package app.ringbook.customer.view.profile;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.customer.view.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/** Asks for needs, pains and expectations in words. Open beside a call, it keeps what is typed. */
final class WordsSheet extends Sheet {
  private static final Set<String> WORDS = Set.of("needs", "pains", "expectations");
  private static final int ROWS = 3;
  private final Surroundings around;
  private final FieldsEdit edit;
  private final Map<Field<CustomerRecord>, TextArea> areas = new LinkedHashMap<>();

  WordsSheet(Surroundings around, ProfileBook book, CustomerRecord record) {
    super(around.language(), "customer.words_sheet.title", "customer.words_sheet.save");
    this.around = around;
    this.edit = new FieldsEdit(book, record);
    for (Field<CustomerRecord> field : book.fields()) {
      if (WORDS.contains(field.key())) {
        TextArea area = new TextArea();
        area.setId("words-" + field.key());
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        area.setText(Objects.toString(field.value(record), ""));
        add(
            new app.ringbook.ui.controls.Field(
                around.language().text("customer.field." + field.key()), area));
        if (areas.isEmpty()) {
          startAt(area);
        }
        areas.put(field, area);
      }
    }
    onSave(this::save);
  }

  private void save() {
    Map<Field<CustomerRecord>, @Nullable Object> typed = new LinkedHashMap<>();
    areas.forEach(
        (field, area) ->
            typed.put(field, area.getText().isBlank() ? null : area.getText().strip()));
    saveButton().setDisable(true);
    around
        .changes()
        .make(
            () -> edit.save(typed, ""),
            this::close,
            this::failed,
            "customer.toast.facts",
            edit.base().customer().name());
  }

  private void failed(Throwable problem) {
    saveButton().setDisable(false);
    problem(
        problem instanceof FieldsEdit.Overlap overlap
            ? around
                .language()
                .now("customer.facts.overlap", Objects.toString(overlap.theirs(), ""))
            : Problems.sentence(problem, around.language().texts()));
  }
}
