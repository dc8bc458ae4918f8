package app.ringbook.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lets something short and urgent, such as showing who calls, go before long work: whoever is in a
 * hurry claims the way, long work asks between its slices and waits meanwhile. A claim that nobody
 * gives back ends by itself, and long work never starves: it waits at most {@value #MOST_MILLIS} ms
 * in one go, and over a long time at most a third of it, however many claims come.
 *
 * <p>Safe for any thread. Not for the window's thread: {@link #giveWay} waits.
 */
public final class RightOfWay {
  /** The longest wait in one go, and the longest life of a claim. */
  static final long MOST_MILLIS = 2_000;

  private static final long MOST = TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS);
  private static final long LOOK_MILLIS = 20;

  private final AppClock clock;
  private final Map<Object, Long> claims = new HashMap<>();

  /** True while there are claims: long work asks often, and mostly there are none. */
  private volatile boolean claimed;

  /** How long work may still be asked to wait; comes back at half the speed of time. */
  private long credit = MOST;

  /** The credit was used up, and not half of it is back. */
  private boolean spent;

  private boolean waiting;
  private long looked;

  /** Nobody is in a hurry yet. */
  public RightOfWay(AppClock clock) {
    this.clock = clock;
    this.looked = clock.nanoTime();
  }

  /**
   * From now on long work gives way, until {@link #release} or for two seconds.
   *
   * @param who told again to release; claiming twice counts once
   */
  public synchronized void claim(Object who) {
    long now = clock.nanoTime();
    mustWait(now);
    claims.put(who, now);
    claimed = true;
    mustWait(now);
  }

  /** The hurry is over; does nothing if there was none. */
  public synchronized void release(Object who) {
    mustWait(clock.nanoTime());
    if (claims.remove(who) != null) {
      claimed = !claims.isEmpty();
      notifyAll();
    }
  }

  /**
   * Asked by long work between slices of some milliseconds: returns at once, or as soon as nobody
   * is in a hurry any more, or when the work has waited its share.
   */
  public void giveWay() {
    if (claimed) {
      await();
    }
  }

  private synchronized void await() {
    try {
      while (waits()) {
        wait(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether long work that asks now has to wait. */
  public synchronized boolean waits() {
    return mustWait(clock.nanoTime());
  }

  /** Keeps account of the time that went by, and says what holds from now on. */
  private boolean mustWait(long now) {
    long passed = now - looked;
    looked = now;
    credit = Math.clamp(waiting ? credit - passed : credit + passed / 2, 0, MOST);
    spent = credit == 0 || (spent && credit < MOST / 2);
    if (claims.values().removeIf(since -> now - since >= MOST)) {
      claimed = !claims.isEmpty();
    }
    waiting = !claims.isEmpty() && !spent;
    return waiting;
  }
}
