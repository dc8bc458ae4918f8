package app.ringbook.telephony.driver.whozz;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A unit that sends start, end and detail records and keeps end records in its memory. */
public final class WhozzSimulator extends Simulator {
  private static final long LISTENER_NANOS = 30_000_000_000L;

  private final AppClock clock;
  private static final long READ_OUT_NANOS = 80_000_000L;

  private final WhozzWords words = new WhozzWords();
  private final Map<Integer, Call> calls = new HashMap<>();
  private final List<String> memory = new ArrayList<>();
  private final Deque<String> readOut = new ArrayDeque<>();
  private int place;
  private long saidNanos;
  private Duration clockOff = Duration.ZERO;
  private boolean clockUnset;
  private String setting = "";
  private boolean connected;
  private boolean probed;
  private long connectedNanos;
  private long speakUntilNanos;

  static final class Call {
    final boolean incoming;
    final Optional<ZonedDateTime> begin;
    String number = "";
    String name = "";
    boolean good = true;
    boolean told;
    int rings;
    long liftedNanos = -1;

    Call(boolean incoming, Optional<ZonedDateTime> begin) {
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
    words.toggle(details ? 'd' : 'D');
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
      char letter = (char) data[i];
      if (!setting.isEmpty()) {
        set(letter);
      } else {
        command(letter);
      }
    }
  }

  private void command(char letter) {
    switch (letter) {
      case '@' -> {
        probed = true;
        text("#");
      }
      case 'V' -> text("V6.2 " + words.toggles() + " L=02 " + words.detailMoment(moment()));
      case '?' -> text(String.format(Locale.ROOT, "%04d", memory.size()));
      case 'F' -> readOut.addAll(memory);
      case '-' -> readOut.clear();
      case '\\' -> step(memory.size());
      case '>' -> step(place + 1);
      case '<' -> step(place - 1);
      case 'Y', 'Z' -> setting = String.valueOf(letter);
      default -> words.toggle(letter);
    }
  }

  /** The rest of a command of several letters: erase, and the clock up to its end of line. */
  private void set(char letter) {
    if (setting.equals("Y")) {
      setting = "";
      if (letter == 'Y') {
        memory.clear();
        text("OK");
      }
    } else if (letter == '\r') {
      readClock(setting.substring(1));
      setting = "";
    } else {
      setting += letter;
    }
  }

  private void readClock(String digits) {
    if (digits.matches("\\d{8}")) {
      ZonedDateTime real = clock.now().atZone(clock.zone());
      ZonedDateTime told =
          real.withDayOfMonth(1)
              .withMonth(Integer.parseInt(digits.substring(0, 2)))
              .withDayOfMonth(Integer.parseInt(digits.substring(2, 4)))
              .withHour(Integer.parseInt(digits.substring(4, 6)))
              .withMinute(Integer.parseInt(digits.substring(6, 8)));
      clockOff = Duration.between(real, told);
      clockUnset = false;
    }
  }

  private void step(int wanted) {
    if (wanted >= 1 && wanted <= memory.size()) {
      place = wanted;
      text(memory.get(place - 1));
    }
  }

  @Override
  protected void unit(String kind) {
    if (kind.equals("powerless")) {
      clockUnset = true;
    } else if (kind.equals("shipped")) {
      words.shipped();
    } else {
      words.form(kind);
    }
  }

  /** The unit's toggles as they stand, in the order of its own list. */
  public String toggles() {
    return words.toggles();
  }

  /** The time by the unit's own clock; empty while it is not set. */
  public Optional<ZonedDateTime> moment() {
    return clockUnset
        ? Optional.empty()
        : Optional.of(clock.now().atZone(clock.zone()).plus(clockOff));
  }

  @Override
  protected boolean listenedTo() {
    // On a pseudo-terminal nobody can tell whether a program has opened the other end, so its probe
    // is awaited; a program that never probes is not kept waiting for ever.
    return connected && (probed || now() - connectedNanos > LISTENER_NANOS);
  }

  @Override
  protected void live(long now) {
    if (!readOut.isEmpty() && now - saidNanos >= READ_OUT_NANOS) {
      text(readOut.removeFirst());
    }
  }

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
    Call call = new Call(true, moment().map(now -> now.minusHours(1)));
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
    if (words.sends(kind, call.incoming)) {
      text(words.record(line, kind, seconds, call));
    }
  }

  private void remember(int line, long seconds, Call call) {
    memory.add(words.memory(memory.size() + 1, line, seconds, call));
  }

  private void detail(int line, char letter) {
    if (words.details()) {
      text(words.detail(line, letter, moment()));
    }
  }

  private Call callOn(int line, boolean incoming) {
    return calls.computeIfAbsent(line, l -> new Call(incoming, moment()));
  }

  private void text(String line) {
    saidNanos = now();
    String ended = line.equals("#") ? line : line + "\r\n";
    send(ended.getBytes(StandardCharsets.UTF_8));
  }
}
