package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A modem that answers commands, tells rings, callers and the handset, and sends the sound of the
 * line while it is asked to. It has one line: what a script does on another happens there too.
 */
public final class VoiceModemSimulator extends Simulator {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
  private static final long SETTLED_NANOS = 250_000_000L;
  private static final long LISTENER_NANOS = 30_000_000_000L;
  private static final long DIGIT_NANOS = 150_000_000L;
  private static final long UNHEARD_DIGIT_NANOS = 3_000_000_000L;
  private static final int LONGEST_COMMAND = 200;

  private final AppClock clock;
  private SimulatedModem modem;
  private final SimulatedVoice voice = new SimulatedVoice();
  private final ByteArrayOutputStream command = new ByteArrayOutputStream();
  private final Deque<Late> late = new ArrayDeque<>();
  private final Deque<Character> toDial = new ArrayDeque<>();
  private long lateNanos;
  private boolean connected;
  private long connectedNanos;
  private long askedNanos;
  private boolean echo;
  private boolean callerId;
  private int mode;
  private int source;
  private boolean streaming;
  private boolean escaped;
  private boolean handsetUp;
  private long digitNanos;

  @SuppressWarnings("ArrayRecordComponent") // sent as it is and never compared
  private record Late(long dueNanos, byte[] bytes) {}

  /**
   * @param modem which modem it is like
   * @param played told what it does
   */
  public VoiceModemSimulator(AppClock clock, SimulatedModem modem, Consumer<Played> played) {
    super(played);
    this.clock = clock;
    this.modem = modem;
  }

  /** Lets every answer come so much later. */
  public void answersLate(long millis) {
    lateNanos = millis * 1_000_000;
  }

  /** Loses samples of the sound, as a modem does whose bytes nobody fetches. */
  public void overrun() {
    if (streaming) {
      send(Dle.code('o'));
    }
  }

  @Override
  protected void connected() {
    connected = true;
    connectedNanos = now();
    askedNanos = now();
    reset();
  }

  @Override
  protected void disconnected() {
    connected = false;
    late.clear();
  }

  @Override
  protected void heard(byte[] data, int length) {
    for (int i = 0; i < length; i++) {
      if (streaming) {
        code(data[i]);
      } else if (data[i] == '\r') {
        String text = command.toString(StandardCharsets.ISO_8859_1).strip();
        command.reset();
        asked(text);
      } else if (command.size() < LONGEST_COMMAND && data[i] != '\n') {
        command.write(data[i]);
      }
    }
  }

  @Override
  protected boolean listenedTo() {
    boolean asked = callerId && now() - askedNanos >= SETTLED_NANOS;
    return connected && (asked || now() - connectedNanos > LISTENER_NANOS);
  }

  @Override
  protected boolean settled() {
    return late.isEmpty() && toDial.isEmpty();
  }

  @Override
  protected void live(long now) {
    while (!late.isEmpty() && late.getFirst().dueNanos <= now) {
      send(late.removeFirst().bytes);
    }
    byte[] sound = voice.due(now, fast());
    if (streaming && sound.length > 0) {
      send(Dle.shield(sound));
    }
    dialOn(now);
  }

  @Override
  protected void ring(int line) {
    if (streaming) {
      send(Dle.code('R'));
    } else {
      text("RING");
    }
  }

  @Override
  protected void caller(
      int line, Presentation presentation, String number, @Nullable String name, boolean sure) {
    if (!callerId || !sure) {
      // Without the command it tells nothing, nor does it if the checksum is wrong.
      return;
    }
    String equals = modem.tight() ? "=" : " = ";
    ZonedDateTime now = clock.now().atZone(clock.zone());
    StringBuilder record = new StringBuilder();
    record.append(modem == SimulatedModem.SI24XX ? "\r\nCIDM\r\n" : "\r\n");
    field(record, "DATE" + equals, DATE.format(now));
    field(record, "TIME" + equals, TIME.format(now));
    field(
        record,
        "NMBR" + equals,
        switch (presentation) {
          case NUMBER -> number;
          case PRIVATE -> "P";
          case UNAVAILABLE, NONE -> "O";
        });
    field(record, "NAME" + equals, name);
    record.append("\r\n");
    byte[] bytes = record.toString().getBytes(StandardCharsets.UTF_8);
    if (streaming) {
      ByteArrayOutputStream event = new ByteArrayOutputStream();
      event.writeBytes(Dle.code(Dle.COMPLEX));
      event.writeBytes(bytes);
      event.writeBytes(Dle.code(Dle.COMPLEX_END));
      send(event.toByteArray());
    } else {
      send(bytes);
    }
  }

  @Override
  protected void lift(int line) {
    handsetUp = true;
    event('H');
  }

  @Override
  protected void digits(int line, String digits) {
    digits.chars().forEach(c -> toDial.addLast((char) c));
    digitNanos = now();
  }

  @Override
  protected void flash(int line) {}

  @Override
  protected void farEnd(int line) {
    event('L');
  }

  @Override
  protected void busy(int line) {
    event('b');
  }

  @Override
  protected void speak(int line, long millis, String file) {
    voice.speak(millis, file);
  }

  @Override
  protected boolean speaking() {
    return voice.speaking() || !toDial.isEmpty();
  }

  @Override
  protected void end(int line) {
    toDial.clear();
    voice.hush();
    if (handsetUp) {
      handsetUp = false;
      event('h');
    }
  }

  @Override
  protected void store(int line, String number, long talkMillis) {
    // A modem has no memory for calls.
  }

  @Override
  protected void unit(String kind) {
    for (SimulatedModem other : SimulatedModem.values()) {
      if (other.name().equalsIgnoreCase(kind)) {
        modem = other;
        reset();
      }
    }
  }

  @Override
  protected void reboot() {
    reset();
    handsetUp = false;
  }

  private void reset() {
    command.reset();
    late.clear();
    echo = true;
    callerId = false;
    mode = 0;
    source = 0;
    escaped = false;
    streaming = false;
    voice.heard(false, now());
  }

  /** Only in voice mode, and only where it sees the handset, does a modem tell of it. */
  private void event(char code) {
    boolean local = "hHL".indexOf(code) >= 0;
    if (mode == 8 && (!local || modem.hook())) {
      send(Dle.code(code));
    }
  }

  private void dialOn(long now) {
    if (toDial.isEmpty() || now - digitNanos < DIGIT_NANOS) {
      return;
    }
    if (streaming) {
      digitNanos = now;
      char digit = toDial.removeFirst();
      // A held key is told again and again between its begin and its end.
      for (char code : new char[] {'/', digit, digit, '~'}) {
        send(Dle.code(code));
      }
    } else if (now - digitNanos > UNHEARD_DIGIT_NANOS) {
      toDial.clear();
    }
  }

  private void code(byte value) {
    if (!escaped) {
      escaped = value == Dle.ESCAPE;
      return;
    }
    escaped = false;
    if (value == Dle.STOP || value == Dle.STOP_ESC) {
      streaming = false;
      voice.heard(false, now());
      send(Dle.code(Dle.END));
      text("OK");
    }
  }

  private void asked(String text) {
    askedNanos = now();
    String plain = text.replaceAll("[^ -~]", "").strip();
    int at = plain.toUpperCase(Locale.ROOT).lastIndexOf("AT");
    if (echo && !plain.isEmpty()) {
      answer(plain + "\r");
    }
    if (at >= 0) {
      perform(plain.substring(at + 2).toUpperCase(Locale.ROOT).replace(" ", ""));
    }
  }

  private void perform(String what) {
    switch (what) {
      case "", "V1", "+VIT=0", "+VSD=0,0" -> ok();
      case "Z", "&F" -> {
        reset();
        ok();
      }
      case "E0", "E1" -> {
        echo = what.equals("E1");
        ok();
      }
      case "I", "I0" -> tell(modem.product());
      case "I3" -> tell(modem.revision());
      case "+GMM" -> tell(modem.model());
      case "+FCLASS=0", "H", "H0" -> {
        mode = 0;
        callerId = false;
        ok();
      }
      case "+FCLASS=8" -> {
        if (modem.voice()) {
          mode = 8;
          ok();
        } else {
          error();
        }
      }
      case "+VLS=?" -> tell(modem.sources());
      case "+VSM=?" -> tell(modem.formats());
      case "+VRX" -> receive();
      default -> performOther(what);
    }
  }

  private void performOther(String what) {
    if (modem.callerId().contains(what)) {
      callerId = true;
      ok();
    } else if (what.matches("\\+VLS=\\d+") && mode == 8) {
      source = Integer.parseInt(what.substring(5));
      ok();
    } else if (what.matches("\\+VSM=\\d+,8000(,0,0)?") && mode == 8) {
      choose(Integer.parseInt(what.substring(5, what.indexOf(','))));
    } else if (what.startsWith("D") && what.endsWith(";")) {
      ok();
    } else {
      error();
    }
  }

  private void choose(int id) {
    VoiceFormat chosen =
        VoiceFormat.read(modem.formats()).stream()
            .filter(format -> format.id() == id)
            .findFirst()
            .orElse(null);
    if (chosen == null) {
      error();
    } else {
      voice.coding(chosen.coding());
      ok();
    }
  }

  private void receive() {
    if (mode != 8 || source == 0) {
      error();
      return;
    }
    answer("\r\nCONNECT\r\n");
    streaming = true;
    voice.heard(true, now());
  }

  private void tell(List<String> lines) {
    if (lines.isEmpty()) {
      error();
    } else {
      lines.forEach(this::text);
      ok();
    }
  }

  private void ok() {
    text("OK");
  }

  private void error() {
    text("ERROR");
  }

  private void text(String line) {
    answer("\r\n" + line + "\r\n");
  }

  private void answer(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (lateNanos == 0) {
      send(bytes);
    } else {
      late.addLast(new Late(now() + lateNanos, bytes));
    }
  }

  private static void field(StringBuilder record, String label, @Nullable String value) {
    if (value != null) {
      record.append(label).append(value).append("\r\n");
    }
  }
}
