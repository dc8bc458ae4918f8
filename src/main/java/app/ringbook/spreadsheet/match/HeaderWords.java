package app.ringbook.spreadsheet.match;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a header, whatever its spelling, spaces and brackets. */
final class HeaderWords {
  private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔<].*?[)\\]】〕>]");
  private static final Pattern HUMPS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private HeaderWords() {}

  /** Words of a header in lower case with single blanks: {@code contactFirstName} is three. */
  static String words(String header) {
    String plain = Normalizer.normalize(header, Normalizer.Form.NFKC).replace("\uFEFF", "");
    String bare = BRACKETS.matcher(plain).replaceAll(" ");
    String text = bare.isBlank() ? plain : bare;
    String spaced = HUMPS.matcher(text).replaceAll(" ");
    return GAPS.matcher(spaced).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
