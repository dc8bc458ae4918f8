package app.ringbook.call.view;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.telephony.recorder.RecordingFolder;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Language;
import app.ringbook.ui.SettingsSection;
import app.ringbook.ui.Toasts;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The phone kit in the settings: devices and their state, the live line, recording, numbers,
 * storage. The section's id is {@code phone}.
 */
public final class PhoneKitSection implements SettingsSection {
  /** The section's {@link #id}. */
  public static final String ID = "phone";

  private static final double RIGHT = 384;
  private static final double TWO_COLUMNS = 900;

  private final PhoneKitModel model;
  private final DevicesCard devices;
  private final LiveLineCard live;
  private final StorageCard storage;
  private final QuietCard quiet;
  private @Nullable RecordingCareModel care;
  private final VBox left = new VBox();
  private final VBox right = new VBox();
  private final HBox wide = new HBox();
  private final VBox root = new VBox();
  private @Nullable LaboratoryCard laboratory;
  private @Nullable TestCallCard test;

  /**
   * @param ringSimulated lets the built-in simulated kit ring
   */
  public PhoneKitSection(
      PhoneKitModel model,
      LineModel line,
      RecordingFolder folder,
      Runnable ringSimulated,
      Background background,
      FileChoice files,
      Language language,
      Formats formats,
      Toasts toasts,
      AppClock clock) {
    this.model = model;
    live = new LiveLineCard(line, language, clock.zone());
    storage = new StorageCard(folder, background, files, language, formats, toasts, clock);
    left.getStyleClass().add("kit-column");
    right.getStyleClass().add("kit-column");
    wide.getStyleClass().add("kit-columns");
    root.getStyleClass().add("kit-section");
    devices = new DevicesCard(model, ringSimulated, language);
    devices.alarms(line.silentKits());
    left.getChildren().setAll(devices, live);
    right.getChildren().setAll(storage);
    quiet = new QuietCard(model, language);
    RecordingCard recording = new RecordingCard(model, language);
    left.getChildren().addAll(recording, new InCallCard(model, language), quiet);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    root.widthProperty().addListener((o, was, now) -> arrange(now.doubleValue()));
    arrange(0);
  }

  /** Storage stands at right where there is room, otherwise below. */
  private void arrange(double width) {
    boolean two = width >= TWO_COLUMNS;
    Pane wanted = two ? wide : root;
    if (wanted.getChildren().contains(left)) {
      return;
    }
    right.setMinWidth(two ? RIGHT : 0);
    right.setMaxWidth(two ? RIGHT : Double.MAX_VALUE);
    root.getChildren().clear();
    wide.getChildren().clear();
    wanted.getChildren().setAll(left, right);
    if (two) {
      root.getChildren().setAll(wide);
    }
  }

  /** Adds what recordings are owed below the storage. */
  public PhoneKitSection with(RecordingCareCard card, RecordingCareModel shown) {
    care = shown;
    storage.with(shown);
    right.getChildren().add(card);
    return this;
  }

  /** Lets the switches of kits be set, once a dialog was answered. */
  public PhoneKitSection with(KitSwitches switches, Dialogs dialogs) {
    devices.with(switches, dialogs);
    return this;
  }

  /** Lets a person decide about each kit. */
  public PhoneKitSection with(KitDecisions decisions) {
    devices.with(decisions);
    return this;
  }

  /** Adds when a person is reminded of missed calls, below the quiet hours. */
  public PhoneKitSection with(MissedCard card) {
    left.getChildren().add(card);
    return this;
  }

  /** Adds the line laboratory below the other cards at left. */
  public PhoneKitSection with(LaboratoryCard card) {
    laboratory = card;
    left.getChildren().add(card);
    return this;
  }

  /** Adds the test call above the other cards at right. */
  public PhoneKitSection with(TestCallCard card) {
    test = card;
    right.getChildren().addFirst(card);
    return this;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String titleKey() {
    return "call.kit.title";
  }

  @Override
  public Feather icon() {
    return Feather.PHONE_CALL;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh();
    model.scan();
    storage.refresh();
    if (care != null) {
      care.refresh();
    }
    quiet.fill();
    live.start();
    if (laboratory != null) {
      laboratory.start();
    }
    if (test != null) {
      test.start();
    }
  }

  @Override
  public void hidden() {
    live.stop();
    if (laboratory != null) {
      laboratory.stop();
    }
    if (test != null) {
      test.stop();
    }
  }
}
