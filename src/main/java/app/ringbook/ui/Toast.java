package app.ringbook.ui;

import org.jspecify.annotations.Nullable;

/**
 * A short message at the bottom right that interrupts nobody.
 *
 * @param kind what it looks like and how long it stays
 * @param text the sentence, in the present language
 * @param actionText the one button, or null
 * @param action what the button does; for {@link Kind#PROGRESS} the cancelling
 */
public record Toast(
    Kind kind, String text, @Nullable String actionText, @Nullable Runnable action) {

  /** What a toast says. */
  public enum Kind {
    /** Done; goes by itself. */
    SUCCESS,
    /** Failed; stays until closed. */
    ERROR,
    /** Something to know; goes by itself. */
    WARNING,
    /** Something that waits for the person; stays until it is closed or acted on. */
    REMINDER,
    /** Work that goes on; stays until its handle closes it. */
    PROGRESS
  }

  /** Done. */
  public static Toast success(String text) {
    return new Toast(Kind.SUCCESS, text, null, null);
  }

  /** Failed: what happened, what is safe, one way on. */
  public static Toast error(String text) {
    return new Toast(Kind.ERROR, text, null, null);
  }

  /** Something to know. */
  public static Toast warning(String text) {
    return new Toast(Kind.WARNING, text, null, null);
  }

  /** Something that waits for the person. */
  public static Toast reminder(String text) {
    return new Toast(Kind.REMINDER, text, null, null);
  }

  /** Work that goes on; follow it through {@link Toasts.Shown#progress}. */
  public static Toast progress(String text) {
    return new Toast(Kind.PROGRESS, text, null, null);
  }

  /** The same with a button, such as Undo; pressing it closes the toast. */
  public Toast with(String buttonText, Runnable pressed) {
    return new Toast(kind, text, buttonText, pressed);
  }
}
