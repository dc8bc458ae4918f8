package app.ringbook.platform;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of countries as they stand in sheets, by ISO 3166 region. */
final class Countries {
  private static final String[][] ALIASES = {
    {"USA", "US"},
    {"U.S.", "US"},
    {"America", "US"},
    {"United States of America", "US"},
    {"UK", "GB"},
    {"Great Britain", "GB"},
    {"Britain", "GB"},
    {"England", "GB"},
    {"Scotland", "GB"},
    {"Wales", "GB"},
    {"Northern Ireland", "GB"},
    {"Korea", "KR"},
    {"South Korea", "KR"},
    {"Republic of Korea", "KR"},
    {"Holland", "NL"},
    {"The Netherlands", "NL"},
    {"Czech Republic", "CZ"},
    {"Turkey", "TR"},
    {"Russian Federation", "RU"},
    {"Viet Nam", "VN"},
    {"UAE", "AE"},
    {"PRC", "CN"},
    {"P.R. China", "CN"},
    {"PR China", "CN"},
    {"People's Republic of China", "CN"},
    {"Mainland China", "CN"},
    {"Hong Kong", "HK"},
    {"Hongkong", "HK"},
    {"Macau", "MO"},
    {"Macao", "MO"},
    {"Taiwan", "TW"},
    {"中华人民共和国", "CN"},
    {"中国大陆", "CN"},
    {"大陆", "CN"},
    {"香港", "HK"},
    {"中国香港", "HK"},
    {"澳门", "MO"},
    {"澳門", "MO"},
    {"中国澳门", "MO"},
    {"台湾", "TW"},
    {"台灣", "TW"},
    {"臺灣", "TW"},
    {"中国台湾", "TW"},
    {"美利坚合众国", "US"},
    {"大不列颠", "GB"},
    {"英格兰", "GB"},
    {"韩国", "KR"},
    {"朝鲜", "KP"},
    {"阿联酋", "AE"},
    {"沙特", "SA"},
    {"捷克共和国", "CZ"},
  };

  private static final Pattern SPACES = Pattern.compile("[\\s.,'’()\\-]+");
  private static final Map<String, String> BY_NAME = names();

  private Countries() {}

  /** See {@link PhoneNumbers#regionOf}. */
  static Optional<String> regionOf(String name) {
    return Optional.ofNullable(BY_NAME.get(plain(name)));
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>(2000);
    for (String region : Locale.getISOCountries()) {
      Locale locale = Locale.of("", region);
      names.put(plain(locale.getDisplayCountry(Locale.ENGLISH)), region);
      names.put(plain(locale.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)), region);
      names.put(plain(locale.getDisplayCountry(Locale.TRADITIONAL_CHINESE)), region);
      names.put(plain(locale.getDisplayCountry(locale(region))), region);
      names.put(plain(region), region);
      names.put(plain(locale.getISO3Country()), region);
    }
    for (String[] alias : ALIASES) {
      names.put(plain(alias[0]), alias[1]);
    }
    names.remove("");
    return Map.copyOf(names);
  }

  /** The country's own name is read in its main languages where one tag suffices. */
  private static Locale locale(String region) {
    return switch (region) {
      case "DE", "AT", "CH" -> Locale.GERMAN;
      case "FR", "BE" -> Locale.FRENCH;
      case "ES", "MX", "AR" -> Locale.of("es");
      case "BR", "PT" -> Locale.of("pt");
      case "IT" -> Locale.ITALIAN;
      case "JP" -> Locale.JAPANESE;
      case "KR" -> Locale.KOREAN;
      case "NL" -> Locale.of("nl");
      case "SE" -> Locale.of("sv");
      case "DK" -> Locale.of("da");
      case "NO" -> Locale.of("no");
      case "FI" -> Locale.of("fi");
      case "PL" -> Locale.of("pl");
      case "RU" -> Locale.of("ru");
      default -> Locale.ENGLISH;
    };
  }

  private static String plain(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC);
    return SPACES.matcher(folded).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
