package app.ringbook.telephony.driver;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.SerialLine;
import app.ringbook.telephony.simulator.SimulatedKit;
import app.ringbook.telephony.simulator.Simulator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Opens ports, with the built-in simulators among them: {@code sim:x800}, {@code sim:voicemodem}
 * and {@code sim:whozz} among others are kits that always exist; every other name goes to the real
 * ports. {@link #kit} is the handle by which a demo or a settings page lets such a kit ring.
 *
 * <p>Safe for any thread.
 */
public final class SimulatedKits implements LineOpener {
  /** What names of built-in simulators begin with. */
  public static final String PREFIX = "sim:";

  private final LineOpener real;
  private final AppClock clock;
  private final Map<String, SimulatedKit> kits = new HashMap<>();

  /**
   * @param real opens the ports that are not simulated
   */
  public SimulatedKits(LineOpener real, AppClock clock) {
    this.real = real;
    this.clock = clock;
  }

  /** The simulated kit of a driver, made when first asked for; empty if there is none. */
  public synchronized Optional<SimulatedKit> kit(String driver) {
    if (!kits.containsKey(driver)) {
      Optional<Simulator> simulator = Drivers.simulator(driver, clock, played -> {});
      simulator.ifPresent(s -> kits.put(driver, new SimulatedKit(s, clock)));
    }
    return Optional.ofNullable(kits.get(driver));
  }

  @Override
  public SerialLine open(String port, String identity, LineSettings settings) throws LineException {
    if (!port.startsWith(PREFIX)) {
      return real.open(port, identity, settings);
    }
    SimulatedKit kit =
        kit(port.substring(PREFIX.length()))
            .orElseThrow(() -> new LineException("telephony.port.notSerial", port));
    return kit.open(port);
  }

  @Override
  public boolean present(String port, String identity) {
    if (!port.startsWith(PREFIX)) {
      return real.present(port, identity);
    }
    return kit(port.substring(PREFIX.length())).map(SimulatedKit::plugged).orElse(false);
  }
}
