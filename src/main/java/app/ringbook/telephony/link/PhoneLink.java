package app.ringbook.telephony.link;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.settings.PhoneSettings;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.KitChoices;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.LineOpener;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
  private static final long JOIN_MILLIS = 3_000;

  private final PhoneSettings.Kit kit;
  private final String name;
  private final PhoneDriver driver;
  private final Policy policy;
  private final AppClock clock;
  private final PhoneDriver.Session session;
  private final Object sessionLock = new Object();
  private final EventQueue queue = new EventQueue();
  private final LinkCalls calls;
  private final LinkReader reader;
  private final LinkTeller teller;
  private final Listeners<LinkStatus> statusChanges = new Listeners<>();
  private volatile LinkStatus status;
  private @Nullable Thread reading;
  private @Nullable Thread telling;

  /** What the user wants, asked again for each call. */
  public interface Policy {
    /**
     * Whether this call is recorded. Asked once a call, on the reader's thread as soon as the
     * handset is lifted, so that no word is missed: to be answered at once, by settings and number.
     */
    boolean record(Call call);

    /** Silence after the last ring that means nobody answered. */
    int ringTimeoutMillis();

    /** What the user decided about a kit. Asked before each opening of its port. */
    default KitChoices choices(PhoneSettings.Kit kit) {
      return KitChoices.NONE;
    }

    /**
     * Calls of a kit that were not over when the program last heard of them. Asked once, before its
     * port is opened for the first time.
     */
    default List<Call> unended(String kitName) {
      return List.of();
    }

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
    this.policy = policy;
    this.clock = clock;
    String whole = kit.key();
    this.name = whole.substring(Math.max(0, whole.length() - 60));
    this.session = driver.session(clock, this::onEvent);
    this.calls = new LinkCalls(this, listener);
    this.reader = new LinkReader(this, kit, driver, opener, clock);
    CallTracker tracker =
        new CallTracker(name, policy::ringTimeoutMillis, this::confirmStored, calls);
    this.teller = new LinkTeller(name, queue, tracker, listener, statusChanges, this::now);
    this.status = statusOf(LinkStatus.State.CLOSED, null, false, null, List.of());
  }

  /** Begins to look for the kit. To be called once. */
  public synchronized void start() {
    if (reading != null || reader.closed()) {
      return;
    }
    show(statusOf(LinkStatus.State.OPENING, null, false, null, List.of()));
    List<Call> before = policy.unended(name);
    tell(session -> session.unended(before.stream().map(PhoneDriver.Unended::of).toList()));
    telling = thread("phone-calls-" + name, teller);
    reading = thread("phone-reader-" + name, reader);
  }

  /**
   * Closes the port and ends the threads. Calls going on are told as ended, how is not known. Waits
   * a few seconds at most.
   */
  @Override
  public void close() {
    reader.close();
    Thread first;
    Thread last;
    synchronized (this) {
      first = reading;
      last = telling;
    }
    join(first);
    show(statusOf(LinkStatus.State.CLOSED, null, false, null, List.of()));
    queue.end();
    join(last);
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
    return upkeep(PhoneDriver.Session::caps);
  }

  /** Dials on a line, where {@link #caps} says the kit can. */
  public void dial(int lineNumber, String digits) {
    tell(session -> session.dial(lineNumber, digits));
  }

  /** Hangs up a line, where {@link #caps} says the kit can. */
  public void hangUp(int lineNumber) {
    tell(session -> session.hangUp(lineNumber));
  }

  /**
   * A person says that they took this call, or that it is over, where {@link #caps} says that the
   * kit can't tell. The call goes on in its turn, on the call thread.
   */
  public void told(Call call, boolean taken) {
    String id = call.key().substring(call.kit().length() + 1);
    queue.add(new CallEvent.Told(now(call.line()), id, taken));
  }

  /** Starts or stops the sound of a call going on, for example at the user's word. */
  public void record(Call call, boolean wanted) {
    tell(
        session -> {
          session.beep(policy.beep());
          session.record(call.key().substring(call.kit().length() + 1), wanted);
        });
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

  /** Tells the session something, under its lock. */
  void tell(Consumer<PhoneDriver.Session> news) {
    synchronized (sessionLock) {
      news.accept(session);
    }
  }

  /** The user decided anew about this kit. */
  public void chooseAgain() {
    KitChoices choices = policy.choices(kit);
    tell(session -> session.choose(choices));
  }

  /** News not told yet: bounded, whatever the kit sends. */
  public int waitingNews() {
    return queue.size();
  }

  Policy policy() {
    return policy;
  }

  /** The kit as it was chosen. */
  public PhoneSettings.Kit kit() {
    return kit;
  }

  String name() {
    return name;
  }

  private void confirmStored(long id) {
    tell(session -> session.confirmStored(id));
  }

  /** On the reader's thread, or under the session's lock on another. */
  private void onEvent(CallEvent event) {
    switch (event) {
      case CallEvent.LinkLost lost when reader.gaveUp(lost) -> {}
      case CallEvent.LinkUp up -> {
        reader.worked();
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

  /** The kit is gone: says so, also to calls going on. */
  void lost(CallEvent.LinkLost lost) {
    onEvent(lost);
    show(statusOf(LinkStatus.State.LOST, null, false, lost.reasonKey(), lost.reasonArguments()));
    LOG.info("{}: lost, {} {}", name, lost.reasonKey(), lost.reasonArguments());
  }

  Stamp now() {
    return now(0);
  }

  private Stamp now(int line) {
    return new Stamp(line, clock.nanoTime(), -1, clock.now());
  }

  static Thread thread(String name, Runnable work) {
    return Thread.ofPlatform().daemon(true).name(name).start(work);
  }

  static void join(@Nullable Thread thread) {
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
