package app.ringbook.telephony.recorder;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Subscription;
import app.ringbook.platform.Worker;
import app.ringbook.telephony.AudioBlock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording while its call goes on. {@link #append}, {@link #gap}, {@link #pause} and the getters
 * never wait: pieces are queued for the recorder's writer thread. If the disk is too slow for the
 * queue of half a minute, pieces are dropped and become silence that is accounted for.
 */
public final class RecordingInProgress {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingInProgress.class);
  private static final int MOST_PIECES = 1500;
  private static final long LEVEL_HOLDS_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long FINISH_SECONDS = 30;

  private final ArrayBlockingQueue<RecordingFile.Piece> queue =
      new ArrayBlockingQueue<>(MOST_PIECES);
  private final AtomicBoolean draining = new AtomicBoolean();
  private final RecordingFile file;
  private final AppClock clock;
  private final Worker writer;
  private final Subscription ticks;
  private volatile boolean paused;
  private volatile boolean finished;
  private volatile boolean heldBack;
  private final AtomicLong droppedPieces = new AtomicLong();
  private volatile long levelAt;
  private volatile @Nullable Long first;

  RecordingInProgress(RecordingFile file, AppClock clock, Worker writer, boolean held) {
    this.file = file;
    this.clock = clock;
    this.writer = writer;
    levelAt = clock.nanoTime() - LEVEL_HOLDS_NANOS;
    heldBack = held;
    if (!held) {
      writer.execute(this.file::open);
    }
    ticks = writer.every(Duration.ofSeconds(1), this.file::syncIfDue);
  }

  /** Where the recording will be when it is finished. */
  public Path path() {
    return file.path();
  }

  /** {@link #path} from the recording folder on, with {@code /} between names. */
  public String relativePath() {
    return file.relativePath();
  }

  /**
   * The recording of the same call that this one begins with, as {@link #relativePath}, or null.
   */
  public @Nullable String earlierPath() {
    Recording earlier = file.earlier();
    return earlier == null ? null : earlier.relativePath();
  }

  /** The call's row names this recording now: the earlier one that it begins with may go. */
  public void earlierMayGo() {
    file.earlierMayGo();
  }

  /** The next piece of sound; pieces come in order, on one thread. */
  public void append(AudioBlock block) {
    levelAt = clock.nanoTime();
    begins(block.firstSample());
    give(
        paused
            ? new RecordingFile.Paused(block.firstSample(), block.samples())
            : new RecordingFile.Sound(block));
  }

  /** Samples that will never come: silence is written for them. */
  public void gap(long firstSample, long count) {
    begins(firstSample);
    give(
        paused
            ? new RecordingFile.Paused(firstSample, count)
            : new RecordingFile.Missing(firstSample, count));
  }

  /** True while nothing reaches the disk: it is not known yet whether it may. */
  public boolean heldBack() {
    return heldBack;
  }

  /** It may be kept, with what was held back so far; does nothing if it was not held back. */
  public void keep() {
    if (letGo()) {
      writer.execute(file::open);
      writer.execute(this::drain);
    }
  }

  /** Together with {@link #end}: nothing is begun that nobody would finish. */
  private synchronized boolean letGo() {
    if (!heldBack || finished) {
      return false;
    }
    heldBack = false;
    return true;
  }

  /** Nothing more is taken; true if nothing reached the disk. */
  private synchronized boolean end() {
    finished = true;
    ticks.close();
    return heldBack;
  }

  /** It must not be kept: what was held back is gone, and nothing comes of it any more. */
  public void discard() {
    end();
    queue.clear();
  }

  /** Leaves out what comes from now on; the place is noted. */
  public void pause() {
    paused = true;
  }

  /** Records again. */
  public void resume() {
    paused = false;
  }

  /** True between {@link #pause} and {@link #resume}. */
  public boolean paused() {
    return paused;
  }

  /**
   * How loud it is now for the meter: 0 for silence or 60 dB below full scale, 1 for full scale,
   * even steps of dB between; 0 also while nothing comes.
   */
  public double level() {
    boolean old = clock.nanoTime() - levelAt > LEVEL_HOLDS_NANOS;
    return old || paused || stopped() != null ? 0 : file.level();
  }

  /** Why nothing is written any more while the call goes on, or null. */
  public Recording.@Nullable Stop stopped() {
    return file.stopped();
  }

  /** True while little room is left, so that somebody can make some before recording stops. */
  public boolean roomShort() {
    return file.roomShort();
  }

  /** True while nothing at all is heard on the line: the cable is to be looked at. */
  public boolean silent() {
    return !paused && stopped() == null && file.silent();
  }

  /** Length of the sound written so far. */
  public long millis() {
    return file.millis();
  }

  /** How much of it a crash or an unplugged kit cannot take any more. */
  public long safeMillis() {
    return file.safeMillis();
  }

  /** Pieces dropped because the disk was too slow; their sound counts as lost. */
  public long droppedPieces() {
    return droppedPieces.get();
  }

  /**
   * Ends the recording: the file gets its name and checksum. Waits for the writer, so it is called
   * on a thread that may wait.
   *
   * @return empty if no file could be made, or the disk did not answer in half a minute (the file
   *     is then repaired at the next start)
   */
  public Optional<Recording> finish() {
    if (end()) {
      queue.clear();
      return Optional.empty();
    }
    CompletableFuture<Optional<Recording>> result = new CompletableFuture<>();
    writer.execute(
        () -> {
          try {
            drain();
            result.complete(file.close());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(FINISH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.error("{} could not be finished", path(), e);
    }
    return Optional.empty();
  }

  private void begins(long sample) {
    if (first == null) {
      first = sample;
    }
  }

  /** Index of the first sample that came, kept or not; null before any came. */
  @Nullable Long first() {
    return first;
  }

  private void give(RecordingFile.Piece piece) {
    if (finished || stopped() != null) {
      return;
    }
    if (!queue.offer(piece)) {
      droppedPieces.incrementAndGet();
    }
    if (!heldBack && draining.compareAndSet(false, true)) {
      writer.execute(this::drain);
    }
  }

  private void drain() {
    draining.set(false);
    for (RecordingFile.Piece piece = queue.poll(); piece != null; piece = queue.poll()) {
      file.write(piece);
    }
    file.syncIfDue();
  }
}
