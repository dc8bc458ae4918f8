package app.ringbook.cli.bench;

import app.ringbook.call.CallCard;
import app.ringbook.call.CallDesk;
import app.ringbook.call.CallScreen;
import app.ringbook.cli.session.House;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.PhoneLink;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.serial.PseudoTerminal;
import app.ringbook.telephony.serial.SerialPorts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * From the last byte of a caller's record on the wire to the card that the pop-up shows: our whole
 * line (port, driver, link, desk, matcher, card) beside the same line with a rival's query in the
 * place of desk and matcher. Bytes go through a pseudo-terminal.
 */
final class PopupBench {
  private static final int CALLS = 100;
  private static final int REST_MILLIS = 80;
  private static final int WARM_UP = 20;
  private final House house;
  private final List<BenchMapper.Line> numbers;

  PopupBench(House house, List<BenchMapper.Line> numbers) {
    this.house = house;
    this.numbers = numbers;
  }

  List<BenchResult> run(Rivals rivals) throws IOException, InterruptedException {
    LinkedBlockingQueue<Long> shown = new LinkedBlockingQueue<>();
    Percentiles ours;
    CallDesk desk = house.desk(new Timing(shown), noOrders());
    try {
      desk.warmUp();
      ours = calls(desk, shown);
    } finally {
      desk.close();
    }
    List<BenchResult> results = new ArrayList<>();
    for (RivalDatabase rival : rivals.all()) {
      Percentiles other = calls(new Asking(rival, shown), shown);
      String name = "wire to caller card against a line on " + rival.name();
      results.add(BenchResult.of(name + ", p50", ours.micros(.5), other.micros(.5), "us"));
      results.add(BenchResult.of(name + ", p95", ours.micros(.95), other.micros(.95), "us"));
      results.add(BenchResult.of(name + ", max", ours.micros(1), other.micros(1), "us"));
    }
    return results;
  }

  private Percentiles calls(CallListener listener, LinkedBlockingQueue<Long> shown)
      throws IOException, InterruptedException {
    Percentiles spread = new Percentiles();
    Random random = new Random(11);
    try (PseudoTerminal kit = new PseudoTerminal();
        PhoneLink link =
            new PhoneLink(
                new PhoneSettings.Kit("whozz", kit.path(), ""),
                Drivers.byName("whozz").orElseThrow(),
                new SerialPorts(),
                house.phonePolicy(),
                house.clock(),
                listener)) {
      link.start();
      while (link.status().state() != LinkStatus.State.READY) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      for (int i = 0; i < WARM_UP + CALLS; i++) {
        byte[] record = record(i, numbers.get(random.nextInt(numbers.size())).raw());
        long start = house.clock().nanoTime();
        kit.write(record);
        Long at = shown.poll(10, TimeUnit.SECONDS);
        if (at == null) {
          throw new IllegalStateException("Call " + i + " was not shown");
        }
        if (i >= WARM_UP) {
          spread.add(at - start);
        }
        // The line lets twenty events a second through and puts off the rest.
        TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
      }
    }
    return spread;
  }

  /** A start record of a Whozz Calling? unit; each call on a line of its own. */
  private static byte[] record(int place, String raw) {
    String digits = raw.replaceAll("[^0-9]", "");
    String number = digits.length() > 14 ? digits.substring(digits.length() - 14) : digits;
    return String.format(
            Locale.ROOT,
            "%02d I S 0000 G A1 09/26 %02d:%02d AM %-14s Bench\r\n",
            1 + place % 90,
            1 + place / 60 % 11,
            place % 60,
            number)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static CallDesk.Line noOrders() {
    return new CallDesk.Line() {
      @Override
      public boolean canRecord(Call call) {
        return false;
      }

      @Override
      public void record(Call call, boolean wanted) {}
    };
  }

  /** Notes when a card with its match is handed to the screen. */
  private final class Timing implements CallScreen {
    private final LinkedBlockingQueue<Long> shown;

    Timing(LinkedBlockingQueue<Long> shown) {
      this.shown = shown;
    }

    @Override
    public void ringing(CallCard card) {
      shown.add(house.clock().nanoTime());
    }

    @Override
    public void updated(CallCard card) {}

    @Override
    public void ended(CallCard card) {}
  }

  /** A line that asks a rival who calls. */
  private final class Asking implements CallListener {
    private final RivalDatabase rival;
    private final LinkedBlockingQueue<Long> shown;

    Asking(RivalDatabase rival, LinkedBlockingQueue<Long> shown) {
      this.rival = rival;
      this.shown = shown;
    }

    @Override
    public void ringing(Call call) {
      @Nullable String digits = call.number();
      PhoneNumber number = house.numbers().parse(digits == null ? "" : digits);
      try {
        rival.ask(number.suffix8());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      shown.add(house.clock().nanoTime());
    }
  }
}
