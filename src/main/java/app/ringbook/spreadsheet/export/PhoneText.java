package app.ringbook.spreadsheet.export;

import app.ringbook.customer.Phone;
import app.ringbook.customer.PhoneKind;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Phones as an import reads them back: as they were typed where that is beyond doubt, else in
 * international form. Several stand in one cell, with semicolons between.
 */
final class PhoneText {
  /** One number in plain digits and the marks between them. */
  private static final Pattern PLAIN = Pattern.compile("\\+?[\\d() .-]+");

  private final PhoneNumbers numbers;

  PhoneText(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /** The numbers of these kinds, or null if there are none. */
  @Nullable String of(List<Phone> phones, Set<PhoneKind> kinds, @Nullable String country) {
    String text =
        phones.stream()
            .filter(p -> kinds.contains(p.kind()))
            .map(p -> of(p.number(), country))
            .distinct()
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? null : text;
  }

  /**
   * A number.
   *
   * @param country the country that stands in the same row, or null if there is none
   */
  String of(PhoneNumber number, @Nullable String country) {
    String e164 = number.e164();
    if (e164 == null || certain(number, e164, country)) {
      return number.raw();
    }
    return number.extension() == null ? e164 : e164 + " ext. " + number.extension();
  }

  private boolean certain(PhoneNumber number, String e164, @Nullable String country) {
    String raw = number.raw().strip();
    if (number.extension() != null || !PLAIN.matcher(raw).matches()) {
      return false;
    }
    String digits = raw.replaceAll("\\D", "");
    if (raw.startsWith("+")) {
      return e164.equals("+" + digits);
    }
    String region =
        country == null
            ? numbers.rules().region()
            : numbers.regionOf(country).orElse(numbers.rules().region());
    String bare = digits.startsWith("0") ? digits.substring(1) : digits;
    return region.equals(number.region()) && bare.equals(number.national()) && bare.length() >= 9;
  }
}
