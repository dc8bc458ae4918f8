package app.ringbook.customer.view;

import app.ringbook.customer.Phone;
import app.ringbook.customer.Portrait;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.ui.ClipboardAccess;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;

/**
 * What a call button does: dials if the kit can, otherwise copies the number and says to pick up
 * and dial. Nobody who asked not to be called is called. Used on the window's thread.
 */
public final class Calling {
  private final Dialler dialler;
  private final ClipboardAccess clipboard;
  private final Language language;
  private final Toasts toasts;

  /** Over these. */
  public Calling(Dialler dialler, ClipboardAccess clipboard, Language language, Toasts toasts) {
    this.dialler = dialler;
    this.clipboard = clipboard;
    this.language = language;
    this.toasts = toasts;
  }

  /** Calls the customer's main number. */
  public void callMain(Portrait portrait) {
    portrait
        .mainPhone()
        .map(Phone::number)
        .ifPresentOrElse(
            number -> call(number, portrait.customer().doNotCall()),
            () -> toasts.show(Toast.warning(language.now("customer.call.none"))));
  }

  /**
   * Calls a number.
   *
   * @param doNotCall true if they asked not to be called: then the reason is said instead
   */
  public void call(PhoneNumber number, boolean doNotCall) {
    if (doNotCall) {
      toasts.show(Toast.warning(language.now("customer.call.do_not_call")));
    } else if (dialler.canDial() && dialler.inUse()) {
      toasts.show(Toast.warning(language.now("customer.call.in_use")));
    } else if (dialler.canDial()) {
      dialler.dial(number);
      if (dialler.liftAfterDialling()) {
        toasts.show(Toast.success(language.now("customer.call.lift", number.raw())));
      }
    } else if (clipboard.copy(number.raw())) {
      toasts.show(Toast.success(language.now("customer.call.copied", number.raw())));
    } else {
      toasts.show(Toast.warning(language.now("customer.call.not_copied", number.raw())));
    }
  }
}
