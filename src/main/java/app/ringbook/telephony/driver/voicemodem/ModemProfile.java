package app.ringbook.telephony.driver.voicemodem;

import java.util.Locale;
import java.util.regex.Pattern;

/** What is known of families of modems; whoever is none of them is treated as the standard says. */
enum ModemProfile {
  /** U.S. Robotics 5637 and its kin. */
  USR5637("USRobotics USR5637", "\\b5601\\b|USR?\\s?5637|ROBOTICS", "", false, Dle.STOP),
  /** Zoom 3095 and others that say so; a Conexant chip within. */
  ZOOM("Zoom voice modem", "\\bZOOM\\b|\\b3095\\b", "AT-SCID=1;+VCID=1", true, Dle.STOP),
  /**
   * Conexant CX930xx sticks, TRENDnet TFM-561U among them. They call themselves 56000, as Rockwell
   * modems did, but speak V.253.
   */
  CX930XX(
      "Conexant voice modem",
      "\\b56000\\b|CONEXANT|CX\\s?9|CX8180|TFM-?561",
      "AT-SCID=1;+VCID=1",
      true,
      Dle.STOP),
  /** Silicon Labs chips stop receiving at another code. */
  SI24XX("Silicon Labs voice modem", "SI\\s?24\\d\\d|SILABS|SILICON LAB", "", true, 0x1B),
  /** Every other. */
  STANDARD("", "(?!)", "", false, Dle.STOP);

  private final String title;
  private final Pattern says;
  private final String callerIdToo;
  private final boolean fourArguments;
  private final int stop;

  ModemProfile(String title, String says, String callerIdToo, boolean fourArguments, int stop) {
    this.title = title;
    this.says = Pattern.compile(says);
    this.callerIdToo = callerIdToo;
    this.fourArguments = fourArguments;
    this.stop = stop;
  }

  /** The family of a modem that says this about itself. */
  static ModemProfile of(String identification) {
    String text = identification.toUpperCase(Locale.ROOT);
    for (ModemProfile profile : values()) {
      if (profile.says.matcher(text).find()) {
        return profile;
      }
    }
    return STANDARD;
  }

  /** What to call it where it has no name of its own; may be empty. */
  String title() {
    return title;
  }

  /**
   * What some of the family need beside the usual command; a refusal does no harm. May be empty.
   */
  String callerIdToo() {
    return callerIdToo;
  }

  /** Whether {@code +VSM} wants four arguments; the other form is tried where one is refused. */
  boolean fourArguments() {
    return fourArguments;
  }

  /** The code that ends receiving. */
  int stop() {
    return stop;
  }
}
