package app.ringbook.telephony.driver;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.driver.callerid.CallerIdDriver;
import app.ringbook.telephony.driver.callerid.CallerIdSimulator;
import app.ringbook.telephony.driver.ncid.NcidDriver;
import app.ringbook.telephony.driver.ncid.NcidSimulator;
import app.ringbook.telephony.driver.voicemodem.SimulatedModem;
import app.ringbook.telephony.driver.voicemodem.VoiceModemDriver;
import app.ringbook.telephony.driver.voicemodem.VoiceModemSimulator;
import app.ringbook.telephony.driver.whozz.WhozzDriver;
import app.ringbook.telephony.driver.whozz.WhozzSimulator;
import app.ringbook.telephony.driver.x800.X800Driver;
import app.ringbook.telephony.driver.x800.X800Simulator;
import app.ringbook.telephony.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Every kind of kit the program knows. A new driver is one line in {@link #ALL}. */
public final class Drivers {
  /** All drivers, the ones with most abilities first. */
  public static final List<PhoneDriver> ALL =
      List.of(
          new X800Driver(),
          new VoiceModemDriver(),
          new WhozzDriver(),
          new CallerIdDriver(),
          new NcidDriver());

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Drivers() {}

  /** The driver of that name, as in settings and on the command line. */
  public static Optional<PhoneDriver> byName(String name) {
    return ALL.stream().filter(driver -> driver.name().equals(name)).findFirst();
  }

  /**
   * A fresh simulator of a driver's kit.
   *
   * @param played told what the kit does, as it does it
   * @return empty if there is no driver of that name
   */
  public static Optional<Simulator> simulator(
      String driver, AppClock clock, Consumer<Simulator.Played> played) {
    return switch (driver) {
      case X800Driver.NAME -> Optional.of(new X800Simulator(clock, 2, played));
      case VoiceModemDriver.NAME ->
          Optional.of(new VoiceModemSimulator(clock, SimulatedModem.USR5637, played));
      case WhozzDriver.NAME -> Optional.of(new WhozzSimulator(clock, true, played));
      case CallerIdDriver.NAME ->
          Optional.of(
              new CallerIdSimulator(clock, CallerIdSimulator.Format.MDMF, PATIENCE, played));
      case NcidDriver.NAME -> Optional.of(new NcidSimulator(clock, played));
      default -> Optional.empty();
    };
  }
}
