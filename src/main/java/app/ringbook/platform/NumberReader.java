package app.ringbook.platform;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The reading itself: libphonenumber, and what it does not know about Chinese offices. The library
 * lags behind new number ranges, so "not valid" only means that other readings are tried; the
 * number is kept whatever comes out.
 */
final class NumberReader {
  /** Carrier codes dialled before a long-distance number for a cheaper call. */
  private static final List<String> CARRIER_PREFIXES =
      List.of(
          "17951", "17950", "17911", "17910", "17909", "17908", "17901", "17900", "17968", "17969",
          "12593", "12520", "11808", "10193", "10131");

  /** Digits up to which an odd number may be a local one, whose international form is unknown. */
  private static final int LOCAL = 8;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();

  /** What one attempt made of the text. */
  private record Attempt(Phonenumber.PhoneNumber number, boolean valid) {}

  /** See {@link PhoneNumbers#parse(String, String)}. */
  PhoneNumber read(String raw, @Nullable String ownersRegion, PhoneNumbers.Rules rules) {
    String region = ownersRegion != null ? ownersRegion : rules.region();
    String mobile = MobileNumber.digits(raw, region);
    return mobile == null
        ? readByLibrary(raw, region, rules)
        : new PhoneNumber(raw, "+86" + mobile, mobile, "CN", null);
  }

  /** What {@link #read} says, without the short way for the usual mobile numbers. */
  PhoneNumber readByLibrary(String raw, String region, PhoneNumbers.Rules rules) {
    String folded = NumberText.fold(raw);
    if (NumberText.nobody(folded)) {
      return new PhoneNumber(raw, null, "", null, null);
    }
    NumberText.Parts parts = NumberText.withoutExtension(folded, region);
    String digits = NumberText.digits(parts.number());
    if (digits.isEmpty()) {
      return new PhoneNumber(raw, null, "", null, null);
    }
    if (isShort(parts.number(), digits, region)) {
      return new PhoneNumber(raw, null, digits, region, parts.extension());
    }
    boolean home = region.equals(rules.region());
    Attempt best = best(parts.number(), digits, region, home ? rules : null);
    return best == null
        ? new PhoneNumber(raw, null, withoutTrunk(digits), null, parts.extension())
        : finished(raw, best, parts.extension());
  }

  private boolean isShort(String text, String digits, String region) {
    if (digits.startsWith("106") && digits.length() >= 8 && region.equals("CN")) {
      return true;
    }
    if (text.startsWith("+") || digits.length() > 6) {
      return false;
    }
    try {
      Phonenumber.PhoneNumber number =
          new Phonenumber.PhoneNumber()
              .setCountryCode(library.getCountryCodeForRegion(region))
              .setNationalNumber(Long.parseLong(digits));
      return digits.charAt(0) != '0' && shortNumbers.isPossibleShortNumberForRegion(number, region);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** The first reading the library calls valid, else the plain one, else null. */
  private @Nullable Attempt best(
      String text, String digits, String region, PhoneNumbers.@Nullable Rules rules) {
    Attempt plain = attempt(text, region);
    if (plain != null && plain.valid()) {
      return plain;
    }
    if (!text.startsWith("+")) {
      Attempt other = otherReading(digits, region, rules);
      if (other != null) {
        return other;
      }
    }
    return plain;
  }

  private @Nullable Attempt otherReading(
      String digits, String region, PhoneNumbers.@Nullable Rules rules) {
    Attempt local = rules == null ? null : local(digits, region, rules.areaCode());
    if (local != null) {
      return local;
    }
    if (rules != null
        && !rules.outsidePrefix().isEmpty()
        && digits.startsWith(rules.outsidePrefix())) {
      String outside = digits.substring(rules.outsidePrefix().length());
      Attempt found = best(outside, outside, region, withoutOutside(rules));
      if (found != null && found.valid()) {
        return found;
      }
    }
    for (String prefix : CARRIER_PREFIXES) {
      if (region.equals("CN") && digits.startsWith(prefix)) {
        Attempt found = valid(attempt(digits.substring(prefix.length()), region));
        if (found != null) {
          return found;
        }
      }
    }
    return neighbour(digits);
  }

  private static PhoneNumbers.Rules withoutOutside(PhoneNumbers.Rules rules) {
    return new PhoneNumbers.Rules(rules.region(), rules.areaCode(), "");
  }

  private @Nullable Attempt local(String digits, String region, String areaCode) {
    boolean localLength = digits.length() >= 5 && digits.length() <= 8;
    return areaCode.isBlank() || !localLength || digits.startsWith("0")
        ? null
        : valid(attempt(NumberText.digits(areaCode) + digits, region));
  }

  /** Hong Kong, Macao and Taiwan are often written without 00. */
  private @Nullable Attempt neighbour(String digits) {
    int length = digits.length();
    boolean fits =
        switch (digits.substring(0, Math.min(3, length))) {
          case "852", "853" -> length == 11;
          case "886" -> length == 11 || length == 12;
          default -> false;
        };
    return fits ? valid(attempt("+" + digits, "ZZ")) : null;
  }

  private @Nullable Attempt attempt(String text, String region) {
    try {
      Phonenumber.PhoneNumber number = library.parse(text, region);
      return new Attempt(number, library.isValidNumber(number));
    } catch (NumberParseException e) {
      return null;
    }
  }

  private static @Nullable Attempt valid(@Nullable Attempt attempt) {
    return attempt != null && attempt.valid() ? attempt : null;
  }

  private PhoneNumber finished(String raw, Attempt attempt, @Nullable String extension) {
    Phonenumber.PhoneNumber number = attempt.number();
    String national = library.getNationalSignificantNumber(number);
    boolean international = attempt.valid() || (national.length() > LOCAL && possible(number));
    String e164 = international ? library.format(number, PhoneNumberFormat.E164) : null;
    String region = library.getRegionCodeForNumber(number);
    if (region == null) {
      region = library.getRegionCodeForCountryCode(number.getCountryCode());
    }
    String own = number.getExtension().isEmpty() ? null : number.getExtension();
    return new PhoneNumber(
        raw,
        e164,
        national,
        "ZZ".equals(region) || "001".equals(region) ? null : region,
        extension != null ? extension : own);
  }

  private boolean possible(Phonenumber.PhoneNumber number) {
    return library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }

  /** A trunk zero says nothing; numbers that could not be read are compared without it. */
  private static String withoutTrunk(String digits) {
    return digits.length() > 5 && digits.startsWith("0") && !digits.startsWith("00")
        ? digits.substring(1)
        : digits;
  }

  /** See {@link PhoneNumbers#place}. */
  String place(PhoneNumber number, Locale language) {
    Phonenumber.PhoneNumber parsed = parsed(number);
    String place =
        parsed == null
            ? ""
            : PhoneNumberOfflineGeocoder.getInstance().getDescriptionForNumber(parsed, language);
    String region = number.region();
    return place.isEmpty() && region != null
        ? Locale.of("", region).getDisplayCountry(language)
        : place;
  }

  /** See {@link PhoneNumbers#shown}. */
  String shown(PhoneNumber number, String homeRegion) {
    Phonenumber.PhoneNumber parsed = parsed(number);
    if (parsed == null) {
      return number.raw().strip();
    }
    boolean home = homeRegion.equals(number.region());
    String text =
        library.format(parsed, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    String extension = number.extension();
    return extension == null ? text : text + " #" + extension;
  }

  private Phonenumber.@Nullable PhoneNumber parsed(PhoneNumber number) {
    Attempt attempt = number.e164() == null ? null : attempt(number.e164(), "ZZ");
    return attempt == null ? null : attempt.number();
  }
}
