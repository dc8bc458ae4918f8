package app.ringbook.telephony.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.ringbook.platform.AppClock;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.CallOutcome;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.driver.SimulatedKits;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.LineSettings;
import app.ringbook.telephony.serial.MemoryLine;
import app.ringbook.telephony.serial.SerialLine;
import app.ringbook.telephony.simulator.SimulatedKit;
import app.ringbook.telephony.simulator.SimulatorScript;
import app.ringbook.testkit.FakeClock;
import app.ringbook.testkit.HeardCalls;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The link with its threads: opening, losing and finding kits again, and leaving nothing behind.
 */
class PhoneLinkTest {
  private static final String RECORD = "01 I S 0000 G A1 09/26 11:28 AM 030-0074321    Alfreds\r\n";

  private final AppClock clock = AppClock.system();
  private final HeardCalls heard = new HeardCalls();
  private final List<PhoneLink> links = new ArrayList<>();

  @AfterEach
  void closeLinks() {
    links.forEach(PhoneLink::close);
    assertThat(threads()).isEmpty();
  }

  @Test
  void theBuiltInKitRingsIsRecordedAndEnds() {
    SimulatedKits kits = new SimulatedKits(MemoryPorts.NONE, clock);
    link("x800", "sim:x800", kits).start();
    await().until(() -> heard.state() == LinkStatus.State.READY);
    SimulatedKit kit = kits.kit("x800").orElseThrow();
    kit.play(SimulatorScript.parse("ring 1\ncaller 13812345678\nanswer\nwait 300\nhangup\n"));
    await().until(() -> heard.ended().size() == 1);
    assertThat(heard.ended().getFirst().number()).isEqualTo("13812345678");
    assertThat(heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(heard.sound()).isNotEmpty();
    assertThat(heard.lostSamples()).isZero();
  }

  @Test
  void aPulledPlugIsLostAndFoundAgainByItself() {
    SimulatedKits kits = new SimulatedKits(MemoryPorts.NONE, clock);
    PhoneLink link = link("whozz", "sim:whozz", kits);
    link.start();
    await().until(() -> heard.state() == LinkStatus.State.READY);
    kits.kit("whozz").orElseThrow().play(SimulatorScript.parse("unplug 700\n"));
    await()
        .until(() -> heard.statuses().stream().anyMatch(s -> s.state() == LinkStatus.State.LOST));
    await().until(() -> heard.state() == LinkStatus.State.READY);
    assertThat(
            heard.statuses().stream()
                .filter(s -> s.state() == LinkStatus.State.LOST)
                .map(LinkStatus::reasonKey))
        .containsOnly("telephony.port.gone");
  }

  @Test
  void eachTryOpensAFreshLineAndNoThreadIsLeft() {
    MemoryPorts ports = new MemoryPorts();
    PhoneLink link = link("whozz", "memory", ports);
    link.start();
    for (int i = 1; i <= 5; i++) {
      int wanted = i;
      await().until(() -> ports.kits.size() == wanted && link.status().state() == ready());
      ports.kits.getLast().write(record(i).getBytes(StandardCharsets.US_ASCII));
      await().until(() -> heard.began().size() == wanted);
      ports.kits.getLast().close();
      await()
          .until(
              () -> link.status().state() == LinkStatus.State.LOST || ports.kits.size() > wanted);
    }
    assertThat(threads().stream().filter(name -> name.contains("writer")).count())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void aPortThatCannotBeOpenedSaysWhy() {
    LineOpener busy =
        (port, identity, settings) -> {
          throw new LineException("telephony.port.busy", port, "minicom");
        };
    PhoneLink link = link("x800", "/dev/ttyACM0", busy);
    link.start();
    await().until(() -> heard.state() == LinkStatus.State.LOST);
    assertThat(link.status().reason(app.ringbook.platform.Texts.ENGLISH))
        .contains("minicom")
        .contains("/dev/ttyACM0");
  }

  @Test
  void somethingThatIsNoKitDoesNotAnswer() {
    MemoryPorts ports = new MemoryPorts();
    link("x800", "memory", ports).start();
    await().atMost(Duration.ofSeconds(15)).until(() -> heard.state() == LinkStatus.State.LOST);
    assertThat(heard.statuses().getLast().reasonKey()).isEqualTo("telephony.link.noAnswer");
  }

  @Test
  void aPortThatTakesNoBytesIsClosed() {
    LineOpener stalled = (port, identity, settings) -> new StalledLine();
    link("whozz", "stalled", stalled).start();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> heard.statuses().stream().anyMatch(s -> s.state() == LinkStatus.State.LOST));
    assertThat(heard.statuses().getLast().reasonKey()).isEqualTo("telephony.port.stalled");
  }

  @Test
  void callsGoingOnEndWhenTheLinkIsClosed() {
    MemoryPorts ports = new MemoryPorts();
    PhoneLink link = link("whozz", "memory", ports);
    link.start();
    await().until(() -> link.status().state() == ready());
    ports.kits.getLast().write(RECORD.getBytes(StandardCharsets.US_ASCII));
    await().until(() -> heard.began().size() == 1);
    link.close();
    assertThat(heard.ended().getFirst().outcome()).isEqualTo(CallOutcome.DEVICE_LOST);
    assertThat(link.status().state()).isEqualTo(LinkStatus.State.CLOSED);
  }

  @Test
  void aListenerThatFailsKeepsNobodyFromHearing() {
    MemoryPorts ports = new MemoryPorts();
    List<String> seen = new CopyOnWriteArrayList<>();
    CallListener failing =
        new CallListener() {
          @Override
          public void ringing(Call call) {
            seen.add("ringing");
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void ended(Call call) {
            seen.add("ended");
          }
        };
    PhoneLink link = link("whozz", "memory", ports, failing);
    link.start();
    await().until(() -> link.status().state() == ready());
    ports.kits.getLast().write(RECORD.getBytes(StandardCharsets.US_ASCII));
    ports
        .kits
        .getLast()
        .write(RECORD.replace("S 0000", "E 0010").getBytes(StandardCharsets.US_ASCII));
    await().until(() -> seen.size() == 2);
    assertThat(seen).containsExactly("ringing", "ended");
  }

  @Test
  void aListenerThatIsLateEndsNoCallTooEarly() {
    FakeClock slow = new FakeClock();
    MemoryPorts ports = new MemoryPorts();
    CountDownLatch shown = new CountDownLatch(1);
    Semaphore asked = new Semaphore(0);
    List<String> seen = new CopyOnWriteArrayList<>();
    CallListener late =
        new CallListener() {
          @Override
          public void ringing(Call call) {
            seen.add("ringing");
            Awaitility.await().until(() -> shown.getCount() == 0);
          }

          @Override
          public void answered(Call call) {
            seen.add("answered");
          }

          @Override
          public void ended(Call call) {
            seen.add("ended " + call.outcome());
          }
        };
    PhoneLink link =
        link(
            new PhoneLink(
                new PhoneSettings.Kit("whozz", "memory", ""),
                Drivers.byName("whozz").orElseThrow(),
                ports,
                new RecordAll() {
                  @Override
                  public boolean record(Call call) {
                    asked.release();
                    return true;
                  }
                },
                slow,
                late));
    link.start();
    await().until(() -> link.status().state() == ready());
    ports.kits.getLast().write(RECORD.getBytes(StandardCharsets.US_ASCII));
    await().until(() -> seen.size() == 1);
    slow.advance(Duration.ofSeconds(9));
    ports.kits.getLast().write("01 F             11/22 09:30:25\r\n".getBytes(US_ASCII));
    await().until(asked::tryAcquire);
    shown.countDown();
    await().until(() -> seen.size() == 2);
    assertThat(seen).containsExactly("ringing", "answered");
  }

  @Test
  void afterASleepOfTheComputerTheKitComesBackByItself() {
    FakeClock sleeping = new FakeClock();
    SimulatedKits kits = new SimulatedKits(MemoryPorts.NONE, sleeping);
    PhoneLink link =
        link(
            new PhoneLink(
                new PhoneSettings.Kit("x800", "sim:x800", ""),
                Drivers.byName("x800").orElseThrow(),
                kits,
                new RecordAll(),
                sleeping,
                heard));
    link.start();
    await().until(() -> heard.state() == ready());
    sleeping.advance(Duration.ofHours(8));
    await()
        .until(() -> heard.statuses().stream().anyMatch(s -> s.state() == LinkStatus.State.LOST));
    await().until(() -> heard.state() == ready());
    kits.kit("x800").orElseThrow().play(SimulatorScript.parse("ring 1\ncaller 13812345678\n"));
    await().until(() -> heard.began().size() == 1);
  }

  private PhoneLink link(PhoneLink link) {
    links.add(link);
    return link;
  }

  private static LinkStatus.State ready() {
    return LinkStatus.State.READY;
  }

  private static String record(int number) {
    return RECORD.replace("0074321", "007432" + number);
  }

  private PhoneLink link(String driver, String port, LineOpener opener) {
    return link(driver, port, opener, heard);
  }

  private PhoneLink link(String driver, String port, LineOpener opener, CallListener listener) {
    PhoneLink link =
        new PhoneLink(
            new PhoneSettings.Kit(driver, port, ""),
            Drivers.byName(driver).orElseThrow(),
            opener,
            new RecordAll(),
            clock,
            listener);
    links.add(link);
    return link;
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("phone-"))
        .collect(Collectors.toSet());
  }

  private static class RecordAll implements PhoneLink.Policy {
    @Override
    public boolean record(Call call) {
      return true;
    }

    @Override
    public int ringTimeoutMillis() {
      return 8000;
    }
  }

  /** Gives the program's ends of memory cables and keeps the kit's ends. */
  private static final class MemoryPorts implements LineOpener {
    static final LineOpener NONE =
        (port, identity, settings) -> {
          throw new LineException("telephony.port.gone", port);
        };
    final List<MemoryLine> kits = new CopyOnWriteArrayList<>();

    @Override
    public SerialLine open(String port, String identity, LineSettings settings) {
      MemoryLine.Pair pair = MemoryLine.pair();
      kits.add(pair.kit());
      return pair.host();
    }
  }

  /** Reads nothing and never finishes a write, until it is closed. */
  private static final class StalledLine implements SerialLine {
    private final MemoryLine line = MemoryLine.pair().host();
    private volatile boolean closed;

    @Override
    public int read(byte[] buffer) {
      return line.read(buffer);
    }

    @Override
    public boolean write(byte[] bytes) {
      while (!closed) {
        line.read(new byte[1]);
      }
      return false;
    }

    @Override
    public void close() {
      closed = true;
      line.close();
    }
  }
}
