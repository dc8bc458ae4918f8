package app.ringbook.telephony;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.serial.LineException;
import app.ringbook.telephony.serial.LineOpener;
import app.ringbook.telephony.serial.SerialLine;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A kit on its port, for as long as it is wanted: opens the port, reads it, tells calls, and comes
 * back by itself when the kit was unplugged. Owns three threads: the reader (bytes to events, the
 * only one that opens and closes the port), the writer (one a port), and the call thread (events to
 * {@link CallListener}).
 *
 * <p>All public methods are safe for any thread.
 */
public final class PhoneLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneLink.class);
  private static final long LOOK_MILLIS = 500;
  private static final long JOIN_MILLIS = 3_000;

  private final PhoneSettings.Kit kit;
  private final String name;
  private final PhoneDriver driver;
  private final LineOpener opener;
  private final Policy policy;
  private final AppClock clock;
  private final CallListener listener;
  private final PhoneDriver.Session session;
  private final Object sessionLock = new Object();
  private final EventQueue queue = new EventQueue();
  private final LinkCalls calls;
  private final CallTracker tracker;
  private final Listeners<LinkStatus> statusChanges = new Listeners<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile LinkStatus status;
  private volatile @Nullable SerialLine line;
  private @Nullable Thread reader;
  private @Nullable Thread caller;
  private volatile CallEvent.@Nullable LinkLost problem;
  private boolean wasReady;

  /** What the user wants, asked again for each call. */
  public interface Policy {
    /**
     * Whether this call is recorded. Asked once a call, on the reader's thread as soon as the
     * handset is lifted, so that no word is missed: to be answered at once, by settings and number.
     */
    boolean record(Call call);

    /** Silence after the last ring that means nobody answered. */
    int ringTimeoutMillis();

    /** Whether the kit is to beep while it records, where it can. */
    default boolean beep() {
      return false;
    }
  }

  /**
   * Nothing happens before {@link #start}.
   *
   * @param kit the kit and its port
   * @param driver the driver that {@code kit} names
   * @param opener opens ports, see {@code Drivers.opener}
   * @param policy what the user wants
   * @param listener hears of the calls on the call thread; several links may share it
   */
  public PhoneLink(
      PhoneSettings.Kit kit,
      PhoneDriver driver,
      LineOpener opener,
      Policy policy,
      AppClock clock,
      CallListener listener) {
    this.kit = kit;
    this.driver = driver;
    this.opener = opener;
    this.policy = policy;
    this.clock = clock;
    this.listener = listener;
    String whole = driver.name() + ":" + (kit.identity().isBlank() ? kit.port() : kit.identity());
    this.name = whole.substring(Math.max(0, whole.length() - 60));
    this.session = driver.session(clock, this::onEvent);
    this.calls = new LinkCalls(this, listener);
    this.tracker = new CallTracker(name, policy::ringTimeoutMillis, this::confirmStored, calls);
    this.status = statusOf(LinkStatus.State.CLOSED, null, false, null, List.of());
  }

  /** Begins to look for the kit. To be called once. */
  public synchronized void start() {
    if (reader != null || closing.getCount() == 0) {
      return;
    }
    show(statusOf(LinkStatus.State.OPENING, null, false, null, List.of()));
    caller = thread("phone-calls-" + name, this::tellLoop);
    reader = thread("phone-reader-" + name, this::readLoop);
  }

  /**
   * Closes the port and ends the threads. Calls going on are told as ended, how is not known. Waits
   * a few seconds at most.
   */
  @Override
  public void close() {
    closing.countDown();
    SerialLine open = line;
    if (open != null) {
      open.close();
    }
    Thread reading;
    Thread telling;
    synchronized (this) {
      reading = reader;
      telling = caller;
    }
    join(reading);
    show(statusOf(LinkStatus.State.CLOSED, null, false, null, List.of()));
    queue.end();
    join(telling);
  }

  /** The present status. */
  public LinkStatus status() {
    return status;
  }

  /** Told every new status, on the call thread. */
  public Listeners<LinkStatus> statusChanges() {
    return statusChanges;
  }

  /** What the connected kit can do; before it answered, what its kind can do at best. */
  public PhoneDriver.Caps caps() {
    synchronized (sessionLock) {
      return session.caps();
    }
  }

  /** Dials on a line, where {@link #caps} says the kit can. */
  public void dial(int lineNumber, String digits) {
    synchronized (sessionLock) {
      session.dial(lineNumber, digits);
    }
  }

  /** Hangs up a line, where {@link #caps} says the kit can. */
  public void hangUp(int lineNumber) {
    synchronized (sessionLock) {
      session.hangUp(lineNumber);
    }
  }

  /** Starts or stops the sound of a call going on, for example at the user's word. */
  public void record(Call call, boolean wanted) {
    synchronized (sessionLock) {
      session.beep(policy.beep());
      session.record(call.key().substring(call.kit().length() + 1), wanted);
    }
  }

  /**
   * Upkeep of the kit: its clock, its memory, its own switches.
   *
   * @param work asks or tells the session something, without waiting for anything
   */
  public <T> T upkeep(Function<PhoneDriver.Session, T> work) {
    synchronized (sessionLock) {
      return work.apply(session);
    }
  }

  /** News not told yet: bounded, whatever the kit sends. */
  public int waitingNews() {
    return queue.size();
  }

  Policy policy() {
    return policy;
  }

  String name() {
    return name;
  }

  private void confirmStored(long id) {
    synchronized (sessionLock) {
      session.confirmStored(id);
    }
  }

  private void readLoop() {
    int failures = 0;
    while (closing.getCount() > 0) {
      wasReady = false;
      CallEvent.LinkLost lost = connect();
      failures = wasReady ? 0 : Math.min(failures + 1, driver.backOffMillis().size());
      if (closing.getCount() > 0) {
        onEvent(lost);
        show(
            statusOf(LinkStatus.State.LOST, null, false, lost.reasonKey(), lost.reasonArguments()));
        LOG.info("{}: lost, {} {}", name, lost.reasonKey(), lost.reasonArguments());
        rest(driver.backOffMillis().get(Math.max(0, failures - 1)));
      }
    }
  }

  /** Waits before the next try, shorter if the port appears in the meantime. */
  private void rest(long millis) {
    boolean there = opener.present(kit.port(), kit.identity());
    for (long left = millis; left > 0 && closing.getCount() > 0; left -= LOOK_MILLIS) {
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
      return new CallEvent.LinkLost(now(), e.reasonKey(), e.arguments());
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{}: the port could not be opened", name, e);
      return new CallEvent.LinkLost(now(), "telephony.port.failed", List.of(kit.port()));
    }
    line = opened;
    LinkWriter writer = new LinkWriter(opened, clock);
    Thread writing = thread("phone-writer-" + name, writer);
    try {
      return serve(opened, writer);
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{}: reading failed", name, e);
      return new CallEvent.LinkLost(now(), "telephony.port.failed", List.of(kit.port()));
    } finally {
      line = null;
      synchronized (sessionLock) {
        session.closed();
      }
      writer.end();
      opened.close();
      join(writing);
    }
  }

  private CallEvent.LinkLost serve(SerialLine opened, LinkWriter writer) {
    byte[] buffer = new byte[8192];
    problem = null;
    synchronized (sessionLock) {
      session.opened(writer);
    }
    while (closing.getCount() > 0) {
      int count = opened.read(buffer);
      synchronized (sessionLock) {
        if (count > 0) {
          session.received(buffer, count);
        }
        session.tick();
      }
      CallEvent.LinkLost lost = problem;
      if (lost != null) {
        return lost;
      }
      if (count < 0) {
        return new CallEvent.LinkLost(now(), opened.goneKey(), List.of(kit.port()));
      }
      if (writer.stuck()) {
        return new CallEvent.LinkLost(now(), "telephony.port.stalled", List.of(kit.port()));
      }
    }
    return new CallEvent.LinkLost(now(), "telephony.port.gone", List.of(kit.port()));
  }

  /** On the reader's thread, or under the session's lock on another. */
  private void onEvent(CallEvent event) {
    switch (event) {
      case CallEvent.LinkLost lost when problem == null && line != null -> problem = lost;
      case CallEvent.LinkUp up -> {
        wasReady = true;
        String model = up.model().isBlank() ? null : up.model();
        queue.add(event);
        show(statusOf(LinkStatus.State.READY, model, up.confirmed(), null, List.of()));
        LOG.info("{}: ready", name);
      }
      default -> {
        calls.seen(event);
        queue.add(event);
      }
    }
  }

  private void tellLoop() {
    try {
      while (true) {
        EventQueue.Item item = queue.next(100);
        if (item != null && item.isEnd()) {
          tell(() -> tracker.close(now()));
          return;
        }
        tell(() -> tellOne(item));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellOne(EventQueue.@Nullable Item item) {
    if (item != null && item.event() != null) {
      tracker.on(item.event());
    }
    if (item != null && item.status() != null) {
      listener.linkChanged(item.status());
      statusChanges.tell(item.status());
    }
    // While news waits, time is that of the news: a late listener must not end a call early.
    if (item == null || queue.isEmpty()) {
      tracker.tick(now());
    }
  }

  private void tell(Runnable news) {
    try {
      synchronized (listener) {
        news.run();
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{}: a call could not be told", name, e);
    }
  }

  private void show(LinkStatus next) {
    LinkStatus before = status;
    if (before.state() == next.state()
        && before.confirmed() == next.confirmed()
        && Objects.equals(before.reasonKey(), next.reasonKey())
        && Objects.equals(before.model(), next.model())) {
      return;
    }
    status = next;
    queue.add(next);
  }

  private LinkStatus statusOf(
      LinkStatus.State state,
      @Nullable String model,
      boolean confirmed,
      @Nullable String reasonKey,
      List<Object> arguments) {
    return new LinkStatus(
        state,
        name,
        kit.port(),
        driver.name(),
        model,
        confirmed,
        reasonKey,
        arguments,
        clock.now());
  }

  private Stamp now() {
    return new Stamp(0, clock.nanoTime(), -1, clock.now());
  }

  private static Thread thread(String name, Runnable work) {
    return Thread.ofPlatform().daemon(true).name(name).start(work);
  }

  private static void join(@Nullable Thread thread) {
    if (thread == null || thread == Thread.currentThread()) {
      return;
    }
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
