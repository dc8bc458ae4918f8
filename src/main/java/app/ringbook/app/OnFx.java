package app.ringbook.app;

import app.ringbook.ui.Fx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Asks the window's thread from another one, and waits for the answer. */
final class OnFx {
  private OnFx() {}

  /** Runs the task there; what it throws is thrown here. */
  static <T> T get(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Fx.later(
        () -> {
          try {
            result.complete(task.call());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    return result.join();
  }

  /** As {@link #get}, for a task without an answer. */
  static void run(Runnable task) {
    get(
        () -> {
          task.run();
          return true;
        });
  }
}
