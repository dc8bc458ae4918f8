package app.ringbook.telephony.callerid;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an FSK transmission says.
 *
 * @param info who calls
 * @param date {@code MMDDhhmm} by the exchange's clock, empty if it was not sent
 * @param waiting true if it only tells that messages wait (or is a test): nobody calls
 */
public record FskMessage(CallerInfo info, String date, boolean waiting) {
  private static final int DATE = 0x01;
  private static final int NUMBER = 0x02;
  private static final int DIALABLE_NUMBER = 0x03;
  private static final int NO_NUMBER_REASON = 0x04;
  private static final int NAME = 0x07;
  private static final int NO_NAME_REASON = 0x08;
  private static final int WAITING = 0x0B;
  private static final int CALL_TYPE = 0x11;
  private static final int CALL_TYPE_WAITING = 0x81;
  private static final int DATE_DIGITS = 8;

  /** Reads a frame. */
  public static FskMessage of(FskFrame frame) {
    if (!frame.ofCall()) {
      return new FskMessage(CallerInfo.NOTHING, "", true);
    }
    return frame.type() == FskFrame.SINGLE
        ? single(frame.payload(), frame.sure())
        : fields(frame.payload(), frame.sure());
  }

  private static FskMessage single(byte[] payload, boolean sure) {
    String text = ascii(payload);
    boolean dated = text.length() >= DATE_DIGITS;
    String number = dated ? text.substring(DATE_DIGITS) : text;
    // Anonymous; a lone A is no number.
    CallerInfo info = CallerText.caller(number.equals("A") ? "P" : number, null, sure);
    return new FskMessage(info, dated ? date(text.substring(0, DATE_DIGITS)) : "", false);
  }

  /** Tag, length, value: fields that are not known are skipped by their length. */
  static FskMessage fields(byte[] payload, boolean sure) {
    String number = null;
    String dialable = null;
    String name = null;
    String date = "";
    Presentation reason = null;
    boolean waiting = false;
    int at = 0;
    while (at + 2 <= payload.length) {
      int tag = payload[at] & 0xFF;
      int end = Math.min(payload.length, at + 2 + (payload[at + 1] & 0xFF));
      byte[] value = Arrays.copyOfRange(payload, at + 2, end);
      switch (tag) {
        case DATE -> date = date(ascii(value));
        case NUMBER -> number = ascii(value);
        case DIALABLE_NUMBER -> dialable = ascii(value);
        case NAME -> name = CallerText.decode(value);
        case NO_NUMBER_REASON -> reason = CallerText.presentationOf(ascii(value));
        case NO_NAME_REASON ->
            reason = reason == null ? CallerText.presentationOf(ascii(value)) : reason;
        case WAITING -> waiting = true;
        case CALL_TYPE -> waiting |= value.length > 0 && (value[0] & 0xFF) == CALL_TYPE_WAITING;
        default -> {}
      }
      at = end;
    }
    CallerInfo info = info(number, dialable, name, reason, sure);
    boolean nobody = info.equals(CallerInfo.NOTHING) || info.presentation() == Presentation.NONE;
    return new FskMessage(info, date, waiting && nobody);
  }

  private static CallerInfo info(
      @Nullable String number,
      @Nullable String dialable,
      @Nullable String name,
      @Nullable Presentation reason,
      boolean sure) {
    CallerInfo info = CallerText.caller(number, name, sure);
    if (info.presentation() != Presentation.NONE) {
      return info;
    }
    if (reason != null) {
      return new CallerInfo(null, reason, info.name(), sure);
    }
    // Some networks send the caller there, others the called line: shown, but as unsure.
    return dialable == null ? info : CallerText.caller(dialable, name, false);
  }

  private static String date(String digits) {
    return digits.matches("\\d{8}") ? digits : "";
  }

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
