package app.ringbook.customer.view;

import app.ringbook.platform.Background;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Questions of one kind that overtake each other, as the keystrokes of a filter do: one is answered
 * at a time, and of those asked meanwhile only the newest; one that is overtaken is told so. Used
 * on one thread, the one that {@link Background} hands results to.
 */
public final class NewestOnly {
  private final Background background;
  private Background.@Nullable Job<?> running;
  private @Nullable Runnable waiting;
  private int round;

  /**
   * @param background where questions are answered
   */
  public NewestOnly(Background background) {
    this.background = background;
  }

  /** As the other, for questions that nobody watches. */
  public <T> void ask(
      Background.Work<T> question, Consumer<? super T> answer, Consumer<Throwable> failed) {
    ask(question, answer, failed, (done, total) -> {});
  }

  /** Asks; neither handler is called once a newer question was asked or {@link #forget} called. */
  public <T> void ask(
      Background.Work<T> question,
      Consumer<? super T> answer,
      Consumer<Throwable> failed,
      Background.Progressed progressed) {
    int mine = ++round;
    if (running != null) {
      running.cancel();
      waiting = () -> start(mine, question, answer, failed, progressed);
    } else {
      start(mine, question, answer, failed, progressed);
    }
  }

  /** Nobody waits for an answer any more. */
  public void forget() {
    round++;
    waiting = null;
    if (running != null) {
      running.cancel();
    }
  }

  private <T> void start(
      int mine,
      Background.Work<T> question,
      Consumer<? super T> answer,
      Consumer<Throwable> failed,
      Background.Progressed progressed) {
    Background.Job<T> job =
        background
            .run(question)
            .onProgress(progressed)
            .orElse(problem -> over(mine, () -> failed.accept(problem)))
            .ifCancelled(() -> over(mine, () -> {}));
    running = job;
    job.then(value -> over(mine, () -> answer.accept(value)));
  }

  private void over(int mine, Runnable handler) {
    running = null;
    Runnable next = waiting;
    waiting = null;
    if (mine == round) {
      handler.run();
    }
    if (next != null) {
      next.run();
    }
  }
}
