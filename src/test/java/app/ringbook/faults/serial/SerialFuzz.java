package app.ringbook.faults.serial;

import app.ringbook.faults.Figures;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.StoredCall;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.link.CallTracker;
import app.ringbook.telephony.simulator.Simulator;
import app.ringbook.telephony.simulator.SimulatorScript;
import app.ringbook.testkit.FakeClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * {@code serial-fuzz}: damaged frames of the driver's own kit and random bytes, in pieces of any
 * size, to every driver. No exception, at most 8 kB kept, and the next call is heard within two
 * good frames.
 */
public final class SerialFuzz {
  private static final int MOST_KEPT = 8192;
  private static final int EACH = 1_000;
  private static final int WITHIN = 2;

  private final Random random;
  private final long seed;
  private final boolean cheats;

  /**
   * @param cheats whether a driver is played that hears nothing after two zero bytes
   */
  public SerialFuzz(long seed, boolean cheats) {
    this.seed = seed;
    this.random = new Random(seed);
    this.cheats = cheats;
  }

  /** So many frames to each driver. */
  public Figures run(int frames) {
    Figures figures = new Figures();
    for (PhoneDriver driver : Drivers.ALL) {
      Bench bench = new Bench(driver);
      if (bench.kit == null) {
        continue;
      }
      bench.open();
      bench.learn();
      int checks = 0;
      for (int i = 0; i < frames && figures.breaches().size() < 10; i++) {
        try {
          bench.disturb();
        } catch (RuntimeException | StackOverflowError e) {
          figures.breach(driver.name() + " seed " + seed + " frame " + i + ": " + e);
        }
        if (i % EACH == EACH - 1) {
          bench.listen(figures, ++checks);
        }
      }
      figures.add("frames", frames);
      figures.add(driver.name() + "Frames", frames);
      figures.add(driver.name() + "MostKept", bench.mostKept);
      figures.add(driver.name() + "MostFramesToHear", bench.mostToHear);
      figures.add("calls", checks);
      figures.add("reopened", bench.reopened);
    }
    return figures;
  }

  /** One driver, its kit, and the disturbed cable between them. */
  private final class Bench {
    final PhoneDriver driver;
    final FakeClock clock = new FakeClock();
    final PhoneDriver.Session session;
    final CallTracker tracker;
    final @Nullable Simulator kit;
    final Corpus corpus = new Corpus(random);
    int mostKept;
    int mostToHear;
    int reopened;
    private final Deque<byte[]> toKit = new ArrayDeque<>();
    private boolean lost;
    private boolean answering;
    private boolean deaf;
    private boolean heard;
    private boolean counting;
    private int sent;
    private int calls;

    Bench(PhoneDriver driver) {
      this.driver = driver;
      session = driver.session(clock, this::on);
      tracker =
          new CallTracker("fuzz", () -> 8000, id -> session.confirmStored(id), new Recording());
      kit = Drivers.simulator(driver.name(), clock, this::played).orElse(null);
    }

    private void played(Simulator.Played played) {
      counting |= played.event().equals("ring");
    }

    private void on(CallEvent event) {
      lost |= event instanceof CallEvent.LinkLost;
      heard |=
          counting && (event instanceof CallEvent.Ringing || event instanceof CallEvent.CallerId);
      tracker.on(event);
    }

    void open() {
      lost = false;
      toKit.clear();
      Simulator there = kit();
      there.connect(this::fromKit, clock.nanoTime());
      session.opened(toKit::add);
      pass(1_000);
    }

    /** Everything a kit may say, so that there is something to damage. */
    void learn() {
      kit()
          .play(
              SimulatorScript.parse(
                  """
                  store 13812345678 5000
                  store 13912345678
                  ring 1
                  caller 13712345678 Li Ming
                  ring 1
                  answer
                  speak 400
                  digit 5
                  flash
                  hangup
                  dial 64321234
                  busy
                  wait 500
                  hangup
                  ring 1
                  private
                  giveup
                  """));
      for (int i = 0; i < 5_000 && !kit().idle(); i++) {
        pass(10);
      }
      session.readMemory();
      pass(20_000);
    }

    /** Wants the sound of every call. */
    private final class Recording implements CallListener {
      @Override
      public void answered(Call call) {
        session.record(call.key().substring(call.kit().length() + 1), true);
      }

      @Override
      public void stored(StoredCall call, Runnable confirm) {
        if (random.nextInt(4) > 0) {
          confirm.run();
        }
      }
    }

    private Simulator kit() {
      if (kit == null) {
        throw new IllegalStateException(driver.name());
      }
      return kit;
    }

    private void fromKit(byte[] frame) {
      // Answers to the program tell of no call.
      sent += counting && !answering ? 1 : 0;
      corpus.learn(frame);
      receive(frame);
    }

    private void receive(byte[] bytes) {
      for (int i = 1; i < bytes.length; i++) {
        deaf |= cheats && bytes[i] == 0 && bytes[i - 1] == 0;
      }
      if (!deaf) {
        session.received(bytes, bytes.length);
      }
      mostKept = Math.max(mostKept, session.waitingBytes());
    }

    void disturb() {
      byte[] bytes = corpus.next();
      for (int from = 0; from < bytes.length; ) {
        int to = Math.min(bytes.length, from + 1 + random.nextInt(bytes.length));
        receive(Arrays.copyOfRange(bytes, from, to));
        from = to;
      }
      clock.advance(Duration.ofMillis(1));
      if (random.nextInt(20) == 0) {
        pass(10);
      }
    }

    /** Lets time pass for both ends; a lost link is opened again as the program would. */
    private void pass(long millis) {
      Simulator there = kit();
      for (long passed = 0; passed < millis; passed += 10) {
        clock.advance(Duration.ofMillis(10));
        there.step(clock.nanoTime());
        while (!toKit.isEmpty()) {
          byte[] bytes = toKit.removeFirst();
          answering = true;
          there.received(bytes, bytes.length);
          answering = false;
        }
        session.tick();
        tracker.tick(new Stamp(0, clock.nanoTime(), -1, clock.now()));
        if (lost) {
          // The driver noticed by itself that nothing goes on: what it asks anew is no call.
          reopened++;
          sent = 0;
          session.closed();
          there.disconnect();
          open();
        }
      }
    }

    /** The line was noisy until now; a call comes. */
    void listen(Figures figures, int check) {
      // Longer than a driver remembers numbers of frames to tell repeats: forged ones are no noise.
      pass(11_000);
      heard = false;
      counting = false;
      sent = 0;
      calls++;
      String number = "139" + (10_000_000 + calls);
      kit().play(SimulatorScript.parse("ring 1\ncaller " + number + " Li\nwait 100\ngiveup\n"));
      for (int i = 0; i < 1_000 && !heard; i++) {
        pass(10);
      }
      mostToHear = Math.max(mostToHear, heard ? sent : 0);
      if (!heard || sent > WITHIN) {
        figures.breach(
            driver.name() + " seed " + seed + " check " + check + ": heard after " + sent);
      }
      if (mostKept > MOST_KEPT) {
        figures.breach(driver.name() + " kept " + mostKept + " bytes");
      }
      counting = false;
      for (int i = 0; i < 500 && !kit().idle(); i++) {
        pass(10);
      }
      pass(20_000);
    }
  }
}
