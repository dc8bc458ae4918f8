package app.ringbook.customer.view;

import app.ringbook.platform.Background;
import app.ringbook.ui.Language;
import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Carries changes out away from the window and reports each in one toast with Undo. Used on the
 * window's thread.
 */
public final class Changes {

  /** A change; returns its place in the journal. */
  @FunctionalInterface
  public interface Work {
    /** Carries the change out, off the window's thread. */
    long run() throws Exception;
  }

  private final Background background;
  private final Language language;
  private final Toasts toasts;
  private final LongConsumer undo;

  /**
   * @param undo takes a change of the journal back; called off the window's thread
   */
  public Changes(Background background, Language language, Toasts toasts, LongConsumer undo) {
    this.background = background;
    this.language = language;
    this.toasts = toasts;
    this.undo = undo;
  }

  /** Carries the change out and says so; a failure is said in a toast that stays. */
  public void make(Work work, String doneKey, Object... arguments) {
    make(work, () -> {}, this::report, doneKey, arguments);
  }

  /**
   * As the other, and hears how it went.
   *
   * @param done called after it was saved
   * @param failed called instead of the toast that reports a failure
   */
  public void make(
      Work work, Runnable done, Consumer<Throwable> failed, String doneKey, Object... arguments) {
    background
        .run(progress -> work.run())
        .orElse(failed)
        .then(
            sequence -> {
              done.run();
              saved(sequence, doneKey, arguments);
            });
  }

  /** Reports a change that is saved, with Undo. */
  public void saved(long sequence, String doneKey, Object... arguments) {
    Toast toast = Toast.success(language.now(doneKey, arguments));
    toasts.show(
        sequence == 0
            ? toast
            : toast.with(language.now("customer.toast.undo"), () -> takeBack(sequence)));
  }

  /** Says in a toast that stays what went wrong. */
  public void report(Throwable problem) {
    toasts.show(Toast.error(Problems.sentence(problem, language.texts())));
  }

  private void takeBack(long sequence) {
    background
        .run(
            progress -> {
              undo.accept(sequence);
              return sequence;
            })
        .orElse(this::report)
        .then(done -> toasts.show(Toast.success(language.now("customer.toast.undone"))));
  }
}
