package app.ringbook.customer.view;

import app.ringbook.customer.catalogue.CustomerRecord;
import app.ringbook.customer.columns.Grouping;
import app.ringbook.customer.fields.Field;
import app.ringbook.platform.AppClock;
import app.ringbook.settings.CustomerListSettings;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.TierBadge;
import app.ringbook.ui.controls.WindowedRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The columns of the list. */
final class CustomerColumns {
  /** What stands where a value is not known. */
  static final String UNKNOWN = "—";

  /** Room for an ellipsis. */
  private static final double LEAST_TAG = 24;

  /** The padding of a cell at both sides. */
  private static final double TAG_SIDES = 16;

  private final Language language;
  private final Formats formats;
  private final AppClock clock;

  private final ListFields fields;
  private final GroupedRows groups;

  CustomerColumns(Surroundings around, ListFields fields, GroupedRows groups) {
    this.fields = fields;
    this.groups = groups;
    this.language = around.language();
    this.formats = around.formats();
    this.clock = around.clock();
  }

  /** Keys of the fields that can be a column: those of the catalogue, the usual first. */
  static List<String> shownFields(ListFields fields) {
    List<String> all = new ArrayList<>(fields.listed().stream().map(Field::key).toList());
    all.sort(Comparator.comparingInt(CustomerColumns::place));
    return all;
  }

  private static int place(String field) {
    int usual =
        ListState.USUAL_COLUMNS.stream()
            .map(CustomerListSettings.Column::field)
            .toList()
            .indexOf(field);
    return usual < 0 ? Integer.MAX_VALUE : usual;
  }

  /**
   * The column of a field. Its id is the field's key, its user data the key too if it is edited.
   */
  TableColumn<WindowedRows.Line<CustomerRecord>, CustomerRecord> of(
      Field<CustomerRecord> field, double width) {
    Supplier<LineCell> cell =
        switch (field.key()) {
          case "name" -> text(CustomerRecord::name, "strong");
          case "tier" -> this::tier;
          case "owner" -> this::owner;
          case ListFields.PHONE -> text(l -> known(fields.shown(field, field.value(l))), "figures");
          case "nextContact" -> this::nextContact;
          case "doNotCall" ->
              text(
                  l -> l.customer().doNotCall() ? language.now("customer.cell.do_not_call") : "",
                  "muted");
          default -> plain(field);
        };
    var column = column(field, width, cell);
    if (field.key().equals("name")) {
      column.getStyleClass().add("first");
    }
    return column;
  }

  /** What a column sorts by, or null. */
  static @Nullable String sortOf(TableColumn<?, ?> column) {
    return column.isSortable() ? column.getId() : null;
  }

  /** Several words as tags, numbers at the right, marks only where they are set. */
  private Supplier<LineCell> plain(Field<CustomerRecord> field) {
    return switch (field.kind()) {
      case MULTI_LIST -> () -> words(field);
      case NUMBER, MONEY ->
          text(l -> known(fields.shown(field, field.value(l))), "figures", "align-right");
      case FORMULA -> () -> computed(field);
      case MOMENT ->
          text(l -> field.value(l) instanceof Instant at ? formats.day(at) : UNKNOWN, "muted");
      case FLAG ->
          text(l -> Boolean.TRUE.equals(field.value(l)) ? fields.shown(field, true) : "", "muted");
      case LONG_TEXT ->
          text(l -> known(fields.shown(field, field.value(l))).replace('\n', ' '), "muted");
      default -> text(l -> known(fields.shown(field, field.value(l))), "muted");
    };
  }

  /** What comes out of a formula: a number stands at the right, as other numbers do. */
  private LineCell computed(Field<CustomerRecord> field) {
    return cell(
        (cell, line) -> {
          Object value = field.value(line);
          cell.setText(known(fields.shown(field, value)));
          cell.getStyleClass().removeAll("figures", "align-right");
          if (value instanceof Number) {
            cell.getStyleClass().addAll("figures", "align-right");
          }
        },
        "muted");
  }

  private LineCell words(Field<CustomerRecord> field) {
    HBox box = new HBox();
    box.getStyleClass().add("tags");
    box.setMinWidth(0);
    Tooltip all = new Tooltip();
    Tooltip.install(box, all);
    return cell(
        (cell, line) -> {
          List<String> words =
              field.value(line) instanceof List<?> several
                  ? several.stream().map(w -> fields.word(field.key(), w.toString())).toList()
                  : List.of();
          List<Label> labels = words.stream().map(CustomerColumns::tag).toList();
          if (!labels.isEmpty()) {
            // The last one gives way, with an ellipsis.
            labels.getLast().setMinWidth(LEAST_TAG);
          }
          box.getChildren().setAll(labels);
          box.maxWidthProperty().bind(cell.widthProperty().subtract(TAG_SIDES));
          all.setText(String.join(", ", words));
          cell.setGraphic(box);
          cell.setAccessibleText(String.join(", ", words));
        });
  }

  private TableColumn<WindowedRows.Line<CustomerRecord>, CustomerRecord> column(
      Field<CustomerRecord> field, double width, Supplier<LineCell> cell) {
    String id = field.key();
    TableColumn<WindowedRows.Line<CustomerRecord>, CustomerRecord> column = new TableColumn<>();
    column.setId(id);
    column.textProperty().bind(Bindings.createStringBinding(() -> fields.label(id), language));
    column.setPrefWidth(width);
    column.setMinWidth(40);
    column.setCellValueFactory(row -> row.getValue().valueProperty());
    column.setCellFactory(c -> cell.get());
    column.setUserData(ListFields.edits(field) ? id : null);
    column.setSortable(fields.sorted().contains(id));
    return column;
  }

  private Supplier<LineCell> text(Function<CustomerRecord, String> text, String... styleClasses) {
    return () -> cell((cell, line) -> cell.setText(text.apply(line)), styleClasses);
  }

  private LineCell cell(BiConsumer<LineCell, CustomerRecord> fill, String... styleClasses) {
    return new LineCell(this::heading, styleClasses) {
      @Override
      void fill(CustomerRecord line) {
        fill.accept(this, line);
      }
    };
  }

  private void heading(LineCell cell, long id, GroupHeading into) {
    Grouping.Group group = groups.group(id);
    if (group != null) {
      String name =
          fields.byKey(groups.field()).map(f -> fields.shown(f, group.value())).orElse("");
      String named = name.isEmpty() ? language.now("customer.group.none") : name;
      boolean folded = groups.isFolded(group);
      into.show(named, formats.count(group.count()), folded);
      cell.setAccessibleText(
          language.now(
              folded ? "customer.group.folded" : "customer.group.unfolded", named, group.count()));
    }
  }

  private LineCell tier() {
    TierBadge badge = new TierBadge(null);
    return cell(
        (cell, line) -> {
          badge.show(line.customer().tier());
          if (line.customer().tier() == null) {
            cell.setText(UNKNOWN);
          } else {
            cell.setGraphic(badge);
            cell.setAccessibleText(language.now("customer.cell.tier", line.customer().tier()));
          }
        },
        "muted");
  }

  private LineCell owner() {
    Avatar avatar = Avatar.person("", 20);
    Tooltip name = new Tooltip();
    Tooltip.install(avatar, name);
    return cell(
        (cell, line) -> {
          String owner = line.customer().owner();
          if (owner == null) {
            cell.setText(UNKNOWN);
          } else {
            avatar.show(owner);
            name.setText(owner);
            cell.setGraphic(avatar);
            cell.setAccessibleText(owner);
          }
        },
        "muted");
  }

  static Label tag(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("rb-tag");
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  private LineCell nextContact() {
    return cell((cell, line) -> showNextContact(cell, line.customer().nextContactAt()), "figures");
  }

  private void showNextContact(LineCell cell, @Nullable Instant at) {
    cell.getStyleClass().removeAll("late", "today");
    if (at == null) {
      cell.setText(UNKNOWN);
      return;
    }
    String words = formats.due(at);
    cell.setText(words);
    if (formats.daysLate(at) > 0) {
      cell.setGraphic(Icons.of(Feather.CLOCK, "danger"));
      cell.getStyleClass().add("late");
    } else if (LocalDate.ofInstant(at, clock.zone()).equals(clock.today())) {
      cell.getStyleClass().add("today");
    }
    cell.setAccessibleText(language.now("customer.cell.next", words));
  }

  private static String known(@Nullable String value) {
    return value == null || value.isBlank() ? UNKNOWN : value;
  }
}
