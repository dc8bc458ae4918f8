package app.ringbook.telephony.capture;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.serial.SerialLine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Plays a capture: what the kit sent comes again with the same pauses. What the kit said in answer
 * to us waits until we said as much as we had said then, so that a dialogue stays one on a faster
 * or slower machine; everything behind it moves back by as much. Who says less than then is waited
 * for five seconds, once.
 */
final class ReplayLine implements SerialLine {
  private static final long PATIENCE_MILLIS = 5_000;
  private static final long STEP_MILLIS = 10;

  private final List<Capture.Piece> pieces;
  private final AppClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final long begun;
  private int next;
  private int taken;
  private long saidThen;
  private long saidNow;

  /** How far everything has moved back by waiting for us. */
  private long lateMillis;

  private boolean waiting;
  private boolean closed;

  ReplayLine(Capture capture, AppClock clock) {
    this.pieces = capture.pieces();
    this.clock = clock;
    this.begun = clock.nanoTime();
  }

  @Override
  public int read(byte[] buffer) {
    return read(buffer, READ_MILLIS);
  }

  @Override
  public int read(byte[] buffer, int millis) {
    lock.lock();
    try {
      for (long left = millis; left >= 0 && !closed; left -= STEP_MILLIS) {
        int count = take(buffer);
        if (count > 0) {
          return count;
        }
        if (changed.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
          left += STEP_MILLIS;
        }
      }
      return closed ? -1 : 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    } finally {
      lock.unlock();
    }
  }

  private int take(byte[] buffer) {
    long now = (clock.nanoTime() - begun) / 1_000_000;
    while (next < pieces.size() && !pieces.get(next).fromKit()) {
      saidThen += pieces.get(next++).bytes().length;
    }
    if (next == pieces.size()) {
      return 0;
    }
    Capture.Piece piece = pieces.get(next);
    long late = now - piece.millis() - lateMillis;
    if (late < 0 || (saidNow < saidThen && late < PATIENCE_MILLIS)) {
      waiting |= late >= 0;
      return 0;
    }
    if (waiting) {
      lateMillis += late;
      waiting = false;
    }
    saidNow = Math.max(saidNow, saidThen);
    int count = Math.min(buffer.length, piece.bytes().length - taken);
    System.arraycopy(piece.bytes(), taken, buffer, 0, count);
    taken += count;
    if (taken == piece.bytes().length) {
      taken = 0;
      next++;
    }
    return count;
  }

  @Override
  public boolean write(byte[] bytes) {
    lock.lock();
    try {
      saidNow += bytes.length;
      changed.signalAll();
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
