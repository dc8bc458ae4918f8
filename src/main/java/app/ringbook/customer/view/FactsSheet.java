package app.ringbook.customer.view;

import app.ringbook.customer.Customer;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Asks for the facts of a customer. */
final class FactsSheet extends Sheet {
  private static final double WIDTH = 560;
  private static final int NOTE_ROWS = 3;
  private static final Set<Fact> WIDE = Set.of(Fact.NAME, Fact.TAGS, Fact.ADDRESS, Fact.NOTE);
  private final Surroundings around;
  private final Customer customer;
  private final FactsEdit edit;
  private final Map<Fact, Field> fields = new EnumMap<>(Fact.class);

  FactsSheet(Surroundings around, Customer customer) {
    super(around.language(), "customer.facts.title", "customer.facts.save");
    this.around = around;
    this.customer = customer;
    this.edit = new FactsEdit(around.book(), customer);
    setMaxWidth(WIDTH);
    setPrefWidth(WIDTH);
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form");
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    grid.getColumnConstraints().addAll(half, half);
    int cell = 0;
    for (Fact fact : Fact.values()) {
      boolean wide = WIDE.contains(fact);
      cell += wide && cell % 2 == 1 ? 1 : 0;
      grid.add(field(fact), cell % 2, cell / 2, wide ? 2 : 1, 1);
      cell += wide ? 2 : 1;
    }
    add(grid);
    add(doNotCall());
    onSave(this::save);
  }

  private Field field(Fact fact) {
    Language language = around.language();
    TextInputControl input = fact == Fact.NOTE ? note() : new TextField();
    input.setId("fact-" + fact.name().toLowerCase(Locale.ROOT));
    input.setText(fact.of(customer));
    Field field = new Field(language.text(fact.key()), input);
    input
        .textProperty()
        .addListener(
            (at, was, is) -> {
              edit.type(fact, is);
              field.problem(null);
              problem("");
            });
    fields.put(fact, field);
    if (fact == Fact.NAME) {
      startAt(input);
    }
    return field;
  }

  private static TextArea note() {
    TextArea note = new TextArea();
    note.setPrefRowCount(NOTE_ROWS);
    note.setWrapText(true);
    return note;
  }

  private CheckBox doNotCall() {
    CheckBox box = new CheckBox();
    box.textProperty().bind(around.language().text("customer.fact.do_not_call"));
    box.setSelected(customer.doNotCall());
    box.selectedProperty().addListener((at, was, is) -> edit.doNotCall(is));
    return box;
  }

  private void save() {
    saveButton().setDisable(true);
    around
        .changes()
        .make(edit::save, this::close, this::failed, "customer.toast.facts", customer.name());
  }

  private void failed(Throwable problem) {
    saveButton().setDisable(false);
    Language language = around.language();
    if (problem instanceof FactsEdit.Overlap overlap) {
      String theirs =
          overlap.theirs().isEmpty() ? language.now("customer.edit.nothing") : overlap.theirs();
      Field field = fields.get(overlap.fact());
      if (field != null) {
        field.problem(language.now("customer.facts.overlap", theirs));
      }
    } else {
      problem(Problems.sentence(problem, language.texts()));
    }
  }
}
