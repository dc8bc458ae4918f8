package app.ringbook.call.view;

import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Icons;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Badge;
import app.ringbook.ui.controls.Card;
import app.ringbook.ui.controls.LinkButton;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The kits in use and the ports that could be one: state in words, driver, the way on. */
final class DevicesCard extends VBox {
  private final PhoneKitModel model;
  private final Language language;
  private final Runnable ringSimulated;
  private @Nullable KitSwitches switches;
  private @Nullable Dialogs dialogs;
  private @Nullable KitDecisions decisions;
  private final PauseTransition afterwards = new PauseTransition(Duration.seconds(3));
  private final VBox rows = new VBox();
  private ObservableSet<String> silentKits = FXCollections.observableSet();

  DevicesCard(PhoneKitModel model, Runnable ringSimulated, Language language) {
    this.model = model;
    // A unit takes its letters one by one and is read back then.
    afterwards.setOnFinished(e -> fill());
    this.ringSimulated = ringSimulated;
    this.language = language;
    Button scan = new Button();
    scan.textProperty().bind(language.text("call.kit.scan"));
    scan.setGraphic(Icons.of(Feather.REFRESH_CW));
    scan.getStyleClass().add("flat");
    scan.disableProperty().bind(model.scanningProperty());
    scan.setOnAction(e -> model.scan());
    Card card = new Card(language.text("call.kit.devices")).atEnd(scan);
    card.getChildren().addAll(rows, typedRow());
    getChildren().setAll(card);
    model.devices().addListener((ListChangeListener<PhoneKitModel.Device>) change -> changed());
    language.follow(this, this::fill);
    fill();
  }

  /** What a kit tells of itself comes a moment after the kit. */
  private void changed() {
    fill();
    afterwards.playFromStart();
  }

  /** Lets the switches of kits be set, once a dialog was answered. */
  void with(KitSwitches kitSwitches, Dialogs asking) {
    switches = kitSwitches;
    dialogs = asking;
    fill();
  }

  /** Lets a person decide about each kit. */
  void with(KitDecisions kitDecisions) {
    decisions = kitDecisions;
    fill();
  }

  /** From now on kits whose recording is silent say so. */
  void alarms(ObservableSet<String> kits) {
    silentKits = kits;
    kits.addListener((SetChangeListener<String>) change -> fill());
    fill();
  }

  private void fill() {
    rows.getChildren().clear();
    for (PhoneKitModel.Device device : model.devices()) {
      rows.getChildren().add(row(device));
    }
    if (model.devices().isEmpty()) {
      Label none = new Label(language.now("call.kit.no_device"));
      none.getStyleClass().add("muted");
      none.setWrapText(true);
      rows.getChildren().add(line(tile(LineState.NO_KIT), new VBox(none)));
    }
    if (!model.simulating()) {
      Button add = button("call.kit.try", model::useSimulated);
      rows.getChildren()
          .add(
              line(
                  tile(LineState.NO_KIT),
                  texts(
                      language.now("call.kit.simulated"),
                      null,
                      language.now("call.kit.simulated_text")),
                  add));
    }
  }

  private HBox row(PhoneKitModel.Device device) {
    PhoneSettings.Kit kit = device.kit();
    SerialPorts.Port port = device.port();
    if (kit != null) {
      Button remove = button("call.kit.remove", () -> model.remove(kit));
      remove.getStyleClass().add("flat");
      HBox line = line(tile(device.state()), used(device, kit), remove);
      if (model.canHear(kit)) {
        line.getChildren().add(line.getChildren().size() - 1, sound(kit));
      }
      if (decisions != null) {
        decisions
            .country(kit, language, this::fill)
            .ifPresent(menu -> line.getChildren().add(line.getChildren().size() - 1, menu));
      }
      if (device.simulated() && device.state() != LineState.OPENING) {
        line.getChildren()
            .add(line.getChildren().size() - 1, button("call.kit.ring", ringSimulated));
      }
      return line;
    }
    return port == null ? new HBox() : line(tile(LineState.NO_KIT), free(port), use(port));
  }

  private VBox used(PhoneKitModel.Device device, PhoneSettings.Kit kit) {
    LinkStatus status = device.status();
    String model = status == null ? null : status.model();
    String name =
        device.simulated()
            ? language.now("call.kit.simulated")
            : model == null ? driverName(kit.driver()) : model;
    String where = language.now("call.kit.port_driver", kit.port(), driverName(kit.driver()));
    String reason =
        this.model.callersOnly(device)
            ? language.now("call.kit.callers_only")
            : status == null ? "" : status.reason(language.texts());
    VBox texts = texts(name, badge(device.state()), where);
    if (status != null && silentKits.contains(status.kit())) {
      Label alarm = new Label(language.now("call.recording.silent"));
      alarm.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "danger"));
      alarm.getStyleClass().addAll("secondary", "danger-text", "silence");
      alarm.setWrapText(true);
      texts.getChildren().add(alarm);
    }
    if (!reason.isEmpty()) {
      Label why = new Label(reason);
      why.getStyleClass().addAll("secondary", "reason");
      why.setWrapText(true);
      texts.getChildren().add(why);
    }
    addSwitches(texts, device);
    if (decisions != null) {
      decisions.log(kit, language, this::changed).ifPresent(texts.getChildren()::add);
    }
    return texts;
  }

  /** Offers to set the kit's own switches as this program likes them, or as they were. */
  private void addSwitches(VBox texts, PhoneKitModel.Device device) {
    PhoneDriver.Switches now = switches == null ? null : switches.of(device).orElse(null);
    if (now == null) {
      return;
    }
    String better = PhoneDriver.Switches.changes(now.present(), now.wanted());
    String back = PhoneDriver.Switches.changes(now.present(), now.before());
    if (!better.isEmpty()) {
      Runnable setUp = () -> ask(device, "call.kit.switches_change.", better, now.wanted());
      texts.getChildren().add(new LinkButton(language.text("call.kit.switches_set"), setUp));
    } else if (!back.isEmpty()) {
      Runnable restore = () -> ask(device, "call.kit.switches_restore.", back, now.before());
      texts.getChildren().add(new LinkButton(language.text("call.kit.switches_back"), restore));
    }
  }

  private void ask(PhoneKitModel.Device device, String keys, String letters, String wanted) {
    KitSwitches set = switches;
    if (dialogs == null || set == null) {
      return;
    }
    dialogs.ask(
        new Dialogs.Question(
            language.now(keys + "title", letters.length()),
            language.now(keys + "text", letters),
            language.now("call.kit.switches_leave"),
            language.now(keys + "act", letters.length()),
            () -> {
              set.set(device, wanted);
              afterwards.playFromStart();
            }));
  }

  private VBox free(SerialPorts.Port port) {
    String holder = port.holder();
    Badge busy =
        holder == null
            ? null
            : new Badge(Badge.Kind.WARNING, language.now("call.kit.held_by", holder));
    String identity = port.identity();
    return texts(
        port.description(),
        busy,
        identity.isEmpty()
            ? port.path()
            : language.now("call.kit.port_identity", port.path(), identity));
  }

  private Badge badge(LineState state) {
    Badge.Kind kind =
        switch (state) {
          case IDLE, RINGING, IN_CALL -> Badge.Kind.SUCCESS;
          case NO_ANSWER, BUSY, NO_ACCESS -> Badge.Kind.WARNING;
          case UNPLUGGED -> Badge.Kind.DANGER;
          case NO_KIT, OPENING -> Badge.Kind.NEUTRAL;
        };
    return new Badge(kind, language.now("call.kit.state." + name(state)));
  }

  private MenuButton use(SerialPorts.Port port) {
    MenuButton use = new MenuButton();
    use.textProperty().bind(language.text("call.kit.use_as"));
    use.setMinWidth(USE_PREF_SIZE);
    for (String driver : model.portDrivers()) {
      MenuItem item = new MenuItem(driverName(driver));
      item.setOnAction(e -> model.use(port, driver));
      use.getItems().add(item);
    }
    return use;
  }

  /** Where the sound of a kit that sends none comes from. */
  private MenuButton sound(PhoneSettings.Kit kit) {
    MenuButton menu = new MenuButton();
    String device = kit.soundDevice();
    menu.setText(
        device == null
            ? language.now("call.kit.sound_none")
            : language.now("call.kit.sound_from", device));
    menu.setMinWidth(160);
    menu.setMaxWidth(220);
    MenuItem none = new MenuItem(language.now("call.kit.sound_none"));
    none.setOnAction(e -> model.hear(kit, null));
    menu.getItems().add(none);
    for (String name : model.soundDevices()) {
      MenuItem item = new MenuItem(name);
      item.setMnemonicParsing(false);
      item.setOnAction(e -> model.hear(kit, name));
      menu.getItems().add(item);
    }
    return menu;
  }

  /** For ports the system does not list, such as pseudo-terminals, and for the network. */
  private HBox typedRow() {
    TextField path = new TextField();
    path.promptTextProperty().bind(language.text("call.kit.path"));
    path.accessibleTextProperty().bind(language.text("call.kit.path"));
    HBox.setHgrow(path, Priority.ALWAYS);
    ComboBox<String> driver = new ComboBox<>();
    driver.getItems().setAll(model.drivers());
    driver.getSelectionModel().selectFirst();
    driver.setCellFactory(view -> new DriverCell());
    driver.setButtonCell(new DriverCell());
    language.follow(this, () -> driver.setButtonCell(new DriverCell()));
    driver.accessibleTextProperty().bind(language.text("call.kit.driver"));
    Button add = button("call.kit.add", () -> {});
    Runnable adding =
        () -> {
          if (model.usable(path.getText(), driver.getValue())) {
            model.useTyped(path.getText(), driver.getValue());
            path.clear();
          }
        };
    add.setOnAction(e -> adding.run());
    path.setOnAction(e -> adding.run());
    add.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.usable(path.getText(), driver.getValue()),
                path.textProperty(),
                driver.valueProperty()));
    HBox row = new HBox(path, driver, add);
    row.getStyleClass().add("rb-card-row");
    return row;
  }

  private final class DriverCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String driver, boolean empty) {
      super.updateItem(driver, empty);
      setText(empty || driver == null ? null : driverName(driver));
    }
  }

  private String driverName(String driver) {
    String key = "call.driver." + driver;
    return language.texts().has(key) ? language.now(key) : driver;
  }

  private Button button(String key, Runnable pressed) {
    Button button = new Button();
    button.textProperty().bind(language.text(key));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> pressed.run());
    return button;
  }

  private static VBox texts(String name, @Nullable Badge badge, String detail) {
    Label title = new Label(name);
    title.getStyleClass().add("strong");
    HBox top = new HBox(title);
    top.getStyleClass().add("title-line");
    top.setAlignment(Pos.CENTER_LEFT);
    if (badge != null) {
      top.getChildren().add(badge);
    }
    Label below = new Label(detail);
    below.getStyleClass().add("secondary");
    below.setWrapText(true);
    return new VBox(top, below);
  }

  private static StackPane tile(LineState state) {
    StackPane tile =
        new StackPane(
            Icons.of(
                switch (state) {
                  case IDLE, RINGING, IN_CALL -> Feather.PHONE;
                  case UNPLUGGED -> Feather.PHONE_OFF;
                  case NO_ANSWER, BUSY, NO_ACCESS -> Feather.ALERT_TRIANGLE;
                  case NO_KIT, OPENING -> Feather.CPU;
                }));
    tile.getStyleClass().addAll("device-tile", name(state));
    return tile;
  }

  private static HBox line(Node tile, VBox texts, Node... right) {
    HBox.setHgrow(texts, Priority.ALWAYS);
    texts.setMinWidth(0);
    HBox line = new HBox(tile, texts);
    line.getChildren().addAll(right);
    line.getStyleClass().addAll("rb-card-row", "device");
    line.setMinHeight(Region.USE_PREF_SIZE);
    return line;
  }

  private static String name(LineState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
