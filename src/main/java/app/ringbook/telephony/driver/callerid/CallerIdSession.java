package app.ringbook.telephony.driver.callerid;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.PhoneDriver;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The host's side: boxes speak by themselves and are asked nothing. Until something was understood,
 * bytes that make no sense move the port on to the next speed in use among boxes; from then on the
 * speed stays.
 */
final class CallerIdSession implements PhoneDriver.Session {
  /** Speeds in use among boxes, the most frequent first. */
  static final List<Integer> SPEEDS = List.of(1200, 4800, 9600, 2400);

  private static final long QUIET_NANOS = 400_000_000L;
  private static final int NONSENSE = 6;

  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final BoxCodec codec = new BoxCodec(this::received);
  private final BoxCalls calls;
  private PhoneDriver.@Nullable Outbox out;
  private boolean understood;
  private boolean quiet = true;
  private int speed;
  private long nonsenseBefore;
  private long busyNanos;

  CallerIdSession(AppClock clock, Consumer<CallEvent> sink) {
    this.clock = clock;
    this.sink = sink;
    this.calls = new BoxCalls(clock, sink);
  }

  @Override
  public void opened(PhoneDriver.Outbox outbox) {
    out = outbox;
    codec.reset();
    quiet = true;
    nonsenseBefore = codec.skipped();
    outbox.speed(SPEEDS.get(speed));
    sink.accept(new CallEvent.LinkUp(now(), "", understood));
  }

  @Override
  public void received(byte[] data, int length) {
    busyNanos = clock.nanoTime();
    quiet = false;
    codec.received(data, length);
  }

  @Override
  public void tick() {
    if (!quiet && clock.nanoTime() - busyNanos >= QUIET_NANOS) {
      quiet = true;
      codec.quiet();
      tryNextSpeed();
    }
    calls.tick();
  }

  @Override
  public void closed() {
    out = null;
  }

  @Override
  public PhoneDriver.Caps caps() {
    return new CallerIdDriver().caps();
  }

  @Override
  public int waitingBytes() {
    return codec.waiting();
  }

  private void received(BoxRecord record) {
    if (!(record instanceof BoxRecord.Unknown)) {
      understood(record);
    }
    switch (record) {
      case BoxRecord.Ring ring -> calls.ring();
      case BoxRecord.Caller caller -> calls.caller(caller);
      case BoxRecord.Digit digit -> calls.digit(digit.digit());
      case BoxRecord.Hello hello -> {}
      case BoxRecord.Waiting waiting -> note("messages wait, nobody calls");
      case BoxRecord.Unknown unknown -> note("bytes that were not understood: " + unknown.length());
    }
  }

  private void understood(BoxRecord record) {
    boolean sure = !(record instanceof BoxRecord.Caller caller) || caller.info().verified();
    if (sure && !understood) {
      understood = true;
      note("understood at bits a second: " + SPEEDS.get(speed));
      sink.accept(new CallEvent.LinkUp(now(), "", true));
    }
  }

  private void tryNextSpeed() {
    PhoneDriver.Outbox outbox = out;
    if (!understood && outbox != null && codec.skipped() - nonsenseBefore >= NONSENSE) {
      nonsenseBefore = codec.skipped();
      speed = (speed + 1) % SPEEDS.size();
      note("nothing makes sense, now at bits a second: " + SPEEDS.get(speed));
      outbox.speed(SPEEDS.get(speed));
    }
  }

  private void note(String text) {
    sink.accept(new CallEvent.Diagnostic(now(), text));
  }

  private Stamp now() {
    return new Stamp(0, clock.nanoTime(), -1, clock.now());
  }
}
