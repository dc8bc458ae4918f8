package app.ringbook.call.view;

import app.ringbook.customer.view.Problems;
import app.ringbook.platform.Background;
import app.ringbook.platform.ProblemException;
import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import app.ringbook.ui.controls.Card;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Sets, changes and removes the passphrase of the recordings. */
final class PassphraseRow extends HBox {
  private final RecordingCareModel model;
  private final Dialogs dialogs;
  private final Language language;
  private final Toasts toasts;
  private final StringProperty explanation = new SimpleStringProperty("");
  private final Button set = new Button();
  private final Button remove = new Button();

  PassphraseRow(RecordingCareModel model, Dialogs dialogs, Language language, Toasts toasts) {
    this.model = model;
    this.dialogs = dialogs;
    this.language = language;
    this.toasts = toasts;
    getStyleClass().add("tier-days");
    set.setId("passphrase-set");
    set.setMinWidth(USE_PREF_SIZE);
    set.setOnAction(
        e ->
            PassphraseSheet.fresh(
                    language, words -> follow(model.passphrase(words), "call.vault.pass_saved"))
                .showOn(dialogs));
    remove.setId("passphrase-remove");
    remove.setMinWidth(USE_PREF_SIZE);
    remove.textProperty().bind(language.text("call.vault.pass_remove"));
    remove.setOnAction(e -> remove());
    getChildren().setAll(set, remove);
    model.keysProperty().addListener((o, was, now) -> fill());
    language.follow(this, this::fill);
    fill();
  }

  /** What stands beside the buttons. */
  VBox caption() {
    return Card.caption(language.text("call.vault.passphrase"), explanation);
  }

  private void remove() {
    dialogs.ask(
        new Dialogs.Question(
            language.now("call.vault.pass_remove_title"),
            language.now("call.vault.pass_remove_text"),
            language.now("call.page.cancel"),
            language.now("call.vault.pass_remove"),
            () -> follow(model.noPassphrase(), "call.vault.pass_removed")));
  }

  private void follow(Background.Job<Boolean> job, String doneKey) {
    setDisable(true);
    job.orElse(
            failure -> {
              setDisable(false);
              ProblemException problem = Problems.known(failure, "call.page.failed");
              toasts.show(Toast.error(problem.sentence(language.texts())));
              model.refresh();
            })
        .then(
            done -> {
              setDisable(false);
              toasts.show(Toast.success(language.now(doneKey)));
              model.refresh();
            });
  }

  private void fill() {
    RecordingCareModel.Keys keys = model.keysProperty().get();
    boolean open = keys.state() == Vault.State.OPEN;
    set.setText(language.now(keys.passphrase() ? "call.vault.pass_change" : "call.vault.pass_set"));
    set.setVisible(open);
    set.setManaged(open);
    remove.setVisible(open && keys.passphrase());
    remove.setManaged(remove.isVisible());
    explanation.set(language.now(explanationKey(keys)));
  }

  private static String explanationKey(RecordingCareModel.Keys keys) {
    if (keys.state() == Vault.State.NONE) {
      return "call.vault.pass_first";
    }
    if (keys.passphrase()) {
      return "call.vault.pass_on";
    }
    if (keys.refused()) {
      return "call.vault.pass_refused";
    }
    return keys.strong() ? "call.vault.pass_off" : "call.vault.pass_recommended";
  }
}
