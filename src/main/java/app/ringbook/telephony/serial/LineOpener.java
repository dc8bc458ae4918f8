package app.ringbook.telephony.serial;

/** Opens ports by name. */
@FunctionalInterface
public interface LineOpener {

  /**
   * Opens a port with a fresh object each time.
   *
   * @param port path, name or, for built-in simulators, {@code sim:} and a driver's name
   * @param identity what {@link SerialPorts} said of the device when it was chosen, or empty: a
   *     device that moved to another port is found by it
   * @throws LineException if it cannot be opened; says why
   */
  SerialLine open(String port, String identity, LineSettings settings) throws LineException;

  /** Cheap guess whether opening could work now: lets a replugged kit be tried at once. */
  default boolean present(String port, String identity) {
    return true;
  }
}
