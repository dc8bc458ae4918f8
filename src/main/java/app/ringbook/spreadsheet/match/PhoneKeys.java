package app.ringbook.spreadsheet.match;

import app.ringbook.platform.PhoneNumber;

/** When two numbers are the same line. */
public final class PhoneKeys {
  /** Digits that the store keeps of what is no number of any plan. */
  private static final int KEPT = 40;

  private PhoneKeys() {}

  /**
   * The same for two numbers that reach the same person: the international form with its extension,
   * else the digits, else the text.
   */
  public static String of(PhoneNumber number) {
    String extension = number.extension() == null ? "" : "x" + number.extension();
    if (number.e164() != null) {
      return number.e164() + extension;
    }
    String digits = number.national();
    String kept = digits.length() <= KEPT ? digits : digits.substring(digits.length() - KEPT);
    return number.dialable() ? kept + extension : "=" + number.raw();
  }

  /** True if both have the same key. */
  public static boolean same(PhoneNumber one, PhoneNumber other) {
    return of(one).equals(of(other));
  }

  /** True if the key is good enough to take two customers for one. */
  public static boolean identifies(PhoneNumber number) {
    return number.e164() != null || number.national().length() >= 7;
  }
}
