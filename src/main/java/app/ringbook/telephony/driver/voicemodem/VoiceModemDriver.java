package app.ringbook.telephony.driver.voicemodem;

import app.ringbook.platform.AppClock;
import app.ringbook.telephony.CallEvent;
import app.ringbook.telephony.PhoneDriver;
import app.ringbook.telephony.serial.LineSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Analogue voice modems that speak V.253 or one of its forerunners. */
public final class VoiceModemDriver implements PhoneDriver {
  /** The name in settings and on the command line. */
  public static final String NAME = "voicemodem";

  /**
   * Countries as {@code AT+GCI} takes them (ITU-T T.35, annex A), by ISO 3166 region. A modem set
   * to the wrong one may not hear who calls.
   */
  private static final Map<String, String> COUNTRIES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("JP", "00"),
              Map.entry("DE", "04"),
              Map.entry("AU", "09"),
              Map.entry("AT", "0A"),
              Map.entry("BE", "0F"),
              Map.entry("BR", "16"),
              Map.entry("CA", "20"),
              Map.entry("CN", "26"),
              Map.entry("DK", "31"),
              Map.entry("FI", "3C"),
              Map.entry("FR", "3D"),
              Map.entry("GR", "46"),
              Map.entry("HK", "50"),
              Map.entry("HU", "51"),
              Map.entry("IN", "53"),
              Map.entry("ID", "54"),
              Map.entry("IE", "57"),
              Map.entry("IL", "58"),
              Map.entry("IT", "59"),
              Map.entry("KR", "61"),
              Map.entry("LU", "69"),
              Map.entry("MY", "6C"),
              Map.entry("MX", "73"),
              Map.entry("NL", "7B"),
              Map.entry("NZ", "7E"),
              Map.entry("NO", "82"),
              Map.entry("PH", "89"),
              Map.entry("PL", "8A"),
              Map.entry("PT", "8B"),
              Map.entry("SG", "9C"),
              Map.entry("ZA", "9F"),
              Map.entry("ES", "A0"),
              Map.entry("SE", "A5"),
              Map.entry("CH", "A6"),
              Map.entry("TH", "A9"),
              Map.entry("TR", "AE"),
              Map.entry("GB", "B4"),
              Map.entry("US", "B5"),
              Map.entry("TW", "FE")));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Caps caps() {
    return new Caps(true, true, true, false, true, true, false);
  }

  @Override
  public boolean liftAfterDialling() {
    return true;
  }

  @Override
  public List<String> countries() {
    return List.copyOf(COUNTRIES.keySet());
  }

  @Override
  public LineSettings lineSettings() {
    return new LineSettings(115_200);
  }

  @Override
  public Session session(AppClock clock, Consumer<CallEvent> sink) {
    return new ModemSession(clock, sink);
  }

  /** What a modem is told of a region; empty for one it is not to be told. */
  static String countryCode(String region) {
    return COUNTRIES.getOrDefault(region, "");
  }
}
