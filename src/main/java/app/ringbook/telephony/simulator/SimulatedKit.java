package app.ringbook.telephony.simulator;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.SerialLine;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A simulated kit that the program talks to within itself: for the demo, the test call of the
 * settings page, and tests. It acts whenever the program reads from its line, so it needs no
 * thread.
 *
 * <p>Safe for any thread.
 */
public final class SimulatedKit {
  private static final long STEP_MILLIS = 10;
  private static final int MOST_WAITING = 1 << 20;

  private final Simulator simulator;
  private final AppClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ByteArrayOutputStream toHost = new ByteArrayOutputStream();
  private @Nullable Line line;
  private List<SimulatorScript> repeated = List.of();
  private long pauseNanos;
  private long idleSinceNanos;
  private int next;

  /** Takes the simulator, which nobody else may touch from now on. */
  public SimulatedKit(Simulator simulator, AppClock clock) {
    this.simulator = simulator;
    this.clock = clock;
  }

  /** Plays a script behind what is still to be played. */
  public void play(SimulatorScript script) {
    locked(() -> simulator.play(script));
  }

  /**
   * Rings now: a caller with that number, answered after the second ring, who talks so long.
   *
   * @param number digits of the caller
   * @param name name the exchange sends, or null
   * @param talk how long people talk; zero for a call nobody answers
   */
  public void call(String number, @Nullable String name, Duration talk) {
    String who = "caller " + number.replaceAll("\\s", "") + (name == null ? "" : " " + name);
    String rest =
        talk.isZero()
            ? "wait 3000\nring 2\nwait 3000\ngiveup\n"
            : "wait 3000\nring 1\nwait 2000\nanswer\nspeak " + talk.toMillis() + "\nhangup\n";
    play(SimulatorScript.parse("ring 1\nwait 1500\n" + who + "\n" + rest));
  }

  /** Plays the scripts in turn for ever, with so much rest after each; an empty list stops that. */
  public void repeat(List<SimulatorScript> scripts, Duration pause) {
    locked(
        () -> {
          repeated = List.copyOf(scripts);
          pauseNanos = pause.toNanos();
          idleSinceNanos = clock.nanoTime();
        });
  }

  /** True if nothing is left to be played. */
  public boolean idle() {
    lock.lock();
    try {
      return simulator.idle();
    } finally {
      lock.unlock();
    }
  }

  /** False while a script has pulled the plug. */
  public boolean plugged() {
    lock.lock();
    try {
      simulator.step(clock.nanoTime());
      return !simulator.unplugged();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The program's end of the cable.
   *
   * @throws LineException if the plug is pulled or another program part has it open
   */
  public SerialLine open(String port) throws LineException {
    lock.lock();
    try {
      simulator.step(clock.nanoTime());
      if (simulator.unplugged()) {
        throw new LineException("telephony.port.gone", port);
      }
      if (line != null) {
        throw new LineException("telephony.port.taken", port);
      }
      Line opened = new Line();
      line = opened;
      toHost.reset();
      simulator.connect(this::send, clock.nanoTime());
      return opened;
    } finally {
      lock.unlock();
    }
  }

  private void send(byte[] bytes) {
    if (toHost.size() < MOST_WAITING) {
      toHost.writeBytes(bytes);
    }
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void step() {
    long now = clock.nanoTime();
    if (!simulator.idle()) {
      idleSinceNanos = now;
    } else if (!repeated.isEmpty() && now - idleSinceNanos >= pauseNanos) {
      idleSinceNanos = now;
      simulator.play(repeated.get(next++ % repeated.size()));
    }
    simulator.step(now);
  }

  /** The program's end; the kit's life goes on while it is read. */
  private final class Line implements SerialLine {
    private boolean closed;

    @Override
    public int read(byte[] buffer) {
      lock.lock();
      try {
        for (long waited = 0; waited < READ_MILLIS; waited += STEP_MILLIS) {
          step();
          if (closed || (simulator.unplugged() && toHost.size() == 0)) {
            end();
            return -1;
          }
          if (toHost.size() > 0) {
            return take(buffer);
          }
          if (changed.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
            waited -= STEP_MILLIS;
          }
        }
        return 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean write(byte[] bytes) {
      lock.lock();
      try {
        if (closed || simulator.unplugged()) {
          return false;
        }
        simulator.received(bytes, bytes.length);
        changed.signalAll();
        return true;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      locked(this::end);
    }

    private int take(byte[] buffer) {
      byte[] all = toHost.toByteArray();
      int count = Math.min(all.length, buffer.length);
      System.arraycopy(all, 0, buffer, 0, count);
      toHost.reset();
      toHost.write(all, count, all.length - count);
      return count;
    }

    private void end() {
      if (!closed) {
        closed = true;
        if (line == this) {
          line = null;
          simulator.disconnect();
        }
      }
    }
  }
}
