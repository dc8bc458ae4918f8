package app.ringbook.customer;

import app.ringbook.customer.memory.NumberKeys;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.PhoneNumber;
import app.ringbook.platform.PhoneNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds customers that may be the same as one about to be stored. */
public final class LikelyTwins {
  private static final int MOST = 10;

  /** Names that begin alike and are looked at; more than that is a common word, not a twin. */
  private static final int NAMES_READ = 50;

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

  List<Twin> of(CustomerMapper mapper, String name, List<PhoneNumber> phones) {
    Map<Long, Twin> twins = new LinkedHashMap<>();
    List<Long> owners = new ArrayList<>();
    for (PhoneNumber phone : phones) {
      owners.addAll(owners(mapper, phone));
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
      for (CustomerMapper.NameRow row : mapper.byNameKey(from, from + "g", NAMES_READ)) {
        if (NameKeys.twinKey(row.name()).equals(key)) {
          twins.putIfAbsent(row.id(), new Twin(row.id(), row.name(), Reason.NAME));
        }
      }
    }
    return twins.values().stream().limit(MOST).toList();
  }

  private List<Long> owners(CustomerMapper mapper, PhoneNumber number) {
    NumberKeys keys = NumberKeys.of(number, numbers.rules().areaCode());
    List<String> suffixes = keys.suffixes();
    return suffixes.isEmpty()
        ? List.of()
        : mapper.phonesBySuffix(suffixes).stream()
            .filter(p -> keys.against(p.e164(), p.nationalDigits()).sure())
            .map(CustomerMapper.PhoneRow::customerId)
            .toList();
  }
}
