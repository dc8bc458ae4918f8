package app.ringbook.telephony.capture;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.SerialLine;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens captures as if they were kits: {@code capture:} and the path of a {@link Capture}; every
 * other name goes to the real ports. A replay begins anew whenever it is opened and is silent once
 * everything was played.
 *
 * <p>Safe for any thread.
 */
public final class Replays implements LineOpener {
  /** What names of replayed captures begin with. */
  public static final String PREFIX = "capture:";

  private final LineOpener real;
  private final AppClock clock;

  /**
   * @param real opens the ports that are not replays
   */
  public Replays(LineOpener real, AppClock clock) {
    this.real = real;
    this.clock = clock;
  }

  /** The port name under which a capture is played. */
  public static String port(Path file) {
    return PREFIX + file.toAbsolutePath();
  }

  @Override
  public SerialLine open(String port, String identity, LineSettings settings) throws LineException {
    if (!port.startsWith(PREFIX)) {
      return real.open(port, identity, settings);
    }
    try {
      return new ReplayLine(Capture.read(file(port)), clock);
    } catch (ProblemException e) {
      throw new LineException(e.key(), e.arguments().toArray());
    }
  }

  @Override
  public boolean present(String port, String identity) {
    return port.startsWith(PREFIX) ? Files.isRegularFile(file(port)) : real.present(port, identity);
  }

  private static Path file(String port) {
    return Path.of(port.substring(PREFIX.length()));
  }
}
