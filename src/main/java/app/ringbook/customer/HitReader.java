package app.ringbook.customer;

import app.ringbook.customer.CustomerSearch.Hit;
import app.ringbook.customer.CustomerSearch.Kind;
import app.ringbook.customer.CustomerSearch.Range;
import app.ringbook.customer.CustomerSearch.Why;
import app.ringbook.customer.index.Find;
import app.ringbook.customer.index.TextScore;
import app.ringbook.customer.stored.FoundWords;
import app.ringbook.customer.stored.TextSource;
import app.ringbook.store.Database;
import app.ringbook.store.sql.PlainRows;
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
  private static final PlainRows COMPANIES =
      new PlainRows("customer", "id", List.of("name", "city"));
  private static final PlainRows PEOPLE = new PlainRows("contact", "customer_id", List.of("name"));
  private static final PlainRows NUMBERS = new PlainRows("phone", "customer_id", List.of("raw"));
  private final Database database;

  HitReader(Database database) {
    this.database = database;
  }

  /** What is shown of a row: its customer, its name or number, and where it is. */
  private record Shown(long customer, String name, String city) {}

  /** What is shown, by key, as far as it still exists. */
  private record Names(
      Map<Long, Shown> customers, Map<Long, Shown> contacts, Map<Long, Shown> phones) {}

  /** Turns finds into hits, in their order; what is gone meanwhile is left out. */
  List<Hit> read(List<Find> finds, List<String> words) {
    Map<Long, Shown> contacts = shown(PEOPLE, ids(finds, Kind.CONTACT).toList());
    Map<Long, Shown> phones = shown(NUMBERS, ids(finds, Kind.PHONE).toList());
    List<Long> owners =
        Stream.of(
                ids(finds, Kind.CUSTOMER),
                finds.stream().filter(f -> kind(f) == Kind.NOTE).map(Find::owner),
                contacts.values().stream().map(Shown::customer),
                phones.values().stream().map(Shown::customer))
            .flatMap(ids -> ids)
            .distinct()
            .toList();
    Names names = new Names(shown(COMPANIES, owners), contacts, phones);
    FoundWords found = new FoundWords(database, finds, words);
    return finds.stream()
        .map(find -> hit(find, names, words, found))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private Map<Long, Shown> shown(PlainRows rows, List<Long> ids) {
    Map<Long, Shown> shown = new HashMap<>();
    if (!ids.isEmpty()) {
      database.rows(
          rows,
          PlainRows.Which.of(ids),
          (id, owner, texts) ->
              shown.put(
                  id,
                  new Shown(
                      owner,
                      Objects.requireNonNullElse(texts[0], ""),
                      texts.length < 2 || texts[1] == null ? "" : texts[1])));
    }
    return shown;
  }

  private static Kind kind(Find find) {
    int place = find.kind();
    if (place == TextSource.Kind.CUSTOMERS.place()) {
      return Kind.CUSTOMER;
    }
    if (place == TextSource.Kind.CONTACTS.place()) {
      return Kind.CONTACT;
    }
    return place == TextSource.Kind.PHONES.place() ? Kind.PHONE : Kind.NOTE;
  }

  private static Stream<Long> ids(List<Find> finds, Kind kind) {
    return finds.stream().filter(f -> kind(f) == kind).map(Find::id);
  }

  private static @Nullable Hit hit(Find find, Names names, List<String> words, FoundWords found) {
    if (kind(find) == Kind.NOTE) {
      Shown customer = names.customers().get(find.owner());
      return customer == null ? null : written(customer, found.of(find));
    }
    Shown shown =
        switch (kind(find)) {
          case CONTACT -> names.contacts().get(find.id());
          case PHONE -> names.phones().get(find.id());
          default -> names.customers().get(find.id());
        };
    Shown customer = shown == null ? null : names.customers().get(shown.customer());
    return shown == null || customer == null ? null : hit(find, shown, customer, words);
  }

  private static Hit hit(Find find, Shown shown, Shown customer, List<String> words) {
    String title = shown.name();
    String detail = kind(find) == Kind.CUSTOMER ? customer.city() : customer.name();
    List<Range> ranges = kind(find) == Kind.PHONE ? digits(title, words) : letters(title, words);
    return new Hit(
        kind(find), find.id(), customer.customer(), title, detail, why(find, ranges), ranges);
  }

  private static @Nullable Hit written(Shown customer, FoundWords.@Nullable Passage words) {
    return words == null
        ? null
        : new Hit(
            Kind.NOTE,
            customer.customer(),
            customer.customer(),
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
