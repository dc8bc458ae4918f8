package app.ringbook.telephony.driver.x800;

import app.ringbook.telephony.PhoneDriver;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends frames of one direction. Control frames are sent again after 150, 300, 600 and 1200 ms with
 * the same number until they are acknowledged; after that the link is given up.
 */
final class X800Sender {
  private static final long[] AGAIN_MILLIS = {150, 300, 600, 1200, 1200};
  private static final int MOST_WAITING = 256;

  private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
  private PhoneDriver.@Nullable Outbox out;
  private int seq;
  private long resent;

  private static final class Waiting {
    final X800Frame frame;
    long sinceNanos;
    int tries;

    Waiting(X800Frame frame, long sinceNanos) {
      this.frame = frame;
      this.sinceNanos = sinceNanos;
    }
  }

  /** A new port: what waited is forgotten, numbers go on. */
  void opened(PhoneDriver.Outbox outbox) {
    out = outbox;
    waiting.clear();
  }

  void closed() {
    out = null;
    waiting.clear();
  }

  /** Sends without asking for an acknowledgement. */
  void send(int type, int line, long deviceMillis, byte[] payload) {
    write(new X800Frame(type, 0, line, next(), deviceMillis, payload));
  }

  /** Sends a frame that is repeated by its own rule; the other side may still acknowledge it. */
  void sendOnce(int type, byte[] payload) {
    write(new X800Frame(type, X800Frame.ACK_WANTED, 0, next(), 0, payload));
  }

  /** Sends until it is acknowledged. */
  void sendSurely(int type, int flags, int line, long deviceMillis, byte[] payload, long now) {
    int all = flags | X800Frame.ACK_WANTED;
    X800Frame frame = new X800Frame(type, all, line, next(), deviceMillis, payload);
    if (waiting.size() < MOST_WAITING) {
      waiting.put(frame.seq(), new Waiting(frame, now));
    }
    write(frame);
  }

  /** The other side has it. Returns false if nothing waited for that. */
  boolean acknowledged(int number) {
    return waiting.remove(number) != null;
  }

  /** Sends again what is due; false if the other side stays silent. */
  boolean tick(long nowNanos) {
    Iterator<Waiting> all = waiting.values().iterator();
    while (all.hasNext()) {
      Waiting one = all.next();
      if (nowNanos - one.sinceNanos < AGAIN_MILLIS[one.tries] * 1_000_000) {
        continue;
      }
      if (one.tries == AGAIN_MILLIS.length - 1) {
        return false;
      }
      one.tries++;
      one.sinceNanos = nowNanos;
      resent++;
      X800Frame f = one.frame;
      int flags = f.flags() | X800Frame.RESENT;
      write(new X800Frame(f.type(), flags, f.line(), f.seq(), f.deviceMillis(), f.payload()));
    }
    return true;
  }

  /** Frames sent again so far. */
  long resent() {
    return resent;
  }

  /** Frames not acknowledged yet. */
  int waiting() {
    return waiting.size();
  }

  private int next() {
    int number = seq;
    seq = (seq + 1) & 0xFFFF;
    return number;
  }

  private void write(X800Frame frame) {
    if (out != null) {
      out.write(X800Codec.encode(frame));
    }
  }
}
