package app.ringbook.ui.words;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time of day in the words of {@link DateWords}. */
final class TimeWords {
  private static final String NUMBER = "(\\d{1,2}|[一二两三四五六七八九十]{1,3})";
  private static final String PART = "(上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|今晚)? ?";
  private static final Pattern CHINESE =
      Pattern.compile("^" + PART + NUMBER + "(?:点钟?|时|:)(?:(半|一刻|三刻)|(\\d{1,2}|[一二三四五十]{1,3})分?)?");
  private static final Pattern ENGLISH =
      Pattern.compile("^(\\d{1,2})(?:[:.h](\\d{2}))? ?(am|pm|a\\.m\\.|p\\.m\\.)(?![a-z])");
  private static final Pattern PLAIN = Pattern.compile("^(\\d{1,2})[:.h](\\d{2})(?!\\d)");
  private static final Pattern DIGITS = Pattern.compile("^(\\d{3,4})(?!\\d)");
  private static final Pattern WORD =
      Pattern.compile("^(noon|morning|afternoon|evening|中午|上午|早上|下午|晚上)");

  private TimeWords() {}

  /**
   * What was read.
   *
   * @param times what it may mean, the most likely first; empty if no time stands at the start
   * @param rest the text behind it
   */
  record Read(List<LocalTime> times, String rest) {}

  static Read read(String text) {
    Matcher english = ENGLISH.matcher(text);
    if (english.find()) {
      int hour = Integer.parseInt(english.group(1)) % 12;
      boolean evening = english.group(3).startsWith("p");
      return read(text, english, List.of(hour + (evening ? 12 : 0)), minute(english.group(2)));
    }
    Matcher plain = PLAIN.matcher(text);
    if (plain.find()) {
      return read(text, plain, hours(plain.group(1)), minute(plain.group(2)));
    }
    Matcher digits = DIGITS.matcher(text);
    if (digits.find()) {
      String written = digits.group(1);
      int split = written.length() - 2;
      return read(
          text, digits, hours(written.substring(0, split)), minute(written.substring(split)));
    }
    return chinese(text);
  }

  private static Read chinese(String text) {
    Matcher chinese = CHINESE.matcher(text);
    if (chinese.find()) {
      int minute =
          switch (chinese.group(3)) {
            case null -> chinese.group(4) == null ? 0 : number(chinese.group(4));
            case "半" -> 30;
            case "一刻" -> 15;
            default -> 45;
          };
      return read(text, chinese, hours(chinese.group(1), number(chinese.group(2))), minute);
    }
    Matcher word = WORD.matcher(text);
    if (word.find()) {
      int hour =
          switch (word.group(1)) {
            case "noon", "中午" -> 12;
            case "afternoon", "下午" -> 14;
            case "evening", "晚上" -> 19;
            default -> 9;
          };
      return read(text, word, List.of(hour), 0);
    }
    return new Read(List.of(), text);
  }

  private static Read read(String text, Matcher matcher, List<Integer> hours, int minute) {
    List<LocalTime> times = new ArrayList<>();
    for (int hour : hours) {
      if (hour >= 0 && hour < 24 && minute < 60) {
        times.add(LocalTime.of(hour, minute));
      }
    }
    return times.isEmpty()
        ? new Read(times, text)
        : new Read(times, text.substring(matcher.end()).strip());
  }

  /** One to six without a leading zero is more likely an afternoon than the night. */
  private static List<Integer> hours(String written) {
    int hour = Integer.parseInt(written);
    return written.length() == 1 && hour >= 1 && hour <= 6
        ? List.of(hour + 12, hour)
        : List.of(hour);
  }

  private static List<Integer> hours(@org.jspecify.annotations.Nullable String part, int hour) {
    return switch (part) {
      case null -> hour >= 1 && hour <= 6 ? List.of(hour + 12, hour) : List.of(hour);
      case "下午", "傍晚", "晚上", "今晚" -> List.of(hour < 12 ? hour + 12 : hour);
      case "中午" -> List.of(hour < 10 ? hour + 12 : hour);
      default -> List.of(hour);
    };
  }

  private static int minute(@org.jspecify.annotations.Nullable String written) {
    return written == null ? 0 : Integer.parseInt(written);
  }

  /** A number below 100 in digits or Chinese numerals. */
  static int number(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return Integer.parseInt(written);
    }
    int ten = written.indexOf('十');
    if (ten < 0) {
      return digit(written.charAt(0));
    }
    int tens = ten == 0 ? 1 : digit(written.charAt(0));
    return tens * 10 + (ten == written.length() - 1 ? 0 : digit(written.charAt(ten + 1)));
  }

  private static int digit(char numeral) {
    return numeral == '两' ? 2 : "零一二三四五六七八九".indexOf(numeral);
  }
}
