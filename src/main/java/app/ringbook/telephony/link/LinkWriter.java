package app.ringbook.telephony.link;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.SerialLine;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a port on a thread of its own, in small pieces: a write to a stalled port never returns
 * by itself. The reader asks {@link #stuck} and closes the port, which lets the write return.
 */
final class LinkWriter implements PhoneDriver.Outbox, Runnable {
  private static final int PIECE = 64;
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  private final SerialLine line;
  private final AppClock clock;
  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(256);
  private volatile boolean ended;
  private volatile boolean failed;
  private volatile boolean writing;
  private volatile long sinceNanos;

  LinkWriter(SerialLine line, AppClock clock) {
    this.line = line;
    this.clock = clock;
  }

  @Override
  public void write(byte[] bytes) {
    if (!waiting.offer(bytes)) {
      failed = true;
    }
  }

  @Override
  public void speed(int baud) {
    line.speed(baud);
  }

  /** True if the port takes no bytes: it is to be closed. */
  boolean stuck() {
    return failed || (writing && clock.nanoTime() - sinceNanos > PATIENCE_NANOS);
  }

  /** Ends the thread once the present write returns. */
  void end() {
    ended = true;
    waiting.clear();
    waiting.offer(new byte[0]);
  }

  @Override
  public void run() {
    try {
      while (!ended) {
        byte[] bytes = next();
        if (bytes != null && !writePieces(bytes)) {
          failed = true;
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed = true;
    } finally {
      writing = false;
    }
  }

  private byte @Nullable [] next() throws InterruptedException {
    return waiting.poll(1, TimeUnit.SECONDS);
  }

  private boolean writePieces(byte[] bytes) {
    for (int from = 0; from < bytes.length && !ended; from += PIECE) {
      sinceNanos = clock.nanoTime();
      writing = true;
      byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE));
      boolean taken = line.write(piece);
      writing = false;
      if (!taken && !ended) {
        return false;
      }
    }
    return true;
  }
}
