package app.ringbook.call.outside;

import app.ringbook.telephony.Direction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a sound file tells. Recorders of telephones and mobile phones put number and
 * time there, in any order and writing.
 *
 * @param numbers what may be the other end's number, the likeliest first
 * @param at when the call was, or null if the name does not say
 * @param direction who called whom, or null if the name does not say
 */
record AudioName(List<String> numbers, @Nullable Instant at, @Nullable Direction direction) {
  private static final String BETWEEN = "[-_./年月日时分 T]*";
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)(20\\d\\d)"
              + BETWEEN
              + "(\\d\\d)"
              + BETWEEN
              + "(\\d\\d)"
              + "(?:[-_./日 T]*(\\d\\d)[-_.:时]?(\\d\\d)(?:[-_.:分]?(\\d\\d))?)?(?:\\d{3})?秒?(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d\\d)[-_.](\\d\\d)[-_.](20\\d\\d)"
              + "(?:[-_. T]*(\\d\\d)[-_.:]?(\\d\\d)(?:[-_.:]?(\\d\\d))?)?(?!\\d)");
  private static final Pattern EPOCH = Pattern.compile("(?<!\\d)(1[5-9]\\d{8})(\\d{3})(?!\\d)");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\(?\\d[\\d ()-]{3,20}\\d");
  private static final Pattern OUT =
      Pattern.compile("(?<![a-z])(out|outgoing|dialled|dialed|outbound)(?![a-z])|呼出|去电|拨出|主叫");
  private static final Pattern IN =
      Pattern.compile("(?<![a-z])(in|incoming|received|inbound)(?![a-z])|呼入|来电|接听|被叫");
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST_DIGITS = 15;

  /**
   * Reads a file's name.
   *
   * @param name with or without its ending
   * @param zone in which times in names are meant
   */
  static AudioName read(String name, ZoneId zone) {
    String rest = name.replaceFirst("\\.[A-Za-z0-9]{2,4}$", "");
    String lower = rest.toLowerCase(Locale.ROOT);
    Direction direction =
        OUT.matcher(lower).find()
            ? Direction.OUTGOING
            : IN.matcher(lower).find() ? Direction.INCOMING : null;
    Instant at = null;
    for (Matcher found : List.of(YEAR_FIRST.matcher(rest), DAY_FIRST.matcher(rest))) {
      while (at == null && found.find()) {
        at = moment(found, zone);
        if (at != null) {
          rest = rest.substring(0, found.start()) + "\n" + rest.substring(found.end());
        }
      }
    }
    Matcher epoch = EPOCH.matcher(rest);
    if (at == null && epoch.find()) {
      at = Instant.ofEpochMilli(Long.parseLong(epoch.group()));
      rest = rest.substring(0, epoch.start()) + "\n" + rest.substring(epoch.end());
    }
    return new AudioName(numbers(rest), at, direction);
  }

  private static @Nullable Instant moment(Matcher found, ZoneId zone) {
    boolean yearFirst = found.group(1).length() == 4;
    int year = number(found, yearFirst ? 1 : 3);
    int day = number(found, yearFirst ? 3 : 1);
    try {
      return LocalDateTime.of(
              year, number(found, 2), day, number(found, 4), number(found, 5), number(found, 6))
          .atZone(zone)
          .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher found, int group) {
    String text = found.group(group);
    return text == null ? 0 : Integer.parseInt(text);
  }

  private static List<String> numbers(String rest) {
    List<String> found = new ArrayList<>();
    for (Matcher m = NUMBER.matcher(rest); m.find(); ) {
      int digits = digits(m.group());
      if (digits >= FEWEST_DIGITS && digits <= MOST_DIGITS) {
        String text = m.group().strip();
        found.add(text.startsWith("(") && !text.contains(")") ? text.substring(1) : text);
      }
    }
    // A number with its area code is longer than the counters that some recorders add.
    found.sort(Comparator.comparingInt(AudioName::digits).reversed());
    return List.copyOf(found);
  }

  private static int digits(String text) {
    return text.replaceAll("\\D", "").length();
  }
}
