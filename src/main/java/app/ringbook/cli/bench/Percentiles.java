package app.ringbook.cli.bench;

import java.util.Arrays;

/** Nanoseconds of many tries, and how they are spread. */
final class Percentiles {
  private long[] nanos = new long[1024];
  private int count;

  void add(long one) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = one;
  }

  int count() {
    return count;
  }

  /** Microseconds below which the given share of the tries lies. */
  double micros(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    int at = (int) Math.min(count - 1L, Math.round(share * (count - 1)));
    return sorted[at] / 1000.0;
  }

  /** As {@link #micros}, in milliseconds. */
  double millis(double share) {
    return micros(share) / 1000;
  }
}
