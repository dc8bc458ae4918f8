package app.ringbook.telephony.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** This computer. */
final class RealMachine implements Machine {

  @Override
  public List<SerialPorts.Port> ports() {
    List<SerialPorts.Port> ports = new ArrayList<>();
    for (SerialPort port : SerialPort.getCommPorts()) {
      String path = port.getSystemPortPath().replace("\\\\.\\", "");
      // On macOS the tty face of a device waits for a carrier; its cu face does not.
      if (!path.startsWith("/dev/tty.")) {
        ports.add(new SerialPorts.Port(path, name(port, path), identity(port), null));
      }
    }
    return ports;
  }

  @Override
  public @Nullable SerialLine open(String path, LineSettings settings) {
    return JSerialCommLine.open(path, settings);
  }

  @Override
  public boolean exists(String path) {
    return path.startsWith("/")
        ? Files.exists(Path.of(path))
        : ports().stream().anyMatch(port -> port.path().equalsIgnoreCase(path));
  }

  @Override
  public boolean allowed(String path) {
    Path file = path.startsWith("/") ? Path.of(path) : null;
    return file == null || (Files.isReadable(file) && Files.isWritable(file));
  }

  @Override
  public String group(String path) {
    return PortHolders.groupOf(Path.of(path));
  }

  @Override
  public Optional<String> holder(String path) {
    return PortHolders.holder(path);
  }

  /** What the system calls it; a port it has no word for is called by its path. */
  private static String name(SerialPort port, String path) {
    String name = port.getDescriptivePortName();
    return name.equals("User-Specified Port") ? path : name;
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
}
