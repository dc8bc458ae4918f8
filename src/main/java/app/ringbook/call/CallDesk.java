package app.ringbook.call;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.RightOfWay;
import app.ringbook.platform.Worker;
import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.Call;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.LinkStatus;
import app.ringbook.telephony.StoredCall;
import app.ringbook.telephony.recorder.CallRecorder;
import app.ringbook.telephony.recorder.Recording;
import app.ringbook.telephony.recorder.RecordingInProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The script of a call, from the first ring to the row: read it from top to bottom. The methods of
 * {@link CallListener} run on the call thread; they look up who calls in memory, show it, feed the
 * recorder, and leave. Whatever waits for a disk or the database is paperwork, done in order on a
 * thread of its own, so that a slow disk never delays the next ring.
 *
 * <p>No call is lost: it stands in a file from its beginning until its row is durable, and saving
 * is tried again until it succeeds.
 */
public final class CallDesk implements CallListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);

  /** The phone line, as far as the desk gives it orders. */
  public interface Line {
    /** Whether the call's kit can record. */
    boolean canRecord(Call call);

    /** Starts or stops the sound of a call going on. */
    void record(Call call, boolean wanted);

    /** Whether the call's kit tells when the handset is lifted and put down. */
    boolean tellsHandset(Call call);

    /** A person says that they took a call, or that it is over, where the kit can't tell. */
    void told(Call call, boolean taken);
  }

  private final CallCards cards;
  private final CallRecorder recorder;
  private final CallScreen screen;
  private final CallCard.RecordingRule policy;
  private final Line line;
  private final AppClock clock;
  private final RightOfWay way;
  private final OpenCalls open;
  private final Worker worker = new Worker("call-paperwork");
  private final Map<String, LiveCall> live = new ConcurrentHashMap<>();

  /**
   * @param cards who calls
   * @param records where calls are kept
   * @param recorder writes the sound
   * @param openCalls folder for the files of calls without a row
   * @param screen shows the calls
   * @param policy which calls are recorded
   * @param line gives orders to the kits
   * @param way claimed by each call that is to be shown; whoever shows it gives it back
   */
  public CallDesk(
      CallCards cards,
      CallRecords records,
      CallRecorder recorder,
      Path openCalls,
      CallScreen screen,
      CallCard.RecordingRule policy,
      Line line,
      AppClock clock,
      RightOfWay way) {
    this.cards = cards;
    this.recorder = recorder;
    this.open = new OpenCalls(openCalls, records);
    this.screen = screen;
    this.policy = policy;
    this.line = line;
    this.clock = clock;
    this.way = way;
    worker.execute(cards::warmUp);
    worker.every(Duration.ofSeconds(5), open::tryAgain);
  }

  @Override
  public void ringing(Call call) {
    if (screen.paints()) {
      way.claim(call.key());
    }
    LiveCall here = new LiveCall(call, cards.caller(call));
    live.put(call.key(), here);
    if (here.own()) {
      way.release(call.key());
      return;
    }
    synchronized (here) {
      show(screen::ringing, here);
    }
    keepAndTell(here);
  }

  @Override
  public void identified(Call call) {
    LiveCall here = live.get(call.key());
    if (here == null) {
      ringing(call);
      return;
    }
    boolean newNumber = !java.util.Objects.equals(here.call.number(), call.number());
    CallCards.Caller caller = newNumber ? cards.caller(call) : here.caller;
    boolean wasOwn = here.own();
    synchronized (here) {
      here.call = call;
      here.caller = caller;
      here.talksSince(clock.now());
      if (here.own() && !wasOwn) {
        show(screen::ended, here);
      } else if (!here.own()) {
        show(wasOwn ? screen::ringing : screen::updated, here);
      }
    }
    if (here.own() && !wasOwn) {
      worker.execute(() -> open.done(here.key));
    } else if (!here.own() && newNumber) {
      keepAndTell(here);
    }
  }

  @Override
  public void answered(Call call) {
    LiveCall here = live.computeIfAbsent(call.key(), k -> new LiveCall(call, cards.caller(call)));
    synchronized (here) {
      here.call = call;
      here.talksSince(clock.now());
      if (!here.own()) {
        show(screen::updated, here);
      }
    }
    if (here.asked) {
      line.record(call, true);
    }
    if (!here.own()) {
      keepAndTell(here);
    }
  }

  @Override
  public void audio(Call call, AudioBlock block) {
    LiveCall here = live.get(call.key());
    if (here == null || here.own() || here.ended || !here.wanted(policy)) {
      return;
    }
    RecordingInProgress running = here.recording;
    if (running == null) {
      synchronized (here) {
        boolean held = !here.heeded && !here.asked;
        running = recorder.start(call.key(), block.codec(), block.channels(), held);
        here.recording = running;
        show(screen::updated, here);
      }
      keep(here);
    }
    running.append(block);
    Recording.Stop stopped = running.stopped();
    String warning = here.warning();
    if (stopped != here.stopTold || !java.util.Objects.equals(warning, here.warningTold)) {
      synchronized (here) {
        here.stopTold = stopped;
        here.warningTold = warning;
        show(screen::updated, here);
      }
    }
  }

  @Override
  public void audioGap(Call call, long firstSample, long count) {
    LiveCall here = live.get(call.key());
    RecordingInProgress running = here == null ? null : here.recording;
    if (running != null) {
      running.gap(firstSample, count);
    }
  }

  @Override
  public void ended(Call call) {
    LiveCall here = live.computeIfAbsent(call.key(), k -> new LiveCall(call, cards.caller(call)));
    live.remove(call.key());
    if (here.own()) {
      return;
    }
    synchronized (here) {
      here.call = call;
      here.ended = true;
      show(screen::ended, here);
    }
    worker.execute(() -> finish(here));
  }

  @Override
  public void corrected(Call call) {
    LiveCall here = live.get(call.key());
    if (here != null) {
      ended(call);
      return;
    }
    LiveCall again = new LiveCall(call, cards.caller(call));
    if (!again.own()) {
      worker.execute(() -> open.file(again.finished(null), () -> {}));
    }
  }

  /** A call from the kit's memory: saved first, then the kit may forget it; nothing pops up. */
  @Override
  public void stored(StoredCall stored, Runnable confirm) {
    LiveCall here = new LiveCall(stored.call(), cards.caller(stored.call()));
    worker.execute(() -> open.file(here.stored(stored.timeCertain()), confirm));
  }

  @Override
  public void linkChanged(LinkStatus status) {
    boolean gone = status.state() != LinkStatus.State.READY;
    for (LiveCall here : live.values()) {
      if (here.call.kit().equals(status.kit()) && gone != (here.kitLostAt != null)) {
        synchronized (here) {
          here.kitLostAt = gone ? clock.now() : null;
          show(screen::updated, here);
        }
      }
    }
  }

  /**
   * Loads what the first call needs, so that it is not shown late; the desk also does it by itself
   * in the background. Waits for the database.
   */
  public void warmUp() {
    cards.warmUp();
  }

  /** Starts or goes on with the recording of a call, or pauses it. Returns at once. */
  public void record(String callKey, boolean wanted) {
    LiveCall here = live.get(callKey);
    if (here == null) {
      return;
    }
    synchronized (here) {
      here.ask(wanted);
      show(screen::updated, here);
    }
    keep(here);
    if (wanted) {
      line.record(here.call, true);
    }
  }

  /** Locked recordings are open now: calls going on are recorded from here on. Returns at once. */
  public void unlocked() {
    live.values().forEach(here -> here.unlocked(recorder, () -> show(screen::updated, here)));
  }

  /**
   * A person says that they took a call, or that it is over; a kit that tells itself is believed
   * instead. Returns at once.
   */
  public void told(Call call, boolean taken) {
    if (!line.tellsHandset(call)) {
      line.told(call, taken);
    }
  }

  /** The other end refuses: returns the path of what was recorded, or null. Waits for the disk. */
  public @Nullable String refuse(String callKey) {
    LiveCall here = live.get(callKey);
    String recorded = here == null ? null : here.refuse();
    record(callKey, false);
    return recorded;
  }

  /**
   * A person said whose call it is while it goes on; null takes that back. A call that is over is
   * changed by {@link CallRecords#link}.
   */
  public void choose(String callKey, @Nullable Long customerId, @Nullable Long contactId) {
    LiveCall here = live.get(callKey);
    if (here == null) {
      return;
    }
    synchronized (here) {
      here.chosenCustomer = customerId;
      here.chosenContact = contactId;
    }
    keepAndTell(here);
  }

  /** How loud a call's recording is now, 0 to 1; see {@link RecordingInProgress#level}. */
  public double level(String callKey) {
    LiveCall here = live.get(callKey);
    RecordingInProgress running = here == null ? null : here.recording;
    return running == null ? 0 : running.level();
  }

  /**
   * Where a mark set now belongs: milliseconds of the recording so far, pauses left out; without a
   * recording since people began to talk, 0 before that.
   */
  public long position(String callKey) {
    LiveCall here = live.get(callKey);
    return here == null ? 0 : here.position(clock.now());
  }

  /** Calls whose row became durable; told on the paperwork thread. */
  public Listeners<CallRecord> saved() {
    return open.saved();
  }

  /** Calls that are over but could not be saved yet; they are tried again every few seconds. */
  public int unsavedCalls() {
    return open.unsaved();
  }

  /** Ends what is open and waits for the open. The recorder may be closed after this. */
  @Override
  public void close() {
    for (LiveCall here : live.values()) {
      RecordingInProgress running = here.recording;
      if (running != null) {
        worker.execute(running::finish);
      }
    }
    worker.close();
  }

  private void finish(LiveCall here) {
    RecordingInProgress running = here.recording;
    Recording sound = running == null ? null : running.finish().orElse(null);
    if (running != null && OpenCalls.mayGoOn(here.call)) {
      recorder.brokenOff(here.key, sound, running.paused());
    }
    synchronized (here) {
      here.recorded = sound != null;
    }
    open.keep(here.note());
    open.file(
        here.finished(sound),
        () -> {
          if (sound != null && running != null) {
            running.earlierMayGo();
          }
          synchronized (here) {
            show(screen::updated, here);
          }
        });
  }

  /** Writes the call down; once the caller is on the screen, reads what is known, and shows it. */
  private void keepAndTell(LiveCall here) {
    keep(here);
    worker.execute(
        () -> {
          way.giveWay();
          here.heed(policy);
          CallCards.Facts facts =
              cards.facts(here.call, here.caller, here.customerId(), here.contactId());
          synchronized (here) {
            here.facts = facts;
            show(screen::updated, here);
          }
        });
  }

  private void keep(LiveCall here) {
    worker.execute(
        () -> {
          if (!here.ended && !here.own()) {
            open.keep(here.note());
          }
        });
  }

  /** A window that fails must not lose the call. */
  private void show(Consumer<CallCard> how, LiveCall here) {
    try {
      how.accept(here.card(policy, line.canRecord(here.call), line.tellsHandset(here.call)));
    } catch (RuntimeException e) {
      LOG.error("Call {} could not be shown", here.key, e);
    }
  }
}
