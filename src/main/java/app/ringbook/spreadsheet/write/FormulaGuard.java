package app.ringbook.spreadsheet.write;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a text as a formula. In text files such a text gets an apostrophe
 * in front, which {@link #bare} takes off again, so that a text comes back as it was. Pure.
 */
public final class FormulaGuard {
  private static final String DANGEROUS = "=+-@|\t\r\n\0＝＋－＠";

  /** What programs pass over before they look for a formula. */
  private static final String PASSED_OVER = " '\"\u00A0\u3000\uFEFF";

  /** A number or a phone, which no spreadsheet computes. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d ]*");

  private FormulaGuard() {}

  /** True if a spreadsheet may take the text for a formula. */
  public static boolean dangerous(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (DANGEROUS.indexOf(c) >= 0) {
        return true;
      } else if (PASSED_OVER.indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }

  /** The text as it stands in a text file. */
  public static String guarded(String text) {
    return dangerous(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  /** The text that {@link #guarded} was given. */
  public static String bare(String text) {
    return text.startsWith("'") && dangerous(text.substring(1)) ? text.substring(1) : text;
  }
}
