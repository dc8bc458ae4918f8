package app.ringbook.ui;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A short message at the bottom right that interrupts nobody.
 *
 * @param kind what it looks like and how long it stays
 * @param sentence says the sentence in the language of the moment
 * @param button says the word of the one button, or null
 * @param action what the button does; for {@link Kind#PROGRESS} the cancelling
 */
public record Toast(
    Kind kind,
    Supplier<String> sentence,
    @Nullable Supplier<String> button,
    @Nullable Runnable action) {

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
    return new Toast(Kind.SUCCESS, () -> text, null, null);
  }

  /** Failed: what happened, what is safe, one way on. */
  public static Toast error(String text) {
    return new Toast(Kind.ERROR, () -> text, null, null);
  }

  /** Something to know. */
  public static Toast warning(String text) {
    return new Toast(Kind.WARNING, () -> text, null, null);
  }

  /** Something that waits for the person, so long that the language may change meanwhile. */
  public static Toast reminder(Supplier<String> sentence) {
    return new Toast(Kind.REMINDER, sentence, null, null);
  }

  /** Work that goes on; follow it through {@link Toasts.Shown#progress}. */
  public static Toast progress(String text) {
    return new Toast(Kind.PROGRESS, () -> text, null, null);
  }

  /** The sentence now. */
  public String text() {
    return sentence.get();
  }

  /** The word of the button now, or null. */
  public @Nullable String actionText() {
    return button == null ? null : button.get();
  }

  /** The same with a button, such as Undo; pressing it closes the toast. */
  public Toast with(String buttonText, Runnable pressed) {
    return with(() -> buttonText, pressed);
  }

  /** As the other, with a word that follows the language. */
  public Toast with(Supplier<String> buttonText, Runnable pressed) {
    return new Toast(kind, sentence, buttonText, pressed);
  }
}
