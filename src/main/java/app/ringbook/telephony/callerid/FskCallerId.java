package app.ringbook.telephony.callerid;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of an FSK caller-id transmission: SDMF (type 04) and MDMF (type 80), framed by
 * type, length, payload and a checksum that makes the sum of all bytes zero modulo 256. What lies
 * before (channel seizure, mark) and behind (noise) is ignored.
 */
public final class FskCallerId {
  private static final int SINGLE = 0x04;
  private static final int MULTIPLE = 0x80;
  private static final int NUMBER = 0x02;
  private static final int NO_NUMBER_REASON = 0x04;
  private static final int NAME = 0x07;
  private static final int NO_NAME_REASON = 0x08;
  private static final int DATE_DIGITS = 8;

  private FskCallerId() {}

  /**
   * The caller, or empty if the bytes hold no caller's data (a message-waiting frame, noise). A
   * frame with a wrong checksum is read as far as it goes and marked as not verified.
   */
  public static Optional<CallerInfo> read(byte[] raw) {
    Optional<CallerInfo> sure = find(raw, true);
    if (sure.isPresent()) {
      return sure;
    }
    byte[] sevenBit = raw.clone();
    for (int i = 0; i < sevenBit.length; i++) {
      // Type and length keep their high bit: parity is on the characters behind them.
      sevenBit[i] = (raw[i] & 0xFF) == MULTIPLE ? raw[i] : (byte) (raw[i] & 0x7F);
    }
    Optional<CallerInfo> masked = find(sevenBit, true);
    return masked.isPresent() ? masked : find(raw, false);
  }

  /** Tag, length, value of an MDMF payload, also used by kits that parse the frame themselves. */
  public static CallerInfo readFields(byte[] payload, boolean sure) {
    String number = null;
    String name = null;
    Presentation reason = null;
    int at = 0;
    while (at + 2 <= payload.length) {
      int tag = payload[at] & 0xFF;
      int end = Math.min(payload.length, at + 2 + (payload[at + 1] & 0xFF));
      byte[] value = Arrays.copyOfRange(payload, at + 2, end);
      switch (tag) {
        case NUMBER -> number = ascii(value);
        case NAME -> name = CallerText.decode(value);
        case NO_NUMBER_REASON -> reason = CallerText.presentationOf(ascii(value));
        case NO_NAME_REASON -> reason = reason == null ? nameReason(value) : reason;
        default -> {}
      }
      at = end;
    }
    CallerInfo info = CallerText.caller(number, name, sure);
    return info.presentation() == Presentation.NONE && reason != null
        ? new CallerInfo(null, reason, info.name(), sure)
        : info;
  }

  private static @Nullable Presentation nameReason(byte[] value) {
    return CallerText.presentationOf(ascii(value));
  }

  private static Optional<CallerInfo> find(byte[] raw, boolean checked) {
    for (int from = 0; from + 2 < raw.length; from++) {
      int type = raw[from] & 0xFF;
      int end = from + 2 + (raw[from + 1] & 0xFF);
      boolean fits = end < raw.length && end > from + 2;
      if ((type == SINGLE || type == MULTIPLE)
          && fits
          && (!checked || sum(raw, from, end + 1) == 0)) {
        byte[] payload = Arrays.copyOfRange(raw, from + 2, end);
        CallerInfo info = type == SINGLE ? single(payload, checked) : readFields(payload, checked);
        if (checked || info.presentation() != Presentation.NONE) {
          return Optional.of(info);
        }
      }
    }
    return Optional.empty();
  }

  private static CallerInfo single(byte[] payload, boolean sure) {
    String text = ascii(payload);
    return CallerText.caller(
        text.length() > DATE_DIGITS ? text.substring(DATE_DIGITS) : "", null, sure);
  }

  private static int sum(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += bytes[i];
    }
    return sum & 0xFF;
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
