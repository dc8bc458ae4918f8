package app.ringbook.telephony.link;

import app.ringbook.platform.Listeners;
import app.ringbook.telephony.CallEvent.Stamp;
import app.ringbook.telephony.CallListener;
import app.ringbook.telephony.LinkStatus;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The call thread of a link: takes what the reader queued, in order, asks the tracker what it
 * means, and tells. Links that share a listener tell one at a time.
 */
final class LinkTeller implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkTeller.class);
  private static final long PATIENCE_MILLIS = 100;

  private final String name;
  private final EventQueue queue;
  private final CallTracker tracker;
  private final CallListener listener;
  private final Listeners<LinkStatus> statusChanges;
  private final Supplier<Stamp> now;

  LinkTeller(
      String name,
      EventQueue queue,
      CallTracker tracker,
      CallListener listener,
      Listeners<LinkStatus> statusChanges,
      Supplier<Stamp> now) {
    this.name = name;
    this.queue = queue;
    this.tracker = tracker;
    this.listener = listener;
    this.statusChanges = statusChanges;
    this.now = now;
  }

  @Override
  public void run() {
    try {
      while (true) {
        EventQueue.Item item = queue.next(PATIENCE_MILLIS);
        if (item != null && item.isEnd()) {
          tell(() -> tracker.close(now.get()));
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
      tracker.tick(now.get());
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
}
