package app.ringbook.telephony;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the call thread. Bounded, and never makes the reader wait: repeated rings take
 * each other's place, what tells least is dropped first, and sound that must be dropped leaves a
 * gap behind that says so.
 */
final class EventQueue {
  /** From here on rings, digits, tones and remarks are dropped. */
  static final int CROWDED = 1_000;

  /** From here on sound becomes gaps. */
  static final int FULL = 4_000;

  private final Deque<Item> items = new ArrayDeque<>();
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
    if (items.size() >= CROWDED && droppable(event)) {
      dropped++;
      return;
    }
    if (items.size() >= FULL) {
      addWhenFull(event);
    } else if (!replacesLast(event)) {
      items.addLast(new Item(event, null));
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
    return items.pollFirst();
  }

  /** How much news waits. */
  synchronized int size() {
    return items.size();
  }

  /** How much had to be dropped so far. */
  synchronized long dropped() {
    return dropped;
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
        || event instanceof CallEvent.OnHook) {
      items.addLast(new Item(event, null));
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
      long count = gap.count() + block.samples();
      add(new CallEvent.AudioGap(gap.at(), gap.call(), gap.firstSample(), count));
      return;
    }
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

  private static boolean droppable(CallEvent event) {
    return event instanceof CallEvent.Ringing
        || event instanceof CallEvent.Digit
        || event instanceof CallEvent.Tone
        || event instanceof CallEvent.Flash
        || event instanceof CallEvent.Diagnostic;
  }
}
