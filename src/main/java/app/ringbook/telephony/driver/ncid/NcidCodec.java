package app.ringbook.telephony.driver.ncid;

import app.ringbook.telephony.callerid.CallerText;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/**
 * Bytes to records. A line ends with CR, LF or both and may come in any pieces; one that is longer
 * than any call's is dropped whole.
 */
final class NcidCodec {
  private static final int LONGEST = 8_000;

  private final Consumer<NcidRecord> records;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean tooLong;

  /**
   * @param records told each record, also those that tell of no call
   */
  NcidCodec(Consumer<NcidRecord> records) {
    this.records = records;
  }

  /** Takes the next bytes, in chunks of any size. */
  void received(byte[] data, int length) {
    for (int i = 0; i < length; i++) {
      byte b = data[i];
      if (b == '\r' || b == '\n') {
        end();
      } else if (line.size() >= LONGEST) {
        tooLong = true;
      } else {
        line.write(b);
      }
    }
  }

  /** Forgets what was half read: a new connection was made. */
  void reset() {
    line.reset();
    tooLong = false;
  }

  /** Bytes waiting for the end of their line. */
  int waiting() {
    return line.size();
  }

  private void end() {
    if (tooLong) {
      records.accept(new NcidRecord.Other("too long"));
    } else if (line.size() > 0) {
      records.accept(NcidLine.read(CallerText.decode(line.toByteArray())));
    }
    reset();
  }
}
