package app.ringbook.call;

import app.ringbook.platform.Listeners;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves finished calls, again and again until it succeeds. On the paperwork thread only. */
final class CallPaperwork {
  private static final Logger LOG = LoggerFactory.getLogger(CallPaperwork.class);
  private final CallRecords records;
  private final OpenCalls open;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final AtomicInteger unsaved = new AtomicInteger();
  private final Listeners<CallRecord> saved = new Listeners<>();

  private record Waiting(FinishedCall call, Runnable after) {}

  CallPaperwork(CallRecords records, OpenCalls open) {
    this.records = records;
    this.open = open;
  }

  Listeners<CallRecord> saved() {
    return saved;
  }

  int unsaved() {
    return unsaved.get();
  }

  /** Saves a call, then runs {@code after}; if it cannot be saved now both wait. */
  void file(FinishedCall call, Runnable after) {
    if (!save(call, after)) {
      waiting.add(new Waiting(call, after));
      unsaved.set(waiting.size());
    }
  }

  /** Saves what waits, in its order, until one fails again. */
  void tryAgain() {
    for (int left = waiting.size(); left > 0; left--) {
      Waiting next = waiting.remove();
      if (!save(next.call, next.after)) {
        waiting.add(next);
      }
    }
    unsaved.set(waiting.size());
  }

  private boolean save(FinishedCall call, Runnable after) {
    CallRecord row;
    try {
      row = records.save(call).value();
    } catch (RuntimeException e) {
      LOG.error("Call {} could not be saved and will be tried again", call.call().key(), e);
      return false;
    }
    open.done(call.call().key());
    after.run();
    saved.tell(row);
    return true;
  }
}
