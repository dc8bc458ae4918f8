package app.ringbook.telephony.serial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports of this machine. Listing takes a few milliseconds and touches no device. A device is
 * recognised by its USB identity, never by the system's number for its port: that number goes to
 * whatever is plugged in next.
 *
 * <p>Safe for any thread.
 */
public final class SerialPorts implements LineOpener {
  private static final Logger LOG = LoggerFactory.getLogger(SerialPorts.class);

  /**
   * One port.
   *
   * @param path what to open, for example {@code /dev/ttyACM0}, {@code COM3} or {@code
   *     /dev/cu.usbmodem1}
   * @param description what the system calls it
   * @param identity VID:PID:serial:location in lower case; empty for a port that is not USB
   * @param holder name of the program that has it open, null if none or not known
   */
  public record Port(String path, String description, String identity, @Nullable String holder) {}

  private final Machine machine;

  /** The ports of this computer. */
  public SerialPorts() {
    this(new RealMachine());
  }

  SerialPorts(Machine machine) {
    this.machine = machine;
  }

  /** The ports the system knows of; pseudo-terminals are not among them but can be opened. */
  public List<Port> list() {
    List<Port> ports = new ArrayList<>();
    for (Port port : machine.ports()) {
      String holder = machine.holder(port.path()).orElse(null);
      ports.add(new Port(port.path(), port.description(), port.identity(), holder));
    }
    ports.sort(Comparator.comparing(Port::path));
    return ports;
  }

  @Override
  public SerialLine open(String port, String identity, LineSettings settings) throws LineException {
    String path = pathOf(port, identity);
    SerialLine line = machine.open(path, settings);
    if (line == null) {
      throw refusal(path);
    }
    return line;
  }

  @Override
  public boolean present(String port, String identity) {
    try {
      return machine.exists(pathOf(port, identity));
    } catch (LineException e) {
      return false;
    }
  }

  /** Where the device of that identity is now; the port as given if it has none. */
  private String pathOf(String port, String identity) throws LineException {
    if (identity.isBlank()) {
      return port;
    }
    List<Port> all = machine.ports();
    for (Port one : all) {
      if (one.identity().equals(identity)) {
        return one.path();
      }
    }
    // Cheap devices share one serial number: where two answer to it, neither is taken for the kit.
    List<Port> moved = all.stream().filter(p -> sameDevice(p.identity(), identity)).toList();
    if (moved.size() == 1) {
      return moved.getFirst().path();
    }
    if (!moved.isEmpty()
        || all.stream().anyMatch(p -> p.path().equals(port) && !p.identity().isEmpty())) {
      throw new LineException("telephony.port.changed", port);
    }
    throw new LineException("telephony.port.gone", port);
  }

  /** Same maker, product and a serial number that is not empty: it only moved to another socket. */
  private static boolean sameDevice(String one, String other) {
    String[] a = one.split(":", 4);
    String[] b = other.split(":", 4);
    return a.length == 4
        && b.length == 4
        && !a[2].isEmpty()
        && a[0].equals(b[0])
        && a[1].equals(b[1])
        && a[2].equals(b[2]);
  }

  /** Four different reasons, each with its own remedy. */
  private LineException refusal(String path) {
    if (!machine.exists(path)) {
      return new LineException("telephony.port.gone", path);
    }
    Optional<String> holder = machine.holder(path);
    if (holder.isPresent()) {
      return new LineException("telephony.port.busy", path, holder.get());
    }
    if (!machine.allowed(path)) {
      return new LineException("telephony.port.forbidden", path, machine.group(path));
    }
    LOG.info("{} exists and could not be opened", path);
    return new LineException("telephony.port.taken", path);
  }
}
