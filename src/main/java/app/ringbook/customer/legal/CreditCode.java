package app.ringbook.customer.legal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The unified social credit code of a Chinese company (GB 32100-2015): 18 signs, the last one a
 * check sign. Other countries' register numbers may stand in its place; they have none.
 */
public final class CreditCode {
  private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern CHINESE = Pattern.compile("[0-9A-Z]{18}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\-.]+");

  private CreditCode() {}

  /** The code without blanks and hyphens, in capitals. */
  public static String plain(String typed) {
    return BETWEEN
        .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
        .replaceAll("")
        .toUpperCase(Locale.ROOT);
  }

  /** True if it looks like a Chinese code whose check sign, or another sign, is wrong. */
  public static boolean doubtful(String typed) {
    String code = plain(typed);
    return CHINESE.matcher(code).matches() && !valid(code);
  }

  /** True for a Chinese code with the right check sign. */
  public static boolean valid(String typed) {
    String code = plain(typed);
    if (code.length() != 18) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      int value = SIGNS.indexOf(code.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return SIGNS.indexOf(code.charAt(17)) == (31 - sum % 31) % 31;
  }
}
