package app.ringbook.faults.serial;

import app.ringbook.faults.Figures;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.serial.PseudoTerminal;
import app.ringbook.telephony.serial.SerialPorts;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * {@code serial-flood}: 20,000 events back to back, then garbage and 2,000 rings a second for so
 * many seconds. The queue stays short, memory level, and a good call is told within a second.
 */
public final class SerialFlood {
  private static final int BACK_TO_BACK = 20_000;
  private static final int RINGS_A_SECOND = 2_000;

  /** Lines that are flooded; the good call comes on another. */
  private static final int FLOODED = 8;

  private static final int MOST_WAITING = 1_000;
  private static final long MOST_GROWTH_KB = 50 << 10;

  private final Random random;
  private final boolean cheats;

  /**
   * @param cheats whether a listener is played that takes its time with every call
   */
  public SerialFlood(long seed, boolean cheats) {
    this.random = new Random(seed);
    this.cheats = cheats;
  }

  /** Floods for so many seconds. */
  public Figures run(int seconds) throws Exception {
    Figures figures = new Figures();
    Told told = new Told();
    AtomicBoolean over = new AtomicBoolean();
    SerialPorts ports = new SerialPorts();
    try (PseudoTerminal kit = new PseudoTerminal();
        Terminal terminal = new Terminal();
        PhoneLink link =
            terminal.link(
                "whozz", (p, i, settings) -> ports.open(kit.path(), "", settings), told)) {
      Terminal.await(5_000, () -> link.status().state() == LinkStatus.State.READY);
      long before = Terminal.heapKilobytes();
      Thread watcher = watch(link, told, over);
      for (int i = 0; i < BACK_TO_BACK; i++) {
        kit.write(record(i % FLOODED + 1, i % 3 == 0));
      }
      good(kit, told, figures, 1);
      for (int second = 0; second < seconds && figures.breaches().size() < 10; second++) {
        long end = System.nanoTime() + 1_000_000_000L;
        for (int i = 0; i < RINGS_A_SECOND; i++) {
          kit.write(record(random.nextInt(FLOODED) + 1, random.nextInt(3) == 0));
          if (i % 100 == 99) {
            kit.write(noise());
            LockSupport.parkNanos((end - System.nanoTime()) / (RINGS_A_SECOND - i) * 100);
          }
        }
        figures.add("rings", RINGS_A_SECOND);
        if (second % 5 == 4 || second == seconds - 1) {
          good(kit, told, figures, second + 2);
        }
      }
      over.set(true);
      watcher.join();
      Terminal.await(20_000, () -> link.waitingNews() == 0);
      judge(figures, told, Terminal.heapKilobytes() - before);
    }
    return figures;
  }

  private static void judge(Figures figures, Told told, long growth) {
    figures.add("events", BACK_TO_BACK);
    figures.add("heapGrowthKb", growth);
    figures.add("mostWaiting", told.mostWaiting);
    figures.add("callsShown", told.shown.get());
    figures.add("slowestCallMillis", told.slowest);
    if (growth > MOST_GROWTH_KB) {
      figures.breach("The heap grew by " + growth + " kB");
    }
    if (told.mostWaiting > MOST_WAITING) {
      figures.breach(told.mostWaiting + " pieces of news waited");
    }
  }

  private static Thread watch(PhoneLink link, Told told, AtomicBoolean over) {
    return Thread.ofPlatform()
        .daemon(true)
        .start(
            () -> {
              while (!over.get()) {
                told.mostWaiting = Math.max(told.mostWaiting, link.waitingNews());
                LockSupport.parkNanos(500_000);
              }
            });
  }

  /** A call in the middle of it all. */
  private static void good(PseudoTerminal kit, Told told, Figures figures, int number) {
    String digits = "139" + (10_000_000 + number);
    long from = System.nanoTime();
    kit.write(bytes("\r\n77 I S 0000 G A0 " + Told.NOW + " " + digits + "    Good\r\n"));
    boolean heard = Terminal.await(5_000, () -> told.numbers.containsKey(digits));
    Long at = told.numbers.get(digits);
    long millis = heard && at != null ? (at - from) / 1_000_000 : 5_000;
    told.slowest = Math.max(told.slowest, millis);
    figures.add("goodCalls", 1);
    if (millis > 1_000) {
      figures.breach("The good call was told after " + millis + " ms");
    }
  }

  private byte[] noise() {
    byte[] noise = new byte[200];
    random.nextBytes(noise);
    noise[199] = '\n';
    return noise;
  }

  private byte[] record(int line, boolean start) {
    int number = 10_000_000 + random.nextInt(1_000);
    String text =
        start
            ? "%02d I S 0000 G A1 %s 138%d    Flood\r\n"
            : "%02d R             11/22 09:30:15 %s%d\r\n";
    return bytes(String.format(Locale.ROOT, text, line, Told.NOW, number));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Hears of the calls. */
  private final class Told implements CallListener {
    static final String NOW = "11/22 09:30 AM";
    final ConcurrentHashMap<String, Long> numbers = new ConcurrentHashMap<>();
    volatile int mostWaiting;
    final AtomicLong shown = new AtomicLong();
    volatile long slowest;

    @Override
    public void ringing(Call call) {
      shown.incrementAndGet();
      heard(call.number());
    }

    @Override
    public void identified(Call call) {
      heard(call.number());
    }

    @Override
    public void ended(Call call) {
      // A call that finds no room on the screen is still written down.
      heard(call.number());
    }

    private void heard(@Nullable String number) {
      if (cheats) {
        LockSupport.parkNanos(20_000_000);
      }
      if (number != null) {
        numbers.putIfAbsent(number, System.nanoTime());
      }
    }
  }
}
