package app.ringbook.platform;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prepares the text of a phone field: folds its characters, splits it, takes extensions off. */
final class NumberText {
  private static final int LONGEST = 200;
  private static final Pattern SEPARATORS =
      Pattern.compile("[;,、/|\\n\\r\\t]+|\\s+(?:or|and|或|和)\\s+|或");

  /** Extension words in the languages our users write, at the end of the text. */
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?:\\s*(?:转接|转|分机号|分机|内线|extension|extn|ext|x|#|轉|分機)[\\s.:]*)(\\d{1,7})\\s*$",
          Pattern.CASE_INSENSITIVE);

  /** In China {@code 64321234-8001} is a local number and its extension. */
  private static final Pattern DASHED = Pattern.compile("(?<!\\d)(\\d{7,8})\\s*-\\s*(\\d{2,5})$");

  private static final Set<String> DASHED_REGIONS = Set.of("CN", "HK", "MO", "TW");
  private static final Set<String> NOBODY =
      Set.of(
          "p",
          "o",
          "0",
          "private",
          "anonymous",
          "unavailable",
          "unknown",
          "withheld",
          "out of area");

  /** A number without its extension, and the extension. */
  record Parts(String number, @Nullable String extension) {}

  private NumberText() {}

  /** Folds full-width and odd characters to plain ones and drops what cannot be seen. */
  static String fold(String raw) {
    String cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    String folded = Normalizer.normalize(cut, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      plain.append(plain(folded.charAt(i)));
    }
    return plain.toString().replace("\0", "").strip();
  }

  private static char plain(char c) {
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION -> '-';
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.FORMAT -> '\0';
      case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t' ? c : '\0';
      default -> c == '\u2212' ? '-' : c;
    };
  }

  /** True for the words by which lines and people say that there is no number. */
  static boolean nobody(String folded) {
    return NOBODY.contains(folded.toLowerCase(Locale.ROOT));
  }

  /** Takes the extension off. */
  static Parts withoutExtension(String folded, String region) {
    Matcher word = EXTENSION.matcher(folded);
    if (word.find() && word.start() > 0) {
      return new Parts(folded.substring(0, word.start()).strip(), word.group(1));
    }
    Matcher dashed = DASHED.matcher(folded);
    if (DASHED_REGIONS.contains(region) && dashed.find()) {
      return new Parts(folded.substring(0, dashed.end(1)), dashed.group(2));
    }
    return new Parts(folded, null);
  }

  /** Only the ASCII digits. */
  static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  /** See {@link PhoneNumbers#split}. */
  static List<String> split(String raw) {
    List<String> numbers = new ArrayList<>();
    String folded = Normalizer.normalize(raw, Normalizer.Form.NFKC);
    for (String part : SEPARATORS.splitAsStream(folded).toList()) {
      String number = part.strip();
      if (digits(fold(number)).isEmpty()) {
        continue;
      }
      if (continues(numbers, number)) {
        numbers.set(numbers.size() - 1, numbers.getLast() + "," + number);
      } else {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** {@code 9,138...} is a dialled number with a pause, not two numbers. */
  private static boolean continues(List<String> numbers, String next) {
    return !numbers.isEmpty()
        && digits(numbers.getLast()).length() <= 2
        && digits(next).length() >= 5;
  }
}
