package app.ringbook.telephony.capture;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.SerialLine;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens ports through another opener and listens in: keeps the last kilobytes that went over each
 * port for whoever wants to look, and everything of one port while it is captured. Costs a copy of
 * the bytes and never delays them.
 *
 * <p>Safe for any thread.
 */
public final class LineTap implements LineOpener {
  /** Bytes of each port that can be looked at. */
  static final int KEPT = 16_384;

  /** What was said in this time after a port was opened introduces the kit. */
  static final long OPENING_MILLIS = 5_000;

  /** More than this is no introduction. */
  private static final int OPENING_BYTES = 64 << 10;

  /** A capture ends by itself when it holds so much: an hour of two channels. */
  static final int MOST_CAPTURED = 64 << 20;

  private final LineOpener real;
  private final AppClock clock;
  private final Map<String, Recent> recent = new HashMap<>();
  private @Nullable Running running;

  /**
   * Bytes that went over a port together.
   *
   * @param at when
   * @param fromKit true if the kit sent them
   * @param bytes never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
  public record Seen(Instant at, boolean fromKit, byte[] bytes) {}

  private static final class Recent {
    final Deque<Seen> pieces = new ArrayDeque<>();
    final List<Capture.Piece> opening = new ArrayList<>();
    final long openedNanos;
    int openingBytes;
    int bytes;
    int baud;

    Recent(long openedNanos) {
      this.openedNanos = openedNanos;
    }
  }

  private static final class Running {
    final String port;
    final String driver;
    final Instant begun;
    final long nanos;
    final List<Capture.Piece> pieces = new ArrayList<>();
    int bytes;

    Running(String port, String driver, Instant begun, long nanos) {
      this.port = port;
      this.driver = driver;
      this.begun = begun;
      this.nanos = nanos;
    }

    void add(Capture.Piece piece) {
      pieces.add(piece);
      bytes += piece.bytes().length;
    }
  }

  /**
   * @param real opens the ports
   */
  public LineTap(LineOpener real, AppClock clock) {
    this.real = real;
    this.clock = clock;
  }

  @Override
  public SerialLine open(String port, String identity, LineSettings settings) throws LineException {
    SerialLine line = real.open(port, identity, settings);
    synchronized (this) {
      Recent fresh = new Recent(clock.nanoTime());
      fresh.baud = settings.baud();
      recent.put(port, fresh);
    }
    return new TappedLine(line, port);
  }

  @Override
  public boolean present(String port, String identity) {
    return real.present(port, identity);
  }

  /** What went over a port last, oldest first, since it was opened. */
  public synchronized List<Seen> recent(String port) {
    Recent of = recent.get(port);
    return of == null ? List.of() : List.copyOf(of.pieces);
  }

  /** The speed a port was opened with, or 0 if it was not opened. */
  public synchronized int baud(String port) {
    Recent of = recent.get(port);
    return of == null ? 0 : of.baud;
  }

  /**
   * Keeps everything that goes over a port from now on; an older capture is dropped. What was said
   * when the port was opened goes in front: without it nobody would know the kit when it is played.
   */
  public synchronized void start(String port, String driver) {
    Recent of = recent.get(port);
    List<Capture.Piece> opening = of == null ? List.of() : of.opening;
    long millis = opening.isEmpty() ? 0 : opening.getLast().millis();
    Running fresh =
        new Running(
            port,
            driver,
            clock.now().minusMillis(millis),
            clock.nanoTime() - TimeUnit.MILLISECONDS.toNanos(millis));
    opening.forEach(fresh::add);
    running = fresh;
  }

  /** Bytes captured so far, or -1 if nothing is captured. */
  public synchronized int captured() {
    return running == null ? -1 : running.bytes;
  }

  /** Ends the capture; empty if none was running. */
  public synchronized Optional<Capture> stop() {
    Running ended = running;
    running = null;
    return Optional.ofNullable(ended).map(r -> new Capture(r.driver, r.begun, r.pieces));
  }

  private synchronized void note(String port, boolean fromKit, byte[] bytes) {
    Recent of = recent.computeIfAbsent(port, p -> new Recent(clock.nanoTime()));
    long open = (clock.nanoTime() - of.openedNanos) / 1_000_000;
    if (open <= OPENING_MILLIS && of.openingBytes + bytes.length <= OPENING_BYTES) {
      of.opening.add(new Capture.Piece(open, fromKit, bytes));
      of.openingBytes += bytes.length;
    }
    of.pieces.addLast(new Seen(clock.now(), fromKit, bytes));
    of.bytes += bytes.length;
    while (of.bytes > KEPT && of.pieces.size() > 1) {
      of.bytes -= of.pieces.removeFirst().bytes().length;
    }
    Running capture = running;
    if (capture != null && capture.port.equals(port) && capture.bytes < MOST_CAPTURED) {
      long millis = (clock.nanoTime() - capture.nanos) / 1_000_000;
      capture.add(new Capture.Piece(millis, fromKit, bytes));
    }
  }

  private final class TappedLine implements SerialLine {
    private final SerialLine line;
    private final String port;

    TappedLine(SerialLine line, String port) {
      this.line = line;
      this.port = port;
    }

    @Override
    public int read(byte[] buffer) {
      return heard(buffer, line.read(buffer));
    }

    @Override
    public int read(byte[] buffer, int millis) {
      return heard(buffer, line.read(buffer, millis));
    }

    private int heard(byte[] buffer, int count) {
      if (count > 0) {
        note(port, true, Arrays.copyOf(buffer, count));
      }
      return count;
    }

    @Override
    public boolean write(byte[] bytes) {
      note(port, false, bytes);
      return line.write(bytes);
    }

    @Override
    public void speed(int baud) {
      line.speed(baud);
    }

    @Override
    public String goneKey() {
      return line.goneKey();
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
