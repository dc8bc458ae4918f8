package app.ringbook.telephony.driver.whozz;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.KitChoices;
import app.ringbook.telephony.PhoneDriver;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of the conversation. A unit speaks by itself, so the link counts as ready when
 * the port is open; the probe only confirms what is there. The link is half-duplex: one character
 * at a time, with pauses, and only between two records. Toggles stay in the unit and other programs
 * may rely on them: they are changed only by {@link #setSwitches}.
 */
final class WhozzSession implements PhoneDriver.Session {
  private static final long PAUSE_NANOS = 60_000_000L;
  private static final long PROBE_NANOS = 5_000_000_000L;
  private static final int MOST_PROBES = 3;

  /** Start and end, details, outbound; the desk phone still rings at once. */
  private static final String RECOMMENDED = "ECXUdAobKT";

  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final WhozzCodec codec = new WhozzCodec(this::received);
  private final WhozzCalls calls;
  private final Deque<Character> toSend = new ArrayDeque<>();
  private PhoneDriver.@Nullable Outbox out;
  private final WhozzReadOut readOut;
  private boolean confirmed;
  private String toggles = "";
  private String togglesBefore = "";
  private int probes;
  private long probedNanos;
  private long busyNanos;

  WhozzSession(AppClock clock, Consumer<CallEvent> sink) {
    this.clock = clock;
    this.sink = sink;
    this.calls = new WhozzCalls(clock, sink);
    this.readOut = new WhozzReadOut(this::say, calls::memoryBegins);
  }

  @Override
  public void choose(KitChoices choices) {
    togglesBefore = choices.switchesBefore();
  }

  @Override
  public void opened(PhoneDriver.Outbox outbox) {
    out = outbox;
    codec.reset();
    toSend.clear();
    readOut.reset();
    confirmed = false;
    toggles = "";
    probes = 0;
    busyNanos = clock.nanoTime();
    sink.accept(new CallEvent.LinkUp(now(), "", false));
    probe();
  }

  @Override
  public void received(byte[] data, int length) {
    busyNanos = clock.nanoTime();
    codec.received(data, length);
  }

  @Override
  public void tick() {
    long now = clock.nanoTime();
    if (!confirmed && probes < MOST_PROBES && now - probedNanos >= PROBE_NANOS) {
      probe();
    }
    readOut.tick(now);
    PhoneDriver.Outbox outbox = out;
    if (outbox != null && codec.idle() && now - busyNanos >= PAUSE_NANOS) {
      Character next = toSend.pollFirst();
      if (next != null) {
        busyNanos = now;
        outbox.write(new byte[] {(byte) (char) next});
      }
    }
  }

  @Override
  public void closed() {
    out = null;
    toSend.clear();
  }

  @Override
  public int waitingBytes() {
    return codec.waiting();
  }

  @Override
  public PhoneDriver.Caps caps() {
    return new WhozzDriver().caps();
  }

  @Override
  public void setClock() {
    ZonedDateTime now = clock.now().atZone(clock.zone());
    say(
        String.format(
            Locale.ROOT,
            "Z%02d%02d%02d%02d\r",
            now.getMonthValue(),
            now.getDayOfMonth(),
            now.getHour(),
            now.getMinute()));
    sink.accept(new CallEvent.ClockSet(now()));
  }

  @Override
  public void readMemory() {
    readOut.read();
  }

  @Override
  public Optional<PhoneDriver.Switches> switches() {
    if (toggles.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder wanted = new StringBuilder(toggles);
    String changes = PhoneDriver.Switches.changes(toggles, RECOMMENDED);
    for (int i = 0; i < changes.length(); i++) {
      int at = toggles.toLowerCase(Locale.ROOT).indexOf(Character.toLowerCase(changes.charAt(i)));
      wanted.setCharAt(at, changes.charAt(i));
    }
    String before = togglesBefore.isEmpty() ? toggles : togglesBefore;
    return Optional.of(new PhoneDriver.Switches(toggles, wanted.toString(), before));
  }

  /** One letter at a time, as everything; then the unit is asked how they stand now. */
  @Override
  public void setSwitches(String wanted) {
    String changes = PhoneDriver.Switches.changes(toggles, wanted);
    if (!changes.isEmpty()) {
      togglesBefore = togglesBefore.isEmpty() ? toggles : togglesBefore;
      say(changes + "V");
    }
  }

  /** Bytes that belonged to no record so far. */
  long skippedBytes() {
    return codec.skipped();
  }

  private void received(WhozzRecord record) {
    switch (record) {
      case WhozzRecord.Call call when call.index() > 0 -> {
        readOut.entry();
        calls.call(call);
      }
      case WhozzRecord.Call call -> {
        readOut.lineBusy(clock.nanoTime());
        calls.call(call);
      }
      case WhozzRecord.Detail detail -> {
        readOut.lineBusy(clock.nanoTime());
        calls.detail(detail);
      }
      case WhozzRecord.Count count -> readOut.counted(count.calls());
      case WhozzRecord.Prompt prompt -> {
        if (!confirmed) {
          confirmed = true;
          sink.accept(new CallEvent.LinkUp(now(), "Whozz Calling?", true));
          say("V");
        }
      }
      case WhozzRecord.Version version -> versionTold(version);
      case WhozzRecord.Unknown unknown ->
          sink.accept(
              new CallEvent.Diagnostic(
                  now(), "a line of " + unknown.length() + " characters was not understood"));
    }
  }

  private void versionTold(WhozzRecord.Version version) {
    boolean first = toggles.isEmpty();
    confirmed = true;
    toggles = version.toggles();
    // "A" sends both, "a" either starts (S) or ends (s).
    calls.endsAreSent(toggles.contains("A") || toggles.contains("s"));
    String model = "Whozz Calling? V" + version.version();
    sink.accept(new CallEvent.LinkUp(now(), model, true));
    sink.accept(new CallEvent.Diagnostic(now(), "toggles of the unit: " + toggles));
    if (first) {
      readOut.count();
    }
  }

  private void probe() {
    probes++;
    probedNanos = clock.nanoTime();
    say("@");
  }

  private void say(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    if (out != null && toSend.size() < 64) {
      for (byte b : bytes) {
        toSend.addLast((char) b);
      }
    }
  }

  private Stamp now() {
    return new Stamp(0, clock.nanoTime(), -1, clock.now());
  }
}
