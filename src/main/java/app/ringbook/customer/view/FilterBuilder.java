package app.ringbook.customer.view;

import app.ringbook.customer.columns.ColumnField;
import app.ringbook.customer.fields.Field;
import app.ringbook.customer.filter.Filter;
import app.ringbook.ui.controls.LinkButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/**
 * Builds a filter of groups and lines: all of, any of, none of. What can be read is carried out at
 * once; a line that is not finished waits.
 */
final class FilterBuilder extends VBox {
  private static final double WIDTH = 560;
  private static final double HIGHEST = 420;
  private static final Set<String> SHARED =
      Set.of("industry", "source", "owner", "country", "region", "city");

  private final Surroundings around;
  private final ListFields fields;
  private final Consumer<Filter> changed;
  private final FilterGroup root;
  private final Label problem = new Label();

  /**
   * @param state whose filter is changed
   */
  FilterBuilder(Surroundings around, ListFields fields, ObjectProperty<ListState> state) {
    this.around = around;
    this.fields = fields;
    this.changed = filter -> state.set(state.get().withFilter(filter));
    this.root = new FilterGroup(this, null);
    getStyleClass().add("filter-builder");
    setPrefWidth(WIDTH);
    ScrollPane scroll = new ScrollPane(root);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(HIGHEST);
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    Parts.present(problem, false);
    Node clear =
        new LinkButton(
            around.language().text("customer.builder.clear"),
            () -> {
              root.clear();
              changed();
            });
    getChildren().addAll(scroll, problem, clear);
    Filter present = state.get().filter();
    // What is added narrows the list, so it stands beside a group of any, not in it.
    root.fill(present instanceof Filter.All ? present : Filter.all(present));
  }

  Surroundings around() {
    return around;
  }

  ListFields fields() {
    return fields;
  }

  /** Adds a line for a field, if there is none yet. */
  void offer(String field) {
    if (root.lines().stream().noneMatch(line -> line.form().field().equals(field))) {
      root.addLine(new ConditionForm(field, first(field), ""));
    }
  }

  /** Where the keyboard goes first. */
  Node first() {
    List<FilterLine> lines = root.lines();
    return lines.isEmpty() ? root : lines.getLast().first();
  }

  /** What is said of a field most often: few share a name or an address. */
  Operator first(String field) {
    boolean own = fields.byKey(field).filter(FilterBuilder::mostlyOwn).isPresent();
    if (own) {
      return Operator.CONTAINS;
    }
    ColumnField.Form form =
        fields.column(field).map(ColumnField::form).orElse(ColumnField.Form.TEXT);
    return Operator.of(form).getFirst();
  }

  private static boolean mostlyOwn(Field<?> field) {
    return switch (field.kind()) {
      case LONG_TEXT, PHONE, FILE -> true;
      case TEXT -> !SHARED.contains(field.key());
      default -> false;
    };
  }

  /** Reads everything again and carries it out if it can be read. */
  void changed() {
    List<String> problems = new ArrayList<>();
    Optional<Filter> filter = root.read(problems);
    problem.setText(problems.isEmpty() ? "" : problems.getFirst());
    Parts.present(problem, !problems.isEmpty());
    if (problems.isEmpty()) {
      changed.accept(filter.orElse(Filter.everyone()));
    }
  }
}
