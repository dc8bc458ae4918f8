package app.ringbook.platform;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work away from the window: {@code background.run(work).then(onFx)}. Results and progress arrive
 * on the front executor (the window's thread). Work is cancelled by a flag, never by an interrupt:
 * an interrupt inside a database read would close the database for everybody.
 */
public final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private final ExecutorService workers;
  private final Executor front;
  private final Runnable between;

  /** As the other one, for work before which nothing has the right of way. */
  public Background(Executor front) {
    this(front, () -> {});
  }

  /**
   * @param front where results are handed over, {@code Fx::later} in the window and {@code
   *     Runnable::run} in tests and on the command line
   * @param between run by long work between its slices, see {@link Progress#giveWay}
   */
  public Background(Executor front, Runnable between) {
    this.front = front;
    this.between = between;
    this.workers =
        Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon(true).name("background-", 1).factory());
  }

  /** A long piece of work. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does the work on a worker thread; looks at {@code progress} to report and to stop. */
    T run(Progress progress) throws Exception;
  }

  /** Starts the work when {@link Job#then} is called. */
  public <T> Job<T> run(Work<T> work) {
    return new Job<>(work);
  }

  /** Waits at most two seconds for running work, then lets it die with the program. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
        LOG.info("Background work still running at the end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One piece of work: add the handlers, then start it with {@link #then}. */
  public final class Job<T> {
    private final Work<T> work;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile long done;
    private volatile long total = -1;
    private Consumer<Throwable> failed = e -> LOG.error("Background work failed", e);
    private Runnable stopped = () -> {};
    private Progressed progressed = (d, t) -> {};

    private Job(Work<T> work) {
      this.work = work;
    }

    /** Called on the front executor when the work threw. */
    public Job<T> orElse(Consumer<Throwable> handler) {
      failed = handler;
      return this;
    }

    /** Called on the front executor when the work was cancelled. */
    public Job<T> ifCancelled(Runnable handler) {
      stopped = handler;
      return this;
    }

    /**
     * Called on the front executor with the latest progress; intermediate values may be left out.
     */
    public Job<T> onProgress(Progressed handler) {
      progressed = handler;
      return this;
    }

    /** Starts the work; the handler gets its result on the front executor. */
    public Job<T> then(Consumer<? super T> handler) {
      workers.execute(() -> runNow(handler));
      return this;
    }

    /** Asks the work to stop; {@link #then}'s handler is not called afterwards. */
    public void cancel() {
      cancelled.set(true);
    }

    private void runNow(Consumer<? super T> handler) {
      try {
        T result = work.run(new JobProgress());
        front.execute(
            () -> {
              if (cancelled.get()) {
                stopped.run();
              } else {
                handler.accept(result);
              }
            });
      } catch (CancellationException e) {
        front.execute(stopped);
      } catch (Throwable e) {
        front.execute(() -> failed.accept(e));
      }
    }

    private final class JobProgress implements Progress {
      @Override
      public void at(long nowDone, long nowTotal) {
        done = nowDone;
        total = nowTotal;
        if (queued.compareAndSet(false, true)) {
          front.execute(
              () -> {
                queued.set(false);
                progressed.at(done, total);
              });
        }
      }

      @Override
      public boolean cancelled() {
        return cancelled.get();
      }

      @Override
      public void giveWay() {
        between.run();
      }
    }
  }

  /** Hears of progress. */
  @FunctionalInterface
  public interface Progressed {
    /** As {@link Progress#at}. */
    void at(long done, long total);
  }
}
