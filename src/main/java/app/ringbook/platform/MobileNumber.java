package app.ringbook.platform;

import org.jspecify.annotations.Nullable;

/**
 * Chinese mobile numbers as nearly every list has them, read without the library: it takes a
 * hundred times as long to come to the same. What is not surely one is left to the library.
 */
final class MobileNumber {
  private static final String COUNTRY = "+86";
  private static final int DIGITS = 11;

  /** Ends of the two groups of four when 3, 4 and 4 digits are written apart. */
  private static final int FIRST_GAP = 3;

  private static final int SECOND_GAP = 8;

  private MobileNumber() {}

  /**
   * The eleven digits, if the text is one mobile number and nothing else: with or without +86, its
   * digits together or parted by blanks or hyphens as 3, 4 and 4; else null.
   *
   * @param region how a number without country code is read
   */
  static @Nullable String digits(String raw, String region) {
    boolean international = raw.startsWith(COUNTRY);
    if (!international && !region.equals("CN")) {
      return null;
    }
    int from = international ? COUNTRY.length() : 0;
    if (international && raw.length() > from && parting(raw.charAt(from))) {
      from++;
    }
    String digits = together(raw, from);
    return digits != null && assigned(digits) ? digits : null;
  }

  private static @Nullable String together(String raw, int from) {
    int length = raw.length() - from;
    if (length != DIGITS && length != DIGITS + 2) {
      return null;
    }
    StringBuilder digits = new StringBuilder(DIGITS);
    for (int i = 0; i < length; i++) {
      char c = raw.charAt(from + i);
      boolean gap = length > DIGITS && (i == FIRST_GAP || i == SECOND_GAP);
      if (gap ? !parting(c) : c < '0' || c > '9') {
        return null;
      }
      if (!gap) {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  private static boolean parting(char c) {
    return c == ' ' || c == '-';
  }

  /** The ranges given to mobile networks; 179 is a carrier's code before a number. */
  private static boolean assigned(String digits) {
    char third = digits.charAt(2);
    return digits.charAt(0) == '1'
        && switch (digits.charAt(1)) {
          case '3', '8' -> true;
          case '4' -> third == '5' || third == '7';
          case '5', '9' -> third != '4';
          case '6' -> third == '2' || (third >= '5' && third <= '7');
          case '7' -> third != '4' && third != '9';
          default -> false;
        };
  }
}
