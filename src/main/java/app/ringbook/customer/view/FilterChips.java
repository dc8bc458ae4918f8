package app.ringbook.customer.view;

import app.ringbook.customer.filter.Filter;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.LinkButton;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;

/**
 * The filter of the list as chips: blue ones are in force, a click changes one and its cross takes
 * it away; outlined ones offer a field; the dashed one adds any.
 */
final class FilterChips extends FlowPane {
  private static final List<String> OFFERED = List.of("nextContact", "tier", "owner");

  /** The cross takes so much of a chip's right end. */
  private static final double CROSS = 24;

  /** Wide enough to be wanted, while the row gives what it has. */
  private static final double WRAP = 2000;

  private final Surroundings around;
  private final ViewsModel views;
  private final ListFields fields;
  private final FilterWords words;
  private final PopoverLayer popovers;

  FilterChips(Surroundings around, ViewsModel views, ListFields fields, PopoverLayer popovers) {
    this.around = around;
    this.views = views;
    this.fields = fields;
    this.words = new FilterWords(around.language(), around.formats(), fields);
    this.popovers = popovers;
    getStyleClass().add("filter-chips");
    setMinWidth(0);
    setPrefWrapLength(WRAP);
    views
        .state()
        .addListener(
            (at, was, is) -> {
              if (!was.filter().equals(is.filter())) {
                fill();
              }
            });
    views.dirty().addListener((at, was, is) -> fill());
    around.language().follow(this, this::fill);
    fill();
  }

  private void fill() {
    Filter filter = views.state().get().filter();
    List<Node> chips = new ArrayList<>();
    List<Filter> parts = filter instanceof Filter.All all ? all.parts() : List.of(filter);
    for (Filter part : parts) {
      chips.add(active(part, parts));
    }
    OFFERED.stream()
        .filter(field -> !filter.fields().contains(field))
        .limit(Math.max(1, 3 - parts.size()))
        .forEach(field -> chips.add(offered(field)));
    Language language = around.language();
    Chip add = new Chip(language.text("customer.chip.add")).dashed();
    add.setId("customers-add-filter");
    add.setOnAction(e -> build("", add));
    chips.add(add);
    if (views.dirty().get()) {
      chips.add(new LinkButton(language.text("customer.view.save"), views::save));
      chips.add(new LinkButton(language.text("customer.view.put_back"), views::putBack));
    }
    // A popover stands below a chip: that one must stay while the filter changes.
    if (popovers.open() && !getChildren().isEmpty()) {
      popovers.requestLayout();
    }
    getChildren().setAll(chips);
  }

  private Chip active(Filter part, List<Filter> parts) {
    Chip chip = new Chip(new SimpleStringProperty(words.say(part))).removes();
    chip.setSelected(true);
    chip.setOnAction(e -> chip.setSelected(true));
    chip.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (e.getX() > chip.getWidth() - CROSS) {
            remove(part, parts);
            e.consume();
          } else {
            build("", chip);
          }
        });
    chip.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
            remove(part, parts);
            e.consume();
          } else if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            build("", chip);
            e.consume();
          }
        });
    chip.accessibleHelpProperty().bind(around.language().text("customer.chip.remove"));
    return chip;
  }

  private void remove(Filter part, List<Filter> parts) {
    List<Filter> left = new ArrayList<>(parts);
    left.remove(part);
    views.state().set(views.state().get().withFilter(new Filter.All(left)));
  }

  private Chip offered(String field) {
    Language language = around.language();
    Chip chip =
        new Chip(
                Bindings.createStringBinding(
                    () -> language.now("customer.chip.any", fields.label(field)), language))
            .opens();
    chip.setOnAction(
        e -> {
          chip.setSelected(false);
          build(field, chip);
        });
    return chip;
  }

  /** Opens the builder, with a line for a field unless it is empty. */
  void build(String field, Node below) {
    FilterBuilder builder = new FilterBuilder(around, fields, views.state());
    if (!field.isEmpty()) {
      builder.offer(field);
    } else if (views.state().get().filter().everybody()) {
      builder.offer("name");
    }
    popovers.open(builder, this, builder.first(), () -> {});
  }
}
