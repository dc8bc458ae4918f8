package app.ringbook.call.view;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.recorder.G711;
import java.util.Arrays;

/**
 * How loud the line was in the last 30 seconds, in steps of a tenth of a second, and whether the
 * two ends can be told apart. Written by the call thread, read by the window.
 */
public final class LineLevels {
  /** Steps kept: 30 seconds. */
  public static final int STEPS = 300;

  private static final long STEP_NANOS = 100_000_000L;
  private static final double FLOOR_DECIBELS = 48;

  private final AppClock clock;
  private final float[] ring = new float[STEPS];
  private long newestStep;
  private float now;
  private int channels = 1;
  private final float[] ends = new float[2];
  private long endsStep;

  LineLevels(AppClock clock) {
    this.clock = clock;
    this.newestStep = clock.nanoTime() / STEP_NANOS;
  }

  /** Notes a piece of sound at the present moment. */
  synchronized void heard(AudioBlock block) {
    move();
    channels = block.channels();
    hearEnds(block);
    now = loudness(peak(block));
    int slot = (int) Math.floorMod(newestStep, (long) STEPS);
    ring[slot] = Math.max(ring[slot], now);
  }

  /** Loudness 0 to 1 of each step, oldest first, the last one is now. */
  public synchronized float[] last() {
    move();
    float[] out = new float[STEPS];
    for (int i = 0; i < STEPS; i++) {
      out[i] = ring[(int) Math.floorMod(newestStep - STEPS + 1 + i, (long) STEPS)];
    }
    return out;
  }

  /** Loudness 0 to 1 of the newest piece of sound; 0 once none came for half a second. */
  public synchronized float now() {
    float[] all = last();
    float loudest = 0;
    for (int i = STEPS - 5; i < STEPS; i++) {
      loudest = Math.max(loudest, all[i]);
    }
    return loudest == 0 ? 0 : now;
  }

  /** 2 if the kit sends both ends apart, otherwise 1. */
  public synchronized int channels() {
    return channels;
  }

  /** Loudness 0 to 1 of each end at this moment, near end first; one value at one channel. */
  public synchronized float[] ends() {
    move();
    return newestStep - endsStep > 5 ? new float[channels] : Arrays.copyOf(ends, channels);
  }

  private void hearEnds(AudioBlock block) {
    endsStep = newestStep;
    for (int channel = 0; channel < Math.min(2, channels); channel++) {
      int loudest = 0;
      for (int i = channel; i < block.samples() * channels; i += channels) {
        loudest = Math.max(loudest, Math.abs(G711.sample(block.codec(), block.data(), i)));
      }
      ends[channel] = loudness(loudest / 32768.0);
    }
  }

  private void move() {
    long step = clock.nanoTime() / STEP_NANOS;
    if (step - newestStep >= STEPS) {
      Arrays.fill(ring, 0);
    } else {
      for (long s = newestStep + 1; s <= step; s++) {
        ring[(int) Math.floorMod(s, (long) STEPS)] = 0;
      }
    }
    newestStep = Math.max(newestStep, step);
  }

  private static double peak(AudioBlock block) {
    int loudest = 0;
    for (int i = 0; i < block.samples() * block.channels(); i++) {
      loudest = Math.max(loudest, Math.abs(G711.sample(block.codec(), block.data(), i)));
    }
    return loudest / 32768.0;
  }

  /** Decibels below full scale, brought to 0 (silent) to 1 (full). */
  private static float loudness(double peak) {
    if (peak <= 0) {
      return 0;
    }
    double decibels = 20 * Math.log10(peak);
    return (float) Math.clamp(1 + decibels / FLOOR_DECIBELS, 0, 1);
  }
}
