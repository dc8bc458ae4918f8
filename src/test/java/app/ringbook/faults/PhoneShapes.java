package app.ringbook.faults;

import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.spreadsheet.match.PhoneKeys;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.List;
import java.util.Random;

/**
 * {@code phones}: the example numbers of all regions, each written in many shapes, have the same
 * key in every shape; and dirty texts never make the reader fail.
 */
final class PhoneShapes {
  private static final String DIRT = "0123456789+-() ./extEXT转,;*#\u00A0\u200B０１２３٠١٢Ee";
  private final Random random;
  private final boolean cheats;
  private final PhoneNumbers numbers = new PhoneNumbers(() -> new PhoneNumbers.Rules("CN", "", ""));
  private final PhoneNumberUtil examples = PhoneNumberUtil.getInstance();
  private final Figures figures = new Figures();

  /**
   * @param cheats true to compare texts instead of keys
   */
  PhoneShapes(long seed, boolean cheats) {
    this.random = new Random(seed);
    this.cheats = cheats;
  }

  /** All examples, and so many dirty texts. */
  Figures run(int dirty) {
    for (String region : examples.getSupportedRegions().stream().sorted().toList()) {
      for (var type :
          List.of(
              PhoneNumberUtil.PhoneNumberType.MOBILE, PhoneNumberUtil.PhoneNumberType.FIXED_LINE)) {
        Phonenumber.PhoneNumber example = examples.getExampleNumberForType(region, type);
        if (example != null) {
          shapes(example);
        }
      }
    }
    for (int i = 0; i < dirty; i++) {
      dirt();
    }
    return figures;
  }

  private void shapes(Phonenumber.PhoneNumber example) {
    String e164 = examples.format(example, PhoneNumberUtil.PhoneNumberFormat.E164);
    String world = examples.format(example, PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL);
    for (String shape :
        List.of(
            e164,
            world,
            " " + world + " ",
            world.replace(' ', '-'),
            world.replace(' ', '.'),
            world.replace(' ', '\u00A0'),
            "00" + e164.substring(1),
            wide(e164),
            "tel:" + e164,
            "(" + e164 + ")")) {
      figures.add("shapes", 1);
      String key = cheats ? shape : PhoneKeys.of(numbers.parse(shape));
      if (!key.equals(e164)) {
        figures.breach(shape + " is " + key + ", not " + e164);
      }
    }
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    return wide.toString();
  }

  private void dirt() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.append(DIRT.charAt(random.nextInt(DIRT.length())));
    }
    figures.add("dirty", 1);
    try {
      for (String part : numbers.split(text.toString())) {
        PhoneNumber number = numbers.parse(part);
        PhoneKeys.of(number);
      }
    } catch (RuntimeException e) {
      figures.breach(text + ": " + e);
    }
  }
}
