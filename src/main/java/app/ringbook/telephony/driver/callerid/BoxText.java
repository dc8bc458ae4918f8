package app.ringbook.telephony.driver.callerid;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;
import app.ringbook.telephony.callerid.CallerIdLines;
import app.ringbook.telephony.callerid.CallerIdRecord;
import app.ringbook.telephony.callerid.CallerText;
import app.ringbook.telephony.callerid.DtmfCallerId;
import app.ringbook.telephony.callerid.FskFrame;
import app.ringbook.telephony.callerid.FskMessage;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of text as boxes send them:
 *
 * <pre>
 * ###DATE03301423...NMBR4075551212...NAMEWIRELESS CALL+++   NetCallerID
 * I03/18 22:05 507-288-1030 WINTER BRUCE LA                 Weeder
 * ATLINKOK, ATRING, ATF 0208091115018749403                 single-chip boxes
 * DID:5980, RING5980, DTMF5                                 MultiModemDID
 * RING, RING A                                              most
 * DATE = 0330, TIME = 1423, NMBR = 4075551212, NAME = BOB   those built like modems
 * D13812345678C                                             DTMF as it was heard
 * 0412303531...59                                           an FSK frame as hexadecimal digits
 * </pre>
 */
final class BoxText {
  private static final Pattern NET =
      Pattern.compile(
          "(?:^|\\.\\.+)(DATE|NMBR|NAME|LINE|CALL)(.*?)(?=\\.\\.+[A-Z]{4}|(?:\\.\\.+)?$)");
  private static final Pattern WEEDER =
      Pattern.compile("^[A-Z]?\\s*(\\d\\d)/(\\d\\d)\\s+(\\d\\d):(\\d\\d)\\s*(.*)$");
  private static final Pattern WEEDER_NUMBER =
      Pattern.compile("^([0-9+*#(][0-9+*#().-]*)(?:\\s+(.*))?$");
  private static final Pattern WEEDER_WORD =
      Pattern.compile(
          "^-?(PRIVATE|ANONYMOUS|BLOCKED|RESTRICTED|OUT[ -]OF[ -]AREA|UNAVAILABLE|UNKNOWN)\\b-?"
              + "(?:\\s+(.*))?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SINGLE_CHIP =
      Pattern.compile("ATF\\s*(\\d{8})\\s*([0-9*#+]{1,40}|[OP])$");
  private static final Pattern DIALLED_IN = Pattern.compile("(?:DID:|RING)\\s*(\\d{2,20})$");
  private static final Pattern RING = Pattern.compile("(?:^|[^A-Z])(AT)?RING[: ]?\\s*[A-Z0-9]?$");
  private static final Pattern DIGIT = Pattern.compile("(?:^|[^A-Z])DTMF\\s*:?\\s*([0-9A-D*#])$");
  private static final Pattern DTMF =
      Pattern.compile("[ABCD*#][0-9ABCD*#]{1,60}|\\d{3,20}[ABCD*#]?");
  private static final Pattern DIGITS_AND_RING =
      Pattern.compile("([ABCD*#][0-9ABCD*#]{1,60}|\\d{3,20}[ABCD*#]?)(AT)?RING.{0,3}");
  private static final Pattern HEX =
      Pattern.compile("(?:MESG\\s*=\\s*)?((?:04|06|80|81|82)(?:[0-9A-Fa-f]{2}){3,257})");

  /** What some put between or before the bytes of a frame. */
  private static final Pattern HEX_BETWEEN = Pattern.compile("0x|[\\s,:]");

  private static final Pattern BINARY = Pattern.compile("[\\x01-\\x08\\x0b-\\x1f]");

  private BoxText() {}

  /** The record of one line without its end. */
  static BoxRecord read(byte[] line) {
    String whole = CallerText.decode(line);
    String text = whole.replaceAll("\\p{Cntrl}", "").strip();
    return net(text)
        .or(() -> hexadecimal(text))
        .or(() -> fields(new String(line, StandardCharsets.ISO_8859_1).strip()))
        .or(() -> dated(text))
        .or(() -> signal(text))
        .or(() -> digits(text, !BINARY.matcher(whole).find()))
        .orElseGet(() -> new BoxRecord.Unknown(line.length));
  }

  /** How many DTMF digits stand before the word of a ring on the same line, else 0. */
  static int digitsBeforeRing(byte[] line) {
    Matcher match = DIGITS_AND_RING.matcher(new String(line, StandardCharsets.ISO_8859_1));
    return match.matches() ? match.end(1) : 0;
  }

  private static Optional<BoxRecord> net(String text) {
    int start = text.indexOf("###");
    if (start < 0) {
      return Optional.empty();
    }
    int end = text.indexOf("+++", start);
    String body = text.substring(start + 3, end < 0 ? text.length() : end);
    String date = "";
    String number = "";
    String name = "";
    boolean any = false;
    for (Matcher field = NET.matcher(body); field.find(); any = true) {
      switch (field.group(1)) {
        case "DATE" -> date = field.group(2).strip();
        case "NMBR" -> number = field.group(2).strip();
        case "NAME" -> name = field.group(2).strip();
        default -> {}
      }
    }
    if (!any) {
      return Optional.empty();
    }
    if (name.matches("-MSG (ON|OFF|WAITING)-")) {
      return Optional.of(new BoxRecord.Waiting());
    }
    return Optional.of(new BoxRecord.Caller(CallerText.caller(number, name, true), date));
  }

  private static Optional<BoxRecord> hexadecimal(String text) {
    Matcher match = HEX.matcher(HEX_BETWEEN.matcher(text).replaceAll(""));
    if (!match.matches()) {
      return Optional.empty();
    }
    byte[] raw = HexFormat.of().parseHex(match.group(1));
    return FskFrame.first(raw, raw.length)
        .or(() -> FskFrame.damaged(raw, raw.length, false))
        .map(FskMessage::of)
        .map(
            message ->
                message.waiting()
                    ? new BoxRecord.Waiting()
                    : new BoxRecord.Caller(message.info(), message.date()));
  }

  /** Fields as modems tell them, one or all on a line; a date alone is nobody. */
  private static Optional<BoxRecord> fields(String text) {
    CallerIdRecord record = new CallerIdRecord();
    if (CallerIdLines.read(text, record) == CallerIdLines.Kind.RING) {
      CallerIdLines.behindRing(text, record);
    }
    return Optional.ofNullable(record.news()).map(info -> new BoxRecord.Caller(info, ""));
  }

  private static Optional<BoxRecord> dated(String text) {
    Matcher chip = SINGLE_CHIP.matcher(text);
    if (chip.find()) {
      CallerInfo info = CallerText.caller(chip.group(2), null, true);
      return Optional.of(new BoxRecord.Caller(info, chip.group(1)));
    }
    Matcher weeder = WEEDER.matcher(text);
    if (!weeder.matches()) {
      return Optional.empty();
    }
    String date = weeder.group(1) + weeder.group(2) + weeder.group(3) + weeder.group(4);
    String who = weeder.group(5).strip();
    for (Pattern shape : new Pattern[] {WEEDER_NUMBER, WEEDER_WORD}) {
      Matcher match = shape.matcher(who);
      if (match.matches()) {
        CallerInfo info = CallerText.caller(match.group(1), match.group(2), true);
        return Optional.of(new BoxRecord.Caller(info, date));
      }
    }
    return Optional.of(new BoxRecord.Caller(CallerText.caller("", who, true), date));
  }

  private static Optional<BoxRecord> signal(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.endsWith("ATLINKOK")) {
      return Optional.of(new BoxRecord.Hello());
    }
    Matcher dialledIn = DIALLED_IN.matcher(upper);
    if (dialledIn.find()) {
      return Optional.of(new BoxRecord.Caller(unsure(dialledIn.group(1)), ""));
    }
    if (RING.matcher(upper).find()) {
      return Optional.of(new BoxRecord.Ring());
    }
    Matcher digit = DIGIT.matcher(upper);
    return digit.find()
        ? Optional.of(new BoxRecord.Digit(digit.group(1).charAt(0)))
        : Optional.empty();
  }

  /** Among bytes that are no text, digits need their start code: else they are part of a frame. */
  private static Optional<BoxRecord> digits(String text, boolean plain) {
    String packed = text.replace(" ", "").toUpperCase(Locale.ROOT);
    boolean startless = !packed.isEmpty() && Character.isDigit(packed.charAt(0));
    if (!DTMF.matcher(packed).matches() || (startless && !plain)) {
      return Optional.empty();
    }
    CallerInfo info = DtmfCallerId.read(packed);
    return info.equals(CallerInfo.NOTHING)
        ? Optional.empty()
        : Optional.of(new BoxRecord.Caller(info, ""));
  }

  /** Digits of a trunk: often the extension that was called, so nothing is opened by them. */
  static CallerInfo unsure(String digits) {
    return new CallerInfo(digits, Presentation.NUMBER, null, false);
  }
}
