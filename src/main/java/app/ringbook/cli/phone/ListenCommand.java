package app.ringbook.cli.phone;

import app.ringbook.call.CallDesk;
import app.ringbook.call.CallRecord;
import app.ringbook.cli.session.Exit;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.Output;
import app.ringbook.cli.session.Session;
import app.ringbook.platform.AtExit;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Subscription;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.capture.Replays;
import app.ringbook.telephony.driver.Drivers;
import app.ringbook.telephony.driver.SimulatedKits;
import app.ringbook.telephony.link.PhoneLink;
import app.ringbook.telephony.network.NetworkLines;
import app.ringbook.telephony.serial.SerialPorts;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code listen}: the call desk without a window. It answers nothing and shows nothing. */
@Command(name = "listen", description = "Logs, records and links the calls of a phone kit.")
public final class ListenCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--port", paramLabel = "PATH", required = true)
  private String port = "";

  @Option(names = "--driver", paramLabel = "NAME", required = true)
  private String driverName = "";

  @Option(names = "--for", paramLabel = "SECONDS")
  private long seconds = Long.MAX_VALUE;

  @Option(names = "--calls", paramLabel = "N")
  private int calls = Integer.MAX_VALUE;

  /** Runs in this session. */
  public ListenCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Output output = session.output();
    PhoneDriver driver =
        Drivers.byName(driverName)
            .orElseThrow(
                () -> new ProblemException("cli.problem.noDriver", driverName, Session.drivers()));
    try (House house = session.open()) {
      CountDownLatch enough = new CountDownLatch(Math.max(1, calls));
      CountDownLatch stop = new CountDownLatch(1);
      Thread stopping = Thread.currentThread();
      Subscription ended = AtExit.run(() -> letGo(stop, stopping));
      listen(house, driver, new ListenLines(output, house.clock()), enough, stop);
      ended.close();
    }
    return Exit.DONE;
  }

  private void listen(
      House house,
      PhoneDriver driver,
      ListenLines lines,
      CountDownLatch enough,
      CountDownLatch stop)
      throws InterruptedException {
    AtomicReference<@Nullable PhoneLink> opened = new AtomicReference<>();
    CallDesk.Line line =
        new CallDesk.Line() {
          @Override
          public boolean canRecord(Call call) {
            PhoneLink link = opened.get();
            return link != null && link.caps().recording();
          }

          @Override
          public void record(Call call, boolean wanted) {
            PhoneLink link = opened.get();
            if (link != null) {
              link.record(call, wanted);
            }
          }

          @Override
          public boolean tellsHandset(Call call) {
            return true;
          }

          @Override
          public void told(Call call, boolean taken) {}
        };
    CallDesk desk = house.desk(lines, line);
    try {
      desk.saved().add(call -> ended(lines, call, enough));
      desk.warmUp();
      PhoneSettings.Kit kit = new PhoneSettings.Kit(driverName, port, "");
      try (PhoneLink link =
          new PhoneLink(
              kit,
              driver,
              new Replays(
                  new SimulatedKits(new NetworkLines(new SerialPorts()), house.clock()),
                  house.clock()),
              house.phonePolicy(),
              house.clock(),
              desk)) {
        opened.set(link);
        link.statusChanges().add(lines::link);
        link.start();
        await(house, enough, stop);
      }
    } finally {
      // The link told the end of calls going on; the desk files them before it closes.
      desk.close();
    }
  }

  private static void ended(ListenLines lines, CallRecord call, CountDownLatch enough) {
    lines.saved(call);
    enough.countDown();
  }

  private void await(House house, CountDownLatch enough, CountDownLatch stop)
      throws InterruptedException {
    long start = house.clock().nanoTime();
    boolean more = true;
    while (more && stop.getCount() > 0) {
      more = !enough.await(100, TimeUnit.MILLISECONDS);
      more &= TimeUnit.NANOSECONDS.toSeconds(house.clock().nanoTime() - start) < seconds;
    }
  }

  private static void letGo(CountDownLatch stop, Thread command) {
    stop.countDown();
    try {
      // The data is closed in order before the program ends.
      command.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
