package app.ringbook.telephony.serial;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this computer knows of its ports, behind {@link SerialPorts}. */
interface Machine {

  /** The ports that are there now, holders left out. Touches no device. */
  List<SerialPorts.Port> ports();

  /** Opens a port for the calling thread; null if the system refuses. */
  @Nullable SerialLine open(String path, LineSettings settings);

  /** Whether there is such a port or file now. */
  boolean exists(String path);

  /** Whether this user may read and write it, as far as files tell. */
  boolean allowed(String path);

  /** The group whose members may use it. */
  String group(String path);

  /** The program that has it open, as far as that can be known. */
  Optional<String> holder(String path);
}
