package app.ringbook.telephony.simulator;

import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.simulator.SimulatorScript.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A kit played by the program: plays scripts, speaks its driver's protocol. It has no thread and no
 * clock: {@link #step} lets it act. Not safe for several threads.
 */
public abstract class Simulator {
  private static final long RING_MILLIS = 4_000;

  private final FaultyWire wire = new FaultyWire();
  private final Deque<Step> script = new ArrayDeque<>();
  private final Consumer<Played> played;
  private long nowNanos;
  private long restUntilNanos;
  private long pluggedAtNanos;
  private long replugMillis = RING_MILLIS;
  private boolean unplugged;
  private int line = 1;
  private int ringsLeft;
  private long ringEveryMillis = RING_MILLIS;
  private boolean fast;

  /**
   * Something the kit did.
   *
   * @param event the script's word for it
   * @param line line of the kit
   * @param detail what belongs to it; may be empty
   */
  public record Played(String event, int line, String detail) {}

  /**
   * @param played told what the kit does, as it does it
   */
  protected Simulator(Consumer<Played> played) {
    this.played = played;
  }

  /** A program opened the port: bytes for it go to {@code out}. */
  public final void connect(Consumer<byte[]> out, long now) {
    nowNanos = now;
    wire.connect(out);
    connected();
  }

  /** The program closed the port or the plug was pulled. */
  public final void disconnect() {
    wire.disconnect();
    disconnected();
  }

  /** Bytes from the program. */
  public final void received(byte[] data, int length) {
    if (!wire.stalled()) {
      heard(data, length);
    }
  }

  /** Lets the kit act; to be called every few milliseconds. */
  public final void step(long now) {
    nowNanos = now;
    wire.step(now);
    if (wire.cut() && !unplugged) {
      pull(replugMillis);
    }
    if (unplugged && now >= pluggedAtNanos) {
      unplugged = false;
    }
    if (!wire.stalled()) {
      live(now);
      playOn();
    }
  }

  /** Adds the script's steps behind what is still to be played. */
  public final void play(SimulatorScript more) {
    script.addAll(more.steps());
  }

  /** True if nothing is left to be played and what was played has reached the program. */
  public final boolean idle() {
    boolean played = script.isEmpty() && ringsLeft == 0 && nowNanos >= restUntilNanos;
    return played && !speaking() && settled();
  }

  /** True while the plug is pulled: the port is not there. */
  public final boolean unplugged() {
    return unplugged;
  }

  /** A program opened the port. */
  protected abstract void connected();

  /** The port was closed. */
  protected abstract void disconnected();

  /** Bytes came from the program. */
  protected abstract void heard(byte[] data, int length);

  /** Time passed: heartbeats, repeats, sound. */
  protected abstract void live(long now);

  /** Whether a program is there to hear a call; calls played before wait. */
  protected abstract boolean listenedTo();

  /** True if the program has acknowledged what it is to acknowledge. */
  protected boolean settled() {
    return true;
  }

  /** Rings once on the line. */
  protected abstract void ring(int onLine);

  /** Tells who calls. */
  protected abstract void caller(
      int onLine, Presentation presentation, String number, @Nullable String name, boolean sure);

  /** The handset is lifted: answers or begins to dial. */
  protected abstract void lift(int onLine);

  /** Numbers are dialled or keys pressed. */
  protected abstract void digits(int onLine, String digits);

  /** The hook is tapped. */
  protected abstract void flash(int onLine);

  /** The other end answers an outgoing call. */
  protected abstract void farEnd(int onLine);

  /** The other end is engaged. */
  protected abstract void busy(int onLine);

  /** Sound of people talking, so long or as long as the file. */
  protected abstract void speak(int onLine, long millis, String file);

  /** True while {@link #speak} goes on. */
  protected abstract boolean speaking();

  /** The call ends: by the handset, or because the caller gave up. */
  protected abstract void end(int onLine);

  /** A call waits in the memory. */
  protected abstract void store(int onLine, String number, long talkMillis);

  /** The kit's own clock is fast by so many millionths from now on, or slow if negative. */
  protected void drift(long millionths) {}

  /** The kit is of another make from now on, in words of its driver. */
  protected void unit(String kind) {}

  /** The kit restarts. */
  protected abstract void reboot();

  /** Sends one frame or record to the program. */
  protected final void send(byte[] frame) {
    wire.write(frame);
  }

  /** The moment of the present step. */
  protected final long now() {
    return nowNanos;
  }

  /** Whether sound goes as fast as it is taken. */
  protected final boolean fast() {
    return fast;
  }

  private void playOn() {
    while (!unplugged && nowNanos >= restUntilNanos && !speaking()) {
      if (ringsLeft > 0) {
        ringOnce();
      } else if (script.isEmpty() || !ready(script.getFirst())) {
        return;
      } else {
        perform(script.removeFirst());
      }
    }
  }

  /** Calls wait for a program; storing and waiting needs none. */
  private boolean ready(Step next) {
    return listenedTo() || next.action().equals("store") || next.action().equals("wait");
  }

  private void ringOnce() {
    ringsLeft--;
    tell("ring", "");
    ring(line);
    if (ringsLeft > 0) {
      rest(ringEveryMillis);
    }
  }

  private void perform(Step step) {
    switch (step.action()) {
      case "line" -> line = (int) step.value(1);
      case "ring" -> {
        ringsLeft = (int) step.value(1);
        ringEveryMillis = step.second(RING_MILLIS);
      }
      case "wait" -> rest(step.value(1000));
      case "fast" -> fast = true;
      case "realtime" -> fast = false;
      case "drop", "flip", "insert", "chunk", "delay", "stall", "cut", "unplug" -> fault(step);
      default -> {
        tell(step.action(), (step.number() + " " + step.rest()).strip());
        act(step);
      }
    }
  }

  private void act(Step step) {
    String name = step.rest().isBlank() ? null : step.rest();
    switch (step.action()) {
      case "caller" -> caller(line, Presentation.NUMBER, step.number(), name, true);
      case "unsure" -> caller(line, Presentation.NUMBER, step.number(), name, false);
      case "private" -> caller(line, Presentation.PRIVATE, "", null, true);
      case "unavailable" -> caller(line, Presentation.UNAVAILABLE, "", null, true);
      case "answer" -> lift(line);
      case "dial" -> {
        lift(line);
        digits(line, step.number());
      }
      case "digit" -> digits(line, step.number());
      case "flash" -> flash(line);
      case "farend" -> farEnd(line);
      case "busy" -> busy(line);
      case "speak" -> speak(line, step.value(1000), step.rest());
      case "hangup", "giveup" -> end(line);
      case "store" -> store(line, step.number(), step.second(0));
      case "unit" -> unit(step.number());
      case "drift" -> drift(step.signed());
      case "reboot" -> reboot();
      default -> throw new IllegalStateException(step.action());
    }
  }

  private void fault(Step step) {
    tell(step.action(), step.number());
    switch (step.action()) {
      case "drop" -> wire.drop(step.value(1));
      case "flip" -> wire.flip(step.value(1));
      case "insert" -> wire.garbage(step.value(16));
      case "chunk" -> wire.chunk(step.value(0), step.second(0));
      case "delay" -> wire.delay(step.value(0));
      case "stall" -> wire.stall(step.value(1000));
      case "cut" -> {
        replugMillis = step.second(RING_MILLIS);
        wire.cutAfter(step.value(0));
      }
      default -> pull(step.value(1000));
    }
  }

  private void pull(long millis) {
    unplugged = true;
    pluggedAtNanos = nowNanos + millis * 1_000_000;
    disconnect();
  }

  private void rest(long millis) {
    restUntilNanos = nowNanos + millis * 1_000_000;
  }

  private void tell(String event, String detail) {
    played.accept(new Played(event, line, detail));
  }
}
