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

  private final Simulator simulator;
  private final Plug plug;
  private final AppClock clock;

  /** Makes the kit's end of a cable, again after each unplugging. */
  @FunctionalInterface
  public interface Plug {
    /** A fresh line to play on. */
    SerialLine open() throws IOException;
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
    SerialLine line = null;
    byte[] buffer = new byte[4096];
    try {
      while (!over.getAsBoolean()) {
        line = simulator.unplugged() ? closed(line) : plugged(line);
        if (line != null) {
          int count = line.read(buffer, STEP_MILLIS);
          if (count > 0) {
            simulator.received(buffer, count);
          } else if (count < 0) {
            line = closed(line);
          }
        } else {
          LockSupport.parkNanos(STEP_MILLIS * 1_000_000L);
        }
        simulator.step(clock.nanoTime());
      }
    } finally {
      closed(line);
    }
  }

  private SerialLine plugged(@Nullable SerialLine line) throws IOException {
    if (line != null) {
      return line;
    }
    SerialLine fresh = plug.open();
    simulator.connect(fresh::write, clock.nanoTime());
    return fresh;
  }

  private @Nullable SerialLine closed(@Nullable SerialLine line) {
    if (line != null) {
      simulator.disconnect();
      line.close();
    }
    return null;
  }
}
