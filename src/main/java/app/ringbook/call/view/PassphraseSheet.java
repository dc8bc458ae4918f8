package app.ringbook.call.view;

import app.ringbook.customer.view.Sheet;
import app.ringbook.ui.Language;
import app.ringbook.ui.controls.Field;
import app.ringbook.ui.controls.LinkButton;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;

/** Has a new passphrase typed twice, or asks for the one that opens the recordings. */
final class PassphraseSheet extends Sheet {
  /** A passphrase has at least so many characters. */
  static final int LEAST = 10;

  private final Language language;
  private final PasswordField words = new PasswordField();
  private final Field field;

  private PassphraseSheet(Language language, String titleKey, String saveKey, String text) {
    super(language, titleKey, saveKey);
    this.language = language;
    Label explained = new Label(text);
    explained.setWrapText(true);
    explained.setMinHeight(USE_PREF_SIZE);
    add(explained);
    words.setId("passphrase");
    field = new Field(language.text("call.vault.passphrase"), words);
    words.textProperty().addListener((o, was, now) -> field.problem(null));
    add(field);
    startAt(words);
  }

  /** Asks for a new one; it is handed on once it is long enough and was typed twice alike. */
  static PassphraseSheet fresh(Language language, Consumer<String> chosen) {
    PassphraseSheet sheet =
        new PassphraseSheet(
            language,
            "call.vault.pass_fresh",
            "call.vault.pass_save",
            language.now("call.vault.pass_fresh_text"));
    PasswordField again = new PasswordField();
    again.setId("passphrase-again");
    Field second = new Field(language.text("call.vault.pass_again"), again);
    again.textProperty().addListener((o, was, now) -> second.problem(null));
    Label hint = new Label();
    hint.setId("passphrase-hint");
    hint.getStyleClass().add("secondary");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    Runnable hinting = () -> hint.setText(sheet.hint());
    hinting.run();
    sheet.words.textProperty().addListener((o, was, now) -> hinting.run());
    sheet.add(hint);
    sheet.add(second);
    sheet.onSave(
        () -> {
          if (length(sheet.words.getText()) < LEAST) {
            sheet.field.problem(language.now("call.vault.pass_short", LEAST));
          } else if (!again.getText().equals(sheet.words.getText())) {
            second.problem(language.now("call.vault.pass_differs"));
          } else {
            sheet.close();
            chosen.accept(sheet.words.getText());
          }
        });
    return sheet;
  }

  /**
   * Asks for the one that was chosen; {@link #wrong} or {@link #close} answers.
   *
   * @param instead asks for the recovery code, when the sheet was closed for it
   */
  static PassphraseSheet asking(Language language, Consumer<String> entered, Runnable instead) {
    PassphraseSheet sheet =
        new PassphraseSheet(
            language,
            "call.vault.pass_enter",
            "call.vault.unlock",
            language.now("call.vault.pass_enter_text"));
    sheet.addAtLeft(
        new LinkButton(
            language.text("call.vault.enter"),
            () -> {
              sheet.close();
              instead.run();
            }));
    sheet.onSave(
        () -> {
          if (sheet.words.getText().isEmpty()) {
            sheet.wrong();
          } else {
            sheet.saveButton().setDisable(true);
            entered.accept(sheet.words.getText());
          }
        });
    return sheet;
  }

  private static int length(String words) {
    return words.codePointCount(0, words.length());
  }

  private String hint() {
    int missing = Math.max(0, LEAST - length(words.getText()));
    return language.now("call.vault.pass_hint", missing);
  }

  /** What was typed does not open the recordings. */
  void wrong() {
    saveButton().setDisable(false);
    field.problem(language.now("call.vault.wrong_pass"));
    words.selectAll();
  }
}
