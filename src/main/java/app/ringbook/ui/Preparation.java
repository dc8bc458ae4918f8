package app.ringbook.ui;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * How far something is that gets ready behind the window while a person already works, such as the
 * search. Ready until told otherwise. Used on the window's thread.
 */
public final class Preparation {
  private static final int READY = 100;
  private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper(READY);

  /**
   * It is this far, and not ready.
   *
   * @param done finished items
   * @param total all items, or -1 while unknown
   */
  public void at(long done, long total) {
    percent.set(total <= 0 ? 0 : Math.clamp(done * READY / total, 0, READY - 1));
  }

  /** It is ready. */
  public void done() {
    percent.set(READY);
  }

  /** True once it is ready. */
  public boolean ready() {
    return percent.get() == READY;
  }

  /** From 0 to 100, which is ready. */
  public ReadOnlyIntegerProperty percent() {
    return percent.getReadOnlyProperty();
  }
}
