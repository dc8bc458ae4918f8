package app.ringbook.telephony.driver.voicemodem;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a modem can be connected to, from its answer to {@code AT+VLS=?}. Of interest is one: the
 * local handset on the line with the modem listening ({@code LT}, number 3 of the standard).
 */
final class LineSources {
  private static final int LISTENING = 3;
  private static final Pattern ITEM = Pattern.compile("(\\d{1,3})(?:\\s*-\\s*(\\d{1,3}))?");

  private LineSources() {}

  /** The number that lets the modem listen to the handset; empty if it cannot. */
  static OptionalInt listening(List<String> answer) {
    OptionalInt found = OptionalInt.empty();
    for (String line : answer) {
      String text = line.replaceFirst("(?i)^\\s*\\+VLS\\s*[:=]\\s*", "").strip();
      if (text.startsWith("(") || text.matches("[\\d\\s,-]+")) {
        found = lists(text) ? OptionalInt.of(LISTENING) : found;
        continue;
      }
      List<String> fields = VoiceFormat.fields(text);
      if (fields.size() < 2 || !fields.getFirst().matches("\\d{1,3}")) {
        continue;
      }
      int id = Integer.parseInt(fields.getFirst());
      String name = fields.get(1).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
      if (name.equals("LT") || name.equals("TL") || (id == LISTENING && name.isEmpty())) {
        return OptionalInt.of(id);
      }
    }
    return found;
  }

  private static boolean lists(String text) {
    String first = text.startsWith("(") ? text.substring(1).replaceFirst("\\).*", "") : text;
    Matcher item = ITEM.matcher(first);
    while (item.find()) {
      int from = Integer.parseInt(item.group(1));
      int to = item.group(2) == null ? from : Integer.parseInt(item.group(2));
      if (from <= LISTENING && LISTENING <= to) {
        return true;
      }
    }
    return false;
  }
}
