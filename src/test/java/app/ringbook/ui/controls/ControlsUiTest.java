package app.ringbook.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.Background;
import app.ringbook.testkit.FxTest;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Icons;
import app.ringbook.ui.controls.WindowedRows.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ControlsUiTest extends FxTest {

  @Test
  void theGalleryShowsEveryControlInBothThemes() {
    show(onFx(ControlsUiTest::gallery));
    snapshot("gallery-light");
    dark(true);
    settle();
    snapshot("gallery-dark");
    assertThat(user().sees("Ready")).isTrue();
  }

  @Test
  void aMillionRowsLoadOnlyWhatIsSeen() {
    AtomicInteger read = new AtomicInteger();
    try (Background background = new Background(Fx.executor())) {
      WindowedRows<String> rows =
          new WindowedRows<>(
              background,
              ids -> {
                read.addAndGet(ids.size());
                return ids.stream().map(id -> "row " + id).toList();
              },
              row -> Long.parseLong(row.substring(4)));
      TableView<Line<String>> table = onFx(() -> table(rows));
      show(table);
      fx(() -> rows.show(LongStream.range(0, 1_000_000).toArray()));
      await().until(() -> user().sees("row 3"));
      fx(() -> table.scrollTo(777_777));
      settle();
      await().until(() -> user().sees("row 777780"));
      assertThat(read.get()).isLessThan(1000);
      snapshot("table-million");
    }
  }

  @Test
  void changedRowsAreReadAgainInPlace() {
    List<String> names = new ArrayList<>(List.of("a0", "b1"));
    try (Background background = new Background(Fx.executor())) {
      WindowedRows<String> rows =
          new WindowedRows<>(
              background,
              ids -> ids.stream().map(id -> names.get(id.intValue())).toList(),
              row -> Long.parseLong(row.substring(1)));
      show(onFx(() -> table(rows)));
      fx(() -> rows.show(new long[] {0, 1}));
      await().until(() -> user().sees("b1"));
      names.set(1, "c1");
      fx(() -> rows.reload(List.of(1L)));
      await().until(() -> user().sees("c1"));
      assertThat(user().sees("b1")).isFalse();
    }
  }

  @Test
  void aSwitchIsTurnedByClickSpaceAndScreenReader() {
    List<Boolean> turned = new ArrayList<>();
    Switch light = onFx(() -> new Switch(text("Light")));
    light.onSwitched(turned::add);
    show(new VBox(light));
    double off = thumb(light);
    user().click(light);
    await().until(() -> thumb(light) > off);
    user().press(KeyCode.SPACE);
    await().until(() -> thumb(light) == off);
    fx(() -> light.executeAccessibleAction(AccessibleAction.FIRE));
    fx(() -> light.setSelected(false));
    assertThat(turned).containsExactly(true, false, true);
    assertThat(light.getAccessibleText()).isEqualTo("Light");
    assertThat(onFx(() -> light.queryAccessibleAttribute(AccessibleAttribute.SELECTED)))
        .isEqualTo(false);
  }

  private static double thumb(Switch one) {
    return onFx(() -> one.lookup(".thumb").getBoundsInParent().getMinX());
  }

  @Test
  void aLongNameOnAChipIsCutAndToldInFull() {
    String name = "澄宇精密仪器设备制造与进出口贸易有限责任公司".repeat(5);
    Chip one = onFx(() -> new Chip(text(name)));
    Chip other = onFx(() -> new Chip(text("Ready")));
    show(new HBox(one, other));
    assertThat(onFx(one::getWidth)).isBetween(200.0, 320.0);
    assertThat(onFx(() -> one.getTooltip().getText())).isEqualTo(name);
    assertThat(onFx(other::getTooltip)).isNull();
  }

  @Test
  void initialsFollowTheScript() {
    assertThat(Avatar.initials("Maya Okafor")).isEqualTo("MO");
    assertThat(Avatar.initials("李薇")).isEqualTo("李");
    assertThat(Avatar.initials("  ")).isEmpty();
    assertThat(Avatar.initials("Castellan Valve Co.")).isEqualTo("CV");
  }

  private static TableView<Line<String>> table(WindowedRows<String> rows) {
    TableView<Line<String>> table = new TableView<>(rows);
    TableColumn<Line<String>, String> name = new TableColumn<>("Customer");
    name.setCellValueFactory(cell -> cell.getValue().valueProperty().map(Objects::toString));
    name.setPrefWidth(300);
    table.getColumns().add(name);
    TableColumn<Line<String>, String> tags = new TableColumn<>("Tags");
    tags.setCellFactory(
        column ->
            new TableCell<>() {
              @Override
              protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty ? null : new Badge(Badge.Kind.SUCCESS, "Ready"));
              }
            });
    table.getColumns().add(tags);
    return table;
  }

  static Node gallery() {
    TextField wrong = new TextField("+1 555");
    Field field = new Field(text("Phone"), wrong);
    field.problem("Too short for a phone number");
    TextField readOnly = new TextField("C-2024-0148");
    readOnly.setEditable(false);
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll("12 months", "24 months");
    combo.getSelectionModel().select(0);
    Switch on = new Switch(text("On"));
    on.setSelected(true);
    CheckBox checked = new CheckBox("Checked");
    checked.setSelected(true);
    CheckBox some = new CheckBox("Some");
    some.setIndeterminate(true);
    RadioButton radio = new RadioButton("Fill empty fields only");
    radio.setSelected(true);
    Segments<String> segments =
        new Segments<String>().add("a", text("All")).add("b", text("Ask")).add("c", text("Never"));
    segments.valueProperty().set("a");
    TabStrip<String> tabs =
        new TabStrip<String>().add("all", text("All")).add("missed", text("Missed"));
    tabs.count("all", "96");
    Chip active = new Chip(text("Owner: me")).removes();
    active.setSelected(true);
    VBox box =
        new VBox(
            12,
            row(
                button("Save", "accent"),
                button("Export"),
                button("Cancel", "flat"),
                button("Delete", "danger", "button-outlined"),
                button("Delete 3", "danger"),
                Icons.button(Feather.PHONE, text("Call"), () -> {}),
                disabled(button("Save", "accent"))),
            row(new TextField("Bluefen"), field, readOnly, combo),
            row(new CheckBox("None"), checked, some, radio, new Switch(text("Off")), on, segments),
            row(
                new Chip(text("Tier: any")).opens(),
                active,
                new Chip(text("Filter")).icon(Feather.PLUS).dashed()),
            row(
                new Badge(Badge.Kind.SUCCESS, "Ready"),
                new Badge(Badge.Kind.WARNING, "No driver"),
                new Badge(Badge.Kind.DANGER, "Missed"),
                new Badge(Badge.Kind.ACCENT, "Decides"),
                new Badge(Badge.Kind.NEUTRAL, "Stored offline").icon(Feather.CLOUD_OFF),
                new TierBadge("A"),
                new TierBadge("b"),
                new TierBadge("C"),
                new KeyCap("Ctrl K"),
                Avatar.person("Maya Okafor", 28).accent(),
                Avatar.company("苏州澄宇", 40),
                new LinkButton(text("Archive instead"), () -> {})),
            tabs,
            row(
                new Card(text("Devices")).row(Card.caption(text("Record calls"), text("All"))),
                new EmptyState(Feather.PHONE, text("还没有通话"), text("接好录音盒后，每通来电都会记在这里。"))
                    .button(text("连接录音盒"), () -> {}),
                new ErrorState(text("This recording can’t be played"), text("The file was moved."))
                    .button(text("Find the file"), () -> {})
                    .second(text("Remove link"), () -> {})),
            Skeleton.card());
    box.setPadding(new Insets(16));
    return box;
  }

  private static FlowPane row(Node... nodes) {
    return new FlowPane(12, 8, nodes);
  }

  private static Button button(String text, String... classes) {
    Button button = new Button(text);
    button.getStyleClass().addAll(classes);
    return button;
  }

  private static Button disabled(Button button) {
    button.setDisable(true);
    return button;
  }

  private static ObservableValue<String> text(String text) {
    return Bindings.createStringBinding(() -> text);
  }
}
