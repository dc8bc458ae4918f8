package app.ringbook.telephony.serial;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Two ends of a cable that only exists in memory, for tests. What one end writes the other reads;
 * closing either end unplugs the cable: the other reads what is left and then -1.
 */
public final class MemoryLine implements SerialLine {
  private static final int CAPACITY = 65_536;

  private final Pipe in;
  private final Pipe out;

  private MemoryLine(Pipe in, Pipe out) {
    this.in = in;
    this.out = out;
  }

  /**
   * Both ends of a cable.
   *
   * @param host the program's end
   * @param kit the kit's end
   */
  public record Pair(MemoryLine host, MemoryLine kit) {}

  /** A new cable. */
  public static Pair pair() {
    Pipe toHost = new Pipe();
    Pipe toKit = new Pipe();
    return new Pair(new MemoryLine(toHost, toKit), new MemoryLine(toKit, toHost));
  }

  @Override
  public int read(byte[] buffer) {
    return in.read(buffer, READ_MILLIS);
  }

  @Override
  public int read(byte[] buffer, int millis) {
    return in.read(buffer, millis);
  }

  @Override
  public boolean write(byte[] bytes) {
    return out.write(bytes);
  }

  @Override
  public void close() {
    in.close();
    out.close();
  }

  private static final class Pipe {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] bytes = new byte[CAPACITY];
    private int first;
    private int count;
    private boolean closed;

    int read(byte[] buffer, int millis) {
      lock.lock();
      try {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        while (count == 0 && !closed && left > 0) {
          left = changed.awaitNanos(left);
        }
        int taken = Math.min(count, buffer.length);
        for (int i = 0; i < taken; i++) {
          buffer[i] = bytes[(first + i) % CAPACITY];
        }
        first = (first + taken) % CAPACITY;
        count -= taken;
        changed.signalAll();
        return taken == 0 && closed ? -1 : taken;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      } finally {
        lock.unlock();
      }
    }

    boolean write(byte[] data) {
      lock.lock();
      try {
        for (byte b : data) {
          while (count == CAPACITY && !closed) {
            changed.await();
          }
          if (closed) {
            return false;
          }
          bytes[(first + count) % CAPACITY] = b;
          count++;
        }
        changed.signalAll();
        return !closed;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } finally {
        lock.unlock();
      }
    }

    void close() {
      lock.lock();
      try {
        closed = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
