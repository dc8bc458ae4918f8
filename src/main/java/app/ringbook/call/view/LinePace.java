package app.ringbook.call.view;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.LinkStatus;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a flood of events away from the window: told of each after all that show it, it makes the
 * call thread wait once too many are not shown yet. What comes meanwhile waits in the link's own
 * queue, which is bounded and knows what may be left out; the window goes on drawing. A window that
 * does not answer holds up an event for a moment only, so that calls are still written down.
 */
public final class LinePace implements CallListener {
  /** So many events wait for the window's thread at most, while that answers. */
  static final int MOST = 16;

  static final long PATIENCE_MILLIS = 200;

  private final Executor front;
  private final AppClock clock;
  private int waiting;

  /**
   * @param front the window's thread, as the other listeners use it
   */
  public LinePace(Executor front, AppClock clock) {
    this.front = front;
    this.clock = clock;
  }

  @Override
  public void ringing(Call call) {
    told();
  }

  @Override
  public void identified(Call call) {
    told();
  }

  @Override
  public void answered(Call call) {
    told();
  }

  @Override
  public void audioGap(Call call, long firstSample, long count) {
    told();
  }

  @Override
  public void ended(Call call) {
    told();
  }

  @Override
  public void linkChanged(LinkStatus status) {
    told();
  }

  /** Events the window has not shown yet. */
  synchronized int waiting() {
    return waiting;
  }

  private synchronized void told() {
    waiting++;
    front.execute(this::shown);
    long end = clock.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      for (long left = end - clock.nanoTime();
          waiting > MOST && left > 0;
          left = end - clock.nanoTime()) {
        wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void shown() {
    waiting--;
    notifyAll();
  }
}
