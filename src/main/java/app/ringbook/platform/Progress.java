package app.ringbook.platform;

import java.util.concurrent.CancellationException;

/** How far a long piece of work is, and whether the user still wants it. Safe for any thread. */
public interface Progress {
  /** For work nobody watches and nobody cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(long done, long total) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Reports where the work is.
   *
   * @param done finished items
   * @param total all items, or -1 while unknown
   */
  void at(long done, long total);

  /** True once the user asked to stop: work looks at this at least once a second. */
  boolean cancelled();

  /**
   * For long work between slices of some milliseconds: waits a moment while something urgent, such
   * as a caller who is to be shown, needs the machine.
   */
  default void giveWay() {}

  /** Gives way, and ends the work by {@link CancellationException} if it was cancelled. */
  default void check() {
    giveWay();
    if (cancelled()) {
      throw new CancellationException();
    }
  }
}
