package app.ringbook.telephony.driver.x800;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Maps the kit's running milliseconds to the host's time. The offset is taken from the exchange
 * with the smallest round trip of the last eight, drift from a least-squares line over thirty
 * minutes. The measure on our side is the monotonic clock, so setting the wall clock moves nothing.
 */
final class X800Clock {
  private static final int EXCHANGES = 8;
  private static final double DRIFT_WINDOW_MILLIS = 30 * 60_000.0;
  private static final double DRIFT_AFTER_MILLIS = 5 * 60_000.0;
  private static final double STEP_MILLIS = 2_000;
  private static final long WRAP = 1L << 32;
  private static final Duration TOLD_AGAIN = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofDays(1);

  private record Exchange(double hostMillis, double deviceMillis, double roundTrip) {
    double offset() {
      return hostMillis - deviceMillis;
    }
  }

  private final AppClock clock;
  private final Deque<Exchange> last = new ArrayDeque<>();
  private final Deque<Exchange> history = new ArrayDeque<>();
  private long latestDevice = -1;
  private double greeted = Double.NaN;
  private long greetedDevice = -1;
  private double slope;

  X800Clock(AppClock clock) {
    this.clock = clock;
  }

  /** Our own running milliseconds, as sent in TIME_REQ. */
  long hostMillis() {
    return clock.nanoTime() / 1_000_000;
  }

  /** The kit restarted: its milliseconds begin anew. */
  void restarted() {
    last.clear();
    history.clear();
    latestDevice = -1;
    slope = 0;
    greeted = Double.NaN;
    greetedDevice = -1;
  }

  /** The kit's greeting came, sent at that time: good enough until the clocks are mapped. */
  void greeted(long rawMillis) {
    greetedDevice = unwrapped(rawMillis);
    greeted = hostMillis() - (double) greetedDevice;
  }

  /** The kit's milliseconds without the wrap after 49.7 days; never far back. */
  long unwrapped(long raw) {
    if (latestDevice < 0) {
      latestDevice = raw;
      return raw;
    }
    long step = (raw - latestDevice) & (WRAP - 1);
    long signed = step >= WRAP / 2 ? step - WRAP : step;
    long value = Math.max(0, latestDevice + signed);
    latestDevice = Math.max(latestDevice, value);
    return value;
  }

  /** The answer to a TIME_REQ came; false if it began a new mapping because the clocks jumped. */
  boolean answered(long t1, long deviceT2, long deviceT3) {
    long t4 = hostMillis();
    double device = (unwrapped(deviceT2) + unwrapped(deviceT3)) / 2.0;
    double roundTrip = Math.max(0, t4 - t1 - ((deviceT3 - deviceT2) & (WRAP - 1)));
    Exchange exchange = new Exchange((t1 + t4) / 2.0, device, roundTrip);
    double expected = last.isEmpty() ? exchange.offset() : offsetAt(device);
    boolean step = Math.abs(expected - exchange.offset()) > STEP_MILLIS + roundTrip / 2;
    if (step) {
      last.clear();
      history.clear();
      slope = 0;
    }
    last.addLast(exchange);
    if (last.size() > EXCHANGES) {
      last.removeFirst();
    }
    history.addLast(exchange);
    while (device - history.getFirst().deviceMillis > DRIFT_WINDOW_MILLIS) {
      history.removeFirst();
    }
    slope = fitted();
    return !step;
  }

  /** True once the two clocks are mapped. */
  boolean mapped() {
    return !last.isEmpty();
  }

  /** Drift of the kit's clock in parts per million, 0 while not known. */
  double driftPpm() {
    return slope * 1e6;
  }

  /** Where and when an event was, by the kit's own time as far as it is mapped. */
  Stamp stamp(int line, long rawMillis) {
    long device = unwrapped(rawMillis);
    Instant now = clock.now();
    Instant at = mapped() || !Double.isNaN(greeted) ? instantOf(device, now) : now;
    Duration ago = Duration.between(at, now);
    // What is told late was late on its way; what is told long after it was is told again. A kit
    // may
    // send any number, but no call is longer than a day.
    boolean again = ago.compareTo(TOLD_AGAIN) > 0;
    long nanos = !again ? 0 : ago.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : ago.toNanos();
    return new Stamp(line, clock.nanoTime() - nanos, device, at);
  }

  /** True for what happened before the kit greeted last. */
  boolean beforeGreeting(Stamp at) {
    return at.deviceMillis() < greetedDevice;
  }

  /** The same moment, read just now. */
  Stamp readNow(Stamp at) {
    return new Stamp(at.line(), clock.nanoTime(), at.deviceMillis(), at.at());
  }

  /** False for what happened long ago and is told again. */
  boolean isNow(Stamp at) {
    return clock.nanoTime() - at.hostNanos() < TOLD_AGAIN.toNanos();
  }

  /** The moment of a kit's time, never in the future. */
  Instant instantOf(long deviceMillis, Instant now) {
    double host = (double) deviceMillis + offsetAt((double) deviceMillis);
    long ago = Math.round(clock.nanoTime() / 1e6 - host);
    return now.minusMillis(Math.max(0, ago));
  }

  private double offsetAt(double deviceMillis) {
    if (last.isEmpty()) {
      return greeted;
    }
    Exchange best = last.getFirst();
    for (Exchange exchange : last) {
      if (exchange.roundTrip < best.roundTrip) {
        best = exchange;
      }
    }
    return best.offset() + slope * (deviceMillis - best.deviceMillis);
  }

  /** Slope of offset over the kit's time; 0 until there is enough to tell drift from jitter. */
  private double fitted() {
    double span = history.getLast().deviceMillis - history.getFirst().deviceMillis;
    if (history.size() < 5 || span < DRIFT_AFTER_MILLIS) {
      return 0;
    }
    double meanX = history.stream().mapToDouble(Exchange::deviceMillis).average().orElse(0);
    double meanY = history.stream().mapToDouble(Exchange::offset).average().orElse(0);
    double xy = 0;
    double xx = 0;
    for (Exchange exchange : history) {
      double x = exchange.deviceMillis - meanX;
      xy += x * (exchange.offset() - meanY);
      xx += x * x;
    }
    return xx == 0 ? 0 : xy / xx;
  }
}
