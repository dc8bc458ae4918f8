package app.ringbook.telephony.driver.x800;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The last 64 control frames of one life of the kit, to know a frame that was sent again because
 * its acknowledgement got lost. Older than the longest row of repeats, a number is a new frame:
 * with sound running the numbers wrap every twenty minutes.
 */
final class X800Seen {
  private static final int WINDOW = 64;
  private static final long MEMORY_NANOS = 10_000_000_000L;

  private record Entry(int seq, int type, long nanos) {}

  private final Deque<Entry> entries = new ArrayDeque<>();

  /** True if it is new, false if it is a repeat. */
  boolean isNew(X800Frame frame, long nowNanos) {
    for (Entry entry : entries) {
      if (entry.seq == frame.seq()
          && entry.type == frame.type()
          && nowNanos - entry.nanos < MEMORY_NANOS) {
        return false;
      }
    }
    entries.addLast(new Entry(frame.seq(), frame.type(), nowNanos));
    if (entries.size() > WINDOW) {
      entries.removeFirst();
    }
    return true;
  }

  /** The kit restarted: its numbers begin anew. */
  void clear() {
    entries.clear();
  }
}
