package app.ringbook.telephony.link;

import app.ringbook.telephony.AudioBlock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.LinkStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the call thread. Bounded, and never makes the reader wait: repeated rings take
 * each other's place, what tells least is dropped first, and sound that must be dropped leaves a
 * gap behind that says so.
 */
final class EventQueue {
  /** So much news without its sound, and rings, callers, digits, tones, remarks are dropped. */
  static final int CROWDED = 1_000;

  /** From here on sound becomes gaps; so much other news, and only what ends a call is kept. */
  static final int FULL = 4_000;

  /** A line with no more news than this floods nobody: it is not the one that has to stand back. */
  private static final int FEW = 8;

  private final Deque<Item> items = new ArrayDeque<>();
  private final Map<Integer, Integer> ofLine = new HashMap<>();
  private int sounds;
  private long dropped;

  /**
   * One piece of news: an event, a status or a note that nothing more comes.
   *
   * @param event an event, or null
   * @param status a status, or null
   */
  record Item(@Nullable CallEvent event, @Nullable LinkStatus status) {
    static final Item END = new Item(null, null);

    boolean isEnd() {
      return event == null && status == null;
    }
  }

  /** Adds an event without waiting. */
  synchronized void add(CallEvent event) {
    if (size() >= CROWDED && droppable(event)) {
      dropped++;
      if (!otherMakesRoom(event)) {
        return;
      }
    }
    // Sound that nobody fetches must not push out that another handset was lifted.
    if ((isSound(event) ? items.size() : size()) >= FULL) {
      addWhenFull(event);
    } else if (!replacesLast(event)) {
      items.addLast(new Item(event, null));
      sounds += isSound(event) ? 1 : 0;
      count(event, 1);
    }
    notifyAll();
  }

  /** Adds a status; never dropped. */
  synchronized void add(LinkStatus status) {
    items.addLast(new Item(null, status));
    notifyAll();
  }

  /** Nothing more comes. */
  synchronized void end() {
    items.addLast(Item.END);
    notifyAll();
  }

  /** The next piece of news, or null after waiting so long in vain. */
  synchronized @Nullable Item next(long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (items.isEmpty() && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    Item first = items.pollFirst();
    sounds -= first != null && isSound(first.event()) ? 1 : 0;
    count(first == null ? null : first.event(), -1);
    return first;
  }

  /** How much news waits, pieces of sound left out. */
  synchronized int size() {
    return items.size() - sounds;
  }

  /** True if nothing at all waits. */
  synchronized boolean isEmpty() {
    return items.isEmpty();
  }

  /** How much had to be dropped so far. */
  synchronized long dropped() {
    return dropped;
  }

  /** The latest news of a line that floods goes, so that the call on a quiet line is heard of. */
  private boolean otherMakesRoom(CallEvent event) {
    if (waiting(event.at().line()) >= FEW) {
      return false;
    }
    for (Iterator<Item> latest = items.descendingIterator(); latest.hasNext(); ) {
      CallEvent one = latest.next().event();
      if (one != null && droppable(one) && waiting(one.at().line()) > FEW) {
        latest.remove();
        count(one, -1);
        return true;
      }
    }
    return false;
  }

  private int waiting(int line) {
    return ofLine.getOrDefault(line, 0);
  }

  /** Counts what may be dropped, by line. */
  private void count(@Nullable CallEvent event, int more) {
    if (event != null && droppable(event)) {
      ofLine.merge(event.at().line(), more, (was, now) -> was + now == 0 ? null : was + now);
    }
  }

  private void addWhenFull(CallEvent event) {
    if (event instanceof CallEvent.Audio audio) {
      dropped++;
      addGap(audio);
    } else if (event instanceof CallEvent.AudioGap
        || event instanceof CallEvent.CallEnded
        || event instanceof CallEvent.LinkUp
        || event instanceof CallEvent.LinkLost
        || event instanceof CallEvent.Restarted
        || event instanceof CallEvent.OnHook
        || event instanceof CallEvent.Told) {
      items.addLast(new Item(event, null));
      sounds += isSound(event) ? 1 : 0;
    } else {
      dropped++;
    }
  }

  private void addGap(CallEvent.Audio audio) {
    AudioBlock block = audio.block();
    Item last = items.peekLast();
    if (last != null
        && last.event() instanceof CallEvent.AudioGap gap
        && gap.call().equals(audio.call())
        && gap.firstSample() + gap.count() == block.firstSample()) {
      items.removeLast();
      sounds--;
      long count = gap.count() + block.samples();
      add(new CallEvent.AudioGap(gap.at(), gap.call(), gap.firstSample(), count));
      return;
    }
    sounds++;
    items.addLast(
        new Item(
            new CallEvent.AudioGap(audio.at(), audio.call(), block.firstSample(), block.samples()),
            null));
  }

  private boolean replacesLast(CallEvent event) {
    Item last = items.peekLast();
    if (event instanceof CallEvent.Ringing ring
        && last != null
        && last.event() instanceof CallEvent.Ringing before
        && before.call().equals(ring.call())
        && before.count() < ring.count()
        && before.count() > 1) {
      items.removeLast();
      items.addLast(new Item(event, null));
      return true;
    }
    return false;
  }

  private static boolean isSound(@Nullable CallEvent event) {
    return event instanceof CallEvent.Audio || event instanceof CallEvent.AudioGap;
  }

  private static boolean droppable(CallEvent event) {
    return event instanceof CallEvent.Ringing
        || event instanceof CallEvent.CallerId
        || event instanceof CallEvent.Digit
        || event instanceof CallEvent.Tone
        || event instanceof CallEvent.Flash
        || event instanceof CallEvent.Diagnostic;
  }
}
