package app.ringbook.telephony.callerid;

import app.ringbook.telephony.CallerInfo;
import app.ringbook.telephony.Presentation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that came over a telephone line, made harmless: it is whatever somebody sent, and is shown
 * and stored as plain text only.
 */
public final class CallerText {
  private static final Charset CHINESE = Charset.forName("GB18030");
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_NUMBER = 40;

  /** What some networks send in place of a number they do not know. */
  private static final Pattern NOTHING_BUT_ZEROS = Pattern.compile("[0+() -]*0[0() -]*");

  /** {@code PRIVATE NUMBER}, {@code NUMBER WITHHELD}: the noun says nothing. */
  private static final Pattern NOUN =
      Pattern.compile("(?<=.)(?:NUMBER|NAME|CALLERID|CALLER|CALL)$");

  private static final Pattern NOUN_BEFORE =
      Pattern.compile("^(?:NUMBER|NAME|CALLERID|CALLER|CALL)(?=.)");

  private CallerText() {}

  /** UTF-8 if it is that, else the Chinese national encoding if it is that, else Latin-1. */
  public static String decode(byte[] bytes) {
    return strictly(bytes, StandardCharsets.UTF_8)
        .or(() -> mostlyHigh(bytes) ? strictly(bytes, CHINESE) : Optional.empty())
        .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** Chinese text is nearly all high bytes; a European name has one or two among plain letters. */
  private static boolean mostlyHigh(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    return high * 2 >= bytes.length;
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** A name without control, direction and other invisible characters; null if nothing is left. */
  public static @Nullable String name(@Nullable String text) {
    String clean = text == null ? "" : visible(text).strip();
    if (clean.isEmpty() || presentationOf(clean) != null) {
      return null;
    }
    int end = Math.min(clean.length(), LONGEST_NAME);
    if (end < clean.length() && Character.isHighSurrogate(clean.charAt(end - 1))) {
      end--;
    }
    return clean.substring(0, end).strip();
  }

  /** A number or what stands in its place. */
  public static CallerInfo caller(@Nullable String number, @Nullable String name, boolean sure) {
    String clean = number == null ? "" : visible(number).strip();
    Presentation special = presentationOf(clean);
    if (clean.isEmpty()) {
      Presentation named = name == null ? null : presentationOf(visible(name).strip());
      return new CallerInfo(null, named == null ? Presentation.NONE : named, name(name), sure);
    }
    if (special != null) {
      return new CallerInfo(null, special, name(name), sure);
    }
    if (NOTHING_BUT_ZEROS.matcher(clean).matches()) {
      return new CallerInfo(null, Presentation.UNAVAILABLE, name(name), sure);
    }
    String cut = clean.substring(0, Math.min(clean.length(), LONGEST_NUMBER));
    return new CallerInfo(cut, Presentation.NUMBER, name(name), sure);
  }

  /** What a word in the place of a number means, or null if it is no such word. */
  public static @Nullable Presentation presentationOf(String text) {
    String word = text.toUpperCase(Locale.ROOT).replaceAll("[ _./'-]", "");
    return switch (word) {
      case "P" -> Presentation.PRIVATE;
      case "O", "NA", "NOCID" -> Presentation.UNAVAILABLE;
      default -> ofAdjective(NOUN_BEFORE.matcher(NOUN.matcher(word).replaceAll("")).replaceAll(""));
    };
  }

  private static @Nullable Presentation ofAdjective(String word) {
    return switch (word) {
      case "PRIVATE", "RESTRICTED", "ANONYMOUS", "ANONYM", "WITHHELD", "BLOCKED", "HIDDEN" ->
          Presentation.PRIVATE;
      case "OUTOFAREA", "UNAVAILABLE", "NOTAVAILABLE", "UNKNOWN", "UNBEKANNT", "UNLISTED", "NO" ->
          Presentation.UNAVAILABLE;
      default -> null;
    };
  }

  private static String visible(String text) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), 256));
    text.codePoints()
        .limit(4096)
        .filter(CallerText::isVisible)
        .limit(256)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
