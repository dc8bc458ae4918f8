package app.ringbook.telephony.driver.callerid;

import app.ringbook.telephony.CallerInfo;

/** One thing a box said. */
sealed interface BoxRecord {

  /**
   * Who calls.
   *
   * @param date {@code MMDDhhmm} by the exchange's clock, or empty
   */
  record Caller(CallerInfo info, String date) implements BoxRecord {}

  /** It rings. */
  record Ring() implements BoxRecord {}

  /** One digit of a number told digit by digit. */
  record Digit(char digit) implements BoxRecord {}

  /** The box is there. */
  record Hello() implements BoxRecord {}

  /** Messages wait: nobody calls. */
  record Waiting() implements BoxRecord {}

  /** Bytes that are none of these. */
  record Unknown(int length) implements BoxRecord {}
}
