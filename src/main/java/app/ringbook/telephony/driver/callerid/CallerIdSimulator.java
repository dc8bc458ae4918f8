package app.ringbook.telephony.driver.callerid;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A box that tells rings and callers in one of the public formats. It has one line and feels no
 * handset: steps about answering, dialling and talking pass without a byte.
 */
public final class CallerIdSimulator extends Simulator {
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("MMddHHmm");
  private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("MM/dd HH:mm");

  private final AppClock clock;
  private final Format format;
  private final long patienceNanos;
  private boolean connected;
  private long connectedNanos;
  private long speakUntilNanos;

  /** How the box speaks. */
  public enum Format {
    /** FSK bytes with number and name. */
    MDMF,
    /** FSK bytes with the number only. */
    SDMF,
    /** FSK bytes with number and name, the eighth bit set in every character. */
    MDMF_PARITY,
    /** A NetCallerID line. */
    NET_CALLER_ID,
    /** A Weeder line. */
    WEEDER,
    /** A line of a single-chip box. */
    ATF,
    /** DTMF digits with their start and end code. */
    DTMF
  }

  /**
   * @param patience nobody can tell whether a program listens to a box: so long after the port was
   *     opened the first call comes
   * @param played told what the box does
   */
  public CallerIdSimulator(
      AppClock clock, Format format, Duration patience, Consumer<Played> played) {
    super(played);
    this.clock = clock;
    this.format = format;
    this.patienceNanos = patience.toNanos();
  }

  @Override
  protected void connected() {
    connected = true;
    connectedNanos = now();
  }

  @Override
  protected void disconnected() {
    connected = false;
  }

  @Override
  protected void heard(byte[] data, int length) {}

  @Override
  protected void live(long now) {}

  @Override
  protected boolean listenedTo() {
    return connected && now() - connectedNanos >= patienceNanos;
  }

  @Override
  protected void ring(int line) {
    text(format == Format.ATF ? "ATRING\r\n" : "RING\r\n");
  }

  @Override
  protected void caller(
      int line, Presentation presentation, String number, @Nullable String name, boolean sure) {
    String word = presentation == Presentation.PRIVATE ? "P" : "O";
    String who = presentation == Presentation.NUMBER ? number : word;
    boolean known = presentation == Presentation.NUMBER;
    ZonedDateTime now = clock.now().atZone(clock.zone());
    String date = DIGITS.format(now);
    switch (format) {
      case MDMF -> send(fields(date, who, name, known, sure));
      case MDMF_PARITY -> send(withParity(fields(date, who, name, known, sure)));
      case SDMF -> send(frame(0x04, (date + who).getBytes(StandardCharsets.US_ASCII), sure));
      case NET_CALLER_ID ->
          text(
              "###DATE"
                  + date
                  + "...NMBR"
                  + (known ? number : words(word))
                  + "...NAME"
                  + (name == null ? "" : name)
                  + "+++\r");
      case WEEDER ->
          text(
              "I"
                  + SLASHES.format(now)
                  + " "
                  + (known ? number : words(word))
                  + (name == null ? "" : " " + name)
                  + "\r\n");
      case ATF -> text("ATF " + date + who + "\r\n");
      case DTMF -> text(known ? "D" + number + "C" : word.equals("P") ? "D1#" : "D2#");
    }
  }

  @Override
  protected void lift(int line) {}

  @Override
  protected void digits(int line, String digits) {}

  @Override
  protected void flash(int line) {}

  @Override
  protected void farEnd(int line) {}

  @Override
  protected void busy(int line) {}

  @Override
  protected void speak(int line, long millis, String file) {
    speakUntilNanos = now() + millis * 1_000_000;
  }

  @Override
  protected boolean speaking() {
    return now() < speakUntilNanos;
  }

  @Override
  protected void end(int line) {}

  @Override
  protected void store(int line, String number, long talkMillis) {}

  @Override
  protected void reboot() {
    if (format == Format.ATF) {
      text("ATLINKOK\r\n");
    }
  }

  private static byte[] fields(
      String date, String who, @Nullable String name, boolean known, boolean sure) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    field(payload, 0x01, date);
    field(payload, known ? 0x02 : 0x04, who);
    if (name != null) {
      field(payload, 0x07, name);
    }
    return frame(0x80, payload.toByteArray(), sure);
  }

  private static void field(ByteArrayOutputStream payload, int tag, String text) {
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    payload.write(tag);
    payload.write(value.length);
    payload.writeBytes(value);
  }

  /** Seizure, a little of it with the last bit lost, then type, length, payload, checksum. */
  private static byte[] frame(int type, byte[] payload, boolean sure) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(type);
    frame.write(payload.length);
    frame.writeBytes(payload);
    int sum = 0;
    for (byte b : frame.toByteArray()) {
      sum += b;
    }
    frame.write(sure ? -sum : -sum + 1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[] {0x55, 0x55, 0x55, (byte) 0xD5});
    all.writeBytes(frame.toByteArray());
    return all.toByteArray();
  }

  private static byte[] withParity(byte[] frame) {
    for (int i = 0; i < frame.length; i++) {
      frame[i] |= (byte) 0x80;
    }
    return frame;
  }

  private static String words(String letter) {
    return letter.equals("P") ? "PRIVATE" : "OUT-OF-AREA";
  }

  private void text(String text) {
    send(text.getBytes(StandardCharsets.UTF_8));
  }
}
