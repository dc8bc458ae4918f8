package app.ringbook.telephony.driver.whozz;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The records of a simulated unit, in the form its toggles and its model ask for. */
final class WhozzWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("hh:mm a", Locale.ENGLISH);
  private static final DateTimeFormatter TIME_24 = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  private String toggles = "ECXUDASobKT";
  private String form = "american";

  /** How they stand. */
  String toggles() {
    return toggles;
  }

  /** Another model: {@code american}, {@code british} or {@code tci}. */
  void form(String name) {
    form = name;
  }

  /** The maker's own set, which tells who calls and nothing else. */
  void shipped() {
    toggles = "ECXUDaSOBKT";
  }

  /** Takes a toggle; any other letter changes nothing. */
  void toggle(char letter) {
    char upper = Character.toUpperCase(letter);
    char lower = Character.toLowerCase(letter);
    toggles = toggles.replace(upper, letter).replace(lower, letter);
  }

  /** Whether rings and hook are reported. */
  boolean details() {
    return on('d');
  }

  /** Whether a start or an end of such a call is sent at all. */
  boolean sends(char kind, boolean incoming) {
    boolean both = on('A') && !on('x') && !form.equals("tci");
    boolean wanted = both || (kind == 'S' ? on('S') || on('x') : on('s') && !on('x'));
    return wanted && (incoming || on('o'));
  }

  String record(int line, char kind, long seconds, WhozzSimulator.Call call) {
    String number = cut(on('c') ? call.number.replace("-", "") : call.number, 14);
    String name = cut(call.name, 15);
    String date = date(call.begin);
    String time = call.begin.map(TIME::format).orElse("00:00 AM").toUpperCase(Locale.ROOT);
    String way = call.incoming ? "I" : "O";
    if (form.equals("tci")) {
      return String.format(
          Locale.ROOT,
          "%02d     %5s     %8s    %15s           %15s",
          line,
          date,
          time,
          number,
          name);
    }
    String key = on('c') ? "$" : "";
    if (on('x')) {
      String gap = "     ";
      String limited = key + String.format(Locale.ROOT, "%02d", line);
      return String.join(gap, limited, date, time.replace(" ", gap), number, way, name);
    }
    return key
        + String.format(
            Locale.ROOT, "%02d %s %s %04d %s ", line, way, kind, seconds, call.good ? "G" : "B")
        + String.format(
            Locale.ROOT,
            "A%d %s %s %-14s %s",
            kind == 'S' ? 0 : call.rings,
            date,
            time,
            number,
            name);
  }

  String memory(int index, int line, long seconds, WhozzSimulator.Call call) {
    String time = call.begin.map(TIME_24::format).orElse("00:00");
    return String.format(Locale.ROOT, "%04d %02d %s %s ", index, line, date(call.begin), time)
        + String.format(
            Locale.ROOT,
            "%s E %04d %s A%d ",
            call.incoming ? "I" : "O",
            seconds,
            good(call),
            call.rings)
        + String.format(Locale.ROOT, "%-14s %s", cut(call.number, 14), cut(call.name, 15));
  }

  String detail(int line, char letter, Optional<ZonedDateTime> moment) {
    String key = on('c') ? "$" : "";
    return key
        + String.format(Locale.ROOT, "%02d %s", line, letter)
        + " ".repeat(13)
        + detailMoment(moment);
  }

  String detailMoment(Optional<ZonedDateTime> moment) {
    return date(moment) + " " + moment.map(SECONDS::format).orElse("00:00:00");
  }

  private String date(Optional<ZonedDateTime> moment) {
    String pattern = form.equals("british") ? "dd/MM" : "MM/dd";
    return moment.map(DateTimeFormatter.ofPattern(pattern)::format).orElse("00/00");
  }

  private boolean on(char toggle) {
    return toggles.indexOf(toggle) >= 0;
  }

  private static String good(WhozzSimulator.Call call) {
    return call.good ? "G" : "B";
  }

  private static String cut(String text, int longest) {
    return text.substring(0, Math.min(longest, text.length()));
  }
}
