package app.ringbook.testkit;

import app.ringbook.ui.Toast;
import app.ringbook.ui.Toasts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the toasts that were shown. Safe for any thread. */
public final class FakeToasts implements Toasts {
  private final List<Toast> all = new CopyOnWriteArrayList<>();

  @Override
  public Shown show(Toast toast) {
    all.add(toast);
    return new Shown() {
      @Override
      public void progress(double fraction, String count) {}

      @Override
      public void close() {}
    };
  }

  /** Everything said so far. */
  public List<Toast> all() {
    return List.copyOf(all);
  }

  /** The newest toast; fails if there is none. */
  public Toast last() {
    if (all.isEmpty()) {
      throw new AssertionError("No toast was shown");
    }
    return all.getLast();
  }

  /** Presses the button of the newest toast; fails if it has none. */
  public void pressLast() {
    Runnable action = last().action();
    if (action == null) {
      throw new AssertionError("No button on " + last());
    }
    action.run();
  }
}
