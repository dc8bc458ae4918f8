package app.ringbook.call.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.call.CallRecords;
import app.ringbook.call.care.RecordingCares;
import app.ringbook.call.care.RecordingErasing;
import app.ringbook.call.care.RecordingRetention;
import app.ringbook.call.care.RecordingSealing;
import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.Customers;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Background;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.Subscription;
import app.ringbook.platform.Texts;
import app.ringbook.settings.RecordingSettings;
import app.ringbook.settings.Settings;
import app.ringbook.telephony.recorder.RecordingFolder;
import app.ringbook.telephony.recorder.vault.SystemKeys;
import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.testkit.TestDatabase;
import app.ringbook.timeline.Timeline;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.FileChoice;
import app.ringbook.ui.Formats;
import app.ringbook.ui.Fx;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import app.ringbook.ui.controls.Switch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordingCareStoreUiTest extends CallFxTest {
  private final Background background = new Background(Fx.executor());
  private final TestDatabase test = TestDatabase.embedded();
  private final Asked asked = new Asked();
  private final List<Toast> said = new CopyOnWriteArrayList<>();
  private Toasts toasts;
  private Settings settings;
  private Vault vault;
  private RecordingRetention retention;
  private RecordingSealing sealing;
  private RecordingCareModel model;
  private RecordingCareCard card;

  /** Keeps the form that was opened last. */
  private static final class Asked implements Dialogs {
    private volatile @Nullable Region form;
    private int questions;

    @Override
    public void ask(Question question) {
      questions++;
      question.done().run();
    }

    @Override
    public Subscription open(Region opened, Runnable closed) {
      form = opened;
      return () -> {
        form = null;
        closed.run();
      };
    }
  }

  @BeforeEach
  void build() {
    Path root = test.folders().root();
    Path recordings = test.folders().recordings();
    settings = new Settings(root.resolve("settings"));
    PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", ""));
    CallRecords calls =
        new CallRecords(
            test.database(),
            new CustomerSearch(test.database()),
            new Customers(test.database(), numbers, test.clock()),
            new Timeline(test.database(), test.clock()),
            test.clock());
    RecordingErasing erasing =
        new RecordingErasing(
            test.database(),
            calls,
            new RecordingCares(test.database(), test.clock()),
            () -> recordings,
            root,
            test.clock());
    vault =
        new Vault(
            () -> recordings,
            () -> new SystemKeys.UserFile(root.resolve("keys")),
            () -> settings.recording().encrypt());
    retention =
        new RecordingRetention(
            test.database(),
            erasing,
            () -> settings.recording().keepMonths(),
            () -> recordings,
            root,
            test.clock());
    sealing =
        new RecordingSealing(
            test.database(),
            calls,
            vault,
            () -> settings.recording().encrypt(),
            () -> recordings,
            root);
    toasts =
        toast -> {
          said.add(toast);
          return new Silent(said, toast);
        };
    model =
        onFx(
            () ->
                new RecordingCareModel(settings, vault, retention, sealing, () -> {}, background));
    card = onFx(() -> new RecordingCareCard(model, asked, language(), toasts));
    show(card, 480, 700);
    fx(model::refresh);
    settle();
  }

  private record Silent(List<Toast> said, Toast toast) implements Toasts.Shown {
    @Override
    public void progress(double fraction, String count) {}

    @Override
    public void close() {
      said.remove(toast);
    }
  }

  @AfterEach
  void end() {
    background.close();
    test.close();
    speak(Texts.ENGLISH);
  }

  private <T extends Node> T find(Class<T> type, String id) {
    return type.cast(onFx(() -> card.lookup(id)));
  }

  @Test
  void nothingIsEncryptedBeforeTheCodeWasTypedBack() {
    Switch box = find(Switch.class, "#care-encrypt");
    fx(box::fire);
    await().until(() -> asked.form != null);
    assertThat(settings.recording().encrypt()).isFalse();
    assertThat(onFx(box::isSelected)).isFalse();
    Region form = Objects.requireNonNull(asked.form);
    Label shown = onFx(() -> (Label) form.lookup("#recovery-shown"));
    TextField typed = onFx(() -> (TextField) form.lookup("#recovery-code"));
    assertThat(shown.getText()).matches("([0-9A-Z]{4} ){7}[0-9A-Z]{4}");

    fx(
        () -> {
          typed.setText("not the code");
          typed.fireEvent(new javafx.event.ActionEvent());
          save(form);
        });
    assertThat(asked.form).isNotNull();
    assertThat(settings.recording().encrypt()).isFalse();

    fx(
        () -> {
          typed.setText(shown.getText());
          save(form);
        });
    await().until(() -> settings.recording().encrypt());
    assertThat(asked.form).isNull();
    assertThat(vault.state()).isEqualTo(Vault.State.OPEN);
    await().until(() -> onFx(box::isSelected));
    await().until(() -> model.keysProperty().get().state() == Vault.State.OPEN);
    snapshot("recording-care");
    beginIn(Texts.CHINESE, false);
    snapshot("recording-care-zh");
  }

  private static void save(Region form) {
    ((Button) form.lookup(".accent")).fire();
  }

  @Test
  void changesAreSavedAtOnce() {
    TextField never = find(TextField.class, "#care-never");
    fx(
        () -> {
          never.setText(" 13800138000 ");
          never.fireEvent(new javafx.event.ActionEvent());
        });
    assertThat(settings.recording().neverNumbers()).containsExactly("13800138000");
    fx(find(Switch.class, "#care-notice")::fire);
    assertThat(settings.recording().notice()).isEqualTo(RecordingSettings.Notice.SHOWN);
    fx(find(Switch.class, "#care-beep")::fire);
    assertThat(settings.recording().beep()).isTrue();
    ComboBox<?> keep = find(ComboBox.class, "#care-keep");
    fx(() -> keep.getSelectionModel().select(3));
    await().until(() -> settings.recording().keepMonths() == 12);
    assertThat(onFx(() -> asked.questions)).isZero();
    fx(() -> model.removeNever("13800138000"));
    assertThat(settings.recording().neverNumbers()).isEmpty();
  }

  private static void type(Region form, String id, String words) {
    ((TextField) form.lookup(id)).setText(words);
  }

  private Region form() {
    await().until(() -> asked.form != null);
    return Objects.requireNonNull(asked.form);
  }

  private Vault later() {
    return new Vault(
        test.folders()::recordings,
        () -> new SystemKeys.UserFile(test.folders().root().resolve("keys")),
        () -> true);
  }

  @Test
  void aPassphraseIsTypedTwiceAndLongEnoughAndCanBeRemoved() {
    vault.create();
    fx(model::refresh);
    Button set = find(Button.class, "#passphrase-set");
    await().until(() -> onFx(set::isVisible));
    snapshot("recording-passphrase-recommended");
    fx(set::fire);
    Region form = form();
    fx(
        () -> {
          type(form, "#passphrase", "short");
          type(form, "#passphrase-again", "short");
          save(form);
        });
    assertThat(asked.form).isSameAs(form);
    fx(
        () -> {
          type(form, "#passphrase", "blue kettle north seven");
          save(form);
        });
    assertThat(asked.form).isSameAs(form);
    assertThat(vault.hasPassphrase()).isFalse();
    fx(
        () -> {
          type(form, "#passphrase-again", "blue kettle north seven");
          save(form);
        });
    await().until(() -> vault.hasPassphrase());
    assertThat(asked.form).isNull();
    assertThat(later().state()).isEqualTo(Vault.State.LOCKED);

    Button remove = find(Button.class, "#passphrase-remove");
    await().until(() -> onFx(remove::isVisible));
    fx(remove::fire);
    await().until(() -> !vault.hasPassphrase());
    assertThat(onFx(() -> asked.questions)).isEqualTo(1);
    assertThat(later().state()).isEqualTo(Vault.State.OPEN);
  }

  @Test
  void lockedRecordingsAreSaidAndUnlockedByThePassphraseOnly() {
    vault.create();
    vault.passphrase("blue kettle north seven");
    Vault locked = later();
    settings.changeRecording(s -> s.withEncrypt(true));
    AtomicBoolean opened = new AtomicBoolean();
    RecordingCareModel fresh =
        onFx(
            () ->
                new RecordingCareModel(
                    settings, locked, retention, sealing, () -> opened.set(true), background));
    fx(() -> new LockedRecordings(fresh, asked, language(), toasts).watch());
    await().until(() -> !said.isEmpty());
    assertThat(said.getFirst().actionText()).isEqualTo("Enter passphrase");
    fx(Objects.requireNonNull(said.getFirst().action()));
    Region form = form();
    fx(
        () -> {
          type(form, "#passphrase", "blue kettle north eight");
          save(form);
        });
    await().until(() -> onFx(() -> form.lookup(".rb-problem") != null && !saving(form)));
    assertThat(locked.state()).isEqualTo(Vault.State.LOCKED);
    fx(
        () -> {
          type(form, "#passphrase", "blue kettle north seven");
          save(form);
        });
    await().until(() -> asked.form == null);
    assertThat(locked.state()).isEqualTo(Vault.State.OPEN);
    await().until(said::isEmpty);
    await("what waits for the key").untilTrue(opened);
  }

  @Test
  void aForgottenPassphraseGivesWayToTheRecoveryCode() {
    String code = vault.create().groups();
    vault.passphrase("blue kettle north seven");
    Vault locked = later();
    settings.changeRecording(s -> s.withEncrypt(true));
    RecordingCareModel fresh =
        onFx(
            () ->
                new RecordingCareModel(settings, locked, retention, sealing, () -> {}, background));
    fx(() -> new LockedRecordings(fresh, asked, language(), toasts).watch());
    await().until(() -> !said.isEmpty());
    fx(Objects.requireNonNull(said.getFirst().action()));
    Region first = form();
    fx(() -> ((Hyperlink) first.lookup(".hyperlink")).fire());
    Region second = form();
    assertThat(second).isNotSameAs(first);
    fx(
        () -> {
          type(second, "#recovery-code", code);
          save(second);
        });
    await().until(() -> asked.form == null);
    assertThat(locked.state()).isEqualTo(Vault.State.OPEN);
    await().until(said::isEmpty);
  }

  private static boolean saving(Region form) {
    return ((Button) form.lookup(".accent")).isDisabled();
  }

  @Test
  void theStorageTellsTheMonthsLeftAndSavesTheLeastFreeSpace() throws Exception {
    AppClock clock = test.clock();
    Path month = Files.createDirectories(test.folders().recordings().resolve("month"));
    for (int day : new int[] {0, 9}) {
      String stamp = clock.today().minusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE);
      Files.write(month.resolve(stamp + "-101500-call.wav"), new byte[10_000]);
    }
    StorageCard storage =
        onFx(
            () ->
                new StorageCard(
                    new RecordingFolder(settings, test.folders()),
                    background,
                    FileChoice.system(() -> null),
                    language(),
                    new Formats(language(), clock),
                    toasts,
                    clock));
    fx(() -> storage.with(model));
    show(storage, 384, 320);
    fx(storage::refresh);
    Label months = onFx(() -> (Label) storage.lookup("#storage-months"));
    await().until(() -> !onFx(months::getText).isEmpty());
    assertThat(onFx(months::getText)).isEqualTo("Space for ten years or more.");
    ComboBox<?> least = onFx(() -> (ComboBox<?>) storage.lookup("#storage-least"));
    fx(() -> least.getSelectionModel().select(3));
    assertThat(settings.recording().leastFreeBytes()).isEqualTo(1_000_000_000L);
    snapshot("storage-months");
    beginIn(Texts.CHINESE, false);
    snapshot("storage-months-zh");
  }
}
