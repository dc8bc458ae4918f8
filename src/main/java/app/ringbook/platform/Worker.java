package app.ringbook.platform;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does one owner's tasks, one after the other, in the order given. A task that
 * throws is logged; the next one still runs. For work that must not hold up the thread it comes
 * from, such as writing a recording while the phone line goes on.
 *
 * <p>Safe for any thread. Tasks given after {@link #close} are left out.
 */
public final class Worker implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final long PATIENCE_SECONDS = 5;
  private final ScheduledThreadPoolExecutor thread;
  private final String name;

  /**
   * Starts no thread before the first task.
   *
   * @param name name of the thread, seen in logs
   */
  public Worker(String name) {
    this.name = name;
    thread =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon(true).name(name).factory());
    thread.setRemoveOnCancelPolicy(true);
    thread.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Does the task after those given before. */
  @Override
  public void execute(Runnable task) {
    try {
      thread.execute(() -> run(task, false));
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is closed, a task is left out", name);
    }
  }

  /**
   * Does the task again and again, with this pause between, until the subscription is closed. A
   * task that fails each time, as when a server is away, is logged once until it succeeds again.
   */
  public Subscription every(Duration pause, Runnable task) {
    AtomicBoolean failing = new AtomicBoolean();
    try {
      ScheduledFuture<?> ticks =
          thread.scheduleWithFixedDelay(
              () -> failing.set(!run(task, failing.get())),
              pause.toNanos(),
              pause.toNanos(),
              TimeUnit.NANOSECONDS);
      return () -> ticks.cancel(false);
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is closed, a repeated task is left out", name);
      return () -> {};
    }
  }

  /** Takes no more tasks; those already given still run, repeated ones end. Does not wait. */
  public void end() {
    thread.shutdown();
  }

  /** As {@link #end}, and waits at most five seconds for the tasks already given. */
  @Override
  public void close() {
    end();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("{} still has work at its end", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** True if the task did not throw. */
  private boolean run(Runnable task, boolean knownToFail) {
    try {
      task.run();
      return true;
    } catch (Throwable e) {
      if (knownToFail) {
        LOG.debug("A task of {} failed again", name, e);
      } else {
        LOG.error("A task of {} failed", name, e);
      }
      return false;
    }
  }
}
