package app.ringbook.shell;

import app.ringbook.settings.AppearanceSettings;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Navigation;
import app.ringbook.ui.Place;
import app.ringbook.ui.Shortcut;
import app.ringbook.ui.controls.Avatar;
import app.ringbook.ui.controls.Brand;
import app.ringbook.ui.controls.KeyCap;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The left column: who we are, search, the pages, the line, settings, me. */
final class Sidebar extends VBox {
  private static final double WIDE = 208;
  private static final double NARROW = 56;
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final PseudoClass ICONS = PseudoClass.getPseudoClass("icons");

  private final Language language;
  private final Navigation navigation;
  private final Map<String, Button> items = new LinkedHashMap<>();
  private final VBox pages = new VBox(2);
  private final Label company = new Label();
  private final VBox names = new VBox(new Label("Ringbook"), company);
  private final Button search = new Button();
  private final HBox me = new HBox(10);
  private final Label myName = new Label();
  private final Avatar avatar = Avatar.person("", 20).accent();
  private final LineCard line;
  private final ToggleButton quiet;
  private boolean isNarrow;

  Sidebar(
      Language language,
      Navigation navigation,
      LineCard line,
      ToggleButton quiet,
      Runnable openPalette) {
    this.quiet = quiet;
    this.language = language;
    this.navigation = navigation;
    this.line = line;
    getStyleClass().add("rb-sidebar");
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    search.setOnAction(e -> openPalette.run());
    buildSearch();
    buildMe();
    getChildren().addAll(brand(), search, pages, space, new StackPane(line, quiet));
    StackPane.setAlignment(quiet, Pos.BOTTOM_RIGHT);
    addItem(this, "settings", "shell.nav.settings", Feather.SETTINGS, null);
    getChildren().add(me);
    setNarrow(false);
  }

  /** A page of the list. */
  void add(String page, String titleKey, Feather icon, @Nullable ObservableIntegerValue attention) {
    addItem(pages, page, titleKey, icon, attention);
  }

  /** Marks where the user is. */
  void here(@Nullable Place place) {
    String page = place == null ? "" : owner(place.page().split("/", 2)[0]);
    items.forEach((id, button) -> button.pseudoClassStateChanged(HERE, id.equals(page)));
  }

  /** Shows the company under the program's name and the user at the foot. */
  void people(AppearanceSettings settings, String userName) {
    company.setText(settings.company());
    company.setVisible(!settings.company().isBlank());
    company.setManaged(!settings.company().isBlank());
    myName.setText(userName);
    avatar.show(userName);
  }

  /** Icons only, with the names as tooltips. */
  void setNarrow(boolean narrow) {
    if (narrow == isNarrow && search.getGraphic() != null) {
      return;
    }
    isNarrow = narrow;
    double width = narrow ? NARROW : WIDE;
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
    pseudoClassStateChanged(ICONS, narrow);
    names.setVisible(!narrow);
    names.setManaged(!narrow);
    myName.setVisible(!narrow);
    myName.setManaged(!narrow);
    items.values().forEach(button -> content(button, narrow));
    search.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    line.setNarrow(narrow);
    quiet.setVisible(!narrow);
    buildSearchContent(narrow);
  }

  /** Pages that are reached from the list of customers or of calls belong to it. */
  private static String owner(String page) {
    return switch (page) {
      case "customer", "import", "collisions", "trash" -> "customers";
      case "outside-audio" -> "calls";
      default -> page;
    };
  }

  private HBox brand() {
    names.getChildren().getFirst().getStyleClass().add("strong");
    company.getStyleClass().add("secondary");
    names.setAlignment(Pos.CENTER_LEFT);
    HBox brand = new HBox(8, Brand.mark(22), names);
    brand.setAlignment(Pos.CENTER_LEFT);
    brand.getStyleClass().add("brand");
    return brand;
  }

  private void buildSearch() {
    search.getStyleClass().setAll("button", "rb-search-box");
    search.setMaxWidth(Double.MAX_VALUE);
    search.accessibleTextProperty().bind(language.text("shell.nav.search"));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(language.text("shell.nav.search"));
    search.setTooltip(tooltip);
  }

  private void buildSearchContent(boolean narrow) {
    Label words = new Label();
    words.textProperty().bind(language.text("shell.nav.search"));
    words.getStyleClass().add("faint");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox box = new HBox(8, Icons.of(Feather.SEARCH, "muted"));
    box.setAlignment(narrow ? Pos.CENTER : Pos.CENTER_LEFT);
    if (!narrow) {
      box.getChildren().addAll(words, KeyCap.of(Shortcut.of("Ctrl K")));
      box.setPrefWidth(WIDE - 38);
    }
    search.setGraphic(box);
  }

  private void buildMe() {
    me.getStyleClass().add("me");
    me.setAlignment(Pos.CENTER_LEFT);
    me.getChildren().addAll(avatar, myName);
  }

  private void addItem(
      VBox to,
      String page,
      String titleKey,
      Feather icon,
      @Nullable ObservableIntegerValue attention) {
    Button button = new Button();
    button.getStyleClass().setAll("rb-nav");
    button.setMaxWidth(Double.MAX_VALUE);
    button.accessibleTextProperty().bind(language.text(titleKey));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(language.text(titleKey));
    button.setTooltip(tooltip);
    button.getProperties().put("row", row(titleKey, icon, attention));
    button.getProperties().put("icon", iconOnly(icon, attention));
    button.setOnAction(e -> navigation.open(Place.of(page)));
    items.put(page, button);
    to.getChildren().add(button);
    content(button, false);
  }

  private HBox row(String titleKey, Feather icon, @Nullable ObservableIntegerValue attention) {
    Label title = new Label();
    title.textProperty().bind(language.text(titleKey));
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox row = new HBox(10, Icons.of(icon), title);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(WIDE - 32);
    if (attention != null) {
      Label count = new Label();
      count.getStyleClass().add("rb-count");
      count
          .textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> attention.get() > 99 ? "99+" : String.valueOf(attention.get()), attention));
      var any = Bindings.greaterThan(attention, 0);
      count.visibleProperty().bind(any);
      count.managedProperty().bind(any);
      row.getChildren().add(count);
    }
    return row;
  }

  /** A red dot stands for the count where there is no room for it. */
  private static StackPane iconOnly(Feather icon, @Nullable ObservableIntegerValue attention) {
    StackPane holder = new StackPane(Icons.of(icon));
    if (attention != null) {
      Region dot = new Region();
      dot.getStyleClass().addAll("rb-dot", "danger");
      StackPane.setAlignment(dot, Pos.TOP_RIGHT);
      dot.setTranslateX(4);
      dot.visibleProperty().bind(Bindings.greaterThan(attention, 0));
      holder.getChildren().add(dot);
    }
    holder.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return holder;
  }

  private static void content(Button button, boolean narrow) {
    button.setGraphic((Node) button.getProperties().get(narrow ? "icon" : "row"));
  }
}
