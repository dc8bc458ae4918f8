package app.ringbook.shell.settings;

import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.Navigation;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import app.ringbook.ui.SettingsSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The settings: a list of sections at left, the chosen one beside it. Changes save at once. */
public final class SettingsPage implements Page {
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final Language language;
  private final Navigation navigation;
  private final Map<String, SettingsSection> sections = new LinkedHashMap<>();
  private final Map<String, Button> items = new LinkedHashMap<>();
  private final BorderPane node = new BorderPane();
  private final Label name = new Label();
  private final ScrollPane scroll = new ScrollPane();
  private @Nullable SettingsSection shown;
  private boolean inFront;

  /** The page with these sections, in this order. */
  public SettingsPage(Language language, Navigation navigation, List<SettingsSection> all) {
    this.language = language;
    this.navigation = navigation;
    VBox list = new VBox(2);
    list.getStyleClass().add("rb-settings-list");
    for (SettingsSection section : all) {
      sections.put(section.id(), section);
      Button item = item(section);
      items.put(section.id(), item);
      list.getChildren().add(item);
    }
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("rb-settings-scroll");
    node.setTop(header());
    node.setLeft(list);
    node.setCenter(scroll);
  }

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void open(Place place) {
    int slash = place.page().indexOf('/');
    SettingsSection wanted = sections.get(slash < 0 ? "" : place.page().substring(slash + 1));
    SettingsSection present = shown;
    if (wanted == null) {
      wanted = present == null ? sections.values().iterator().next() : present;
    }
    if (wanted.equals(present)) {
      return;
    }
    if (present != null && inFront) {
      present.hidden();
    }
    shown = wanted;
    SettingsSection section = wanted;
    items.forEach((id, item) -> item.pseudoClassStateChanged(HERE, id.equals(section.id())));
    name.textProperty().unbind();
    name.textProperty().bind(language.text(section.titleKey()));
    scroll.setContent(section.node());
    scroll.setVvalue(0);
    if (inFront) {
      section.shown();
    }
  }

  @Override
  public void shown() {
    inFront = true;
    SettingsSection present = shown;
    if (present != null) {
      present.shown();
    }
  }

  @Override
  public void hidden() {
    inFront = false;
    SettingsSection present = shown;
    if (present != null) {
      present.hidden();
    }
  }

  private HBox header() {
    Label title = new Label();
    title.textProperty().bind(language.text("shell.settings.title"));
    title.getStyleClass().add("page-title");
    name.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label saved = new Label();
    saved.textProperty().bind(language.text("shell.settings.saved"));
    saved.getStyleClass().add("secondary");
    saved.setGraphic(Icons.of(Feather.CHECK, "success"));
    HBox header = new HBox(title, name, space, saved);
    header.getStyleClass().add("page-header");
    return header;
  }

  private Button item(SettingsSection section) {
    Button item = new Button();
    item.getStyleClass().setAll("rb-nav");
    item.textProperty().bind(language.text(section.titleKey()));
    item.setGraphic(Icons.of(section.icon()));
    item.setMaxWidth(Double.MAX_VALUE);
    item.setOnAction(e -> navigation.open(Place.of("settings/" + section.id())));
    return item;
  }
}
