package app.ringbook.telephony.driver.whozz;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A unit that sends start, end and detail records and keeps end records in its memory. */
public final class WhozzSimulator extends Simulator {
  private static final DateTimeFormatter BEGIN =
      DateTimeFormatter.ofPattern("MM/dd hh:mm a", Locale.ENGLISH);
  private static final DateTimeFormatter BEGIN_24 = DateTimeFormatter.ofPattern("MM/dd HH:mm");
  private static final DateTimeFormatter DETAIL = DateTimeFormatter.ofPattern("MM/dd HH:mm:ss");

  private static final long LISTENER_NANOS = 30_000_000_000L;

  private final AppClock clock;
  private final boolean details;
  private final Map<Integer, Call> calls = new HashMap<>();
  private final List<String> memory = new ArrayList<>();
  private boolean connected;
  private boolean probed;
  private long connectedNanos;
  private long speakUntilNanos;

  private static final class Call {
    final boolean incoming;
    final ZonedDateTime begin;
    String number = "";
    String name = "";
    boolean good = true;
    boolean told;
    int rings;
    long liftedNanos = -1;

    Call(boolean incoming, ZonedDateTime begin) {
      this.incoming = incoming;
      this.begin = begin;
    }
  }

  /**
   * @param details whether rings and hook are reported too (toggle {@code d})
   * @param played told what the unit does
   */
  public WhozzSimulator(AppClock clock, boolean details, Consumer<Played> played) {
    super(played);
    this.clock = clock;
    this.details = details;
  }

  @Override
  protected void connected() {
    connected = true;
    probed = false;
    connectedNanos = now();
  }

  @Override
  protected void disconnected() {
    connected = false;
  }

  @Override
  protected void heard(byte[] data, int length) {
    for (int i = 0; i < length; i++) {
      switch (data[i]) {
        case '@' -> {
          probed = true;
          text("#");
        }
        case 'V' ->
            text("V6.2 ECXU" + (details ? "d" : "D") + "ASobKT L=02 " + DETAIL.format(now24()));
        case 'F' -> memory.forEach(this::text);
        default -> {
          // Toggles and the clock are taken without an answer.
        }
      }
    }
  }

  @Override
  protected boolean listenedTo() {
    // On a pseudo-terminal nobody can tell whether a program has opened the other end, so its probe
    // is awaited; a program that never probes is not kept waiting for ever.
    return connected && (probed || now() - connectedNanos > LISTENER_NANOS);
  }

  @Override
  protected void live(long now) {}

  @Override
  protected void ring(int line) {
    Call call = callOn(line, true);
    call.rings++;
    detail(line, 'R');
    if (call.rings > 1) {
      start(line, call);
    }
  }

  @Override
  protected void caller(
      int line, Presentation presentation, String number, @Nullable String name, boolean sure) {
    Call call = callOn(line, true);
    call.number =
        switch (presentation) {
          case NUMBER -> number;
          case PRIVATE -> "Private";
          case UNAVAILABLE, NONE -> "Out-of-Area";
        };
    call.name = name == null ? "" : name;
    call.good = sure;
    start(line, call);
  }

  @Override
  protected void lift(int line) {
    Call call = callOn(line, false);
    start(line, call);
    call.liftedNanos = now();
    detail(line, 'F');
  }

  @Override
  protected void digits(int line, String digits) {
    Call call = callOn(line, false);
    call.number += digits;
    if (!call.incoming) {
      call.told = false;
      start(line, call);
    }
  }

  @Override
  protected void flash(int line) {
    detail(line, 'H');
  }

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
  protected void end(int line) {
    Call call = calls.remove(line);
    if (call == null) {
      return;
    }
    if (call.liftedNanos >= 0) {
      detail(line, 'N');
    }
    long seconds =
        call.liftedNanos < 0 ? 0 : (now() - call.liftedNanos + 500_000_000) / 1_000_000_000;
    record(line, 'E', seconds, call);
    remember(line, seconds, call);
  }

  @Override
  protected void store(int line, String number, long talkMillis) {
    Call call = new Call(true, now24().minusHours(1));
    call.number = number;
    call.rings = 3;
    remember(line, talkMillis / 1000, call);
  }

  @Override
  protected void reboot() {
    calls.clear();
  }

  private void start(int line, Call call) {
    boolean known = call.incoming || !call.number.isEmpty();
    if (!call.told && known) {
      call.told = true;
      record(line, 'S', 0, call);
    }
  }

  private void record(int line, char kind, long seconds, Call call) {
    text(
        String.format(
            Locale.ROOT,
            "%02d %s %s %04d %s A%d %s %-14s %s",
            line,
            call.incoming ? "I" : "O",
            kind,
            seconds,
            call.good ? "G" : "B",
            kind == 'S' ? 0 : call.rings,
            BEGIN.format(call.begin).toUpperCase(Locale.ROOT),
            cut(call.number, 14),
            cut(call.name, 15)));
  }

  private void remember(int line, long seconds, Call call) {
    memory.add(
        String.format(
            Locale.ROOT,
            "%04d %02d %s %s E %04d %s A%d %-14s %s",
            memory.size() + 1,
            line,
            BEGIN_24.format(call.begin),
            call.incoming ? "I" : "O",
            seconds,
            call.good ? "G" : "B",
            call.rings,
            cut(call.number, 14),
            cut(call.name, 15)));
  }

  private void detail(int line, char letter) {
    if (details) {
      text(
          String.format(Locale.ROOT, "%02d %s", line, letter)
              + " ".repeat(13)
              + DETAIL.format(now24()));
    }
  }

  private Call callOn(int line, boolean incoming) {
    return calls.computeIfAbsent(line, l -> new Call(incoming, now24()));
  }

  private ZonedDateTime now24() {
    return clock.now().atZone(clock.zone());
  }

  private void text(String line) {
    String ended = line.equals("#") ? line : line + "\r\n";
    send(ended.getBytes(StandardCharsets.UTF_8));
  }

  private static String cut(String text, int longest) {
    return text.substring(0, Math.min(longest, text.length()));
  }
}
