package app.ringbook.call.view;

import app.ringbook.telephony.recorder.vault.Vault;
import app.ringbook.ui.Dialogs;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import org.jspecify.annotations.Nullable;

/**
 * Says after the start that recordings are locked, and offers to unlock them. It covers nothing and
 * goes as soon as they are open. Where encryption is turned off it keeps silent.
 */
public final class LockedRecordings {
  private final RecordingCareModel model;
  private final Language language;
  private final Toasts toasts;
  private final VaultUnlocking unlocking;
  private Toasts.@Nullable Shown shown;

  /** Says nothing before {@link #watch}. */
  public LockedRecordings(
      RecordingCareModel model, Dialogs dialogs, Language language, Toasts toasts) {
    this.model = model;
    this.language = language;
    this.toasts = toasts;
    unlocking = new VaultUnlocking(model, dialogs, language);
  }

  /** Looks at the keys in the background, and again whenever they changed. */
  public void watch() {
    model.keysProperty().addListener((o, was, now) -> follow(now));
    model.refresh();
  }

  private void follow(RecordingCareModel.Keys keys) {
    boolean locked = keys.state() == Vault.State.LOCKED && model.valuesProperty().get().encrypt();
    Toasts.Shown there = shown;
    if (locked && there == null) {
      boolean words = keys.passphrase();
      String text = language.now(words ? "call.vault.locked" : "call.vault.locked_code");
      String button = language.now(words ? "call.vault.pass_enter" : "call.vault.enter");
      shown = toasts.show(Toast.error(text).with(button, () -> unlocking.ask(() -> {})));
    } else if (!locked && there != null) {
      there.close();
      shown = null;
    }
  }
}
