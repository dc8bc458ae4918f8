package app.ringbook.telephony.callerid;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines by which modems tell a caller: {@code NMBR = ...} with or without spaces, several
 * fields on a line, and the forms of ZyXEL, ELSA, GSM terminals and others. Whatever is not
 * understood is nothing.
 */
public final class CallerIdLines {
  /** Fields of the common form; a field may follow the value before it without a space. */
  private static final Pattern FIELD =
      Pattern.compile("(?i)(DDN_NMBR|DDN|NMBR|NBR|NDID|NAME|DATE|TIME|MESG)\\s*=\\s?");

  /** The same fields with a colon, at the beginning of a line only. */
  private static final Pattern COLON_FIELD =
      Pattern.compile("(?i)^(DDN_NMBR|DDN|NMBR|NBR|NDID|NAME|DATE|TIME|MESG)\\s*:\\s*(.*)$");

  /** The same with nothing but a blank, in capitals and at the beginning of a line only. */
  private static final Pattern BLANK_FIELD =
      Pattern.compile("^(DDN_NMBR|DDN|NMBR|NBR|NDID|NAME|DATE|TIME|MESG)\\s+(\\S.*)$");

  /** Words that many things begin with: only what looks like a number is one. */
  private static final Pattern LABELLED_NUMBER =
      Pattern.compile(
          "(?i)^(?:NUMBER|NUM|PHONE|TEL|CLI|CID|DTMF)\\s*[:=]\\s*([+(]?\\d[\\d+() .-]{2,24})$");

  private static final Pattern NOISE_AND_RING = Pattern.compile("[^=:]*[^A-Z =:]RING");
  private static final Pattern NUMBER_LINE =
      Pattern.compile(
          "(?i)^(?:(?:CALLER(?:'S)? NUMBER|CALLING NUMBER|CALLER\\s?ID|REASON FOR NO CALLER"
              + " NUMBER)\\s*[:=])\\s*(.*)$");
  private static final Pattern NAME_LINE =
      Pattern.compile(
          "(?i)^(?:(?:CALLER(?:'S)? NAME|CALLING NAME|REASON FOR NO CALLER"
              + " NAME)\\s*[:=])\\s*(.*)$");
  private static final Pattern FROM_TO =
      Pattern.compile("(?i)^FM:\\s*(.*?)\\s*(?:\\bTO:\\s*(.*))?$");
  private static final Pattern RING_WITH_NUMBER = Pattern.compile("^RING;\\s*([^;]*)(?:;.*)?$");

  /** A comma with an even number of quotes behind it. */
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private CallerIdLines() {}

  /** What a line is about. */
  public enum Kind {
    /** A ring, perhaps with fields behind it. */
    RING,
    /** A cadence of distinctive ringing, which stands for a ring. */
    CADENCE,
    /** Something about the caller. */
    CALLER,
    /** Nothing of these. */
    OTHER
  }

  /** The kind of a line; what it says of the caller is added to the record, but for rings. */
  public static Kind read(String line, CallerIdRecord record) {
    if (isRing(line)) {
      return Kind.RING;
    }
    if (line.matches("DRO[NF]\\s*=\\s*\\d*")) {
      return line.startsWith("DRON") ? Kind.CADENCE : Kind.CALLER;
    }
    if (line.equals("CIDM")) {
      return Kind.CALLER;
    }
    return fields(line, record) || wholeLine(line, record) ? Kind.CALLER : Kind.OTHER;
  }

  /** Takes what some modems put behind RING on the same line. */
  public static void behindRing(String line, CallerIdRecord record) {
    Matcher withNumber = RING_WITH_NUMBER.matcher(line);
    if (withNumber.matches()) {
      record.number(unquoted(withNumber.group(1)));
    } else {
      fields(line, record);
    }
  }

  private static boolean isRing(String line) {
    if (line.equalsIgnoreCase("RING") || line.startsWith("+CRING:")) {
      return true;
    }
    if (!line.startsWith("RING")) {
      return NOISE_AND_RING.matcher(line).matches();
    }
    String rest = line.substring(4).strip();
    return rest.isEmpty()
        || rest.startsWith(";")
        || rest.matches("[A-Z]|\\d{1,2}")
        || isRing(rest)
        || FIELD.matcher(rest).lookingAt();
  }

  private static boolean fields(String line, CallerIdRecord record) {
    for (Pattern alone : new Pattern[] {COLON_FIELD, BLANK_FIELD}) {
      Matcher field = alone.matcher(line);
      if (field.matches() && !FIELD.matcher(line).find()) {
        field(field.group(1), field.group(2), record);
        return true;
      }
    }
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Matcher field = FIELD.matcher(line);
    while (field.find()) {
      starts.add(field.start());
      ends.add(field.end());
      names.add(field.group(1));
    }
    starts.add(line.length());
    for (int i = 0; i < names.size(); i++) {
      field(names.get(i), line.substring(ends.get(i), starts.get(i + 1)).strip(), record);
    }
    return !names.isEmpty();
  }

  private static void field(String name, String value, CallerIdRecord record) {
    switch (name.toUpperCase(Locale.ROOT)) {
      case "NAME" -> record.name(text(unquoted(value)));
      case "MESG" -> CallerIdHex.message(value).ifPresent(record::spare);
      case "DATE", "TIME" -> {
        // Our own clock is better than what some exchanges send: TIME = 24:15, DATE without a year.
      }
      default -> record.number(unquoted(value));
    }
  }

  private static boolean wholeLine(String line, CallerIdRecord record) {
    for (Pattern labelled : new Pattern[] {NUMBER_LINE, LABELLED_NUMBER}) {
      Matcher number = labelled.matcher(line);
      if (number.matches()) {
        record.number(unquoted(number.group(1)));
        return true;
      }
    }
    Matcher name = NAME_LINE.matcher(line);
    if (name.matches()) {
      record.name(text(unquoted(name.group(1))));
      return true;
    }
    Matcher fromTo = FROM_TO.matcher(line);
    if (fromTo.matches()) {
      record.number(unquoted(fromTo.group(1)));
      return true;
    }
    if (line.regionMatches(true, 0, "+CLIP:", 0, 6)) {
      clip(line.substring(6), record);
      return true;
    }
    return line.matches("(?i)(CALLED NUMBER|DIVERTING NUMBER)\\s*:.*");
  }

  /**
   * {@code "number",type,"",,"name",validity}: type 145 is an international number, with or without
   * its plus sign; validity 1 is withheld, 2 is not available. A comma within quotes parts nothing.
   */
  private static void clip(String rest, CallerIdRecord record) {
    List<String> fields =
        COMMA.splitAsStream(rest.strip()).map(field -> unquoted(field.strip())).toList();
    String type = fields.size() > 1 ? fields.get(1) : "";
    boolean bare = type.equals("145") && fields.getFirst().matches("[1-9]\\d+");
    String number = bare ? "+" + fields.getFirst() : fields.getFirst();
    String validity = fields.size() > 5 ? fields.get(5) : "";
    if (!number.isBlank()) {
      record.number(number);
    } else {
      record.number(validity.equals("1") ? "P" : "O");
    }
    if (fields.size() > 4) {
      record.name(text(fields.get(4)));
    }
  }

  /** The bytes of a name, in whatever encoding they are. */
  private static String text(String latin) {
    return CallerText.decode(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String unquoted(String value) {
    String text = value.strip();
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }
}
