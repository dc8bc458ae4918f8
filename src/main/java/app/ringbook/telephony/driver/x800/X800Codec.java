package app.ringbook.telephony.driver.x800;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Bytes to frames and back. Whatever comes, nothing is thrown and at most one frame's room is kept:
 * where a header or a frame is not right, one byte is given up and the search starts behind it, so
 * a damaged byte costs one frame.
 */
final class X800Codec {
  /** A frame that stays half so long with no more bytes is given up. */
  static final long HALF_FRAME_NANOS = 500_000_000L;

  private static final int SYNC_1 = 0xA5;
  private static final int SYNC_2 = 0x5A;
  private static final int VERSION = 1;
  private static final int HEADER_CHECKED = 14;
  private static final int ROOM = 4096;

  private final Consumer<X800Frame> frames;
  private final byte[] buffer = new byte[ROOM];
  private int start;
  private int end;
  private long skipped;
  private long lastByteNanos;

  /**
   * @param frames told each good frame
   */
  X800Codec(Consumer<X800Frame> frames) {
    this.frames = frames;
  }

  /** Takes the next bytes, in chunks of any size. */
  void received(byte[] data, int length, long nowNanos) {
    lastByteNanos = nowNanos;
    int from = 0;
    while (from < length) {
      makeRoom();
      int taken = Math.min(length - from, ROOM - end);
      System.arraycopy(data, from, buffer, end, taken);
      end += taken;
      from += taken;
      readAll();
    }
  }

  /** Lets time pass: a stuck half frame ends here. */
  void tick(long nowNanos) {
    if (start < end && nowNanos - lastByteNanos >= HALF_FRAME_NANOS) {
      while (start < end) {
        skip();
        readAll();
      }
    }
  }

  /** Forgets what was half read: a new port was opened. */
  void reset() {
    start = 0;
    end = 0;
  }

  /** Bytes given up so far because they belong to no good frame. */
  long skipped() {
    return skipped;
  }

  /** Bytes waiting for the rest of their frame. */
  int waiting() {
    return end - start;
  }

  /** The frame as bytes. */
  static byte[] encode(X800Frame frame) {
    byte[] payload = frame.payload();
    byte[] header =
        new X800Payload()
            .u8(SYNC_1)
            .u8(SYNC_2)
            .u8(VERSION)
            .u8(frame.type())
            .u8(frame.flags())
            .u8(frame.line())
            .u16(frame.seq())
            .u16(payload.length)
            .u32(frame.deviceMillis())
            .done();
    int headerCrc = crc(header, 2, HEADER_CHECKED);
    byte[] checked = new X800Payload().bytes(header).u16(headerCrc).bytes(payload).done();
    return new X800Payload().bytes(checked).u16(crc(checked, 2, checked.length)).done();
  }

  /** CRC-16/CCITT-FALSE: polynomial 1021, start FFFF, not reflected. */
  static int crc(byte[] bytes, int from, int to) {
    int crc = 0xFFFF;
    for (int i = from; i < to; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
      }
    }
    return crc & 0xFFFF;
  }

  private void readAll() {
    while (start < end) {
      int size = frameSize();
      if (size < 0) {
        skip();
      } else if (size == 0 || end - start < size) {
        return;
      } else if (crc(buffer, start + 2, start + size - 2) != u16(size - 2)) {
        skip();
      } else {
        X800Frame frame = frame(size);
        start += size;
        frames.accept(frame);
      }
    }
  }

  /** Size of the frame at the start; 0 if the header is not all there, -1 if it is no header. */
  private int frameSize() {
    int there = end - start;
    if ((u8(0) != SYNC_1) || (there > 1 && u8(1) != SYNC_2) || (there > 2 && u8(2) != VERSION)) {
      return -1;
    }
    if (there < X800Frame.HEADER) {
      return 0;
    }
    int length = u16(8);
    boolean good =
        length <= X800Frame.LONGEST_PAYLOAD
            && crc(buffer, start + 2, start + HEADER_CHECKED) == u16(HEADER_CHECKED);
    return good ? length + X800Frame.OVERHEAD : -1;
  }

  private X800Frame frame(int size) {
    long millis = (long) u16(12) << 16 | u16(10);
    byte[] payload = Arrays.copyOfRange(buffer, start + X800Frame.HEADER, start + size - 2);
    return new X800Frame(u8(3), u8(4), u8(5), u16(6), millis, payload);
  }

  private void skip() {
    start++;
    skipped++;
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
  }

  private int u8(int offset) {
    return buffer[start + offset] & 0xFF;
  }

  private int u16(int offset) {
    return u8(offset) | u8(offset + 1) << 8;
  }
}
