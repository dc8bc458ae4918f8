package app.ringbook.telephony;

import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.link.CallTracker;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.telephony.simulator.SimulatorScript;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.HeardCalls;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A driver on a bench: its session and the call tracker, without threads, on a clock that stands.
 */
public final class DriverBench {
  /** The clock of everything on the bench. */
  public final FakeClock clock;

  /** What the listener heard. */
  public final HeardCalls heard = new HeardCalls();

  /** The events of the driver. */
  public final List<CallEvent> events = new ArrayList<>();

  /** What the driver wrote since the port was opened. */
  public final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /** The speeds the driver set, in order. */
  public final List<Integer> speeds = new ArrayList<>();

  /** The session under test. */
  public final PhoneDriver.Session session;

  private final CallTracker tracker;
  private @Nullable Simulator simulator;
  private boolean recording = true;
  private boolean pulled;

  /** Puts a driver on the bench, port closed. */
  public DriverBench(PhoneDriver driver) {
    this(driver, new FakeClock(), null);
  }

  /**
   * As above, with somebody else who hears of the calls in place of {@link #heard}.
   *
   * @param clock the clock of everything
   * @param listener hears of the calls on the thread of the test, or null for {@link #heard}
   */
  public DriverBench(PhoneDriver driver, FakeClock clock, @Nullable CallListener listener) {
    this.clock = clock;
    session = driver.session(clock, this::on);
    tracker =
        new CallTracker(
            "bench",
            () -> 8000,
            this::confirmStored,
            new CallListenerThatRecords(listener == null ? heard : listener));
  }

  /** Opens the port. */
  public DriverBench open() {
    session.opened(
        new PhoneDriver.Outbox() {
          @Override
          public void write(byte[] bytes) {
            written.writeBytes(bytes);
            if (simulator != null) {
              simulator.received(bytes, bytes.length);
            }
          }

          @Override
          public void speed(int baud) {
            speeds.add(baud);
          }
        });
    return this;
  }

  /** Plugs a simulated kit in and opens the port. */
  public DriverBench plug(Simulator kit) {
    simulator = kit;
    kit.connect(bytes -> receive(bytes), clock.nanoTime());
    return open();
  }

  /** Pulls the plug. */
  public void unplug() {
    session.closed();
    if (simulator != null) {
      simulator.disconnect();
    }
    on(
        new CallEvent.LinkLost(
            new Stamp(0, clock.nanoTime(), -1, clock.now()), "telephony.port.gone", List.of()));
  }

  /** A person says that they took a call. */
  public void take(Call call) {
    String id = call.key().substring(call.kit().length() + 1);
    on(new CallEvent.Told(new Stamp(call.line(), clock.nanoTime(), -1, clock.now()), id, true));
  }

  /** Wants no recording. */
  public void noRecording() {
    recording = false;
  }

  /** Feeds text as bytes. */
  public void receive(String text) {
    receive(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Feeds bytes. */
  public void receive(byte[] bytes) {
    session.received(bytes.clone(), bytes.length);
  }

  /** Lets a script be played to its end, and two seconds more. */
  public void play(String script) {
    Simulator kit = simulator;
    if (kit == null) {
      throw new IllegalStateException("no kit is plugged in");
    }
    kit.play(SimulatorScript.parse(script));
    for (int i = 0; i < 100_000 && !kit.idle(); i++) {
      pass(10);
    }
    pass(2_000);
  }

  /** The desk confirms on a thread of its own; a link holds a lock around its session. */
  private void confirmStored(long id) {
    synchronized (session) {
      session.confirmStored(id);
    }
  }

  /** Lets milliseconds pass, in steps of ten. */
  public void pass(long millis) {
    for (long passed = 0; passed < millis; passed += 10) {
      step();
    }
  }

  private void step() {
    synchronized (session) {
      clock.advance(Duration.ofMillis(10));
      if (simulator != null) {
        simulator.step(clock.nanoTime());
        followPlug(simulator);
      }
      session.tick();
    }
    tracker.tick(new Stamp(0, clock.nanoTime(), -1, clock.now()));
  }

  /** A plug that the script pulled is put back when the script says so, as the link would. */
  private void followPlug(Simulator kit) {
    if (kit.unplugged() && !pulled) {
      pulled = true;
      unplug();
    } else if (!kit.unplugged() && pulled) {
      pulled = false;
      plug(kit);
    }
  }

  /** Events of one kind. */
  public <T extends CallEvent> List<T> events(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void on(CallEvent event) {
    events.add(event);
    tracker.on(event);
  }

  /** As the link does: asks for sound when people begin to talk. */
  private final class CallListenerThatRecords implements CallListener {
    private final CallListener next;

    CallListenerThatRecords(CallListener next) {
      this.next = next;
    }

    @Override
    public void ringing(Call call) {
      next.ringing(call);
      if (call.direction() == Direction.OUTGOING) {
        record(call);
      }
    }

    @Override
    public void identified(Call call) {
      next.identified(call);
    }

    @Override
    public void answered(Call call) {
      next.answered(call);
      record(call);
    }

    @Override
    public void audio(Call call, AudioBlock block) {
      next.audio(call, block);
    }

    @Override
    public void audioGap(Call call, long firstSample, long count) {
      next.audioGap(call, firstSample, count);
    }

    @Override
    public void ended(Call call) {
      next.ended(call);
    }

    @Override
    public void corrected(Call call) {
      next.corrected(call);
    }

    @Override
    public void stored(StoredCall call, Runnable confirm) {
      next.stored(call, confirm);
    }

    private void record(Call call) {
      if (recording) {
        session.record(call.key().substring("bench/".length()), true);
      }
    }
  }
}
