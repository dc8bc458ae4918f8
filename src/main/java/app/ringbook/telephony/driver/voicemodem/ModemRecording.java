package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.driver.voicemodem.AtDialogue.Answer;
import app.ringbook.telephony.driver.voicemodem.AtDialogue.Result;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a call that the handset makes: voice mode, sound format, line source, {@code +VRX},
 * sound, and the way back. One call at a time; a wish that comes while the way back is under way is
 * fulfilled after it.
 */
final class ModemRecording {
  private static final long STOP_MILLIS = 2_000;
  private static final long SILENT_NANOS = 2_000_000_000L;
  private static final int MOST_TRIES = 3;

  private final AtDialogue dialogue;
  private final ModemCalls calls;
  private final AppClock clock;
  private final Consumer<CallEvent> sink;
  private final Runnable broken;
  private @Nullable ModemAbilities abilities;
  private State state = State.IDLE;
  private @Nullable String wanted;
  private @Nullable ModemSound sound;
  private boolean inStream;
  private boolean firstByte;
  private long heardNanos;
  private int tries;

  private enum State {
    IDLE,
    STARTING,
    RUNNING,
    STOPPING
  }

  /**
   * @param broken told that the modem does not find back from the voice stream
   */
  ModemRecording(
      AtDialogue dialogue,
      ModemCalls calls,
      AppClock clock,
      Consumer<CallEvent> sink,
      Runnable broken) {
    this.dialogue = dialogue;
    this.calls = calls;
    this.clock = clock;
    this.sink = sink;
    this.broken = broken;
  }

  /** What the modem can do; it is ready. */
  void ready(ModemAbilities found) {
    abilities = found;
    state = State.IDLE;
    inStream = false;
    begin();
  }

  /** The port is gone. What was wanted is wanted still. */
  void closed() {
    flush();
    abilities = null;
    state = State.IDLE;
    inStream = false;
  }

  /** True while plain bytes are sound. */
  boolean receiving() {
    return inStream;
  }

  /** True from the first command to the last. */
  boolean active() {
    return state != State.IDLE;
  }

  /** The sound of this call is wanted; its handset is up. */
  void want(String call) {
    wanted = call;
    tries = 0;
    begin();
  }

  /** No sound is wanted any more. */
  void stop() {
    wanted = null;
    if (state == State.RUNNING) {
      end();
    }
  }

  /** A byte of sound. */
  void take(byte value) {
    heardNanos = clock.nanoTime();
    boolean lineFeed = firstByte && value == '\n';
    firstByte = false;
    ModemSound to = sound;
    if (!lineFeed && to != null) {
      to.take(value);
    }
  }

  /** A read is over: what came is told. */
  void flush() {
    if (sound != null) {
      sound.flush();
    }
  }

  /** The modem lost samples. */
  void overrun() {
    if (inStream && sound != null) {
      sound.gap();
    }
  }

  /** The modem ended the stream. */
  void streamEnd() {
    if (!inStream) {
      return;
    }
    flush();
    inStream = false;
    if (state == State.RUNNING) {
      // Of its own accord; its result is still to come.
      state = State.STOPPING;
      dialogue.ask("", STOP_MILLIS, this::stopped);
    }
  }

  void tick() {
    if (state == State.RUNNING && clock.nanoTime() - heardNanos >= SILENT_NANOS) {
      end();
    }
  }

  private void begin() {
    ModemAbilities can = abilities;
    if (state != State.IDLE || wanted == null || can == null || tries >= MOST_TRIES) {
      return;
    }
    VoiceFormat format = can.format();
    if (format != null) {
      tries++;
      state = State.STARTING;
      boolean four = can.profile().fourArguments();
      dialogue.ask(
          "AT+FCLASS=8", voice -> dialogue.ask(format(format, four), a -> chosen(a, format, four)));
    }
  }

  private void chosen(Answer answer, VoiceFormat format, boolean four) {
    if (!answer.ok()) {
      dialogue.ask(format(format, !four), other -> listen(other, format));
    } else {
      listen(answer, format);
    }
  }

  private void listen(Answer chosen, VoiceFormat format) {
    if (!chosen.ok()) {
      giveUp("the modem refuses its own sound format " + format.id());
      return;
    }
    // Silence would be cut out of the call, and the modem would stop when nothing is sent to it.
    dialogue.ask("AT+VSD=0,0", answer -> orSilenceOff(answer));
    dialogue.ask("AT+VIT=0", answer -> {});
    ModemAbilities can = abilities;
    int source = can == null ? 0 : can.listening();
    dialogue.ask("AT+VLS=" + source, answer -> source(answer, format));
  }

  private void orSilenceOff(Answer answer) {
    if (!answer.ok()) {
      dialogue.ask("AT+VSD=128,0", other -> {});
    }
  }

  private void source(Answer answer, VoiceFormat format) {
    if (answer.result() == Result.ERROR) {
      giveUp("the modem does not listen to the handset");
    } else if (wanted == null) {
      wayBack();
    } else {
      dialogue.ask("AT+VRX", connected -> connected(connected, format));
    }
  }

  private void connected(Answer answer, VoiceFormat format) {
    String call = wanted;
    if (answer.result() != Result.CONNECT) {
      giveUp("the modem sends no sound: " + answer.result());
      return;
    }
    state = State.RUNNING;
    inStream = true;
    firstByte = true;
    heardNanos = clock.nanoTime();
    if (call == null) {
      end();
      return;
    }
    ModemSound before = sound;
    long first = before != null && before.call().equals(call) ? before.sent() : 0;
    sound = new ModemSound(call, format.coding(), first, calls::stamp, sink);
  }

  private void end() {
    flush();
    state = State.STOPPING;
    dialogue.ask("", STOP_MILLIS, this::stopped);
    sendStop();
  }

  private void sendStop() {
    ModemAbilities can = abilities;
    dialogue.send(Dle.code(can == null ? Dle.STOP : can.profile().stop()));
  }

  private void stopped(Answer answer) {
    flush();
    inStream = false;
    if (answer.result() == Result.NOTHING) {
      sendStop();
      dialogue.ask("AT", STOP_MILLIS, this::backAtLast);
    } else {
      wayBack();
    }
  }

  private void backAtLast(Answer answer) {
    if (answer.result() == Result.NOTHING) {
      broken.run();
    } else {
      wayBack();
    }
  }

  private void giveUp(String why) {
    sink.accept(new CallEvent.Diagnostic(calls.stamp(), why));
    wanted = null;
    wayBack();
  }

  /** On hook, and ready for the next call. Caller ID is off after each change of mode. */
  private void wayBack() {
    state = State.STOPPING;
    if (calls.lifted() == null) {
      calls.over();
    }
    ModemAbilities can = abilities;
    String callerId = can == null ? null : can.callerId();
    dialogue.ask("AT+VLS=0", answer -> {});
    dialogue.ask("AT+FCLASS=8", answer -> {});
    dialogue.ask(
        callerId == null ? "AT" : callerId,
        answer -> {
          state = State.IDLE;
          if (wanted != null && !wanted.equals(calls.lifted())) {
            wanted = null;
          }
          begin();
        });
  }

  private static String format(VoiceFormat format, boolean fourArguments) {
    return "AT+VSM=" + format.id() + ",8000" + (fourArguments ? ",0,0" : "");
  }
}
