package app.ringbook.telephony.serial;

import app.ringbook.platform.AppClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens ports through another opener and, where wanted, writes what goes over them into one file a
 * port: time, direction, bytes. Runs of five and more digits are written as {@code ##}: a trace is
 * sent to people who should not read phone numbers. A file that gets large begins anew.
 */
public final class TracedPorts implements LineOpener {
  private static final Logger LOG = LoggerFactory.getLogger(TracedPorts.class);
  private static final long LARGEST = 4_000_000;
  private static final int LONGEST_OPEN_RUN = 4;

  private final LineOpener real;
  private final Path folder;
  private final BooleanSupplier wanted;
  private final AppClock clock;

  /**
   * @param real opens the ports
   * @param folder where trace files go; made when first needed
   * @param wanted whether to write, asked when a port is opened
   */
  public TracedPorts(LineOpener real, Path folder, BooleanSupplier wanted, AppClock clock) {
    this.real = real;
    this.folder = folder;
    this.wanted = wanted;
    this.clock = clock;
  }

  @Override
  public SerialLine open(String port, String identity, LineSettings settings) throws LineException {
    SerialLine line = real.open(port, identity, settings);
    if (!wanted.getAsBoolean()) {
      return line;
    }
    return new TracedLine(line, folder.resolve("port" + port.replaceAll("\\W+", "-") + ".log"));
  }

  @Override
  public boolean present(String port, String identity) {
    return real.present(port, identity);
  }

  /** The bytes as hexadecimal pairs, longer runs of digits as {@code ##}. */
  static String masked(byte[] bytes, int length) {
    StringBuilder text = new StringBuilder(length * 3);
    for (int from = 0; from < length; ) {
      int to = from;
      while (to < length && bytes[to] >= '0' && bytes[to] <= '9') {
        to++;
      }
      boolean hidden = to - from > LONGEST_OPEN_RUN;
      int end = Math.max(to, from + 1);
      for (int i = from; i < end; i++) {
        text.append(hidden ? "##" : String.format("%02x", bytes[i])).append(' ');
      }
      from = end;
    }
    return text.toString().stripTrailing();
  }

  private final class TracedLine implements SerialLine {
    private final SerialLine line;
    private final Path file;

    TracedLine(SerialLine line, Path file) {
      this.line = line;
      this.file = file;
      note("opened");
    }

    @Override
    public int read(byte[] buffer) {
      int count = line.read(buffer);
      if (count > 0) {
        note("< " + masked(buffer, count));
      } else if (count < 0) {
        note("lost");
      }
      return count;
    }

    @Override
    public boolean write(byte[] bytes) {
      note("> " + masked(bytes, bytes.length));
      return line.write(bytes);
    }

    @Override
    public String goneKey() {
      return line.goneKey();
    }

    @Override
    public void speed(int baud) {
      note("speed " + baud);
      line.speed(baud);
    }

    @Override
    public void close() {
      line.close();
    }

    private synchronized void note(String what) {
      try {
        Files.createDirectories(folder);
        boolean large = Files.exists(file) && Files.size(file) > LARGEST;
        Files.writeString(
            file,
            clock.now() + " " + what + "\n",
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            large ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
      } catch (IOException e) {
        LOG.warn("The trace {} could not be written", file, e);
      }
    }
  }
}
