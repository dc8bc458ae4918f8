package app.ringbook.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The door to the window's thread. Everything that wants to touch a node goes through here. */
public final class Fx {
  private Fx() {}

  /** Runs the task on the window's thread after what is already queued there. */
  public static void later(Runnable task) {
    Platform.runLater(task);
  }

  /** Runs the task at once when called on the window's thread, otherwise {@link #later}. */
  public static void now(Runnable task) {
    if (onFx()) {
      task.run();
    } else {
      later(task);
    }
  }

  /** True on the window's thread. */
  public static boolean onFx() {
    return Platform.isFxApplicationThread();
  }

  /** {@link #later} as the executor that background work hands its results to. */
  public static Executor executor() {
    return Fx::later;
  }
}
