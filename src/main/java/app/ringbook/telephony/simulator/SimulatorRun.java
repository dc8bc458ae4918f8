package app.ringbook.telephony.simulator;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.serial.SerialLine;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Plays a simulator on a real cable (a port or a pseudo-terminal), on the caller's thread. */
public final class SimulatorRun {
  private static final int STEP_MILLIS = 10;

  /** The last bytes are read before the cable is taken away. */
  private static final long LINGER_NANOS = 300_000_000L;

  private final Simulator simulator;
  private final Plug plug;
  private final AppClock clock;
  private @Nullable SerialLine line;

  /** Makes the kit's end of a cable, again after each unplugging. */
  @FunctionalInterface
  public interface Plug {
    /** A fresh line to play on; null if nobody is there yet, it is asked again soon. */
    @Nullable SerialLine open() throws IOException;
  }

  /** Takes what it needs; nothing happens before {@link #run}. */
  public SimulatorRun(Simulator simulator, Plug plug, AppClock clock) {
    this.simulator = simulator;
    this.plug = plug;
    this.clock = clock;
  }

  /**
   * Plays until {@code over} says so; it is asked many times a second.
   *
   * @throws IOException if no line can be made
   */
  public void run(BooleanSupplier over) throws IOException {
    byte[] buffer = new byte[4096];
    try {
      while (!over.getAsBoolean()) {
        live(buffer);
      }
      long end = clock.nanoTime() + LINGER_NANOS;
      while (clock.nanoTime() - end < 0) {
        live(buffer);
      }
    } finally {
      unplug();
    }
  }

  private void live(byte[] buffer) throws IOException {
    if (simulator.unplugged()) {
      unplug();
    } else if (line == null) {
      @Nullable SerialLine fresh = plug.open();
      if (fresh != null) {
        line = fresh;
        simulator.connect(fresh::write, clock.nanoTime());
      }
    }
    SerialLine open = line;
    if (open == null) {
      LockSupport.parkNanos(STEP_MILLIS * 1_000_000L);
    } else {
      int count = open.read(buffer, STEP_MILLIS);
      if (count > 0) {
        simulator.received(buffer, count);
      } else if (count < 0) {
        unplug();
      }
    }
    simulator.step(clock.nanoTime());
  }

  private void unplug() {
    SerialLine open = line;
    line = null;
    if (open != null) {
      simulator.disconnect();
      open.close();
    }
  }
}
