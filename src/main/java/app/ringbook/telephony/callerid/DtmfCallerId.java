package app.ringbook.telephony.callerid;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;

/**
 * Reads a caller's number sent as DTMF digits between a start and an end code, which exchanges
 * choose differently among {@code A B C D * #}: {@code D...C} (China, Netherlands), {@code A...D}
 * (China by AN93), {@code A...#} (Denmark), {@code [A number][D redirected][B reason]C} (Sweden).
 * There is no checksum; a number of unlikely length is marked as not verified.
 */
public final class DtmfCallerId {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 20;

  private DtmfCallerId() {}

  /** The caller; NONE if there is no digit at all. */
  public static CallerInfo read(String digits) {
    String special = reason(digits);
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
      case "1", "10" -> new CallerInfo(null, Presentation.PRIVATE, null, true);
      case "2", "3", "00" -> new CallerInfo(null, Presentation.UNAVAILABLE, null, true);
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

  /**
   * The code sent in place of a number, else empty: {@code D1#} restricted, {@code D2#}
   * international, {@code D3#} technical (Denmark); {@code B10C} restricted, {@code B00C} not known
   * (Sweden).
   */
  private static String reason(String digits) {
    boolean danish = digits.matches("D[123]#");
    boolean swedish = digits.matches("B(00|10)C");
    return danish || swedish ? digits.substring(1, digits.length() - 1) : "";
  }
}
