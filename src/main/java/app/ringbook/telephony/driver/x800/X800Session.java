package app.ringbook.telephony.driver.x800;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.PhoneDriver;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of the conversation: hello, heartbeats, acknowledgements, clock, recording,
 * stored calls. Lives as long as the link, over many ports, so that a call goes on after a replug.
 */
final class X800Session implements PhoneDriver.Session {
  private static final int PROTOCOL = 1;
  private static final int MOST_HELLOS = 10;
  private static final long HELLO_NANOS = 500_000_000L;
  private static final long ANSWER_NANOS = 5_000_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final long SILENCE_NANOS = 3 * SECOND_NANOS;
  private static final long MINUTE_NANOS = 60 * SECOND_NANOS;
  private static final int MOST_HELD_BYTES = 4_000;
  private static final int FRAME_MILLIS = 20;

  private volatile boolean beep;
  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final X800Codec codec = new X800Codec(this::received);
  private final X800Sender sender = new X800Sender();
  private final X800Seen seen = new X800Seen();
  private final X800Clock kitClock;
  private final X800Calls calls;
  private final X800Memory memory;
  private final X800Unended unended;
  private final long session = new SecureRandom().nextLong();
  private final List<X800Frame> held = new ArrayList<>();
  private int heldBytes;
  private State state = State.CLOSED;
  private X800Abilities abilities = X800Abilities.UNKNOWN;
  private boolean answered;
  private @Nullable Long boot;
  private int hellos;
  private long openedNanos;
  private long helloNanos;
  private long heardNanos;
  private long heartbeatNanos;
  private long readyNanos;
  private long timeNanos;
  private boolean clockSet;
  private long greetedAt;

  private enum State {
    CLOSED,
    HELLO,
    READY,
    LOST
  }

  X800Session(AppClock clock, Consumer<CallEvent> sink) {
    this.clock = clock;
    this.sink = sink;
    this.kitClock = new X800Clock(clock);
    this.calls = new X800Calls(kitClock, sink);
    this.unended = new X800Unended(clock, calls, sink);
    this.memory = new X800Memory(clock, kitClock, calls, sender, sink);
  }

  @Override
  public void unended(List<PhoneDriver.Unended> before) {
    unended.before(before);
  }

  @Override
  public void opened(PhoneDriver.Outbox out) {
    codec.reset();
    sender.opened(out);
    forgetHeld();
    state = State.HELLO;
    hellos = 0;
    openedNanos = clock.nanoTime();
    heardNanos = openedNanos;
    sayHello();
  }

  @Override
  public void received(byte[] data, int length) {
    if (state == State.HELLO || state == State.READY) {
      codec.received(data, length, clock.nanoTime());
    }
  }

  @Override
  public void tick() {
    long now = clock.nanoTime();
    codec.tick(now);
    if (state == State.HELLO) {
      tickHello(now);
    } else if (state == State.READY) {
      tickReady(now);
    }
  }

  @Override
  public void closed() {
    state = State.CLOSED;
    sender.closed();
    forgetHeld();
  }

  @Override
  public int waitingBytes() {
    return codec.waiting() + heldBytes;
  }

  @Override
  public PhoneDriver.Caps caps() {
    return answered ? abilities.caps() : new X800Driver().caps();
  }

  @Override
  public void beep(boolean wanted) {
    beep = wanted;
  }

  @Override
  public void record(String id, boolean wanted) {
    X800Calls.Known call = calls.byId(id);
    if (call == null || call.ended || call.recording == wanted) {
      return;
    }
    call.recording = wanted;
    if (wanted) {
      call.sound.resumed();
      startRecording(call);
    } else {
      surely(X800Type.REC_STOP, call.line, new X800Payload().u32(call.call));
    }
  }

  @Override
  public void confirmStored(long id) {
    if (state == State.READY) {
      memory.saved(id);
    }
  }

  @Override
  public void dial(int line, String digits) {
    String clean = digits.replaceAll("[^0-9*#,]", "");
    byte[] bytes = clean.getBytes(StandardCharsets.US_ASCII);
    if (caps().dial() && bytes.length > 0 && bytes.length <= 255) {
      surely(X800Type.DIAL, line, new X800Payload().u8(bytes.length).bytes(bytes));
    }
  }

  @Override
  public void hangUp(int line) {
    if (caps().hangUp()) {
      surely(X800Type.HANG_UP, line, new X800Payload());
    }
  }

  @Override
  public void setClock() {
    Instant now = clock.now();
    int zone = clock.zone().getRules().getOffset(now).getTotalSeconds() / 60;
    surely(X800Type.SET_CLOCK, 0, new X800Payload().u64(now.toEpochMilli()).u16(zone));
    sink.accept(new CallEvent.ClockSet(now()));
  }

  /** For tests and the settings page: what was lost on the way so far. */
  long skippedBytes() {
    return codec.skipped();
  }

  private void tickHello(long now) {
    if (now - openedNanos >= ANSWER_NANOS) {
      if (!held.isEmpty()) {
        // It speaks our frames but greets nobody: its calls are worth more than its manners.
        ready(session, X800Abilities.UNKNOWN, false);
        return;
      }
      lose("telephony.link.noAnswer");
    } else if (hellos < MOST_HELLOS && now - helloNanos >= HELLO_NANOS) {
      sayHello();
    }
  }

  private void tickReady(long now) {
    if (now - heardNanos >= SILENCE_NANOS) {
      lose("telephony.link.silent");
      return;
    }
    if (!sender.tick(now)) {
      byte[] text = "no acknowledgement".getBytes(StandardCharsets.US_ASCII);
      sender.send(X800Type.ERROR, 0, 0, new X800Payload().u16(1).bytes(text).done());
      lose("telephony.link.silent");
      return;
    }
    if (now - heartbeatNanos >= SECOND_NANOS) {
      heartbeatNanos = now;
      X800Payload payload = new X800Payload().u8(0).u32(0).u32(sender.resent()).u16(0);
      sender.send(X800Type.HEARTBEAT, 0, 0, payload.done());
    }
    long pause = now - readyNanos < MINUTE_NANOS ? 10 * SECOND_NANOS : MINUTE_NANOS;
    if (now - timeNanos >= pause) {
      askTime();
    }
  }

  private void sayHello() {
    hellos++;
    helloNanos = clock.nanoTime();
    X800Payload payload = new X800Payload().u8(PROTOCOL).u8(PROTOCOL).u8(0).u8(0).u64(session);
    sender.sendOnce(X800Type.HELLO, payload.done());
  }

  private void received(X800Frame frame) {
    heardNanos = clock.nanoTime();
    if (frame.type() == X800Type.HELLO) {
      if (frame.has(X800Frame.ACK_WANTED)) {
        acknowledge(frame);
      }
      hello(frame);
    } else if (state == State.HELLO) {
      hold(frame);
    } else if (state == State.READY) {
      acknowledgeAndTake(frame);
    }
  }

  /** What a kit says before it greeted waits: only its greeting tells whose call it is. */
  private void hold(X800Frame frame) {
    int size = X800Frame.OVERHEAD + frame.payload().length;
    if (frame.type() >= X800Type.LINE_STATE && heldBytes + size <= MOST_HELD_BYTES) {
      held.add(frame);
      heldBytes += size;
    }
  }

  private void forgetHeld() {
    held.clear();
    heldBytes = 0;
  }

  private void acknowledgeAndTake(X800Frame frame) {
    if (frame.has(X800Frame.ACK_WANTED)) {
      acknowledge(frame);
      if (!seen.isNew(frame, clock.nanoTime())) {
        return;
      }
    }
    take(frame);
  }

  private void acknowledge(X800Frame frame) {
    sender.send(X800Type.ACK, 0, 0, new X800Payload().u16(frame.seq()).done());
  }

  private void take(X800Frame frame) {
    X800Reader in = frame.reader();
    switch (frame.type()) {
      case X800Type.ACK -> sender.acknowledged(in.u16());
      case X800Type.NACK -> {
        sender.acknowledged(in.u16());
        sink.accept(new CallEvent.Diagnostic(now(), "the kit refused a command: " + in.u8()));
      }
      case X800Type.TIME_RSP -> timeAnswered(in);
      case X800Type.STORED_COUNT -> memory.counted(frame);
      case X800Type.STORED_CALL -> {
        unended.stored(frame);
        memory.received(frame);
      }
      case X800Type.HEARTBEAT -> unended.beat(in);
      case X800Type.ERROR ->
          sink.accept(new CallEvent.Diagnostic(now(), "the kit reports error " + in.u16()));
      default -> {
        // Unknown types are left to later versions.
        calls.received(frame);
      }
    }
  }

  private void hello(X800Frame frame) {
    X800Reader in = frame.reader();
    int lowest = in.u8();
    int highest = in.u8();
    int role = in.u8();
    in.u8();
    long bootId = in.u64();
    if (role != 1 || in.cut()) {
      return;
    }
    if (lowest > PROTOCOL || highest < PROTOCOL) {
      lose("telephony.link.version", lowest, highest);
      return;
    }
    sender.send(X800Type.HELLO_ACK, 0, 0, new X800Payload().u8(PROTOCOL).u64(bootId).done());
    boolean known = boot != null && boot == bootId;
    if (state == State.HELLO || (state == State.READY && !known)) {
      if (frame.has(X800Frame.CLOCK_UNSET)) {
        clockSet = false;
      }
      greetedAt = frame.deviceMillis();
      ready(bootId, X800Abilities.read(in), true);
    }
  }

  private void ready(long bootId, X800Abilities said, boolean confirmed) {
    if (boot == null || boot != bootId) {
      kitClock.restarted();
      seen.clear();
      calls.restarted(bootId);
      if (boot != null) {
        sink.accept(new CallEvent.Restarted(now()));
      }
      boot = bootId;
      clockSet = false;
    }
    if (confirmed) {
      kitClock.greeted(greetedAt);
    }
    calls.greeted();
    unended.greeted();
    state = State.READY;
    answered = confirmed;
    abilities = said;
    readyNanos = clock.nanoTime();
    heartbeatNanos = readyNanos - SECOND_NANOS;
    sink.accept(new CallEvent.LinkUp(now(), said.model(), confirmed));
    askTime();
    for (X800Calls.Known call : calls.recording()) {
      startRecording(call);
    }
    if (confirmed) {
      memory.ask();
    }
    List<X800Frame> waiting = List.copyOf(held);
    forgetHeld();
    waiting.forEach(this::acknowledgeAndTake);
  }

  private void startRecording(X800Calls.Known call) {
    X800Payload payload =
        new X800Payload()
            .u32(call.call)
            .u8(X800Abilities.number(abilities.codec()))
            .u8(Math.clamp(abilities.channels(), 1, 2))
            .u8(FRAME_MILLIS)
            .u8(beep ? 1 : 0);
    surely(X800Type.REC_START, call.line, payload);
  }

  private void askTime() {
    timeNanos = clock.nanoTime();
    sender.send(X800Type.TIME_REQ, 0, 0, new X800Payload().u64(kitClock.hostMillis()).done());
  }

  private void timeAnswered(X800Reader in) {
    long t1 = in.u64();
    long t2 = in.u32();
    long t3 = in.u32();
    long kitTime = in.u64();
    if (in.cut()) {
      return;
    }
    if (!kitClock.answered(t1, t2, t3)) {
      sink.accept(new CallEvent.Diagnostic(now(), "clocks jumped apart, mapped anew"));
    }
    long wrong = Math.abs(kitTime - clock.now().toEpochMilli());
    if (!clockSet && (kitTime == 0 || wrong > 2_000)) {
      clockSet = true;
      setClock();
    }
  }

  private void surely(int type, int line, X800Payload payload) {
    if (state == State.READY) {
      sender.sendSurely(type, 0, line, 0, payload.done(), clock.nanoTime());
    }
  }

  private void lose(String reasonKey, Object... arguments) {
    state = State.LOST;
    sink.accept(new CallEvent.LinkLost(now(), reasonKey, List.of(arguments)));
  }

  private Stamp now() {
    return new Stamp(0, clock.nanoTime(), -1, clock.now());
  }
}
