package app.ringbook.telephony.driver.x800;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A kit of our profile with two lines, a real-time clock, and a memory. It keeps its calls while
 * unplugged, and stores those that end while nobody listens.
 */
public final class X800Simulator extends Simulator {
  private static final long SECOND = 1_000_000_000L;
  private static final long GONE_NANOS = 3 * SECOND;

  private final AppClock clock;
  private final X800Codec codec = new X800Codec(this::received);
  private final X800Sender sender = new X800Sender();
  private final X800Seen seen = new X800Seen();
  private final Map<Integer, SimulatedCall> calls = new HashMap<>();
  private final Deque<StoredEntry> memory = new ArrayDeque<>();
  private final int channels;

  /** Another one at each start: boot and call number together name a call for ever. */
  private long boot;

  private long startNanos;
  private long fastNanos;
  private long fastSinceNanos;
  private long fastMillionths;
  private int nextCall = 1;
  private long nextStored = 1;
  private boolean greeted;
  private boolean clockUnset;
  private long heardNanos;
  private long heartbeatNanos;

  @SuppressWarnings("ArrayRecordComponent") // sent as it is and never compared
  private record StoredEntry(long id, int line, boolean certain, byte[] payload) {}

  /**
   * @param channels 1, or 2 for both ends of the call apart
   * @param played told what the kit does
   */
  public X800Simulator(AppClock clock, int channels, Consumer<Played> played) {
    super(played);
    this.clock = clock;
    this.channels = channels;
    this.boot = clock.now().getEpochSecond();
    this.startNanos = clock.nanoTime() - 60 * SECOND;
  }

  @Override
  protected void connected() {
    codec.reset();
    sender.opened(this::send);
    greeted = false;
  }

  @Override
  protected void disconnected() {
    sender.closed();
    greeted = false;
    calls.values().forEach(SimulatedCall::unheard);
  }

  @Override
  protected void heard(byte[] data, int length) {
    codec.received(data, length, now());
  }

  @Override
  protected boolean listenedTo() {
    return greeted;
  }

  @Override
  protected boolean settled() {
    return !greeted || sender.waiting() == 0;
  }

  @Override
  protected void live(long now) {
    codec.tick(now);
    calls.values().forEach(call -> call.live(now, fast()));
    if (!greeted) {
      return;
    }
    if (now - heardNanos > GONE_NANOS || !sender.tick(now)) {
      greeted = false;
      sender.opened(this::send);
      return;
    }
    if (now - heartbeatNanos >= SECOND) {
      heartbeatNanos = now;
      X800Payload state = new X800Payload().u8(2).u8(lineState(1)).u8(lineState(2));
      sender.send(X800Type.HEARTBEAT, 0, millis(), state.u32(0).u32(sender.resent()).u16(0).done());
    }
  }

  @Override
  protected void ring(int line) {
    SimulatedCall call = callOn(line, true);
    call.rings++;
    surely(X800Type.RING, line, new X800Payload().u32(call.id).u8(call.rings).u8(1).u8('A'));
  }

  @Override
  protected void caller(
      int line, Presentation presentation, String number, @Nullable String name, boolean sure) {
    SimulatedCall call = callOn(line, true);
    byte[] raw = CallerIdFrame.of(presentation, number, name, sure);
    call.callerId = new X800Payload().u8(1).u8(raw.length).bytes(raw).done();
    surely(X800Type.CALLER_ID, line, new X800Payload().u32(call.id).bytes(call.callerId));
  }

  @Override
  protected void lift(int line) {
    SimulatedCall call = callOn(line, false);
    call.lifted(millis());
    surely(X800Type.HOOK, line, new X800Payload().u32(call.id).u8(1).u8(0));
  }

  @Override
  protected void digits(int line, String digits) {
    SimulatedCall call = callOn(line, false);
    call.dialled(digits, millis());
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      surely(X800Type.DTMF, line, new X800Payload().u32(call.id).u8(digit).u8(1).u16(75));
    }
  }

  @Override
  protected void flash(int line) {
    SimulatedCall call = callOn(line, false);
    surely(X800Type.HOOK, line, new X800Payload().u32(call.id).u8(2).u8(0));
  }

  @Override
  protected void farEnd(int line) {
    SimulatedCall call = callOn(line, false);
    call.answered(millis());
    surely(X800Type.HOOK, line, new X800Payload().u32(call.id).u8(1).u8(1));
  }

  @Override
  protected void busy(int line) {
    SimulatedCall call = callOn(line, false);
    call.busy = true;
    surely(X800Type.TONE, line, new X800Payload().u32(call.id).u8(2));
  }

  @Override
  protected void speak(int line, long millis, String file) {
    callOn(line, false).speak(millis, file);
  }

  @Override
  protected boolean speaking() {
    return calls.values().stream().anyMatch(SimulatedCall::speaking);
  }

  @Override
  protected void end(int line) {
    SimulatedCall call = calls.remove(line);
    if (call == null) {
      return;
    }
    call.flush(now());
    byte[] end = call.end(millis());
    if (call.handsetUp()) {
      surely(X800Type.HOOK, line, new X800Payload().u32(call.id).u8(0).u8(0));
    }
    if (greeted) {
      surely(X800Type.CALL_END, line, new X800Payload().u32(call.id).bytes(end));
    } else {
      keep(line, call.id, call.callerId, end, call.began);
    }
  }

  @Override
  protected void store(int line, String number, long talkMillis) {
    byte[] raw = CallerIdFrame.of(Presentation.NUMBER, number, null, true);
    byte[] callerId = new X800Payload().u8(1).u8(raw.length).bytes(raw).done();
    int cause = talkMillis > 0 ? 1 : 0;
    byte[] end = new X800Payload().u8(0).u8(cause).u32(4_000).u32(talkMillis).done();
    long ago = 60_000L * (memory.size() + 1);
    keep(line, nextCall++, callerId, end, millis() - Math.min(millis(), ago));
  }

  @Override
  protected void reboot() {
    calls.clear();
    boot++;
    startNanos = now();
    fastNanos = 0;
    fastSinceNanos = now();
    seen.clear();
    greeted = false;
    sender.opened(this::send);
    sayHello();
  }

  /** Lets the clock be unknown: stored calls then carry only the kit's own milliseconds. */
  public void loseClock() {
    clockUnset = true;
  }

  /** The number of calls waiting in the memory. */
  public int storedCalls() {
    return memory.size();
  }

  private void received(X800Frame frame) {
    heardNanos = now();
    if (frame.has(X800Frame.ACK_WANTED)) {
      sender.send(X800Type.ACK, 0, millis(), new X800Payload().u16(frame.seq()).done());
      if (!seen.isNew(frame, now())) {
        return;
      }
    }
    X800Reader in = frame.reader();
    switch (frame.type()) {
      case X800Type.HELLO -> {
        sayHello();
        in.u32();
        sender.send(X800Type.HELLO_ACK, 0, millis(), new X800Payload().u8(1).u64(in.u64()).done());
      }
      case X800Type.HELLO_ACK -> {
        greeted = true;
        calls.forEach((line, call) -> call.again((type, body, at) -> again(type, line, body, at)));
      }
      case X800Type.ACK, X800Type.NACK -> sender.acknowledged(in.u16());
      case X800Type.TIME_REQ -> {
        long rtc = clockUnset ? 0 : clock.now().toEpochMilli();
        X800Payload answer = new X800Payload().u64(in.u64()).u32(millis()).u32(millis());
        sender.send(X800Type.TIME_RSP, 0, millis(), answer.u64(rtc).done());
      }
      case X800Type.SET_CLOCK -> clockUnset = false;
      case X800Type.REC_START -> startRecording(in);
      case X800Type.REC_STOP -> stopRecording(in.u32());
      case X800Type.DIAL -> {
        lift(Math.max(1, frame.line()));
        digits(
            Math.max(1, frame.line()),
            new String(in.bytes(in.u8()), StandardCharsets.US_ASCII).replace(",", ""));
      }
      case X800Type.HANG_UP -> end(Math.max(1, frame.line()));
      case X800Type.STORED_COUNT ->
          surely(X800Type.STORED_COUNT, 0, new X800Payload().u16(memory.size()));
      case X800Type.STORED_GET -> sendStored(in.u16());
      case X800Type.STORED_DONE -> {
        long id = in.u64();
        memory.removeIf(entry -> entry.id == id);
      }
      default -> {
        // Heartbeats only show life.
      }
    }
  }

  private void sayHello() {
    X800Payload hello =
        new X800Payload()
            .u8(1)
            .u8(1)
            .u8(1)
            .u8(0)
            .u64(boot)
            .field(0x01, "Ringbook simulator")
            .field(0x02, "SIM-1")
            .field(0x03, "1.0")
            .field(0x04, 2)
            .field(0x05, 2)
            .field(0x06, channels)
            .field(0x07, 1)
            .field(0x08, 1)
            .field(0x09, 1)
            .field(0x0A, 1)
            .field(0x0B, 1)
            .field(0x0C, 1)
            .field(0x0D, new X800Payload().u16(500).done())
            .field(0x0E, new X800Payload().u16(2000).done())
            .field(0x0F, 1);
    sender.send(X800Type.HELLO, 0, millis(), hello.done());
  }

  private void startRecording(X800Reader in) {
    long id = in.u32();
    for (Map.Entry<Integer, SimulatedCall> entry : calls.entrySet()) {
      SimulatedCall call = entry.getValue();
      if (call.id == id) {
        call.record(now());
        surely(
            X800Type.REC_STATE,
            entry.getKey(),
            new X800Payload().u32(id).u8(1).u32(call.firstSample()).u32(0));
      }
    }
  }

  private void stopRecording(long id) {
    calls.values().stream().filter(call -> call.id == id).forEach(SimulatedCall::unheard);
  }

  private void sendStored(int most) {
    int left = most;
    for (StoredEntry entry : memory) {
      if (left-- == 0) {
        return;
      }
      int flags = X800Frame.STORED | (entry.certain ? 0 : X800Frame.CLOCK_UNSET);
      sender.sendSurely(X800Type.STORED_CALL, flags, entry.line, millis(), entry.payload, now());
    }
  }

  private void keep(int line, long call, byte[] callerId, byte[] end, long began) {
    long id = boot << 32 | nextStored++;
    long ago = millis() - began;
    long begin = clockUnset ? began : clock.now().toEpochMilli() - ago;
    byte[] payload =
        new X800Payload().u64(id).u32(call).bytes(callerId).u32(call).bytes(end).u64(begin).done();
    memory.addLast(new StoredEntry(id, line, !clockUnset, payload));
  }

  private SimulatedCall callOn(int line, boolean incoming) {
    return calls.computeIfAbsent(
        line,
        l -> new SimulatedCall(nextCall++, incoming, millis(), channels, p -> sendSound(l, p)));
  }

  private void sendSound(int line, byte[] payload) {
    if (greeted) {
      sender.send(X800Type.AUDIO, line, millis(), payload);
    }
  }

  private void again(int type, int line, byte[] payload, long at) {
    sender.sendSurely(type, 0, line, at, payload, now());
  }

  private int lineState(int line) {
    SimulatedCall call = calls.get(line);
    return call == null ? 0 : call.handsetUp() ? 3 : 1;
  }

  private void surely(int type, int line, X800Payload payload) {
    if (greeted) {
      sender.sendSurely(type, 0, line, millis(), payload.done(), now());
    }
  }

  @Override
  protected void drift(long millionths) {
    fastNanos += ahead(now());
    fastSinceNanos = now();
    fastMillionths = millionths;
  }

  private long ahead(long now) {
    return (now - fastSinceNanos) / 1_000_000 * fastMillionths;
  }

  private long millis() {
    return (now() - startNanos + fastNanos + ahead(now())) / 1_000_000;
  }
}
