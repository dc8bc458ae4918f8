package app.ringbook.cli.bench;

import app.ringbook.call.CallScreen;
import app.ringbook.cli.session.House;
import app.ringbook.cli.session.StartOptions;
import java.io.IOException;

/**
 * A window that was opened to measure on, with its phone line and the real pop-up. The benchmarks
 * know no window themselves. Not for the window's thread.
 */
public interface CallStage {

  /** Opens such windows. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens the window on a folder whose settings name a kit that is there, waits until the kit and
     * everything kept in memory are ready, plays, and closes it again. Once in a run.
     */
    void open(StartOptions there, Play play) throws Exception;
  }

  /** What is played on a window. */
  @FunctionalInterface
  interface Play {
    /** Plays it. */
    void on(CallStage stage) throws Exception;
  }

  /** Bytes to be put on a wire. */
  @FunctionalInterface
  interface Wire {
    /** Puts them there. */
    void send() throws IOException;
  }

  /**
   * How long the window took to open, from the first line of its start.
   *
   * @param lineMillis to a window that can be used, and a kit that is heard
   * @param loadedMillis to everything kept in memory being loaded
   */
  record Start(long lineMillis, long loadedMillis) {}

  /**
   * A caller who was painted.
   *
   * @param nanos when the pixels were seen, by the house's clock
   * @param customerId whose name it was
   */
  record Seen(long nanos, long customerId) {}

  /** How long the window took to open. */
  Start start();

  /** The services behind the window. */
  House house();

  /** The pop-up, for calls of another line. */
  CallScreen popup();

  /**
   * Plays one call that one customer makes: rings, waits until the pixels of the caller's name are
   * on the screen, hangs up, puts the pop-up aside and lets the window come to rest.
   *
   * @throws IllegalStateException if the caller is not painted within ten seconds
   */
  Seen call(Wire ring, Wire hangUp) throws IOException;
}
