package app.ringbook.telephony.driver.whozz;

import java.util.function.Consumer;

/**
 * Reads the unit's memory without standing in the way: a call on the line stops the read-out, which
 * begins anew once the line was quiet for a while.
 */
final class WhozzReadOut {
  private static final long QUIET_NANOS = 30_000_000_000L;

  private final Consumer<String> say;
  private final Runnable begins;
  private State state = State.IDLE;
  private int expected;
  private int seen;
  private long busyNanos;

  private enum State {
    IDLE,
    COUNTING,
    READING,
    STOPPED
  }

  /**
   * @param say sends a command
   * @param begins told that the memory is read from its beginning
   */
  WhozzReadOut(Consumer<String> say, Runnable begins) {
    this.say = say;
    this.begins = begins;
  }

  /** A new port: whatever went on is over. */
  void reset() {
    state = State.IDLE;
  }

  /** Asks how many there are; the answer starts the read-out. */
  void count() {
    if (state == State.IDLE) {
      state = State.COUNTING;
      say.accept("?");
    }
  }

  /** The unit said how many there are. */
  void counted(int calls) {
    if (state == State.COUNTING) {
      state = State.IDLE;
      expected = calls;
      if (calls > 0) {
        read();
      }
    }
  }

  /** Reads all there is. */
  void read() {
    state = State.READING;
    seen = 0;
    begins.run();
    say.accept("F");
  }

  /** An entry came. */
  void entry() {
    seen++;
    if (state == State.READING && expected > 0 && seen >= expected) {
      state = State.IDLE;
    }
  }

  /** Something happens on a line now. */
  void lineBusy(long now) {
    busyNanos = now;
    if (state == State.READING) {
      state = State.STOPPED;
      say.accept("-");
    }
  }

  /** Lets time pass. */
  void tick(long now) {
    if (state == State.STOPPED && now - busyNanos >= QUIET_NANOS) {
      read();
    }
  }
}
