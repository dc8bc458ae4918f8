package app.ringbook.customer.view.profile;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.fields.FieldKind;
import app.ringbook.customer.legal.CreditCode;
import app.ringbook.customer.profile.SameCompanyException;
import app.ringbook.customer.view.Parts;
import app.ringbook.customer.view.Problems;
import app.ringbook.customer.view.Sheet;
import app.ringbook.platform.ProblemException;
import app.ringbook.ui.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** Asks for the fields of a customer: one control for each line of the catalogue. */
final class FieldsSheet extends Sheet {
  private static final double WIDTH = 600;
  private static final double HEIGHT = 560;
  private static final Set<FieldKind> WIDE_KINDS =
      Set.of(FieldKind.LONG_TEXT, FieldKind.MULTI_LIST, FieldKind.FILE);
  private static final Set<String> WIDE = Set.of("name", "legalName", "address");

  private record Line(
      Field<CustomerRecord> field, FieldEditor editor, app.ringbook.ui.controls.Field shown) {}

  private final FieldEditor.Kit kit;
  private final FieldsEdit edit;
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final TextField reason = new TextField();
  private final app.ringbook.ui.controls.Field reasonField;

  FieldsSheet(FieldEditor.Kit kit, List<Field<CustomerRecord>> fields, CustomerRecord record) {
    super(kit.around().language(), "customer.facts.title", "customer.facts.save");
    this.kit = kit;
    this.edit = new FieldsEdit(kit.book(), record);
    setMaxWidth(WIDTH);
    setPrefWidth(WIDTH);
    reason.setId("different-reason");
    reasonField =
        new app.ringbook.ui.controls.Field(
            kit.around().language().text("customer.facts.different"), reason);
    Parts.present(reasonField, false);
    GridPane grid = grid(fields, record);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(HEIGHT);
    scroll.getStyleClass().addAll("form-scroll", "edge-to-edge");
    add(scroll);
    add(reasonField);
    onSave(this::save);
  }

  private GridPane grid(List<Field<CustomerRecord>> fields, CustomerRecord record) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form");
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    grid.getColumnConstraints().addAll(half, half);
    int cell = 0;
    for (Field<CustomerRecord> field : fields) {
      boolean wide = WIDE_KINDS.contains(field.kind()) || WIDE.contains(field.key());
      cell += wide && cell % 2 == 1 ? 1 : 0;
      grid.add(line(field, record), cell % 2, cell / 2, wide ? 2 : 1, 1);
      cell += wide ? 2 : 1;
    }
    return grid;
  }

  private app.ringbook.ui.controls.Field line(Field<CustomerRecord> field, CustomerRecord record) {
    Language language = kit.around().language();
    FieldEditor editor = FieldEditor.of(kit, field, field.value(record));
    editor.node().setId("fact-" + field.key());
    app.ringbook.ui.controls.Field shown =
        new app.ringbook.ui.controls.Field(
            Bindings.createStringBinding(() -> field.label(language.texts()), language),
            editor.node());
    editor
        .onChange()
        .accept(
            () -> {
              shown.problem(null);
              problem("");
            });
    if (field.key().equals("creditCode")) {
      editor.onChange().accept(() -> warn(editor, shown));
    }
    if (lines.isEmpty()) {
      startAt(editor.node());
    }
    lines.put(field.key(), new Line(field, editor, shown));
    return shown;
  }

  /** A wrong check sign is most often a typing error, but some real codes have one. */
  private void warn(FieldEditor editor, app.ringbook.ui.controls.Field shown) {
    Object code = editor.value().get();
    if (code != null && CreditCode.doubtful(code.toString())) {
      shown.problem(kit.around().language().now("customer.facts.code_doubtful"));
    }
  }

  private void save() {
    Map<Field<CustomerRecord>, @Nullable Object> typed = new LinkedHashMap<>();
    boolean wrong = false;
    for (Line line : lines.values()) {
      if (line.field().editable()) {
        try {
          typed.put(line.field(), line.editor().value().get());
        } catch (ProblemException e) {
          line.shown().problem(e.sentence(kit.around().language().texts()));
          if (!wrong) {
            line.editor().node().requestFocus();
          }
          wrong = true;
        }
      }
    }
    if (wrong) {
      return;
    }
    String why = reason.getText();
    saveButton().setDisable(true);
    kit.around()
        .changes()
        .make(
            () -> edit.save(typed, why),
            this::close,
            this::failed,
            "customer.toast.facts",
            edit.base().customer().name());
  }

  private void failed(Throwable problem) {
    saveButton().setDisable(false);
    Language language = kit.around().language();
    if (problem instanceof FieldsEdit.Overlap overlap) {
      String theirs = kit.words().shown(overlap.field(), overlap.theirs());
      Line line = lines.get(overlap.field().key());
      if (line != null) {
        line.shown()
            .problem(
                language.now(
                    "customer.facts.overlap",
                    theirs.isEmpty() ? language.now("customer.edit.nothing") : theirs));
      }
    } else {
      if (problem instanceof SameCompanyException) {
        Parts.present(reasonField, true);
        reason.requestFocus();
      }
      problem(Problems.sentence(problem, language.texts()));
    }
  }
}
