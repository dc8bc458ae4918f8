package app.ringbook.telephony.callerid;

import app.ringbook.telephony.CallerInfo;
import java.util.Optional;

/**
 * Reads the bytes of an FSK caller-id transmission: SDMF (type 04) and MDMF (type 80). For bytes
 * that come in a stream see {@link FskFrame}.
 */
public final class FskCallerId {
  private FskCallerId() {}

  /**
   * The caller, or empty if the bytes hold no caller's data (a message-waiting frame, noise). A
   * frame with a wrong checksum is read as far as it goes and marked as not verified.
   */
  public static Optional<CallerInfo> read(byte[] raw) {
    return FskFrame.first(raw, raw.length)
        .or(() -> FskFrame.damaged(raw, raw.length, true))
        .map(FskMessage::of)
        .filter(message -> !message.waiting())
        .map(FskMessage::info);
  }

  /** Tag, length, value of an MDMF payload, also used by kits that parse the frame themselves. */
  public static CallerInfo readFields(byte[] payload, boolean sure) {
    return FskMessage.fields(payload, sure).info();
  }
}
