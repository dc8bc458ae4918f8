package app.ringbook.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers as people write them and as lines report them. Any text is accepted: nothing
 * is refused and nothing throws; what cannot be read keeps its raw text and digits.
 *
 * <p>Safe for any thread. A number takes tens of microseconds to read, so never scan with it:
 * compare the stored forms of {@link PhoneNumber}.
 */
public final class PhoneNumbers {

  /**
   * How numbers without country code are read here.
   *
   * @param region ISO 3166 region
   * @param areaCode area code of the office with its trunk prefix, put before local numbers; may be
   *     empty
   * @param outsidePrefix digits dialled to get an outside line; may be empty
   */
  public record Rules(String region, String areaCode, String outsidePrefix) {}

  private final Supplier<Rules> rules;
  private final NumberReader reader = new NumberReader();

  /**
   * @param rules asked at each reading, so that a changed setting counts at once
   */
  public PhoneNumbers(Supplier<Rules> rules) {
    this.rules = rules;
  }

  /** Reads one number by the office's region. */
  public PhoneNumber parse(String raw) {
    return parse(raw, null);
  }

  /**
   * Reads one number by the region of its owner.
   *
   * @param regionOrCountryName {@code DE}, {@code Germany}, {@code 德国}; null, empty or unknown for
   *     the office's region
   */
  public PhoneNumber parse(String raw, @Nullable String regionOrCountryName) {
    Optional<String> region =
        regionOrCountryName == null ? Optional.empty() : regionOf(regionOrCountryName);
    return reader.read(raw, region.orElse(null), rules.get());
  }

  /** The numbers written in one field, in their order; empty if there is no digit in it. */
  public List<String> split(String raw) {
    return NumberText.split(raw);
  }

  /** ISO 3166 region of a country's name or code in English or Chinese. */
  public Optional<String> regionOf(String countryName) {
    return Countries.regionOf(countryName);
  }

  /** Where the number is at home, in the reader's language; empty if unknown. */
  public String place(PhoneNumber number, Texts texts) {
    return reader.place(number, texts.locale());
  }

  /** The number as a person reads it: national form at home, international form abroad. */
  public String shown(PhoneNumber number) {
    return reader.shown(number, rules.get().region());
  }

  /** The rules in force. */
  public Rules rules() {
    return rules.get();
  }
}
