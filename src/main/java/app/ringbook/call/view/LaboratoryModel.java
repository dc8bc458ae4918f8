package app.ringbook.call.view;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.capture.Capture;
import app.ringbook.telephony.capture.LineDiagnosis;
import app.ringbook.telephony.capture.LineTap;
import app.ringbook.telephony.capture.Replays;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The line laboratory: what goes over a kit's port, judged in words, kept in a file, and played
 * again as a kit that is not there. Used on the window's thread, except {@link #replay}, which
 * reads a file.
 */
public final class LaboratoryModel {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final int ROWS = 200;
  private static final int JUDGED = 2048;

  private final LineTap tap;
  private final LineModel line;
  private final PhoneKitModel kits;
  private final AppClock clock;

  /**
   * @param tap listens in on the ports
   */
  public LaboratoryModel(LineTap tap, LineModel line, PhoneKitModel kits, AppClock clock) {
    this.tap = tap;
    this.line = line;
    this.kits = kits;
    this.clock = clock;
  }

  /** Kits that can be looked at. */
  public List<LinkStatus> kits() {
    return List.copyOf(line.links().values());
  }

  /** Letters of a row with so many bytes. */
  static int letters(int bytes) {
    return "00:00:00.000  →  ".length() + 3 * bytes + 1 + bytes;
  }

  /**
   * The last bytes, oldest first: time, direction, hexadecimal, text.
   *
   * @param most bytes in a row
   */
  public List<String> rows(LinkStatus kit, int most) {
    List<String> rows = new ArrayList<>();
    for (LineTap.Seen seen : tap.recent(kit.port())) {
      String time = TIME.format(LocalTime.ofInstant(seen.at(), clock.zone()));
      for (int from = 0; from < seen.bytes().length; from += most) {
        rows.add(time + (seen.fromKit() ? "  ←  " : "  →  ") + row(seen.bytes(), from, most));
      }
    }
    return rows.subList(Math.max(0, rows.size() - ROWS), rows.size());
  }

  private static String row(byte[] bytes, int from, int most) {
    int to = Math.min(bytes.length, from + most);
    StringBuilder hex = new StringBuilder();
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      hex.append(String.format("%02x ", bytes[i]));
      text.append(bytes[i] >= 0x20 && bytes[i] < 0x7F ? (char) bytes[i] : '·');
    }
    return String.format("%-" + 3 * most + "s %s", hex, text);
  }

  /** What the bytes say about the settings. */
  public LineDiagnosis diagnosis(LinkStatus kit) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (LineTap.Seen seen : tap.recent(kit.port())) {
      if (seen.fromKit()) {
        bytes.writeBytes(seen.bytes());
      }
    }
    byte[] all = bytes.toByteArray();
    int judged = Math.min(all.length, JUDGED);
    byte[] last = java.util.Arrays.copyOfRange(all, all.length - judged, all.length);
    return LineDiagnosis.of(kit.driver(), last);
  }

  /** The speed the kit's port was opened with, in bits a second. */
  public int baud(LinkStatus kit) {
    return tap.baud(kit.port());
  }

  /** True while everything is kept. */
  public boolean capturing() {
    return tap.captured() >= 0;
  }

  /** Bytes kept so far. */
  public int captured() {
    return Math.max(0, tap.captured());
  }

  /** Begins to keep everything. */
  public void capture(LinkStatus kit) {
    tap.start(kit.port(), kit.driver());
  }

  /** Ends that and gives what was kept. */
  public Optional<Capture> finish() {
    return tap.stop();
  }

  /** A name for the file of a capture. */
  public static String proposedName(Capture capture) {
    String time = capture.begun().toString().replaceAll("[^0-9]", "");
    String name = capture.driver() + "-" + time.substring(0, Math.min(14, time.length()));
    return new String(name.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)
        + Capture.ENDING;
  }

  /**
   * Reads a capture, to be used as a kit by {@link #use}. Not for the window's thread.
   *
   * @throws app.ringbook.platform.ProblemException if it is none
   */
  public Capture replay(Path file) {
    return Capture.read(file);
  }

  /**
   * Plays a capture that was read as a kit; one that plays already begins anew, and its calls are
   * new ones.
   *
   * @return the port it is played under
   */
  public String use(Path file, Capture capture) {
    String port = Replays.port(file, clock.now());
    kits.removePorts(one -> Replays.capture(one).equals(Replays.capture(port)));
    kits.useTyped(port, capture.driver());
    return port;
  }

  /** What a kit is called: its model, the name of the capture that is played, or its port. */
  public static String name(LinkStatus kit) {
    return Replays.capture(kit.port())
        .map(file -> String.valueOf(file.getFileName()))
        .orElseGet(() -> Objects.requireNonNullElse(kit.model(), kit.port()));
  }
}
