package app.ringbook.telephony.driver.whozz;

import app.ringbook.telephony.callerid.CallerText;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/**
 * Bytes to records. A record ends with CR, LF or both; whatever comes, nothing is thrown and at
 * most one line is kept. A unit that echoes or answers the probe sends a lone {@code #}.
 */
final class WhozzCodec {
  private static final int LONGEST = 256;

  private final Consumer<WhozzRecord> records;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean tooLong;
  private long skipped;

  /**
   * @param records told each record, also those not understood
   */
  WhozzCodec(Consumer<WhozzRecord> records) {
    this.records = records;
  }

  /** Takes the next bytes, in chunks of any size. */
  void received(byte[] data, int length) {
    for (int i = 0; i < length; i++) {
      take(data[i]);
    }
  }

  /** Forgets what was half read: a new port was opened. */
  void reset() {
    line.reset();
    tooLong = false;
  }

  /** True between two records: the unit may be asked something. */
  boolean idle() {
    return line.size() == 0;
  }

  /** Bytes waiting for the end of their record. */
  int waiting() {
    return line.size();
  }

  /** Bytes given up so far because they belong to no record. */
  long skipped() {
    return skipped;
  }

  private void take(byte b) {
    if (b == '\r' || b == '\n') {
      end();
    } else if (b == '#' && line.size() == 0 && !tooLong) {
      records.accept(new WhozzRecord.Prompt());
    } else if (line.size() >= LONGEST) {
      tooLong = true;
      skipped++;
    } else {
      line.write(b);
    }
  }

  private void end() {
    int length = line.size();
    if (length > 0) {
      String text = CallerText.decode(line.toByteArray());
      WhozzRecord record = tooLong ? new WhozzRecord.Unknown(length) : WhozzLine.read(text);
      if (record instanceof WhozzRecord.Unknown) {
        skipped += length;
      }
      records.accept(record);
    }
    line.reset();
    tooLong = false;
  }
}
