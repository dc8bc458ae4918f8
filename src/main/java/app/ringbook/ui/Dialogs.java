package app.ringbook.ui;

import app.ringbook.platform.Subscription;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Things that lie over the window until they are answered: questions about what cannot be undone,
 * and small forms. One at a time; a second one waits until the first is closed. Esc closes, and the
 * focus returns to where it was. Nothing here blocks the caller. Used on the window's thread.
 */
public interface Dialogs {
  /** Asks; the safe button has the focus. */
  void ask(Question question);

  /**
   * Lays a form over the window and gives it the focus.
   *
   * @param form its preferred size is kept as long as the window has room for it
   * @param closed called once when it was closed, by the subscription or by Esc
   * @return closes the form
   */
  Subscription open(Region form, Runnable closed);

  /**
   * A question about what cannot be undone, in the present language.
   *
   * @param title the question itself
   * @param text what goes with it and cannot be brought back
   * @param safe name of the button that changes nothing
   * @param act name of the button that does it, with the count
   * @param done called when the act was chosen
   * @param insteadText name of a milder way, or null
   * @param instead the milder way, or null
   */
  record Question(
      String title,
      String text,
      String safe,
      String act,
      Runnable done,
      @Nullable String insteadText,
      @Nullable Runnable instead) {
    /** A question without a milder way. */
    public Question(String title, String text, String safe, String act, Runnable done) {
      this(title, text, safe, act, done, null, null);
    }
  }
}
