package app.ringbook.spreadsheet.match;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which part comes first in dates such as 06/07/2026. */
public enum DateOrder {
  /** 6 July. */
  DAY_FIRST,
  /** 7 June. */
  MONTH_FIRST,
  /** 2006 July 20, where the year has two digits. */
  YEAR_FIRST;

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The order with this name, if there is one. */
  public static Optional<DateOrder> byWord(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(order -> order.word().equals(wanted)).findFirst();
  }

  /** Text key of its label. */
  public String labelKey() {
    return "spreadsheet.order." + name().toLowerCase(Locale.ROOT);
  }
}
