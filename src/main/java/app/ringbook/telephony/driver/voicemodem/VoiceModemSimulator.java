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
  private final SimulatedVoice voice = new SimulatedVoice();
  private final SimulatedCommands commands;
  private final ByteArrayOutputStream command = new ByteArrayOutputStream();
  private final Deque<Late> late = new ArrayDeque<>();
  private final Deque<Character> toDial = new ArrayDeque<>();
  private long lateNanos;
  private boolean connected;
  private long connectedNanos;
  private long askedNanos;
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
    this.commands = new SimulatedCommands(modem, voice, this::answer);
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
        String text = command.toString(StandardCharsets.ISO_8859_1);
        command.reset();
        askedNanos = now();
        if (commands.asked(text)) {
          streaming = true;
          voice.heard(true, now());
        }
      } else if (command.size() < LONGEST_COMMAND && data[i] != '\n') {
        command.write(data[i]);
      }
    }
  }

  @Override
  protected boolean listenedTo() {
    boolean asked = commands.callerId() && now() - askedNanos >= SETTLED_NANOS;
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
    if (!commands.callerId() || !sure) {
      // Without the command it tells nothing, nor does it if the checksum is wrong.
      return;
    }
    String equals = commands.modem().tight() ? "=" : " = ";
    ZonedDateTime now = clock.now().atZone(clock.zone());
    StringBuilder record = new StringBuilder();
    record.append(commands.modem() == SimulatedModem.SI24XX ? "\r\nCIDM\r\n" : "\r\n");
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
        commands.become(other);
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
    commands.reset();
    escaped = false;
    streaming = false;
    voice.heard(false, now());
  }

  /** Only in voice mode, and only where it sees the handset, does a modem tell of it. */
  private void event(char code) {
    boolean local = "hHL".indexOf(code) >= 0;
    if (commands.voice() && (!local || commands.modem().hook())) {
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
      send(Dle.code('/'));
      send(Dle.code(digit));
      send(Dle.code(digit));
      send(Dle.code('~'));
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

  private void answer(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (lateNanos == 0) {
      send(bytes);
    } else {
      late.addLast(new Late(now() + lateNanos, bytes));
    }
  }

  private void text(String line) {
    answer("\r\n" + line + "\r\n");
  }

  private static void field(StringBuilder record, String label, @Nullable String value) {
    if (value != null) {
      record.append(label).append(value).append("\r\n");
    }
  }
}
