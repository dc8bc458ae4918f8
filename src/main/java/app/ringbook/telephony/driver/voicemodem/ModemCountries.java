package app.ringbook.telephony.driver.voicemodem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Countries as {@code AT+GCI} takes them (ITU-T T.35, annex A), by ISO 3166 region. A modem set to
 * the wrong one may not hear who calls.
 */
final class ModemCountries {
  private static final Map<String, String> CODES =
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

  private ModemCountries() {}

  static List<String> all() {
    return List.copyOf(CODES.keySet());
  }

  /** What a modem is told; empty for a region it is not to be told. */
  static String code(String region) {
    return CODES.getOrDefault(region, "");
  }
}
