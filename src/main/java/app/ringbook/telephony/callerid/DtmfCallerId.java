package app.ringbook.telephony.callerid;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;

/**
 * Reads a caller's number sent as DTMF digits between a start and an end code, which exchanges
 * choose differently: {@code D...C} (China, Netherlands), {@code A...#} (Denmark), {@code A...D}.
 * There is no checksum; a number of unlikely length is marked as not verified.
 */
public final class DtmfCallerId {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 20;

  private DtmfCallerId() {}

  /** The caller; NONE if there is no digit at all. */
  public static CallerInfo read(String digits) {
    String special = danish(digits);
    StringBuilder number = new StringBuilder();
    boolean begun = false;
    for (int i = 0; i < digits.length() && special.isEmpty(); i++) {
      char c = digits.charAt(i);
      if (c >= '0' && c <= '9') {
        number.append(c);
        begun = true;
      } else if (begun) {
        break;
      }
    }
    return switch (special) {
      case "1" -> new CallerInfo(null, Presentation.PRIVATE, null, true);
      case "2", "3" -> new CallerInfo(null, Presentation.UNAVAILABLE, null, true);
      default -> of(number.toString());
    };
  }

  private static CallerInfo of(String number) {
    if (number.isEmpty()) {
      return CallerInfo.NOTHING;
    }
    boolean likely = number.length() >= SHORTEST && number.length() <= LONGEST;
    return CallerText.caller(number, null, likely);
  }

  /** {@code D1#} restricted, {@code D2#} international, {@code D3#} technical; else empty. */
  private static String danish(String digits) {
    return digits.length() == 3 && digits.startsWith("D") && digits.endsWith("#")
        ? digits.substring(1, 2)
        : "";
  }
}
