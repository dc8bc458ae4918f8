package app.ringbook.testkit;

import app.ringbook.platform.AppClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is told to go on. Safe for any thread. */
public final class FakeClock implements AppClock {
  private final ZoneId zone;
  private Instant now;
  private long nanos = 1_000_000_000L;

  /** Starts on a Sunday morning in Shanghai: 2026-11-22 09:30:15. */
  public FakeClock() {
    this(Instant.parse("2026-11-22T01:30:15Z"), ZoneId.of("Asia/Shanghai"));
  }

  /** Starts at a moment in a zone. */
  public FakeClock(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Lets time pass. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  /** Sets the wall clock, as a user may; {@link #nanoTime} goes on undisturbed. */
  public synchronized void set(Instant moment) {
    now = moment;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }
}
