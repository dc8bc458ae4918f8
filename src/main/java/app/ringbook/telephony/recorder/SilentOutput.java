package app.ringbook.telephony.recorder;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Codec;

/** Plays to nobody, at the speed of the clock: for machines without a sound device. */
final class SilentOutput implements AudioOutput {
  private static final int BUFFER = Codec.SAMPLE_RATE / 5;
  private final AppClock clock;
  private int buffered;
  private long countedAt;
  private boolean running;

  SilentOutput(AppClock clock) {
    this.clock = clock;
    countedAt = clock.nanoTime();
  }

  @Override
  public boolean audible() {
    return false;
  }

  @Override
  public int writable() {
    return BUFFER - buffered();
  }

  @Override
  public int buffered() {
    long played = (clock.nanoTime() - countedAt) * Codec.SAMPLE_RATE / 1_000_000_000L;
    if (running && played > 0) {
      buffered = (int) Math.max(0, buffered - played);
      countedAt += played * 1_000_000_000L / Codec.SAMPLE_RATE;
    }
    return buffered;
  }

  @Override
  public void write(short[] pcm) {
    if (buffered() == 0) {
      countedAt = clock.nanoTime();
    }
    buffered += pcm.length;
  }

  @Override
  public void start() {
    countedAt = clock.nanoTime();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    buffered = 0;
  }

  @Override
  public void close() {
    stop();
  }
}
