package app.ringbook.telephony.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

  /** The ports the system knows of; pseudo-terminals are not among them but can be opened. */
  public List<Port> list() {
    List<Port> ports = new ArrayList<>();
    for (SerialPort port : SerialPort.getCommPorts()) {
      String path = port.getSystemPortPath().replace("\\\\.\\", "");
      // On macOS the tty face of a device waits for a carrier; its cu face does not.
      if (!path.startsWith("/dev/tty.")) {
        String holder = PortHolders.holder(path).orElse(null);
        ports.add(new Port(path, port.getDescriptivePortName(), identity(port), holder));
      }
    }
    ports.sort(Comparator.comparing(Port::path));
    return ports;
  }

  @Override
  public SerialLine open(String port, String identity, LineSettings settings) throws LineException {
    String path = pathOf(port, identity);
    JSerialCommLine line = JSerialCommLine.open(path, settings);
    if (line == null) {
      throw refusal(path);
    }
    return line;
  }

  @Override
  public boolean present(String port, String identity) {
    try {
      return exists(pathOf(port, identity));
    } catch (LineException e) {
      return false;
    }
  }

  /** Where the device of that identity is now; the port as given if it has none. */
  private String pathOf(String port, String identity) throws LineException {
    if (identity.isBlank()) {
      return port;
    }
    List<SerialPort> all = List.of(SerialPort.getCommPorts());
    Optional<SerialPort> same =
        all.stream()
            .filter(p -> identity(p).equals(identity))
            .findFirst()
            .or(() -> all.stream().filter(p -> sameDevice(identity(p), identity)).findFirst());
    if (same.isPresent()) {
      return same.get().getSystemPortPath().replace("\\\\.\\", "");
    }
    if (all.stream()
        .anyMatch(p -> p.getSystemPortPath().endsWith(port) && !identity(p).isEmpty())) {
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

  private static String identity(SerialPort port) {
    if (port.getVendorID() < 0) {
      return "";
    }
    String serial = known(port.getSerialNumber());
    String location = known(port.getPortLocation());
    return String.format(
            Locale.ROOT,
            "%04x:%04x:%s:%s",
            port.getVendorID(),
            port.getProductID(),
            serial.replace(':', '_'),
            location.replace(':', '_'))
        .toLowerCase(Locale.ROOT);
  }

  private static String known(@Nullable String text) {
    return text == null || text.equalsIgnoreCase("unknown") || text.equals("0-0") ? "" : text;
  }

  private static boolean exists(String path) {
    return !path.startsWith("/") || Files.exists(Path.of(path));
  }

  /** Four different reasons, each with its own remedy. */
  private static LineException refusal(String path) {
    if (!exists(path)) {
      return new LineException("telephony.port.gone", path);
    }
    Optional<String> holder = PortHolders.holder(path);
    if (holder.isPresent()) {
      return new LineException("telephony.port.busy", path, holder.get());
    }
    if (path.startsWith("/")) {
      Path file = Path.of(path);
      if (!Files.isReadable(file) || !Files.isWritable(file)) {
        return new LineException("telephony.port.forbidden", path, PortHolders.groupOf(file));
      }
    } else if (missing(path)) {
      return new LineException("telephony.port.gone", path);
    }
    LOG.info("{} exists and could not be opened", path);
    return new LineException("telephony.port.taken", path);
  }

  private static boolean missing(String name) {
    for (SerialPort port : SerialPort.getCommPorts()) {
      if (port.getSystemPortPath().endsWith(name)) {
        return false;
      }
    }
    return true;
  }
}
