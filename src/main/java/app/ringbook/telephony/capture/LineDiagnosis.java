package app.ringbook.telephony.capture;

import app.ringbook.telephony.callerid.FskCallerId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the bytes of a port say about the settings, in words a person can act on. It knows the
 * languages of the kits by their look, not by their drivers, so it also sees that the wrong kind of
 * kit was chosen.
 *
 * @param finding what was found
 * @param speaks names of the drivers whose language it is; empty if it is nobody's
 */
public record LineDiagnosis(Finding finding, List<String> speaks) {

  /** What was found. */
  public enum Finding {
    /** No byte came. */
    SILENT,
    /** Too little came to judge. */
    TOO_LITTLE,
    /** It is the language of the chosen kind of kit. */
    FITS,
    /** It is the language of another kind of kit. */
    OTHER_KIND,
    /** Text whose words belong to no kit known. */
    OTHER_TEXT,
    /** Not a language: the speed is wrong, or the cable is bad. */
    WRONG_SPEED
  }

  private static final int ENOUGH = 12;
  private static final double TEXT = 0.95;
  private static final Pattern MODEM =
      Pattern.compile(
          "(?m)^\\s*(RING\\b|NMBR\\s*=|DATE\\s*=|TIME\\s*=|NAME\\s*=|OK\\s*$|CIDM|CONNECT|\\+CLIP:)");
  private static final Pattern WHOZZ =
      Pattern.compile(
          "\\$?\\d\\d [IO] [SEB] \\d{4} [GB] |\\$?\\d\\d\\s+\\d\\d/\\d\\d\\s+\\d\\d:\\d\\d|"
              + "\\d\\d [RFNH]\\s{2,}\\d\\d/\\d\\d|V\\S+ [Ee][Cc][Xx]|^#\\s*$",
          Pattern.MULTILINE);
  private static final Pattern BOX =
      Pattern.compile(
          "###DATE|(?m)^(ATF \\d|ATRING|ATLINKOK|DID:\\d|I\\d\\d/\\d\\d \\d\\d:\\d\\d )");
  private static final Pattern NETWORK =
      Pattern.compile(
          "(?m)^(2\\d\\d NCID|2\\d\\d |(CID|OUT|HUP|BLK|PID|WID)(LOG)?: \\*|CIDINFO: )");

  /** Key of the sentence that says what was found and what to do. */
  public String key() {
    return switch (finding) {
      case SILENT -> "telephony.diagnosis.silent";
      case TOO_LITTLE -> "telephony.diagnosis.tooLittle";
      case FITS -> "telephony.diagnosis.fits";
      case OTHER_KIND -> "telephony.diagnosis.otherKind";
      case OTHER_TEXT -> "telephony.diagnosis.otherText";
      case WRONG_SPEED -> "telephony.diagnosis.wrongSpeed";
    };
  }

  /**
   * Judges what came from a port.
   *
   * @param driver name of the chosen driver
   * @param fromKit the last bytes that came, in order
   */
  public static LineDiagnosis of(String driver, byte[] fromKit) {
    if (fromKit.length == 0) {
      return new LineDiagnosis(Finding.SILENT, List.of());
    }
    List<String> speaks = languages(fromKit);
    if (speaks.contains(driver)) {
      return new LineDiagnosis(Finding.FITS, speaks);
    }
    if (!speaks.isEmpty()) {
      return new LineDiagnosis(Finding.OTHER_KIND, speaks);
    }
    if (fromKit.length < ENOUGH) {
      return new LineDiagnosis(Finding.TOO_LITTLE, speaks);
    }
    boolean text = textShare(fromKit) >= TEXT;
    return new LineDiagnosis(text ? Finding.OTHER_TEXT : Finding.WRONG_SPEED, speaks);
  }

  private static List<String> languages(byte[] bytes) {
    List<String> found = new ArrayList<>();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (framed(bytes)) {
      found.add("x800");
    }
    if (WHOZZ.matcher(text).find()) {
      found.add("whozz");
    }
    if (BOX.matcher(text).find() || transmission(bytes)) {
      found.add("callerid");
    }
    if (NETWORK.matcher(text).find()) {
      found.add("ncid");
    }
    if (MODEM.matcher(text).find()) {
      found.add("voicemodem");
      if (!found.contains("callerid")
          && text.contains("RING")
          && !text.contains("OK")
          && !text.contains("NMBR")) {
        // Boxes say RING as modems do, and nothing that only a modem says.
        found.add("callerid");
      }
    }
    return found;
  }

  /** Sync and version of a frame of the open profile, twice or at the beginning. */
  private static boolean framed(byte[] bytes) {
    int frames = 0;
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == (byte) 0xA5 && bytes[i + 1] == 0x5A && bytes[i + 2] == 1) {
        frames++;
      }
    }
    return frames > 0;
  }

  /** A caller-id transmission with a right checksum, as raw bytes. */
  private static boolean transmission(byte[] bytes) {
    return FskCallerId.read(bytes).map(info -> info.verified()).orElse(false);
  }

  private static double textShare(byte[] bytes) {
    int readable = 0;
    for (byte b : bytes) {
      boolean printable = b >= 0x20 && b < 0x7F;
      if (printable || b == '\r' || b == '\n' || b == '\t') {
        readable++;
      }
    }
    return (double) readable / bytes.length;
  }
}
