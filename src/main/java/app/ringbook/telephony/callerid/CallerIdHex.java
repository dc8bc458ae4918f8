package app.ringbook.telephony.callerid;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Caller ID that a modem hands on as hexadecimal text: whole transmissions ({@code +VCID=2}), FSK
 * or DTMF, and single fields it does not know ({@code MESG = ...}).
 */
public final class CallerIdHex {
  private static final int DIALABLE = 0x03;
  private static final int SHORTEST_DUMP = 10;

  /** Of a number written in digits, ITU-T E.164: longer ones are dumps. */
  private static final int LONGEST_NUMBER = 15;

  private CallerIdHex() {}

  /** The caller in a field of tag, length, value and perhaps a checksum. */
  public static Optional<CallerInfo> message(String value) {
    byte[] bytes = bytes(value);
    if (bytes.length < 3) {
      return Optional.empty();
    }
    int tag = bytes[0] & 0xFF;
    int end = 2 + (bytes[1] & 0xFF);
    boolean whole = end <= bytes.length;
    byte[] field = Arrays.copyOf(bytes, Math.min(end, bytes.length));
    if (tag == DIALABLE) {
      String digits =
          new String(field, 2, field.length - 2, StandardCharsets.ISO_8859_1)
              .replaceAll("[^0-9*#+]", "");
      return digits.isEmpty()
          ? Optional.empty()
          : Optional.of(CallerText.caller(digits, null, whole));
    }
    CallerInfo info = FskCallerId.readFields(field, whole);
    return info.equals(CallerInfo.NOTHING) ? Optional.empty() : Optional.of(info);
  }

  /** The caller in a line that is nothing but the hexadecimal text of a transmission. */
  public static Optional<CallerInfo> dump(String line) {
    String text = line.replaceAll("[\\s,]", "");
    if (mayBeNumber(text) || text.length() < SHORTEST_DUMP || !text.matches("[0-9A-Fa-f]+")) {
      return Optional.empty();
    }
    byte[] bytes = bytes(text);
    String ascii = new String(bytes, StandardCharsets.ISO_8859_1);
    if (ascii.matches("[ABD*#][0-9]{1,24}[A-D#*]?|D[0-9]{1,24}")) {
      CallerInfo dialled = DtmfCallerId.read(ascii);
      return dialled.equals(CallerInfo.NOTHING) ? Optional.empty() : Optional.of(dialled);
    }
    Optional<CallerInfo> caller = FskCallerId.read(bytes);
    return caller.filter(info -> info.presentation() != Presentation.NONE || info.name() != null);
  }

  /** True if a line is the beginning of an FSK transmission that must go on in the next line. */
  public static boolean goesOn(String line) {
    String text = line.replaceAll("[\\s,]", "");
    if (mayBeNumber(text)
        || text.length() < SHORTEST_DUMP
        || !text.matches("(04|80)[0-9A-Fa-f]+")) {
      return false;
    }
    byte[] bytes = bytes(text);
    return bytes.length < 3 + (bytes[1] & 0xFF);
  }

  private static boolean mayBeNumber(String text) {
    return text.length() <= LONGEST_NUMBER && text.matches("[0-9]+");
  }

  /** Pairs of hexadecimal digits; an odd one at the end is left out. */
  private static byte[] bytes(String text) {
    String digits = text.replaceAll("\\s", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream(digits.length() / 2);
    for (int i = 0; i + 1 < digits.length(); i += 2) {
      int high = Character.digit(digits.charAt(i), 16);
      int low = Character.digit(digits.charAt(i + 1), 16);
      if (high < 0 || low < 0) {
        break;
      }
      out.write(high << 4 | low);
    }
    return out.toByteArray();
  }
}
