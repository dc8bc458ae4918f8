package app.ringbook.customer.view;

import app.ringbook.customer.CustomerLine;
import app.ringbook.customer.ListQuery;
import app.ringbook.platform.AppClock;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.TierBadge;
import app.ringbook.ui.controls.WindowedRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

  CustomerColumns(Surroundings around) {
    this.language = around.language();
    this.formats = around.formats();
    this.clock = around.clock();
  }

  /** All columns, in order. A column's user data is the field it edits or null. */
  List<TableColumn<WindowedRows.Line<CustomerLine>, CustomerLine>> all() {
    var name = column("name", 200, text(CustomerLine::name, "strong"), CellEdit.Field.NAME);
    name.getStyleClass().add("first");
    var next = column("next_contact", 132, this::nextContact, CellEdit.Field.NEXT_CONTACT);
    var last = column("last_contact", 96, text(this::lastContact, "muted"), null);
    var phone =
        column("phone", 136, text(l -> known(l.mainPhone()), "figures"), CellEdit.Field.PHONE);
    return List.of(
        name,
        column("industry", 104, text(l -> known(l.industry()), "muted"), null),
        column("tier", 48, this::tier, null),
        column("owner", 56, this::owner, null),
        column("tags", 144, this::tags, null),
        phone,
        last,
        next);
  }

  /** What a column sorts by, or null. */
  static ListQuery.@Nullable Sort sortOf(TableColumn<?, ?> column) {
    return switch (column.getId()) {
      case "name" -> ListQuery.Sort.NAME;
      case "last_contact" -> ListQuery.Sort.LAST_CONTACT;
      case "next_contact" -> ListQuery.Sort.NEXT_CONTACT;
      default -> null;
    };
  }

  /** The tags one by one. */
  static List<String> tagsOf(@Nullable String tags) {
    return tags == null
        ? List.of()
        : SEPARATORS.splitAsStream(tags).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  private TableColumn<WindowedRows.Line<CustomerLine>, CustomerLine> column(
      String id, double width, Supplier<LineCell> cell, CellEdit.@Nullable Field edits) {
    TableColumn<WindowedRows.Line<CustomerLine>, CustomerLine> column = new TableColumn<>();
    column.setId(id);
    column.textProperty().bind(language.text("customer.column." + id));
    column.setPrefWidth(width);
    column.setMinWidth(40);
    column.setCellValueFactory(row -> row.getValue().valueProperty());
    column.setCellFactory(c -> cell.get());
    column.setUserData(edits);
    column.setSortable(sortOf(column) != null);
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

  private String lastContact(CustomerLine line) {
    Instant at = line.lastContactAt();
    return at == null ? UNKNOWN : formats.day(at);
  }

  private static String known(@Nullable String value) {
    return value == null || value.isBlank() ? UNKNOWN : value;
  }
}
