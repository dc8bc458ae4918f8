package app.ringbook.telephony.capture;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.SerialLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens captures as if they were kits: {@code capture:}, the path of a {@link Capture} and perhaps
 * {@code @} and the milliseconds of the moment at which somebody began to play it; every other name
 * goes to the real ports. A replay begins anew whenever it is opened and is silent once everything
 * was played.
 *
 * <p>Safe for any thread.
 */
public final class Replays implements LineOpener {
  /** What names of replayed captures begin with. */
  private static final String PREFIX = "capture:";

  /** What stands between the path and the moment it was begun. */
  private static final char RUN = '@';

  private final LineOpener real;
  private final AppClock clock;

  /**
   * @param real opens the ports that are not replays
   */
  public Replays(LineOpener real, AppClock clock) {
    this.real = real;
    this.clock = clock;
  }

  /**
   * The port name under which a capture is played once: with another moment its calls are others,
   * and the same name again tells the same calls.
   */
  public static String port(Path file, Instant at) {
    return PREFIX + file.toAbsolutePath() + RUN + at.toEpochMilli();
  }

  /** The capture that is played under a port name; empty for a port that is none. */
  public static Optional<Path> capture(String port) {
    if (!port.startsWith(PREFIX)) {
      return Optional.empty();
    }
    int run = port.lastIndexOf(RUN);
    boolean stamped = run > 0 && port.substring(run + 1).matches("\\d+");
    return Optional.of(Path.of(port.substring(PREFIX.length(), stamped ? run : port.length())));
  }

  @Override
  public SerialLine open(String port, String identity, LineSettings settings) throws LineException {
    Optional<Path> capture = capture(port);
    if (capture.isEmpty()) {
      return real.open(port, identity, settings);
    }
    try {
      return new ReplayLine(Capture.read(capture.get()), clock);
    } catch (ProblemException e) {
      throw new LineException(e.key(), e.arguments().toArray());
    }
  }

  @Override
  public boolean present(String port, String identity) {
    return capture(port).map(Files::isRegularFile).orElseGet(() -> real.present(port, identity));
  }
}
