package app.ringbook.telephony.simulator;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The cable from the kit to the program, with the faults a script asks for. Faults are drawn from a
 * fixed seed: the same script plays the same way.
 */
final class FaultyWire {
  @SuppressWarnings("ArrayRecordComponent") // sent as it is and never compared
  private record Parcel(long dueNanos, byte[] bytes) {}

  private final Random random = new Random(800);
  private final Deque<Parcel> waiting = new ArrayDeque<>();
  private Consumer<byte[]> out = bytes -> {};
  private long nowNanos;
  private int drop;
  private int flip;
  private int chunkLeast;
  private int chunkMost;
  private long delayNanos;
  private long stalledUntilNanos;
  private long bytesUntilCut = -1;
  private boolean cut;

  void connect(Consumer<byte[]> outlet) {
    out = outlet;
    cut = false;
    bytesUntilCut = -1;
  }

  void disconnect() {
    out = bytes -> {};
    waiting.clear();
  }

  void drop(long frames) {
    drop += (int) frames;
  }

  void flip(long frames) {
    flip += (int) frames;
  }

  /** Pieces of that size, or of any size between two. */
  void chunk(long least, long most) {
    chunkLeast = (int) least;
    chunkMost = (int) Math.max(least, most);
  }

  void delay(long millis) {
    delayNanos = millis * 1_000_000;
  }

  void stall(long millis) {
    stalledUntilNanos = nowNanos + millis * 1_000_000;
  }

  void cutAfter(long bytes) {
    bytesUntilCut = bytes;
  }

  /** True once the plug was pulled by {@link #cutAfter}. */
  boolean cut() {
    return cut;
  }

  boolean stalled() {
    return nowNanos < stalledUntilNanos;
  }

  void garbage(long count) {
    byte[] bytes = new byte[(int) count];
    random.nextBytes(bytes);
    send(bytes);
  }

  /** One frame or record on its way. */
  void write(byte[] frame) {
    if (drop > 0) {
      drop--;
      return;
    }
    byte[] bytes = frame;
    if (flip > 0) {
      flip--;
      bytes = frame.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    send(bytes);
  }

  /** Lets time pass: what is due leaves. */
  void step(long now) {
    nowNanos = now;
    while (!stalled() && !waiting.isEmpty() && waiting.getFirst().dueNanos <= now) {
      leave(waiting.removeFirst().bytes);
    }
  }

  private void send(byte[] bytes) {
    if (delayNanos == 0 && !stalled() && waiting.isEmpty()) {
      leave(bytes);
    } else {
      waiting.addLast(new Parcel(nowNanos + delayNanos, bytes));
    }
  }

  private void leave(byte[] bytes) {
    if (cut) {
      return;
    }
    byte[] rest = bytes;
    if (bytesUntilCut >= 0 && bytesUntilCut < bytes.length) {
      rest = Arrays.copyOf(bytes, (int) bytesUntilCut);
      cut = true;
    } else if (bytesUntilCut >= 0) {
      bytesUntilCut -= bytes.length;
    }
    for (int from = 0; from < rest.length; ) {
      int to = Math.min(rest.length, from + pieceOf(rest.length));
      out.accept(Arrays.copyOfRange(rest, from, to));
      from = to;
    }
  }

  private int pieceOf(int all) {
    if (chunkLeast <= 0) {
      return all;
    }
    return chunkLeast + (chunkMost > chunkLeast ? random.nextInt(chunkMost - chunkLeast + 1) : 0);
  }
}
