package app.ringbook.telephony.link;

import java.util.HashMap;
import java.util.Map;

/**
 * So many a second and no more; unused ones of the last second may be used at once. A line that was
 * quiet for two seconds is let through all the same: a flood on one line hides no call on another.
 */
final class RateLimit {
  private static final long QUIET_NANOS = 2_000_000_000L;

  private final double perSecond;
  private double left;
  private long lastNanos;
  private boolean started;
  private final Map<Integer, Long> lines = new HashMap<>();

  RateLimit(double perSecond) {
    this.perSecond = perSecond;
    this.left = perSecond;
  }

  /**
   * @param line line of the kit, 0 to 255
   */
  boolean allows(int line, long nowNanos) {
    Long last = lines.put(line, nowNanos);
    boolean quiet = last == null || nowNanos - last >= QUIET_NANOS;
    return allows(nowNanos) || quiet;
  }

  private boolean allows(long nowNanos) {
    if (started) {
      left = Math.min(perSecond, left + Math.max(0, nowNanos - lastNanos) * 1e-9 * perSecond);
    }
    started = true;
    lastNanos = nowNanos;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
