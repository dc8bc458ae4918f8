package app.ringbook.call.view;

import app.ringbook.call.CallFilter;
import app.ringbook.platform.Background;
import app.ringbook.platform.Subscription;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;

/** Keeps the number of missed calls nobody has dealt with, for the badge in the sidebar. */
public final class MissedCalls {
  private final CallsBook book;
  private final Background background;
  private final Executor front;
  private final IntegerProperty count;
  private boolean counting;
  private boolean again;

  /**
   * @param front the window's thread
   * @param count where the number goes, on the window's thread
   */
  public MissedCalls(CallsBook book, Background background, Executor front, IntegerProperty count) {
    this.book = book;
    this.background = background;
    this.front = front;
    this.count = count;
  }

  /** Counts now, and after every change until the subscription is closed. */
  public Subscription follow() {
    front.execute(this::count);
    return book.changes(() -> front.execute(this::count));
  }

  /** Changes that come while it counts are counted once more, all together. */
  private void count() {
    if (counting) {
      again = true;
      return;
    }
    counting = true;
    background
        .run(progress -> book.counts(CallFilter.ALL, progress))
        .orElse(e -> counted(count.get()))
        .then(counts -> counted((int) Math.min(Integer.MAX_VALUE, counts.missed())));
  }

  private void counted(int now) {
    counting = false;
    count.set(now);
    if (again) {
      again = false;
      count();
    }
  }
}
