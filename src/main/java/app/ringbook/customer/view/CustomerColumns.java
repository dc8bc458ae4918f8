package app.ringbook.customer.view;

import app.ringbook.customer.CustomerLine;
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
import java.util.regex.Pattern;
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

  private static final Pattern SEPARATORS = Pattern.compile("[,，;；]");

  private final Language language;
  private final Formats formats;
  private final AppClock clock;

  private final ListFields fields;

  CustomerColumns(Surroundings around, ListFields fields) {
    this.fields = fields;
    this.language = around.language();
    this.formats = around.formats();
    this.clock = around.clock();
  }

  /** Keys of the fields that can be a column: those of the catalogue, and the main number. */
  static List<String> shownFields(ListFields fields) {
    List<String> all = new ArrayList<>();
    all.add("phone");
    fields.all().forEach(field -> all.add(field.key()));
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
  TableColumn<WindowedRows.Line<CustomerLine>, CustomerLine> of(String field, double width) {
    Supplier<LineCell> cell =
        switch (field) {
          case "name" -> text(CustomerLine::name, "strong");
          case "tier" -> this::tier;
          case "owner" -> this::owner;
          case "tags" -> this::tags;
          case "phone" -> text(l -> known(l.mainPhone()), "figures");
          case "next_contact" -> this::nextContact;
          case "last_contact" -> text(l -> day(l.lastContactAt()), "muted");
          case "created" -> text(l -> day(l.createdAt()), "muted");
          case "updated" -> text(l -> day(l.updatedAt()), "muted");
          case "do_not_call" ->
              text(l -> l.doNotCall() ? language.now("customer.cell.do_not_call") : "", "muted");
          default ->
              text(l -> known(PlainField.of(field).map(f -> f.shown(l)).orElse(null)), "muted");
        };
    var column = column(field, width, cell);
    if (field.equals("name")) {
      column.getStyleClass().add("first");
    }
    return column;
  }

  /** What a column sorts by, or null. */
  static @Nullable String sortOf(TableColumn<?, ?> column) {
    return column.isSortable() ? column.getId() : null;
  }

  /** The tags one by one. */
  static List<String> tagsOf(@Nullable String tags) {
    return tags == null
        ? List.of()
        : SEPARATORS.splitAsStream(tags).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  private TableColumn<WindowedRows.Line<CustomerLine>, CustomerLine> column(
      String id, double width, Supplier<LineCell> cell) {
    TableColumn<WindowedRows.Line<CustomerLine>, CustomerLine> column = new TableColumn<>();
    column.setId(id);
    column.textProperty().bind(Bindings.createStringBinding(() -> fields.label(id), language));
    column.setPrefWidth(width);
    column.setMinWidth(40);
    column.setCellValueFactory(row -> row.getValue().valueProperty());
    column.setCellFactory(c -> cell.get());
    column.setUserData(CellEdit.edits(id) ? id : null);
    column.setSortable(!id.equals("phone"));
    return column;
  }

  private static Supplier<LineCell> text(
      Function<CustomerLine, String> text, String... styleClasses) {
    return () -> cell((cell, line) -> cell.setText(text.apply(line)), styleClasses);
  }

  private static LineCell cell(BiConsumer<LineCell, CustomerLine> fill, String... styleClasses) {
    return new LineCell(styleClasses) {
      @Override
      void fill(CustomerLine line) {
        fill.accept(this, line);
      }
    };
  }

  private LineCell tier() {
    TierBadge badge = new TierBadge(null);
    return cell(
        (cell, line) -> {
          badge.show(line.tier());
          if (line.tier() == null) {
            cell.setText(UNKNOWN);
          } else {
            cell.setGraphic(badge);
            cell.setAccessibleText(language.now("customer.cell.tier", line.tier()));
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
          String owner = line.owner();
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

  private LineCell tags() {
    HBox box = new HBox();
    box.getStyleClass().add("tags");
    return cell(
        (cell, line) -> {
          List<String> tags = tagsOf(line.tags());
          box.getChildren().setAll(tags.stream().map(CustomerColumns::tag).toList());
          cell.setGraphic(box);
          cell.setAccessibleText(String.join(", ", tags));
        });
  }

  static Label tag(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("rb-tag");
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  private LineCell nextContact() {
    return cell((cell, line) -> showNextContact(cell, line.nextContactAt()), "figures");
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

  private String day(@Nullable Instant at) {
    return at == null ? UNKNOWN : formats.day(at);
  }

  private static String known(@Nullable String value) {
    return value == null || value.isBlank() ? UNKNOWN : value;
  }
}
