package app.ringbook.telephony.link;

import app.ringbook.platform.AppClock;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.SerialLine;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reader of a link: the only thread that opens and closes the port. Feeds the driver's session,
 * and begins again after each loss until it is closed.
 */
final class LinkReader implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkReader.class);
  private static final long LOOK_MILLIS = 500;

  private final PhoneLink link;
  private final PhoneSettings.Kit kit;
  private final PhoneDriver driver;
  private final LineOpener opener;
  private final AppClock clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable SerialLine line;
  private volatile CallEvent.@Nullable LinkLost problem;
  private volatile boolean worked;

  LinkReader(
      PhoneLink link,
      PhoneSettings.Kit kit,
      PhoneDriver driver,
      LineOpener opener,
      AppClock clock) {
    this.link = link;
    this.kit = kit;
    this.driver = driver;
    this.opener = opener;
    this.clock = clock;
  }

  /** Ends the reading soon, and at once where it waits for bytes. */
  @Override
  public void close() {
    closing.countDown();
    SerialLine open = line;
    if (open != null) {
      open.close();
    }
  }

  boolean closed() {
    return closing.getCount() == 0;
  }

  /** The driver gives up an open port; false if none is open or it has already. */
  boolean gaveUp(CallEvent.LinkLost lost) {
    if (problem != null || line == null) {
      return false;
    }
    problem = lost;
    return true;
  }

  /** The kit answered on this port: the next loss is a new one. */
  void worked() {
    worked = true;
  }

  @Override
  public void run() {
    int failures = 0;
    while (!closed()) {
      worked = false;
      CallEvent.LinkLost lost = connect();
      failures = worked ? 0 : Math.min(failures + 1, driver.backOffMillis().size());
      if (!closed()) {
        link.lost(lost);
        rest(driver.backOffMillis().get(Math.max(0, failures - 1)));
      }
    }
  }

  /** Waits before the next try, shorter if the port appears in the meantime. */
  private void rest(long millis) {
    boolean there = opener.present(kit.port(), kit.identity());
    for (long left = millis; left > 0 && !closed(); left -= LOOK_MILLIS) {
      try {
        boolean over = closing.await(Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS);
        boolean now = opener.present(kit.port(), kit.identity());
        if (over || (now && !there)) {
          return;
        }
        there = now;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private CallEvent.LinkLost connect() {
    SerialLine opened;
    try {
      opened = opener.open(kit.port(), kit.identity(), driver.lineSettings());
    } catch (LineException e) {
      return new CallEvent.LinkLost(link.now(), e.reasonKey(), e.arguments());
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{}: the port could not be opened", link.name(), e);
      return lost("telephony.port.failed");
    }
    line = opened;
    LinkWriter writer = new LinkWriter(opened, clock);
    Thread writing = PhoneLink.thread("phone-writer-" + link.name(), writer);
    try {
      return serve(opened, writer);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{}: reading failed", link.name(), e);
      return lost("telephony.port.failed");
    } finally {
      line = null;
      link.tell(PhoneDriver.Session::closed);
      writer.end();
      opened.close();
      PhoneLink.join(writing);
    }
  }

  private CallEvent.LinkLost serve(SerialLine opened, LinkWriter writer) {
    byte[] buffer = new byte[8192];
    problem = null;
    link.chooseAgain();
    link.tell(session -> session.opened(writer));
    while (!closed()) {
      int count = opened.read(buffer);
      link.tell(
          session -> {
            if (count > 0) {
              session.received(buffer, count);
            }
            session.tick();
          });
      CallEvent.LinkLost lost = problem;
      if (lost != null) {
        return lost;
      }
      if (count < 0) {
        return lost(opened.goneKey());
      }
      if (writer.stuck()) {
        return lost("telephony.port.stalled");
      }
    }
    return lost("telephony.port.gone");
  }

  private CallEvent.LinkLost lost(String reasonKey) {
    return new CallEvent.LinkLost(link.now(), reasonKey, List.of(kit.port()));
  }
}
