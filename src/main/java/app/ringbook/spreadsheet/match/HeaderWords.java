package app.ringbook.spreadsheet.match;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares headers with the names of fields, whatever their spelling, spaces and brackets. */
final class HeaderWords {
  private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔<].*?[)\\]】〕>]");
  private static final Pattern HUMPS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LAST_NUMBER = Pattern.compile("\\s*\\p{N}+$");
  private static final Map<String, CustomerField> BY_NAME = byName();

  /** A field and how sure the header is about it, 0 to 1. */
  record Guess(CustomerField field, double sure) {}

  private HeaderWords() {}

  /** Words of a header in lower case with single blanks: {@code contactFirstName} is three. */
  static String words(String header) {
    String plain = Normalizer.normalize(header, Normalizer.Form.NFKC).replace("\uFEFF", "");
    String bare = BRACKETS.matcher(plain).replaceAll(" ");
    String text = bare.isBlank() ? plain : bare;
    String spaced = HUMPS.matcher(text).replaceAll(" ");
    return GAPS.matcher(spaced).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** The field a header means, by its whole text, else by how it ends. */
  static Optional<Guess> field(String header) {
    String words = words(header);
    if (words.isEmpty() || words.length() > 60) {
      return Optional.empty();
    }
    CustomerField whole = BY_NAME.get(joined(words));
    if (whole != null) {
      return Optional.of(new Guess(whole, 1));
    }
    String bare = LAST_NUMBER.matcher(words).replaceAll("");
    CustomerField numbered = BY_NAME.get(joined(bare));
    if (numbered != null) {
      return Optional.of(new Guess(numbered, 0.9));
    }
    return byEnd(bare);
  }

  /** In both languages the last word says what a thing is: 联系人电话 is a phone. */
  private static Optional<Guess> byEnd(String words) {
    for (int from = 1; from < words.length(); from++) {
      String end = words.substring(from);
      boolean latin = end.charAt(0) < 0x2E80;
      boolean starts = words.charAt(from - 1) == ' ' || words.charAt(from - 1) >= 0x2E80;
      if (!starts || end.charAt(0) == ' ' || end.length() < (latin ? 4 : 2)) {
        continue;
      }
      CustomerField field = BY_NAME.get(joined(end));
      if (field != null && !field.equals(CustomerFields.NAME)) {
        return Optional.of(new Guess(field, 0.6));
      }
    }
    return Optional.empty();
  }

  private static String joined(String words) {
    return words.replace(" ", "");
  }

  private static Map<String, CustomerField> byName() {
    Map<String, CustomerField> names = new HashMap<>();
    for (CustomerField field : CustomerFields.ALL) {
      for (String name : field.names()) {
        names.putIfAbsent(joined(words(name)), field);
      }
      names.putIfAbsent(joined(words(field.key())), field);
    }
    return names;
  }
}
