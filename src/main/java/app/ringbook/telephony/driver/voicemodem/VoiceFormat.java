package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.telephony.Codec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way a modem sends sound, from its answer to {@code AT+VSM=?}. Numbers mean different things on
 * different chips, so the name decides.
 *
 * @param id its number in {@code AT+VSM=}
 * @param coding how samples are written
 * @param fields how many fields the modem's line had; tells how many arguments it wants
 */
record VoiceFormat(int id, Coding coding, int fields) {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern RANGE = Pattern.compile("(\\d{4,6})\\s*-\\s*(\\d{4,6})");

  /** How samples are written, best first. */
  enum Coding {
    /** G.711 A-law. */
    ALAW(Codec.ALAW),
    /** G.711 mu-law. */
    ULAW(Codec.ULAW),
    /** Signed, 16 bits, little-endian. */
    LINEAR16(Codec.PCM16),
    /** Eight bits, silence is 0x80. */
    UNSIGNED8(Codec.PCM16),
    /** Eight bits, silence is 0. */
    SIGNED8(Codec.PCM16);

    private final Codec codec;

    Coding(Codec codec) {
      this.codec = codec;
    }

    /** How the samples are told. */
    Codec codec() {
      return codec;
    }

    /** Bytes of a sample on the wire. */
    int bytes() {
      return this == LINEAR16 ? 2 : 1;
    }
  }

  /** All usable formats of an answer: at 8000 samples a second, of a coding we have. */
  static List<VoiceFormat> read(List<String> answer) {
    List<VoiceFormat> formats = new ArrayList<>();
    for (String line : answer) {
      format(line).ifPresent(formats::add);
    }
    return formats;
  }

  /** The one that loses least. */
  static Optional<VoiceFormat> best(List<VoiceFormat> formats) {
    return formats.stream().min(Comparator.comparing(VoiceFormat::coding));
  }

  private static Optional<VoiceFormat> format(String line) {
    List<String> fields = fields(line.replaceFirst("(?i)^\\s*\\+VSM\\s*[:=]\\s*", ""));
    if (fields.size() < 2 || !fields.getFirst().matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int id = Integer.parseInt(fields.getFirst());
    String name = fields.get(1);
    boolean named = name.matches(".*[A-Za-z].*");
    int bits = number(fields, named ? 2 : 1);
    List<String> rest = fields.subList(Math.min(fields.size(), 2), fields.size());
    if (!runsAt(String.join(" ", rest), Codec.SAMPLE_RATE)) {
      return Optional.empty();
    }
    return coding(named ? name : standardName(id), bits)
        .map(coding -> new VoiceFormat(id, coding, fields.size()));
  }

  private static String standardName(int id) {
    return switch (id) {
      case 0 -> "SIGNED PCM";
      case 1 -> "UNSIGNED PCM";
      case 4 -> "ULAW";
      case 5 -> "ALAW";
      default -> "";
    };
  }

  private static Optional<Coding> coding(String name, int bits) {
    String word = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9\u00B5\u039C\u03BC]", "");
    if (word.matches(".*(ADPCM|CELP|G72|GSM|MPEG|2BIT|3BIT|4BIT).*")) {
      return Optional.empty();
    }
    if (word.matches(".*(ULAW|[\u00B5\u039C\u03BC]LAW).*")) {
      return Optional.of(Coding.ULAW);
    }
    if (word.contains("ALAW")) {
      return Optional.of(Coding.ALAW);
    }
    boolean wide = bits == 16 || word.contains("16");
    if (word.contains("UNSIGNED")) {
      return wide ? Optional.empty() : Optional.of(Coding.UNSIGNED8);
    }
    if (word.contains("SIGNED")) {
      return Optional.of(wide ? Coding.LINEAR16 : Coding.SIGNED8);
    }
    if (word.contains("LINEAR") || word.contains("PCM")) {
      return Optional.of(wide ? Coding.LINEAR16 : Coding.UNSIGNED8);
    }
    return Optional.empty();
  }

  private static int number(List<String> fields, int at) {
    String text = at < fields.size() ? fields.get(at) : "";
    return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
  }

  private static boolean runsAt(String rest, int wanted) {
    Matcher range = RANGE.matcher(rest);
    while (range.find()) {
      if (Integer.parseInt(range.group(1)) <= wanted
          && wanted <= Integer.parseInt(range.group(2))) {
        return true;
      }
    }
    boolean anyRate = false;
    Matcher number = NUMBER.matcher(rest);
    while (number.find()) {
      String digits = number.group();
      boolean rate = digits.length() >= 4 && digits.length() <= 6;
      anyRate |= rate;
      if (rate && Integer.parseInt(digits) == wanted) {
        return true;
      }
    }
    return !anyRate;
  }

  /** The fields of a line, which commas or semicolons part; those in brackets do not. */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && depth == 0 && (c == ',' || c == ';')) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        depth += quoted ? 0 : c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }
}
