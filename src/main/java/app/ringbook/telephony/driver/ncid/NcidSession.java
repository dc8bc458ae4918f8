package app.ringbook.telephony.driver.ncid;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.KitChoices;
import app.ringbook.telephony.PhoneDriver;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The program's side: it listens. The link is ready once the server greeted; an empty line after a
 * long silence, which servers ignore, shows whether the connection still stands.
 */
final class NcidSession implements PhoneDriver.Session {
  private static final long GREETING_NANOS = 10_000_000_000L;
  private static final long SILENCE_NANOS = 900_000_000_000L;
  private static final int GREETING = 200;
  private static final int END_OF_LOG = 250;
  private static final int NO_LOG = 253;
  private static final int END_OF_STARTUP = 300;

  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final NcidCodec codec = new NcidCodec(this::received);
  private final NcidDates dates;
  private final NcidCalls calls;
  private final NcidHistory history;
  private PhoneDriver.@Nullable Outbox out;
  private boolean greeted;
  private long openedNanos;
  private long busyNanos;

  NcidSession(AppClock clock, Consumer<CallEvent> sink) {
    this.clock = clock;
    this.sink = sink;
    NcidIdentity identity = new NcidIdentity();
    NcidLines lines = new NcidLines();
    dates = new NcidDates(clock);
    calls = new NcidCalls(clock, sink, identity, lines, dates);
    history = new NcidHistory(clock, sink, identity, lines, dates);
  }

  @Override
  public void choose(KitChoices choices) {
    history.since(choices.logSince());
  }

  @Override
  public int leftOut() {
    return history.leftOut();
  }

  @Override
  public void opened(PhoneDriver.Outbox outbox) {
    out = outbox;
    codec.reset();
    history.begins();
    greeted = false;
    openedNanos = clock.nanoTime();
    busyNanos = openedNanos;
  }

  @Override
  public void received(byte[] data, int length) {
    busyNanos = clock.nanoTime();
    codec.received(data, length);
  }

  @Override
  public void tick() {
    PhoneDriver.Outbox outbox = out;
    if (outbox == null) {
      return;
    }
    long now = clock.nanoTime();
    if (!greeted && now - openedNanos >= GREETING_NANOS) {
      out = null;
      sink.accept(new CallEvent.LinkLost(now(), "telephony.network.notServer", List.of()));
      return;
    }
    if (now - busyNanos >= SILENCE_NANOS) {
      busyNanos = now;
      outbox.write(new byte[] {'\n'});
    }
    calls.tick();
    history.tick();
  }

  @Override
  public void closed() {
    out = null;
  }

  @Override
  public int waitingBytes() {
    return codec.waiting();
  }

  @Override
  public PhoneDriver.Caps caps() {
    return new NcidDriver().caps();
  }

  private void received(NcidRecord record) {
    switch (record) {
      case NcidRecord.Code code -> code(code);
      case NcidRecord.Call call -> {
        greeted("");
        if (call.history()) {
          history.call(call);
        } else {
          dates.learn(call);
          calls.call(call);
        }
      }
      case NcidRecord.Rings info -> {
        greeted("");
        calls.info(info);
      }
      case NcidRecord.End end -> {
        calls.endsAreTold(end.line());
        if (end.history()) {
          history.end(end);
        } else {
          calls.end(end);
        }
      }
      case NcidRecord.Other other ->
          sink.accept(new CallEvent.Diagnostic(now(), "a line that is no call: " + other.type()));
    }
  }

  private void code(NcidRecord.Code code) {
    if (code.code() == GREETING) {
      greeted(code.text().replaceFirst("^(NCID )?Server:\\s*", ""));
    } else if (code.code() == END_OF_STARTUP
        || (code.code() >= END_OF_LOG && code.code() <= NO_LOG)) {
      history.ends();
    }
  }

  private void greeted(String model) {
    if (!greeted) {
      greeted = true;
      String cut = model.substring(0, Math.min(60, model.length()));
      sink.accept(new CallEvent.LinkUp(now(), cut, true));
    }
  }

  private Stamp now() {
    return new Stamp(0, clock.nanoTime(), -1, clock.now());
  }
}
