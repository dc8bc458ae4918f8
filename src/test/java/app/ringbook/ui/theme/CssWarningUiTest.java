package app.ringbook.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import app.ringbook.testkit.CssWarnings;
import app.ringbook.testkit.FxTest;
import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.control.Accordion;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Pagination;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.SegmentedButton;
import org.junit.jupiter.api.Test;

/** A colour that cannot be looked up is silently not painted: so a warning fails. */
class CssWarningUiTest extends FxTest {
  @Test
  void aWarningIsHeard() {
    show(
        onFx(
            () -> {
              Region region = new Region();
              region.setStyle("-fx-background-color: -no-such-colour;");
              return region;
            }));
    settle();
    assertThat(CssWarnings.take()).isNotEmpty();
  }

  @Test
  void allControlsAndPopupsFindTheirColorsInBothThemes() {
    Stage shown = show(onFx(CssWarningUiTest::everything), 700, 560);
    for (boolean dark : List.of(false, true)) {
      dark(dark);
      settle();
      popups(shown);
    }
    assertThat(CssWarnings.take()).isEmpty();
  }

  @Test
  void everySheetCanBeRead() throws IOException {
    List<String> errors = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      List<Path> sheets = files.filter(f -> f.toString().endsWith(".css")).toList();
      assertThat(sheets).isNotEmpty();
      for (Path sheet : sheets) {
        fx(
            () -> {
              CssParser.errorsProperty().clear();
              try {
                new CssParser().parse(sheet.toUri().toURL());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              CssParser.errorsProperty()
                  .forEach(error -> errors.add(sheet + ": " + error.getMessage()));
            });
      }
    }
    assertThat(errors).isEmpty();
  }

  private static void popups(Stage shown) {
    ContextMenu menu = onFx(() -> new ContextMenu(new MenuItem("One"), new Menu("More")));
    Tooltip tooltip = onFx(() -> new Tooltip("Full text"));
    PopOver over = onFx(() -> new PopOver(new TextField("in a pop-over")));
    Popup popup = onFx(Popup::new);
    Alert alert = onFx(() -> new Alert(Alert.AlertType.WARNING, "text"));
    fx(
        () -> {
          Node owner = shown.getScene().lookup("#owner");
          menu.show(owner, 310, 310);
          tooltip.show(owner, 350, 350);
          over.show(owner, 500, 400);
          Region region = new Region();
          region.getStyleClass().add("rb-popover");
          popup.getContent().add(region);
          popup.show(owner, 400, 400);
          alert.initOwner(shown);
          alert.show();
          ((ComboBox<?>) shown.getScene().lookup("#combo")).show();
          ((DatePicker) shown.getScene().lookup("#date")).show();
        });
    settle();
    fx(
        () -> {
          menu.hide();
          tooltip.hide();
          over.hide(javafx.util.Duration.ZERO);
          popup.hide();
          alert.close();
          ((ComboBox<?>) shown.getScene().lookup("#combo")).hide();
          ((DatePicker) shown.getScene().lookup("#date")).hide();
        });
  }

  private static FlowPane everything() {
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll("a", "b");
    combo.setId("combo");
    DatePicker date = new DatePicker(LocalDate.of(2026, 6, 16));
    date.setId("date");
    Button owner = new Button("Owner");
    owner.setId("owner");
    ChoiceBox<String> choice = new ChoiceBox<>();
    choice.getItems().add("a");
    CheckComboBox<String> checks = new CheckComboBox<>();
    checks.getItems().addAll("a", "b");
    TableView<String> table = new TableView<>();
    table.getColumns().add(new TableColumn<>("Column"));
    table.getItems().add("row");
    ListView<String> list = new ListView<>();
    list.getItems().add("row");
    TreeView<String> tree = new TreeView<>(new TreeItem<>("root"));
    for (Region small : List.of(table, list, tree)) {
      small.setPrefSize(160, 90);
    }
    FlowPane pane = new FlowPane(8, 8);
    pane.getChildren()
        .addAll(
            owner,
            combo,
            date,
            choice,
            checks,
            new SearchableComboBox<String>(),
            table,
            list,
            tree,
            new CheckBox("Check"),
            new RadioButton("Radio"),
            new ToggleButton("Toggle"),
            new ToggleSwitch("Switch"),
            new SegmentedButton(new ToggleButton("1")),
            new RangeSlider(0, 10, 2, 8),
            new Slider(),
            new Spinner<Integer>(0, 5, 1),
            new TextField("Text"),
            new TextArea("Area"),
            new PasswordField(),
            new Hyperlink("Link"),
            new MenuButton("Menu"),
            new SplitMenuButton(new MenuItem("a")),
            new MenuBar(new Menu("File")),
            new ToolBar(new Button("Tool")),
            new ProgressBar(0.4),
            new ProgressIndicator(),
            new Pagination(3),
            new TabPane(new Tab("Tab")),
            new Accordion(new TitledPane("Titled", new Button("in"))),
            new SplitPane(new Button("l"), new Button("r")));
    return pane;
  }
}
