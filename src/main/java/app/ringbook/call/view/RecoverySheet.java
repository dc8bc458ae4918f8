package app.ringbook.call.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.telephony.recorder.vault.RecoveryCode;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Shows a recovery code once and has it typed back, or asks for the one that was written down. */
final class RecoverySheet extends Sheet {
  private final Language language;
  private final TextField typed = new TextField();
  private final Field field;

  private RecoverySheet(Language language, String titleKey, String saveKey, String text) {
    super(language, titleKey, saveKey);
    this.language = language;
    Label explained = new Label(text);
    explained.setWrapText(true);
    explained.setMinHeight(USE_PREF_SIZE);
    add(explained);
    typed.setId("recovery-code");
    field = new Field(language.text("call.vault.code"), typed);
    typed.textProperty().addListener((o, was, now) -> field.problem(null));
  }

  /** Shows a new code; done is called once it was typed back rightly. */
  static RecoverySheet fresh(Language language, RecoveryCode code, String warning, Runnable done) {
    RecoverySheet sheet =
        new RecoverySheet(language, "call.vault.fresh", "call.vault.confirm", warning);
    Label shown = new Label(code.groups());
    shown.setId("recovery-shown");
    shown.getStyleClass().add("vault-code");
    shown.setWrapText(true);
    shown.setMinHeight(USE_PREF_SIZE);
    sheet.add(shown);
    sheet.add(sheet.field);
    sheet.startAt(sheet.typed);
    sheet.onSave(
        () -> {
          if (sheet.code().filter(code::equals).isPresent()) {
            sheet.close();
            done.run();
          } else {
            sheet.wrong();
          }
        });
    return sheet;
  }

  /** Asks for the code that was written down. */
  static RecoverySheet asking(Language language, Consumer<RecoveryCode> entered) {
    RecoverySheet sheet =
        new RecoverySheet(
            language,
            "call.vault.enter",
            "call.vault.unlock",
            language.now("call.vault.enter_text"));
    sheet.add(sheet.field);
    sheet.startAt(sheet.typed);
    sheet.onSave(() -> sheet.code().ifPresentOrElse(entered, sheet::wrong));
    return sheet;
  }

  /** What was typed is not the code. */
  void wrong() {
    field.problem(language.now("call.vault.wrong_code"));
  }

  private Optional<RecoveryCode> code() {
    return RecoveryCode.typed(typed.getText());
  }
}
