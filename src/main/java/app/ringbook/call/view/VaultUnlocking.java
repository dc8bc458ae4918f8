package app.ringbook.call.view;

import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Language;

/** Asks for what opens locked recordings: the passphrase if there is one, or the recovery code. */
final class VaultUnlocking {
  private final RecordingCareModel model;
  private final Dialogs dialogs;
  private final Language language;

  VaultUnlocking(RecordingCareModel model, Dialogs dialogs, Language language) {
    this.model = model;
    this.dialogs = dialogs;
    this.language = language;
  }

  /** Asks; done is called once the recordings are open. */
  void ask(Runnable done) {
    if (model.keysProperty().get().passphrase()) {
      askPassphrase(done);
    } else {
      askCode(done);
    }
  }

  private void askPassphrase(Runnable done) {
    PassphraseSheet[] sheet = new PassphraseSheet[1];
    sheet[0] =
        PassphraseSheet.asking(
            language,
            typed ->
                model.unlock(
                    typed,
                    right -> {
                      if (right) {
                        sheet[0].close();
                        done.run();
                      } else {
                        sheet[0].wrong();
                      }
                    }),
            () -> askCode(done));
    sheet[0].showOn(dialogs);
  }

  private void askCode(Runnable done) {
    RecoverySheet[] sheet = new RecoverySheet[1];
    sheet[0] =
        RecoverySheet.asking(
            language,
            typed ->
                model.unlock(
                    typed,
                    right -> {
                      if (right) {
                        sheet[0].close();
                        done.run();
                      } else {
                        sheet[0].wrong();
                      }
                    }));
    sheet[0].showOn(dialogs);
  }
}
