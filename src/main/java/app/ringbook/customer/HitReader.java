package app.ringbook.customer;

import app.ringbook.customer.CustomerSearch.Hit;
import app.ringbook.customer.CustomerSearch.Kind;
import app.ringbook.customer.CustomerSearch.Range;
import app.ringbook.customer.CustomerSearch.Why;
import app.ringbook.customer.index.Find;
import app.ringbook.customer.index.TextScore;
import app.ringbook.customer.stored.FoundWords;
import app.ringbook.store.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a person sees of the few things that were found. */
final class HitReader {
  private static final List<Kind> KINDS = List.of(Kind.values());
  private final Database database;

  HitReader(Database database) {
    this.database = database;
  }

  /** Names by key, as far as they still exist. */
  private record Names(
      Map<Long, CustomerMapper.CallerRow> customers,
      Map<Long, Contact> contacts,
      Map<Long, Phone> phones) {}

  /** Turns finds into hits, in their order; what is gone meanwhile is left out. */
  List<Hit> read(List<Find> finds, List<String> words) {
    Names names = database.read(CustomerMapper.class, m -> names(m, finds));
    FoundWords found = new FoundWords(database, finds, words);
    return finds.stream()
        .map(find -> hit(find, names, words, found))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static Names names(CustomerMapper mapper, List<Find> finds) {
    Map<Long, Contact> contacts = new HashMap<>();
    Map<Long, Phone> phones = new HashMap<>();
    List<Long> contactIds = ids(finds, Kind.CONTACT);
    List<Long> phoneIds = ids(finds, Kind.PHONE);
    if (!contactIds.isEmpty()) {
      mapper.contactsByIds(contactIds).forEach(c -> contacts.put(c.id(), c));
    }
    if (!phoneIds.isEmpty()) {
      mapper.phonesByIds(phoneIds).forEach(p -> phones.put(p.id(), p.phone()));
    }
    List<Long> customerIds =
        Stream.of(
                ids(finds, Kind.CUSTOMER).stream(),
                finds.stream().filter(f -> kind(f) == Kind.NOTE).map(Find::owner),
                contacts.values().stream().map(Contact::customerId),
                phones.values().stream().map(Phone::customerId))
            .flatMap(ids -> ids)
            .distinct()
            .toList();
    Map<Long, CustomerMapper.CallerRow> customers = new HashMap<>();
    if (!customerIds.isEmpty()) {
      mapper.callers(customerIds).forEach(c -> customers.put(c.id(), c));
    }
    return new Names(customers, contacts, phones);
  }

  private static Kind kind(Find find) {
    return KINDS.get(find.kind());
  }

  private static List<Long> ids(List<Find> finds, Kind kind) {
    return finds.stream().filter(f -> kind(f) == kind).map(Find::id).toList();
  }

  private static @Nullable Hit hit(Find find, Names names, List<String> words, FoundWords found) {
    if (kind(find) == Kind.NOTE) {
      CustomerMapper.CallerRow customer = names.customers().get(find.owner());
      return customer == null ? null : written(customer, found.of(find));
    }
    Contact contact = names.contacts().get(find.id());
    Phone phone = names.phones().get(find.id());
    if (kind(find) == Kind.CONTACT && contact != null) {
      return hit(find, contact.customerId(), contact.name(), names, words);
    }
    if (kind(find) == Kind.PHONE && phone != null) {
      return hit(find, phone.customerId(), phone.number().raw(), names, words);
    }
    CustomerMapper.CallerRow customer = names.customers().get(find.id());
    return kind(find) == Kind.CUSTOMER && customer != null
        ? hit(find, customer.id(), customer.name(), names, words)
        : null;
  }

  private static @Nullable Hit hit(
      Find find, long customerId, String title, Names names, List<String> words) {
    CustomerMapper.CallerRow customer = names.customers().get(customerId);
    if (customer == null) {
      return null;
    }
    String city = customer.city() == null ? "" : customer.city();
    String detail = kind(find) == Kind.CUSTOMER ? city : customer.name();
    List<Range> ranges = kind(find) == Kind.PHONE ? digits(title, words) : letters(title, words);
    return new Hit(kind(find), find.id(), customerId, title, detail, why(find, ranges), ranges);
  }

  private static @Nullable Hit written(
      CustomerMapper.CallerRow customer, FoundWords.@Nullable Passage words) {
    return words == null
        ? null
        : new Hit(
            Kind.NOTE,
            customer.id(),
            customer.id(),
            customer.name(),
            words.around(),
            why(words.column()),
            List.of());
  }

  private static Why why(String column) {
    return switch (column) {
      case "address", "city", "region", "postal_code", "website" -> Why.ADDRESS;
      case "legal_name", "credit_code" -> Why.REGISTERED;
      case "custom" -> Why.FIELD;
      case "needs", "pains", "expectations", "product" -> Why.NEED;
      case "role" -> Why.ROLE;
      default -> Why.NOTE;
    };
  }

  /** The first line is the name, then readings and initials take turns, then the address. */
  private static Why why(Find find, List<Range> ranges) {
    if (kind(find) == Kind.PHONE) {
      return Why.DIGITS;
    }
    if (find.line() == 0 || !ranges.isEmpty()) {
      return Why.NAME;
    }
    if (find.line() == TextScore.MARKED) {
      return Why.EMAIL;
    }
    return find.line() % 2 == 1 ? Why.PINYIN : Why.INITIALS;
  }

  private static List<Range> letters(String title, List<String> words) {
    String small = title.toLowerCase(Locale.ROOT);
    List<Range> ranges = new ArrayList<>();
    for (String word : words) {
      int at = small.length() == title.length() ? small.indexOf(word) : -1;
      if (at >= 0) {
        ranges.add(new Range(at, at + word.length()));
      }
    }
    return ranges;
  }

  /** Digits are found across the signs between them. */
  private static List<Range> digits(String title, List<String> words) {
    String wanted = String.join("", words).replaceAll("\\D", "");
    StringBuilder digits = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < title.length(); i++) {
      if (Character.isDigit(title.charAt(i))) {
        digits.append((char) ('0' + Character.digit(title.charAt(i), 10)));
        places.add(i);
      }
    }
    int at = wanted.isEmpty() ? -1 : digits.indexOf(wanted);
    return at < 0
        ? List.of()
        : List.of(new Range(places.get(at), places.get(at + wanted.length() - 1) + 1));
  }
}
