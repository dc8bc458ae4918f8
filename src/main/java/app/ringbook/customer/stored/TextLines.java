package app.ringbook.customer.stored;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines of text a name and a number are found by. */
public final class TextLines {
  /** Marks the line of an e-mail address among the lines of a name. */
  private static final String EMAIL_LINE = "\n\u0005";

  private TextLines() {}

  /** The lines of a name, and its address. */
  public static String ofName(String searchKey, @Nullable String email) {
    return email == null ? searchKey : searchKey + EMAIL_LINE + email.toLowerCase(Locale.ROOT);
  }

  /** The digits as typed, as dialled from abroad and as dialled at home. */
  public static String ofNumber(String raw, @Nullable String e164, String national) {
    String typed = digits(raw);
    String abroad = e164 == null ? "" : digits(e164);
    String home = national.isEmpty() ? "" : "0" + digits(national);
    StringBuilder lines = new StringBuilder(typed);
    if (!abroad.equals(typed)) {
      add(lines, abroad);
    }
    if (!home.equals(typed) && !home.equals(abroad)) {
      add(lines, home);
    }
    return lines.toString();
  }

  private static void add(StringBuilder lines, String line) {
    if (!line.isEmpty()) {
      lines.append(lines.isEmpty() ? "" : "\n").append(line);
    }
  }

  /** The digits of a text, full-width ones too. */
  public static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.toString();
  }
}
