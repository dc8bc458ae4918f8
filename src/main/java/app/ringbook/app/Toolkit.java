package app.ringbook.app;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/** Starts JavaFX: on the user's screen, or without one. To be used once in a run. */
final class Toolkit {
  // Kept here: a logger nobody holds is collected, and its level with it.
  private static final Logger STARTING = Logger.getLogger("javafx");

  /** Not "javafx" alone: that one is given back its level once the toolkit runs. */
  private static final Logger CONTROLS = Logger.getLogger("javafx.scene.control");

  private Toolkit() {}

  /** True where a window can be shown. */
  static boolean hasDisplay() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return !os.contains("linux")
        || isSet(System.getenv("DISPLAY"))
        || isSet(System.getenv("WAYLAND_DISPLAY"));
  }

  /** The next {@link #run} draws into memory. */
  static void headless() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
  }

  /**
   * Starts the toolkit, runs the task on the window's thread, and waits until it calls the end it
   * is given.
   */
  static void run(java.util.function.Consumer<Runnable> task) {
    // We run on the class path on purpose; the warning about that is of no use to a user.
    STARTING.setLevel(Level.SEVERE);
    // A list whose rows leave a gap of fewer pixels than it has rows is told to check its sizes:
    // VirtualFlow compares the index of the next cell with the pixels left. Nothing is wrong then.
    CONTROLS.setLevel(Level.WARNING);
    CountDownLatch over = new CountDownLatch(1);
    Platform.setImplicitExit(false);
    Platform.startup(
        () -> {
          STARTING.setLevel(null);
          task.accept(over::countDown);
        });
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
  }

  private static boolean isSet(@org.jspecify.annotations.Nullable String variable) {
    return variable != null && !variable.isBlank();
  }
}
