package app.ringbook.testkit;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A stand-in for the window's thread: what is handed to it runs on the test's own thread, when the
 * test asks for it. Models are tested with it as the window uses them, without a toolkit.
 */
public final class FrontQueue implements Executor {
  private static final long LONGEST_WAIT_SECONDS = 20;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /** Runs what comes in until the condition holds; fails if it never does. */
  public void runUntil(BooleanSupplier reached) {
    while (!reached.getAsBoolean()) {
      Runnable task;
      try {
        task = tasks.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      if (task == null) {
        throw new AssertionError("Waited in vain");
      }
      task.run();
    }
  }

  /** Runs what is there now. */
  public void runWaiting() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
