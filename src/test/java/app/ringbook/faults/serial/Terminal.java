package app.ringbook.faults.serial;

import app.ringbook.platform.AppClock;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.PseudoTerminal;
import app.ringbook.telephony.serial.SerialLine;
import app.ringbook.telephony.serial.SerialPorts;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.telephony.simulator.SimulatorRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A simulated kit on a pseudo-terminal, and the program's own link to it. */
final class Terminal implements AutoCloseable, LineOpener {
  private final SerialPorts ports = new SerialPorts();
  private final AtomicBoolean over = new AtomicBoolean();
  private @Nullable Thread playing;
  private volatile String path = "";

  /** When the kit was plugged in last, {@link System#nanoTime}. */
  volatile long pluggedNanos;

  /** Plays the kit on a thread of its own; each plug is a new terminal with another number. */
  void play(Simulator kit) {
    SimulatorRun run =
        new SimulatorRun(
            kit,
            () -> {
              PseudoTerminal fresh = new PseudoTerminal();
              path = fresh.path();
              pluggedNanos = System.nanoTime();
              return fresh;
            },
            AppClock.system());
    playing =
        Thread.ofPlatform()
            .daemon(true)
            .name("kit")
            .start(
                () -> {
                  try {
                    run.run(over::get);
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                });
    await(5_000, () -> !path.isEmpty());
  }

  @Override
  public SerialLine open(String port, String identity, LineSettings settings) throws LineException {
    return ports.open(path, "", settings);
  }

  @Override
  public boolean present(String port, String identity) {
    return Files.exists(Path.of(path));
  }

  PhoneLink link(String driver, LineOpener opener, CallListener listener) {
    PhoneLink.Policy everything =
        new PhoneLink.Policy() {
          @Override
          public boolean record(Call call) {
            return true;
          }

          @Override
          public int ringTimeoutMillis() {
            return 8000;
          }
        };
    PhoneLink link =
        new PhoneLink(
            new PhoneSettings.Kit(driver, "terminal", ""),
            Drivers.byName(driver).orElseThrow(),
            opener,
            everything,
            AppClock.system(),
            listener);
    link.start();
    return link;
  }

  /** Waits at most so long; true if it came true. */
  static boolean await(long millis, BooleanSupplier wanted) {
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      if (wanted.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return wanted.getAsBoolean();
  }

  /** Kilobytes in use after everything unused was given up. */
  static long heapKilobytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 10;
  }

  /** Open files of this process; 0 where that cannot be counted. */
  static long handles() {
    String[] open = new java.io.File("/proc/self/fd").list();
    return open == null ? 0 : open.length;
  }

  /** Threads of links. */
  static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("phone-"))
        .count();
  }

  @Override
  public void close() {
    over.set(true);
    Thread running = playing;
    if (running != null) {
      try {
        running.join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
