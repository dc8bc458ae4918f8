package app.ringbook.shell;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.Texts;
import app.ringbook.settings.AppearanceSettings;
import app.ringbook.settings.Settings;
import app.ringbook.shell.palette.Palette;
import app.ringbook.shell.palette.PaletteModel;
import app.ringbook.shell.palette.SearchSource;
import app.ringbook.shell.settings.SettingsPage;
import app.ringbook.ui.Action;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.KeyDispatcher;
import app.ringbook.ui.Language;
import app.ringbook.ui.OverlayPane;
import app.ringbook.ui.Page;
import app.ringbook.ui.Place;
import app.ringbook.ui.Preparation;
import app.ringbook.ui.SettingsSection;
import app.ringbook.ui.Shortcut;
import app.ringbook.ui.WindowTools;
import app.ringbook.ui.theme.Theme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The main window: sidebar, the page in front, and over them dialogs, palette and toasts. It is
 * made before the data is open, so that it can show that, and is filled afterwards: pages,
 * settings, search sources, actions. All on the window's thread.
 */
public final class MainWindow {
  private static final Duration TOAST_STAYS = Duration.seconds(5);
  private static final double NARROW_BELOW = 1200;

  private final WindowTools tools;
  private final Theme theme;
  private final Settings settings;
  private final KeyDispatcher keys = new KeyDispatcher();
  private final PageHost host = new PageHost();
  private final LineCard line;
  private final Sidebar sidebar;
  private final PaletteModel paletteModel;
  private final Palette palette;
  private final OverlayPane overlay;
  private final ToastLayer toasts;
  private final BorderPane frame = new BorderPane();
  private final StackPane root = new StackPane();
  private final List<Action> ownActions = new ArrayList<>();
  private final Preparation searching = new Preparation();
  private final List<Page.Keys> popupKeys = new ArrayList<>();
  private final List<Listed> listed = new ArrayList<>();
  private @Nullable Node cover;

  private record Listed(String page, String titleKey) {}

  /**
   * An empty window.
   *
   * @param theme installed already
   * @param settings followed: language, theme, names change at once
   */
  public MainWindow(
      Language language, Theme theme, Settings settings, Background background, AppClock clock) {
    this.theme = theme;
    this.settings = settings;
    Formats formats = new Formats(language, clock);
    overlay = new OverlayPane(keys, theme.reduceMotionProperty());
    toasts = new ToastLayer(language, theme.reduceMotionProperty(), TOAST_STAYS);
    tools = new WindowTools(language, formats, background, host, toasts, overlay, keys);
    line = new LineCard(language, formats, clock, () -> host.open(Place.of("settings/phone")));
    paletteModel = new PaletteModel(background, language::texts, this::doable);
    palette = new Palette(language, overlay, paletteModel, searching);
    sidebar =
        new Sidebar(
            language, host, line, new QuietToggle(settings, language), () -> palette.show(""));
    host.placeProperty().addListener((o, before, now) -> sidebar.here(now));
    frame.setLeft(sidebar);
    frame.setCenter(host);
    root.getStyleClass().add("rb-window");
    StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
    root.getChildren().addAll(frame, overlay, toasts);
    root.widthProperty()
        .addListener((o, before, now) -> sidebar.setNarrow(now.doubleValue() < NARROW_BELOW));
    keys.open(this::windowActions);
    keys.open(host::actions);
    look(settings.appearance());
    settings.changes().add(this::settingsChanged);
  }

  /** What pages are made with. */
  public WindowTools tools() {
    return tools;
  }

  /** The card of the phone line: hand it what the line says. */
  public LineCard lineCard() {
    return line;
  }

  /**
   * A page that stands in the sidebar.
   *
   * @param attention how many things wait there, shown as a red count; null for none
   */
  public void add(
      Page page, String titleKey, Feather icon, @Nullable ObservableIntegerValue attention) {
    host.add(page);
    listed.add(new Listed(page.id(), titleKey));
    sidebar.add(page.id(), titleKey, icon, attention);
  }

  /** The list of customers, first in the sidebar. */
  public void customers(Page page) {
    add(page, "shell.nav.customers", Feather.USERS, null);
  }

  /** The calls, with the number of missed ones that nobody handled yet. */
  public void calls(Page page, ObservableIntegerValue missed) {
    add(page, "shell.nav.calls", Feather.PHONE, missed);
  }

  /** A page that is reached from other pages only. */
  public void add(Page page) {
    host.add(page);
  }

  /** The settings page with its sections, in this order. */
  public void settings(List<SettingsSection> sections) {
    host.add(new SettingsPage(tools.language(), host, sections));
  }

  /** Something the palette searches. */
  public void search(SearchSource source) {
    paletteModel.add(source);
  }

  /** How far the search is: the palette says so while it is not ready. */
  public Preparation searching() {
    return searching;
  }

  /** What "New customer" in the palette does with the typed name. */
  public void onNewCustomer(Consumer<String> create) {
    paletteModel.onNewCustomer(create);
  }

  /** Actions that are offered everywhere, such as undo and import. */
  public void actions(List<Action> actions) {
    ownActions.addAll(actions);
  }

  /** Keys of the caller pop-up, which the sheet of keys tells too. */
  public void popupKeys(List<Page.Keys> keysThere) {
    popupKeys.addAll(keysThere);
  }

  /** What Ctrl Z does; a text field with something to take back keeps the key. */
  public void onUndo(Runnable undo) {
    ownActions.add(Action.of("undo", "shell.action.undo", "Ctrl Z", undo));
  }

  /**
   * Keeps free what the caller pop-up would cover.
   *
   * @param popup where it is on the screen, null while it is not shown
   */
  public void keepRoom(ObservableValue<@Nullable Rectangle2D> popup) {
    PopupRoom room = new PopupRoom(root, popup);
    room.keptProperty()
        .addListener(
            (o, was, now) -> {
              StackPane.setMargin(toasts, now.toasts());
              overlay.setPadding(now.dialogs());
              BorderPane.setMargin(host, now.page());
            });
  }

  /** Covers everything, for the first run and for what happens before the data is open. */
  public void cover(Node node) {
    uncover();
    cover = node;
    frame.setVisible(false);
    root.getChildren().add(1, node);
  }

  /** Takes the cover away. */
  public void uncover() {
    root.getChildren().remove(cover);
    cover = null;
    frame.setVisible(true);
  }

  /** The scene of the window; made once. */
  public Scene scene(double width, double height) {
    Scene scene = new Scene(root, width, height);
    keys.attach(scene);
    scene.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        e -> {
          if (e.getButton() == MouseButton.BACK) {
            host.back();
          } else if (e.getButton() == MouseButton.FORWARD) {
            host.forward();
          }
        });
    return scene;
  }

  /** The node of the whole window, for pictures. */
  StackPane root() {
    return root;
  }

  private List<Action> windowActions() {
    if (cover != null) {
      return List.of();
    }
    List<Action> all = new ArrayList<>(ownActions);
    all.add(Action.of("palette", "shell.action.palette", "Ctrl K", palette::toggle));
    all.add(Action.of("back", "shell.action.back", "Alt Left", host::back));
    all.add(Action.of("forward", "shell.action.forward", "Alt Right", host::forward));
    for (int i = 0; i < listed.size(); i++) {
      Place place = Place.of(listed.get(i).page());
      all.add(
          Action.of(
              "go." + place.page(),
              listed.get(i).titleKey(),
              "Ctrl " + (i + 1),
              () -> host.open(place)));
    }
    all.add(Action.of("settings", "shell.action.settings", () -> host.open(Place.of("settings"))));
    all.add(
        Action.of(
            "phone_kit", "shell.action.phone_kit", () -> host.open(Place.of("settings/phone"))));
    all.add(Action.of("dark", "shell.action.dark", this::toggleDark));
    all.add(Action.of("keys", "shell.action.keys", "F1", this::showKeys));
    all.add(Action.of("keys.sign", "shell.action.keys", "?", this::showKeys));
    return all;
  }

  /** What the palette lists: everything but itself; what two keys do stands there once. */
  private List<Action> doable() {
    Set<String> said = new HashSet<>();
    return Stream.concat(host.actions().stream(), windowActions().stream())
        .filter(action -> !action.id().equals("palette"))
        .filter(action -> said.add(action.textKey()))
        .toList();
  }

  /** True while nothing should move, by the settings or the system. */
  public ObservableBooleanValue reduceMotion() {
    return theme.reduceMotionProperty();
  }

  private void showKeys() {
    List<Page.Keys> here = new ArrayList<>(host.keys());
    for (Action action : keys.actions()) {
      Shortcut shortcut = action.shortcut();
      if (shortcut != null) {
        here.add(new Page.Keys(action.textKey(), List.of(shortcut)));
      }
    }
    overlay.open(new KeysPane(tools.language(), here, popupKeys), () -> {});
  }

  private void toggleDark() {
    boolean dark = theme.darkProperty().get();
    settings.changeAppearance(
        a -> a.withTheme(dark ? AppearanceSettings.Theme.LIGHT : AppearanceSettings.Theme.DARK));
  }

  private void settingsChanged(Object changed) {
    if (changed instanceof AppearanceSettings appearance) {
      Fx.now(() -> look(appearance));
    }
  }

  private void look(AppearanceSettings appearance) {
    if (!appearance.language().isEmpty()) {
      tools.language().speak(Texts.of(appearance.language()));
    }
    theme.look(appearance);
    String user = System.getProperty("user.name", "");
    sidebar.people(appearance, appearance.userName().isBlank() ? user : appearance.userName());
  }
}
