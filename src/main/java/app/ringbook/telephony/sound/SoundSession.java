package app.ringbook.telephony.sound;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.Codec;
import app.ringbook.telephony.KitChoices;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.recorder.G711;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The kit's own conversation, with the sound device polled between two reads of the port. The
 * device's clock is compared with ours: a system that drops sound, and a device that was pulled
 * out, say nothing of it, so what is missing is found by time.
 */
final class SoundSession implements PhoneDriver.Session {
  private static final int MOST_SAMPLES = Codec.SAMPLE_RATE;
  private static final long MISSING = Codec.SAMPLE_RATE;

  private final PhoneDriver.Session kit;
  private final AudioSource source;
  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final short[] buffer = new short[MOST_SAMPLES];
  private @Nullable String call;
  private boolean listening;
  private long begunNanos;
  private long samples;

  SoundSession(PhoneDriver kit, AudioSource source, AppClock clock, Consumer<CallEvent> sink) {
    this.source = source;
    this.clock = clock;
    this.sink = sink;
    this.kit = kit.session(clock, this::passed);
  }

  @Override
  public void opened(PhoneDriver.Outbox out) {
    kit.opened(out);
  }

  @Override
  public void received(byte[] data, int length) {
    kit.received(data, length);
  }

  @Override
  public void tick() {
    kit.tick();
    listen();
  }

  @Override
  public void closed() {
    kit.closed();
    stop();
  }

  @Override
  public PhoneDriver.Caps caps() {
    return SoundDriver.recording(kit.caps());
  }

  @Override
  public void record(String wantedCall, boolean wanted) {
    if (kit.caps().recording()) {
      kit.record(wantedCall, wanted);
    } else if (!wanted) {
      // Sound goes on: what is not to be kept is left out by the recorder, at the right length.
      listen();
    } else if (!wantedCall.equals(call)) {
      stop();
      start(wantedCall);
    }
  }

  @Override
  public void confirmStored(long id) {
    kit.confirmStored(id);
  }

  @Override
  public void dial(int line, String digits) {
    kit.dial(line, digits);
  }

  @Override
  public void hangUp(int line) {
    kit.hangUp(line);
  }

  @Override
  public void setClock() {
    kit.setClock();
  }

  @Override
  public int waitingBytes() {
    return kit.waitingBytes();
  }

  @Override
  public Optional<PhoneDriver.Switches> switches() {
    return kit.switches();
  }

  @Override
  public void setSwitches(String wanted) {
    kit.setSwitches(wanted);
  }

  @Override
  public void choose(KitChoices choices) {
    kit.choose(choices);
  }

  @Override
  public int leftOut() {
    return kit.leftOut();
  }

  @Override
  public void readMemory() {
    kit.readMemory();
  }

  private void passed(CallEvent event) {
    boolean over = event instanceof CallEvent.OnHook || event instanceof CallEvent.CallEnded;
    if (over && event instanceof CallEvent.OfCall of && of.call().equals(call)) {
      listen();
      stop();
    }
    sink.accept(event);
  }

  private void start(String wantedCall) {
    call = wantedCall;
    begunNanos = clock.nanoTime();
    samples = 0;
    open();
  }

  private void open() {
    try {
      source.start();
      listening = true;
    } catch (IOException e) {
      listening = false;
      sink.accept(new CallEvent.Diagnostic(SoundDriver.stamp(clock), String.valueOf(e)));
    }
  }

  private void listen() {
    String of = call;
    if (of == null) {
      return;
    }
    int count = listening ? source.read(buffer) : 0;
    long expected = (clock.nanoTime() - begunNanos) / 1_000 * Codec.SAMPLE_RATE / 1_000_000;
    long missing = expected - samples - count;
    if (missing > MISSING) {
      sink.accept(new CallEvent.AudioGap(SoundDriver.stamp(clock), of, samples, missing));
      samples += missing;
      if (count == 0) {
        // Pulled out or taken by another program: looked for again each second.
        source.stop();
        open();
      }
    }
    if (count > 0) {
      byte[] data = G711.encode(Codec.ALAW, Arrays.copyOf(buffer, count));
      sink.accept(
          new CallEvent.Audio(
              SoundDriver.stamp(clock), of, new AudioBlock(samples, Codec.ALAW, 1, count, data)));
      samples += count;
    }
  }

  private void stop() {
    call = null;
    listening = false;
    source.stop();
  }
}
