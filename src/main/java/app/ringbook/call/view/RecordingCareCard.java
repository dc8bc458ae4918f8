package app.ringbook.call.view;

import app.ringbook.call.care.RecordingSealing;
import app.ringbook.customer.view.Problems;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.settings.RecordingSettings;
import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import app.ringbook.ui.controls.Card;
import app.ringbook.ui.controls.Chip;
import app.ringbook.ui.controls.KeyCap;
import app.ringbook.ui.controls.Switch;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What recordings are owed: the notice, numbers never recorded, how long they are kept, encryption.
 * Everything is saved at once.
 */
public final class RecordingCareCard extends VBox {
  private final RecordingCareModel model;
  private final Dialogs dialogs;
  private final Language language;
  private final Toasts toasts;
  private final Switch notice;
  private final TextField script = new TextField();
  private final Switch beep;
  private final FlowPane never = new FlowPane();
  private final ComboBox<Integer> keep = new ComboBox<>();
  private final Switch encrypt;
  private final Button code = new Button();
  private final Label keys = new Label();
  private final Button confirm = new Button();
  private final VaultUnlocking unlocking;
  private final PassphraseRow passphrase;
  private boolean filling;

  /** Shows what is set; {@link RecordingCareModel#refresh} looks again. */
  public RecordingCareCard(
      RecordingCareModel model, Dialogs dialogs, Language language, Toasts toasts) {
    this.model = model;
    this.dialogs = dialogs;
    this.language = language;
    this.toasts = toasts;
    notice = named(language, "notice", "call.care.notice");
    beep = named(language, "beep", "call.care.beep");
    encrypt = named(language, "encrypt", "call.vault.encrypt");
    unlocking = new VaultUnlocking(model, dialogs, language);
    passphrase = new PassphraseRow(model, dialogs, language, toasts);
    getStyleClass().add("kit-column");
    getChildren().setAll(card());
    model.valuesProperty().addListener((o, was, now) -> fill());
    model.keysProperty().addListener((o, was, now) -> fill());
    language.follow(this, this::fill);
    fill();
  }

  private Card card() {
    notice.onSwitched(on -> saveNotice());
    script.promptTextProperty().bind(language.text("call.care.script"));
    script.accessibleTextProperty().bind(language.text("call.care.notice"));
    script.setOnAction(e -> saveNotice());
    script.focusedProperty().addListener((o, was, now) -> saveNotice());
    HBox.setHgrow(script, Priority.ALWAYS);
    beep.onSwitched(on -> model.change(s -> s.withBeep(on)));
    encrypt.onSwitched(this::turn);
    keys.getStyleClass().add("secondary");
    keys.setWrapText(true);
    code.setMinWidth(USE_PREF_SIZE);
    code.setOnAction(e -> code());
    confirm.textProperty().bind(language.text("call.care.confirm"));
    confirm.setOnAction(e -> model.letGo(true));
    months();
    VBox key = new VBox(keys, confirm);
    return new Card(language.text("call.care.title"))
        .row(caption("call.care.notice", "call.care.notice_text"), notice)
        .row(script)
        .row(caption("call.care.beep", "call.care.beep_text"), beep)
        .row(caption("call.care.pause", "call.care.pause_text"), new KeyCap("F8"))
        .row(neverNumbers(), neverField())
        .row(caption("call.care.keep", "call.care.keep_text"), keep)
        .row(caption("call.vault.encrypt", "call.vault.encrypt_text"), encrypt)
        .row(key, code)
        .row(passphrase.caption(), passphrase);
  }

  private VBox caption(String key, String explanation) {
    return Card.caption(language.text(key), language.text(explanation));
  }

  private static Switch named(Language language, String id, String key) {
    Switch onOff = new Switch(language.text(key));
    onOff.setId("care-" + id);
    return onOff;
  }

  private VBox neverNumbers() {
    never.getStyleClass().add("chips");
    VBox box = new VBox(caption("call.care.never", "call.care.never_text"), never);
    box.getStyleClass().add("own-numbers");
    return box;
  }

  private HBox neverField() {
    TextField fresh = new TextField();
    fresh.setId("care-never");
    fresh.promptTextProperty().bind(language.text("call.care.never_prompt"));
    fresh.accessibleTextProperty().bind(language.text("call.care.never"));
    fresh.setPrefColumnCount(12);
    Runnable adding =
        () -> {
          model.addNever(fresh.getText());
          fresh.clear();
        };
    fresh.setOnAction(e -> adding.run());
    Button add = new Button();
    add.textProperty().bind(language.text("call.kit.add"));
    add.setMinWidth(USE_PREF_SIZE);
    add.disableProperty().bind(fresh.textProperty().isEmpty());
    add.setOnAction(e -> adding.run());
    HBox row = new HBox(fresh, add);
    row.getStyleClass().add("tier-days");
    return row;
  }

  private void months() {
    keep.setId("care-keep");
    keep.setMinWidth(USE_PREF_SIZE);
    keep.accessibleTextProperty().bind(language.text("call.care.keep"));
    keep.getItems().setAll(RecordingSettings.MONTHS);
    keep.setCellFactory(view -> new MonthsCell());
    keep.setButtonCell(new MonthsCell());
    keep.valueProperty()
        .addListener(
            (o, was, now) -> {
              if (!filling && now != null) {
                chosen(now);
              }
            });
  }

  /** What would go is said before it goes. */
  private void chosen(int months) {
    model
        .plan(months)
        .then(
            plan -> {
              if (!plan.any()) {
                model.keep(months);
                return;
              }
              fill();
              dialogs.ask(
                  new Dialogs.Question(
                      language.now("call.care.shorter", months),
                      language.now(
                          "call.care.shorter_text", plan.leaving() + plan.erased(), plan.held()),
                      language.now("call.page.cancel"),
                      language.now("call.care.shorter_act", plan.leaving() + plan.erased()),
                      () -> model.keep(months)));
            });
  }

  private void saveNotice() {
    String words = script.getText().strip();
    RecordingSettings.Notice wanted =
        notice.isSelected() ? RecordingSettings.Notice.SHOWN : RecordingSettings.Notice.OFF;
    RecordingSettings now = model.valuesProperty().get();
    if (!now.script().equals(words) || now.notice() != wanted) {
      model.change(s -> s.withNotice(wanted, words));
    }
  }

  /** Before anything is sealed its owner has the code in hand. */
  private void turn(boolean on) {
    Vault.State state = model.keysProperty().get().state();
    if (on && state == Vault.State.NONE) {
      fill();
      newCode(() -> seal(true));
    } else if (state == Vault.State.LOCKED) {
      fill();
      unlocking.ask(() -> seal(on));
    } else {
      seal(on);
    }
  }

  private void code() {
    if (model.keysProperty().get().state() == Vault.State.LOCKED) {
      unlocking.ask(() -> {});
    } else {
      newCode(() -> {});
    }
  }

  private void newCode(Runnable done) {
    model
        .code()
        .orElse(this::failed)
        .then(
            code -> {
              model.refresh();
              RecoverySheet.fresh(language, code, language.now("call.vault.fresh_text"), done)
                  .showOn(dialogs);
            });
  }

  private void seal(boolean on) {
    Background.Job<RecordingSealing.Result> job = model.encrypt(on);
    Toasts.Shown shown =
        toasts.show(
            Toast.progress(language.now(on ? "call.vault.sealing" : "call.vault.opening"))
                .with(language.now("call.page.cancel"), job::cancel));
    job.onProgress((done, total) -> shown.progress(-1, language.now("call.kit.recordings", done)))
        .ifCancelled(shown::close)
        .orElse(
            failure -> {
              shown.close();
              failed(failure);
            })
        .then(
            result -> {
              shown.close();
              String key = result.left() > 0 ? "call.vault.left" : "call.vault.done";
              toasts.show(Toast.success(language.now(key, result.changed(), result.left())));
              model.refresh();
            });
  }

  private void failed(Throwable failure) {
    ProblemException problem = Problems.known(failure, "call.page.failed");
    toasts.show(Toast.error(problem.sentence(language.texts())));
    fill();
  }

  private void fill() {
    filling = true;
    RecordingSettings now = model.valuesProperty().get();
    RecordingCareModel.Keys key = model.keysProperty().get();
    notice.setSelected(now.notice() == RecordingSettings.Notice.SHOWN);
    if (!script.isFocused()) {
      script.setText(now.script());
    }
    script.setDisable(!notice.isSelected());
    beep.setSelected(now.beep());
    keep.setValue(now.keepMonths());
    keep.setButtonCell(new MonthsCell());
    encrypt.setSelected(now.encrypt());
    boolean locked = key.state() == Vault.State.LOCKED;
    keys.setText(language.now(where(key)));
    code.setText(
        language.now(
            locked
                ? key.passphrase() ? "call.vault.pass_enter" : "call.vault.enter"
                : "call.vault.new_code"));
    code.setVisible(key.state() != Vault.State.NONE);
    code.setManaged(code.isVisible());
    confirm.setVisible(key.confirm());
    confirm.setManaged(key.confirm());
    never.getChildren().clear();
    for (String number : now.neverNumbers()) {
      Chip chip = new Chip(new SimpleStringProperty(number));
      chip.removes();
      chip.setAccessibleText(language.now("call.kit.own_remove", number));
      chip.setOnAction(e -> model.removeNever(number));
      never.getChildren().add(chip);
    }
    never.setManaged(!now.neverNumbers().isEmpty());
    filling = false;
  }

  /** Text key of the sentence that says where the key is. */
  private static String where(RecordingCareModel.Keys key) {
    return switch (key.state()) {
      case LOCKED -> "call.vault.is_locked";
      case NONE -> "call.vault.is_none";
      case OPEN -> {
        if (key.passphrase()) {
          yield "call.vault.is_passphrase";
        }
        if (key.refused()) {
          yield "call.vault.is_refused";
        }
        yield key.strong() ? "call.vault.is_system" : "call.vault.is_file";
      }
    };
  }

  /** So many months, in words. */
  private final class MonthsCell extends ListCell<Integer> {
    @Override
    protected void updateItem(@Nullable Integer months, boolean empty) {
      super.updateItem(months, empty);
      setText(
          empty || months == null
              ? null
              : language.now("call.care.months", Objects.requireNonNull(months)));
    }
  }
}
