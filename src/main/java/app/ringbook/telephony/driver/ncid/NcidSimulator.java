package app.ringbook.telephony.driver.ncid;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A server that greets, sends its log, and tells of calls as a gateway hears them. */
public final class NcidSimulator extends Simulator {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMddyyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss");

  private final AppClock clock;
  private final Map<Integer, Call> calls = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private boolean connected;
  private boolean greeted;
  private long speakUntilNanos;

  private static final class Call {
    final boolean incoming;
    final ZonedDateTime began;
    String number = "NO-NUMBER";
    String name = "NO NAME";
    boolean answered;
    int rings;

    Call(boolean incoming, ZonedDateTime began) {
      this.incoming = incoming;
      this.began = began;
    }
  }

  /**
   * @param played told what the server does
   */
  public NcidSimulator(AppClock clock, Consumer<Played> played) {
    super(played);
    this.clock = clock;
  }

  @Override
  protected void connected() {
    connected = true;
    greeted = false;
  }

  @Override
  protected void disconnected() {
    connected = false;
  }

  @Override
  protected void heard(byte[] data, int length) {}

  @Override
  protected void live(long now) {
    if (connected && !greeted) {
      greeted = true;
      text("200 Server: ncidd (NCID) 1.14");
      text("210 API: 1.14 Feature Set 1 2 3 4");
      for (String line : log) {
        text(line.replaceFirst(":", "LOG:"));
      }
      text(log.isEmpty() ? "252 Call log empty" : "250 End of call log");
      text("300 End of connection startup");
    }
  }

  @Override
  protected boolean listenedTo() {
    return connected && greeted;
  }

  @Override
  protected void ring(int line) {
    Call call = callOn(line, true);
    call.rings++;
    info(line, call.rings);
  }

  @Override
  protected void caller(
      int line, Presentation presentation, String number, @Nullable String name, boolean sure) {
    Call call = callOn(line, true);
    call.number =
        switch (presentation) {
          case NUMBER -> number;
          case PRIVATE -> "PRIVATE";
          case UNAVAILABLE, NONE -> "OUT-OF-AREA";
        };
    call.name = name == null ? "NO NAME" : name;
    tell("CID", line, call.began, call);
  }

  @Override
  protected void lift(int line) {
    Call call = callOn(line, false);
    call.answered = call.incoming;
  }

  @Override
  protected void digits(int line, String digits) {
    Call call = callOn(line, false);
    if (!call.incoming && !call.answered) {
      call.number = digits;
      tell("OUT", line, call.began, call);
    }
  }

  @Override
  protected void flash(int line) {}

  @Override
  protected void farEnd(int line) {
    callOn(line, false).answered = true;
  }

  @Override
  protected void busy(int line) {
    calls.remove(line);
    info(line, -3);
  }

  @Override
  protected void speak(int line, long millis, String file) {
    speakUntilNanos = now() + millis * 1_000_000;
  }

  @Override
  protected boolean speaking() {
    return now() < speakUntilNanos;
  }

  @Override
  protected void end(int line) {
    Call call = calls.remove(line);
    if (call != null) {
      String end =
          "END: *HTYPE*"
              + (call.answered ? "BYE" : "CANCEL")
              + "*DATE*"
              + DATE.format(call.began)
              + "*TIME*"
              + TIME.format(call.began)
              + "*SCALL*"
              + MOMENT.format(call.began)
              + "*ECALL*"
              + MOMENT.format(here())
              + "*CTYPE*"
              + (call.incoming ? "IN" : "OUT")
              + "*LINE*"
              + line
              + "*NMBR*"
              + call.number
              + "*NAME*"
              + call.name
              + "*";
      log.add(end);
      text(end);
      info(line, call.answered ? -2 : -1);
    }
  }

  @Override
  protected void store(int line, String number, long talkMillis) {
    Call call = new Call(true, here().minusHours(1));
    call.number = number;
    log.add(line("CID", line, call.began, call));
  }

  @Override
  protected void reboot() {
    calls.clear();
  }

  private void tell(String type, int line, ZonedDateTime at, Call call) {
    String told = line(type, line, at, call);
    log.add(told);
    text(told);
  }

  private static String line(String type, int line, ZonedDateTime at, Call call) {
    return type
        + ": *DATE*"
        + DATE.format(at)
        + "*TIME*"
        + TIME.format(at)
        + "*LINE*"
        + line
        + "*NMBR*"
        + call.number
        + "*MESG*NONE*FNMBR*"
        + call.number
        + "*NTYPE*-*CTRY*CN*LOCA*-*CARI*-*NAME*"
        + call.name
        + "*";
  }

  private void info(int line, int rings) {
    text("CIDINFO: *LINE*" + line + "*RING*" + rings + "*TIME*" + CLOCK.format(here()) + "*");
  }

  private Call callOn(int line, boolean incoming) {
    return calls.computeIfAbsent(line, l -> new Call(incoming, here()));
  }

  private ZonedDateTime here() {
    return clock.now().atZone(clock.zone());
  }

  private void text(String line) {
    send((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
