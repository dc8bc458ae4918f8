package app.ringbook.customer;

import app.ringbook.customer.memory.NumberKeys;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.store.keys.KeyColumn;
import app.ringbook.store.keys.KeyLookup;
import app.ringbook.store.keys.KeyLookup.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds customers that may be the same as one about to be stored. */
public final class LikelyTwins {
  private static final int MOST = 10;

  /** Names that begin alike and are looked at; more than that is a common word, not a twin. */
  private static final int NAMES_READ = 50;

  /** Numbers that end alike and are looked at. */
  private static final int PHONES_READ = 1_000;

  /** Why another customer may be the same one. */
  public enum Reason {
    /** One of the numbers is theirs. */
    PHONE,
    /** The name is the same but for spelling and legal form. */
    NAME;

    /** Text key that says why. */
    public String key() {
      return "customer.twin." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Another customer that may be the same one. */
  public record Twin(long customerId, String name, Reason why) {}

  private final PhoneNumbers numbers;

  LikelyTwins(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  List<Twin> of(CustomerMapper mapper, KeyLookup keys, String name, List<PhoneNumber> phones) {
    Map<Long, Twin> twins = new LinkedHashMap<>();
    List<Long> owners = new ArrayList<>();
    for (PhoneNumber phone : phones) {
      owners.addAll(owners(mapper, keys, phone));
    }
    if (!owners.isEmpty()) {
      List<Long> some = owners.stream().distinct().limit(MOST).toList();
      for (CustomerMapper.CallerRow row : mapper.callers(some)) {
        twins.put(row.id(), new Twin(row.id(), row.name(), Reason.PHONE));
      }
    }
    String stem = NameKeys.stem(name);
    if (!stem.isEmpty()) {
      String from = NameKeys.prefix(stem);
      String key = NameKeys.twinKey(name);
      long[] alike = keys.in(KeyColumn.CUSTOMER_NAME, new Range(from, from + "g"), NAMES_READ);
      for (CustomerMapper.NameRow row : names(mapper, alike)) {
        if (NameKeys.twinKey(row.name()).equals(key)) {
          twins.putIfAbsent(row.id(), new Twin(row.id(), row.name(), Reason.NAME));
        }
      }
    }
    return twins.values().stream().limit(MOST).toList();
  }

  private static List<CustomerMapper.NameRow> names(CustomerMapper mapper, long[] ids) {
    return ids.length == 0 ? List.of() : mapper.names(Arrays.stream(ids).boxed().toList());
  }

  private List<Long> owners(CustomerMapper mapper, KeyLookup lookup, PhoneNumber number) {
    NumberKeys keys = NumberKeys.of(number, numbers.rules().areaCode());
    long[] alike = lookup.equal(KeyColumn.PHONE_ENDING, keys.suffixes());
    return alike.length == 0
        ? List.of()
        : mapper.phonesByIds(Arrays.stream(alike).limit(PHONES_READ).boxed().toList()).stream()
            .filter(p -> keys.against(p.e164(), p.nationalDigits()).sure())
            .map(CustomerMapper.PhoneRow::customerId)
            .toList();
  }
}
