package app.ringbook.spreadsheet.kind.customer;

import app.ringbook.customer.legal.LegalName;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.spreadsheet.match.PhoneKeys;
import app.ringbook.spreadsheet.match.RowDraft;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is recognised by.
 *
 * @param external key of the other system, or null
 * @param name form in which two spellings of the name are equal
 * @param phones keys of the numbers that identify somebody
 * @param city town in small letters, or null
 * @param named false if a person or a phone lent the name
 * @param code credit code, or null
 * @param legal form in which two spellings of the registered name are equal, or null
 * @param apart true if the row says why it is another company than those that look like it
 */
record RowKeys(
    @Nullable String external,
    String name,
    Set<String> phones,
    @Nullable String city,
    boolean named,
    @Nullable String code,
    @Nullable String legal,
    boolean apart) {

  /** The keys of a row. */
  static RowKeys of(RowDraft draft) {
    return new RowKeys(
        draft.text("externalKey"),
        NameKeys.twinKey(draft.name()),
        phones(draft.phones().stream().map(RowDraft.DraftPhone::number).toList()),
        city(draft.text("city")),
        draft.named(),
        draft.text(ProfileColumns.CREDIT_CODE),
        legal(draft.text(ProfileColumns.LEGAL_NAME)),
        draft.text(ProfileColumns.DIFFERENT) != null);
  }

  /** The keys of numbers that identify somebody. */
  static Set<String> phones(List<PhoneNumber> numbers) {
    return numbers.stream()
        .filter(PhoneKeys::identifies)
        .map(PhoneKeys::of)
        .collect(Collectors.toSet());
  }

  static @Nullable String city(@Nullable String city) {
    return city == null ? null : city.strip().toLowerCase(Locale.ROOT);
  }

  static @Nullable String legal(@Nullable String name) {
    return name == null ? null : LegalName.key(name);
  }

  /** Two keys of another system, or two credit codes, are two customers, whatever else is alike. */
  boolean apartFrom(RowKeys other) {
    return differ(external, other.external) || differ(code, other.code);
  }

  private static boolean differ(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !one.equals(other);
  }

  /**
   * True if an equal name is enough. It is not for branches: same name, another town, other
   * numbers; nor for a person's name with other numbers.
   *
   * @param otherCityDiffers the other is known to be in another town
   * @param otherHasOtherPhones the other has numbers and none of these
   */
  boolean nameSuffices(boolean otherCityDiffers, boolean otherHasOtherPhones) {
    boolean others = !phones.isEmpty() && otherHasOtherPhones;
    return !others || (named && !otherCityDiffers);
  }
}
