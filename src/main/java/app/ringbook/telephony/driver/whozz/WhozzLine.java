package app.ringbook.telephony.driver.whozz;

import app.ringbook.telephony.driver.whozz.WhozzRecord.Kind;
import app.ringbook.telephony.driver.whozz.WhozzRecord.When;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line. Fields are told apart by what they look like, with blanks between them: units pad
 * to columns, some do not, and some put a {@code $} in front. What lies in front of the record
 * (echo, line noise) is passed over.
 */
final class WhozzLine {
  private static final String MOMENT =
      "(\\d{1,2})/(\\d{1,2})\\s+(\\d{1,2}):(\\d{2})(?::\\d{2})?(?:\\s+([AP])M)?";

  private static final Pattern COMPREHENSIVE =
      Pattern.compile(
          "\\$?(\\d{2})\\s+([IO])\\s+([SEB])\\s+(\\d{4})\\s+([GB])\\s+(\\S)\\s?(\\d{1,2})\\s+"
              + MOMENT
              + "(?:\\s(.*))?$");

  private static final Pattern MEMORY =
      Pattern.compile(
          "(\\d{4})\\s+(\\d{2})\\s+"
              + MOMENT
              + "\\s+([IO])\\s+([SEB])\\s+(\\d{4})\\s+([GB])\\s+(\\S)\\s?(\\d{1,2})(?:\\s(.*))?$");

  private static final Pattern LIMITED =
      Pattern.compile("\\$?(\\d{2})\\s+" + MOMENT + "\\s+(\\S.*?)\\s+([IO])(?:\\s+(.*))?$");

  /** Columns of a switch on the unit: one blank before AM or PM, wide ones elsewhere, no letter. */
  private static final Pattern COLUMNS =
      Pattern.compile(
          "^\\s?(\\d{1,2})\\s{4,7}(\\d{1,2})/(\\d{1,2})\\s{4,7}(\\d{1,2}):(\\d{2})\\s([AP])M(.*)$");

  private static final Pattern COUNT = Pattern.compile("^[?\\s]*(\\d{1,4})\\s*$");

  private static final Pattern DETAIL =
      Pattern.compile("\\$?(\\d{2})\\s+([RFNH])\\s+\\d{1,2}/\\d{1,2}\\s+\\d{1,2}:\\d{2}.*$");

  private static final Pattern VERSION =
      Pattern.compile("V\\s?([0-9.x]+)\\s+([A-Za-z]{4,})\\s+L=(\\d+).*$");

  private static final Pattern WORD =
      Pattern.compile(
          "(?i)(private|out.of.area|unavailable|anonymous|restricted|withheld|blocked|unknown"
              + "(?: caller)?|no.?(?:number|caller.?id|cid)|[PO])(?:\\s+(.*))?$");

  private static final Pattern DIGITS =
      Pattern.compile("([+(]?[0-9*#][0-9*#+().-]*(?: [0-9-]+)*)(?:\\s+(.*))?$");

  private static final int NUMBER_WIDTH = 14;

  /** Where the number's columns are over, counted from the end of the time. */
  private static final int NAME_AFTER = 20;

  private WhozzLine() {}

  static WhozzRecord read(String line) {
    String text = line.stripTrailing();
    Matcher match = COMPREHENSIVE.matcher(text);
    if (match.find()) {
      return comprehensive(match);
    }
    match = MEMORY.matcher(text);
    if (match.find()) {
      return memory(match);
    }
    match = DETAIL.matcher(text);
    if (match.find()) {
      return new WhozzRecord.Detail(number(match, 1), match.group(2).charAt(0));
    }
    match = COLUMNS.matcher(text);
    if (match.find()) {
      return columns(match);
    }
    match = LIMITED.matcher(text);
    if (match.find()) {
      return limited(match);
    }
    match = COUNT.matcher(text);
    if (match.find()) {
      return new WhozzRecord.Count(number(match, 1));
    }
    match = VERSION.matcher(text);
    if (match.find()) {
      return new WhozzRecord.Version(match.group(1), match.group(2));
    }
    return new WhozzRecord.Unknown(line.length());
  }

  private static WhozzRecord comprehensive(Matcher m) {
    String[] who = who(m.group(13));
    return new WhozzRecord.Call(
        0,
        number(m, 1),
        m.group(2).equals("I"),
        kind(m.group(3)),
        number(m, 4),
        m.group(5).equals("G"),
        number(m, 7),
        when(m, 8),
        who[0],
        who[1]);
  }

  private static WhozzRecord memory(Matcher m) {
    String[] who = who(m.group(14));
    return new WhozzRecord.Call(
        number(m, 1),
        number(m, 2),
        m.group(8).equals("I"),
        kind(m.group(9)),
        number(m, 10),
        m.group(11).equals("G"),
        number(m, 13),
        when(m, 3),
        who[0],
        who[1]);
  }

  private static WhozzRecord limited(Matcher m) {
    String name = m.group(9) == null ? "" : m.group(9).strip();
    return new WhozzRecord.Call(
        0,
        number(m, 1),
        m.group(8).equals("I"),
        Kind.ONLY,
        0,
        true,
        1,
        when(m, 2),
        m.group(7).strip(),
        name);
  }

  /** Number in columns 29 to 43, name in 55 to 69, both to the right; a number may be shorter. */
  private static WhozzRecord columns(Matcher m) {
    String who = m.group(7);
    int middle = Math.min(who.length(), NAME_AFTER);
    return new WhozzRecord.Call(
        0,
        number(m, 1),
        true,
        Kind.ONLY,
        0,
        true,
        1,
        when(m, 2),
        who.substring(0, middle).strip(),
        who.substring(middle).strip());
  }

  private static Kind kind(String letter) {
    return switch (letter) {
      case "S" -> Kind.START;
      case "E" -> Kind.END;
      default -> Kind.BLOCKED;
    };
  }

  private static When when(Matcher m, int group) {
    return new When(
        number(m, group),
        number(m, group + 1),
        time(number(m, group + 2), number(m, group + 3), m.group(group + 4)));
  }

  /** Twelve-hour time with A or P, else 24-hour; an impossible hour is read as 24-hour. */
  private static @Nullable LocalTime time(int hour, int minute, @Nullable String half) {
    int full = hour;
    if (half != null && hour >= 1 && hour <= 12) {
      full = hour % 12 + (half.equals("P") ? 12 : 0);
    }
    return full < 24 && minute < 60 ? LocalTime.of(full, minute) : null;
  }

  /** Number and name of the last two fields; a number may have blanks in it, a name may lack. */
  private static String[] who(@Nullable String fields) {
    String text = fields == null ? "" : fields;
    boolean columns = text.length() > NUMBER_WIDTH && text.charAt(NUMBER_WIDTH) == ' ';
    if (columns) {
      String number = text.substring(0, NUMBER_WIDTH).strip();
      if (number.isEmpty() || number.matches("[0-9*#+() .-]+") || WORD.matcher(number).matches()) {
        return new String[] {number, text.substring(NUMBER_WIDTH).strip()};
      }
    }
    String stripped = text.strip();
    for (Pattern shape : new Pattern[] {WORD, DIGITS}) {
      Matcher match = shape.matcher(stripped);
      if (match.matches()) {
        String name = match.group(2);
        return new String[] {match.group(1), name == null ? "" : name.strip()};
      }
    }
    return new String[] {"", stripped};
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
