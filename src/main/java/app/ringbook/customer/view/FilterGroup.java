package app.ringbook.customer.view;

import app.ringbook.customer.filter.Filter;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.LinkButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Lines and groups of the filter builder that hold together: all, any, none of them. */
final class FilterGroup extends VBox {

  /** How the parts hold together. */
  enum Joint {
    /** All hold. */
    ALL,
    /** At least one holds. */
    ANY,
    /** None holds. */
    NONE
  }

  private final FilterBuilder builder;
  private final ComboBox<Joint> joint = new ComboBox<>();
  private final VBox parts = new VBox();

  /**
   * @param parent the group around it, or null
   */
  FilterGroup(FilterBuilder builder, @Nullable FilterGroup parent) {
    this.builder = builder;
    Language language = builder.around().language();
    getStyleClass().add("filter-group");
    parts.getStyleClass().add("parts");
    joint.setItems(FXCollections.observableArrayList(Joint.values()));
    joint.setValue(Joint.ALL);
    joint.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Joint value) {
            return value == null
                ? ""
                : language.now("customer.builder." + value.name().toLowerCase(Locale.ROOT));
          }

          @Override
          public Joint fromString(String text) {
            return Joint.ALL;
          }
        });
    joint.accessibleTextProperty().bind(language.text("customer.builder.joint"));
    joint.setOnAction(e -> builder.changed());
    HBox head = new HBox(joint, Parts.space());
    head.getStyleClass().add("head");
    if (parent != null) {
      head.getChildren().add(remover(builder, () -> parent.remove(this)));
    }
    HBox adding =
        new HBox(
            new LinkButton(
                language.text("customer.builder.add"),
                () ->
                    addLine(new ConditionForm("name", builder.first("name"), ""))
                        .first()
                        .requestFocus()),
            new LinkButton(
                language.text("customer.builder.add_group"),
                () -> {
                  FilterGroup group = addGroup();
                  group.joint.setValue(Joint.ANY);
                  group.addLine(new ConditionForm("name", builder.first("name"), ""));
                }));
    adding.getStyleClass().add("adding");
    getChildren().addAll(head, parts, adding);
  }

  /** A button that takes a part away. */
  static Button remover(FilterBuilder builder, Runnable task) {
    Button button = new Button();
    button.setGraphic(Icons.of(Feather.X));
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button
        .accessibleTextProperty()
        .bind(builder.around().language().text("customer.builder.remove"));
    button.setOnAction(e -> task.run());
    return button;
  }

  /** Shows a filter. */
  void fill(Filter filter) {
    switch (filter) {
      case Filter.All all -> all.parts().forEach(this::add);
      case Filter.Any any -> {
        joint.setValue(Joint.ANY);
        any.parts().forEach(this::add);
      }
      case Filter.Not(Filter.Any any) -> {
        joint.setValue(Joint.NONE);
        any.parts().forEach(this::add);
      }
      default -> add(filter);
    }
  }

  private void add(Filter part) {
    Optional<ConditionForm> form = ConditionForm.of(part, builder.fields());
    if (form.isPresent()) {
      addLine(form.get());
    } else if (part instanceof Filter.Where) {
      parts.getChildren().add(new FixedPart(part));
    } else if (part instanceof Filter.Not not && !(not.part() instanceof Filter.Any)) {
      FilterGroup group = addGroup();
      group.joint.setValue(Joint.NONE);
      group.add(not.part());
    } else {
      addGroup().fill(part);
    }
  }

  /** Adds a line. */
  FilterLine addLine(ConditionForm form) {
    FilterLine line = new FilterLine(builder, form, this::remove);
    parts.getChildren().add(line);
    return line;
  }

  private FilterGroup addGroup() {
    FilterGroup group = new FilterGroup(builder, this);
    parts.getChildren().add(group);
    return group;
  }

  /** The lines right in this group. */
  List<FilterLine> lines() {
    return parts.getChildren().stream()
        .filter(FilterLine.class::isInstance)
        .map(FilterLine.class::cast)
        .toList();
  }

  /** Takes everything away. */
  void clear() {
    parts.getChildren().clear();
    joint.setValue(Joint.ALL);
  }

  private void remove(Node part) {
    parts.getChildren().remove(part);
    builder.changed();
  }

  /** What it says; empty while nothing in it is finished. Says what cannot be read. */
  Optional<Filter> read(List<String> problems) {
    List<Filter> read = new ArrayList<>();
    for (Node part : parts.getChildren()) {
      switch (part) {
        case FilterLine line -> line.read(problems).ifPresent(read::add);
        case FilterGroup group -> group.read(problems).ifPresent(read::add);
        case FixedPart fixed -> read.add(fixed.filter);
        default -> {}
      }
    }
    if (read.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (joint.getValue()) {
          case ALL -> new Filter.All(read);
          case ANY -> new Filter.Any(read);
          case NONE -> new Filter.Not(new Filter.Any(read));
        });
  }

  /** A condition that no line can hold: shown, and kept or taken away as it is. */
  private final class FixedPart extends HBox {
    private final Filter filter;

    FixedPart(Filter filter) {
      this.filter = filter;
      getStyleClass().add("filter-line");
      FilterWords words =
          new FilterWords(
              builder.around().language(), builder.around().formats(), builder.fields());
      getChildren()
          .addAll(
              Parts.value(words.say(filter)), Parts.space(), remover(builder, () -> remove(this)));
    }
  }
}
