package app.ringbook.spreadsheet.kind.customer;

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
 */
record RowKeys(
    @Nullable String external,
    String name,
    Set<String> phones,
    @Nullable String city,
    boolean named) {

  /** The keys of a row. */
  static RowKeys of(RowDraft draft) {
    return new RowKeys(
        draft.text("externalKey"),
        NameKeys.twinKey(draft.name()),
        phones(draft.phones().stream().map(RowDraft.DraftPhone::number).toList()),
        city(draft.text("city")),
        draft.named());
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

  /** Two systems' keys that differ are two customers, whatever else is alike. */
  static boolean keysDiffer(@Nullable String one, @Nullable String other) {
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
