package app.ringbook.telephony.driver.callerid;

import app.ringbook.telephony.callerid.CallerIdHex;
import app.ringbook.telephony.callerid.FskFrame;
import app.ringbook.telephony.callerid.FskMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Bytes to records, binary frames and lines of text mixed. A frame counts as soon as its checksum
 * is right, wherever it begins; a line ends with CR or LF. What might still become a frame is left
 * alone until the box is quiet, since a frame may hold a CR. Whatever comes, nothing is thrown and
 * little is kept.
 */
final class BoxCodec {
  /** Two of the longest frames: one that begins in the first half is whole when it is full. */
  private static final int MOST = 2 * FskFrame.LONGEST;

  private final Consumer<BoxRecord> records;
  private final byte[] bytes = new byte[MOST];
  private int size;
  private String dump = "";
  private long skipped;

  /**
   * @param records told each record, also those not understood
   */
  BoxCodec(Consumer<BoxRecord> records) {
    this.records = records;
  }

  /** Takes the next bytes, in chunks of any size. */
  void received(byte[] data, int length) {
    for (int from = 0; from < length; ) {
      int count = Math.min(length - from, MOST - size);
      System.arraycopy(data, from, bytes, size, count);
      size += count;
      from += count;
      drain();
      if (size == MOST) {
        text(0, FskFrame.LONGEST);
        remove(FskFrame.LONGEST);
      }
    }
  }

  /** Nothing came for a while: what was begun is as complete as it will be. */
  void quiet() {
    drain();
    for (Optional<FskFrame> frame = FskFrame.damaged(bytes, size, true);
        frame.isPresent();
        frame = FskFrame.damaged(bytes, size, true)) {
      take(frame.get());
    }
    text(0, size);
    size = 0;
    endDump();
  }

  /** Forgets what was half read: a new port was opened. */
  void reset() {
    size = 0;
    dump = "";
  }

  /** Bytes waiting for the rest of their record. */
  int waiting() {
    return size + dump.length();
  }

  /** Bytes given up so far because they belong to no record. */
  long skipped() {
    return skipped;
  }

  private void drain() {
    while (size > 0) {
      int open = FskFrame.mayBegin(bytes, size);
      Optional<FskFrame> frame =
          FskFrame.first(bytes, size).or(() -> FskFrame.damaged(bytes, size, false));
      // A short frame of another kind may only look like one within a frame that still comes.
      boolean awaited = frame.isPresent() && !frame.get().ofCall() && open < frame.get().from();
      if (frame.isPresent() && !awaited) {
        take(frame.get());
        continue;
      }
      int end = lineEnd(open < 0 ? size : open);
      if (end < 0) {
        return;
      }
      text(0, end + 1);
      remove(end + 1);
    }
  }

  private void take(FskFrame frame) {
    text(0, frame.from());
    remove(frame.end());
    FskMessage message = FskMessage.of(frame);
    records.accept(
        message.waiting()
            ? new BoxRecord.Waiting()
            : new BoxRecord.Caller(message.info(), message.date()));
  }

  private int lineEnd(int limit) {
    for (int i = 0; i < limit; i++) {
      if (bytes[i] == '\r' || bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void text(int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || bytes[i] == '\r' || bytes[i] == '\n') {
        if (i > start) {
          line(Arrays.copyOfRange(bytes, start, i));
        }
        start = i + 1;
      }
    }
  }

  /** A frame told as hexadecimal text may go on in the next line. */
  private void line(byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1).strip();
    if (CallerIdHex.goesOn(dump + text)) {
      dump += text;
    } else if (!dump.isEmpty() && text.matches("[0-9A-Fa-f\\s,]+")) {
      dump += text;
      endDump();
    } else {
      endDump();
      record(line);
    }
  }

  private void endDump() {
    if (!dump.isEmpty()) {
      byte[] whole = dump.getBytes(StandardCharsets.ISO_8859_1);
      dump = "";
      record(whole);
    }
  }

  private void record(byte[] line) {
    int digits = BoxText.digitsBeforeRing(line);
    if (digits > 0) {
      record(Arrays.copyOf(line, digits));
      record(Arrays.copyOfRange(line, digits, line.length));
      return;
    }
    BoxRecord record = BoxText.read(line);
    if (record instanceof BoxRecord.Unknown unknown) {
      skipped += unknown.length();
    }
    records.accept(record);
  }

  private void remove(int count) {
    System.arraycopy(bytes, count, bytes, 0, size - count);
    size -= count;
  }
}
