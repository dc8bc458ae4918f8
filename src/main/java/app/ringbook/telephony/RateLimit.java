package app.ringbook.telephony;

/** So many a second and no more; unused ones of the last second may be used at once. */
final class RateLimit {
  private final double perSecond;
  private double left;
  private long lastNanos;
  private boolean started;

  RateLimit(double perSecond) {
    this.perSecond = perSecond;
    this.left = perSecond;
  }

  boolean allows(long nowNanos) {
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
