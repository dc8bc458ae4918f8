package app.ringbook.telephony.driver.ncid;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.callerid.CallerText;
import java.util.Locale;

/** Who a line tells of, without the words servers put where nothing is known. */
final class NcidPerson {
  private NcidPerson() {}

  static CallerInfo of(NcidRecord.Call call) {
    return CallerText.caller(number(call.number()), name(call.name()), true);
  }

  /** {@code RING} stands for a call without caller ID. */
  private static String number(String number) {
    return switch (number.toUpperCase(Locale.ROOT)) {
      case "RING", "NONE", "NO-NUMBER", "NO NUMBER" -> "";
      case "ANONYM" -> "ANONYMOUS";
      default -> number;
    };
  }

  private static String name(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "NO NAME", "NO-NAME", "NONAME", "NO CALLER ID", "NONE" -> "";
      default -> name;
    };
  }
}
