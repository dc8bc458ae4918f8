package app.ringbook.customer;

import app.ringbook.customer.memory.BestFinds;
import app.ringbook.customer.memory.TextTable;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds customers, people and numbers by any part: names, pinyin, initials, digits, e-mail
 * addresses. Kept in memory and true by the database's changes. Not for the window's thread.
 */
public final class CustomerSearch implements AutoCloseable {
  private static final int PAGE = 10_000;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[+(]?[\\d\\s()\\-./]*\\d[\\d\\s()\\-./]*");

  /** Marks the line of an e-mail address among the lines of a name. */
  private static final String EMAIL_LINE = "\n\u0005";

  /** What was found. */
  public enum Kind {
    /** A customer by name, pinyin, initials or e-mail. */
    CUSTOMER(0),
    /** A person at a customer. */
    CONTACT(1),
    /** A phone number of a customer. */
    PHONE(2),
    /** A customer by its note. */
    NOTE(3);

    /** Place among equally good hits. */
    final int number;

    Kind(int number) {
      this.number = number;
    }
  }

  /** Why it was found. */
  public enum Why {
    /** By its name. */
    NAME,
    /** By the sound of its name. */
    PINYIN,
    /** By the initials of its name. */
    INITIALS,
    /** By digits of a number. */
    DIGITS,
    /** By an e-mail address. */
    EMAIL,
    /** By a note. */
    NOTE;

    /** Text key that says why. */
    public String key() {
      return "customer.found." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Part of a title to be highlighted: from (inclusive) to (exclusive). */
  public record Range(int from, int to) {}

  /**
   * Something found.
   *
   * @param kind what it is
   * @param id key of the customer, contact or phone
   * @param customerId the customer it belongs to
   * @param title name or number as a person reads it
   * @param detail customer's name for people and numbers, town or note for customers; may be empty
   * @param why why it was found
   * @param highlights parts of the title that were found; may be empty
   */
  public record Hit(
      Kind kind,
      long id,
      long customerId,
      String title,
      String detail,
      Why why,
      List<Range> highlights) {

    /** Copies the list. */
    public Hit {
      highlights = List.copyOf(highlights);
    }
  }

  private final Database database;
  private final Subscription subscription;
  private final TextTable customers = new TextTable();
  private final TextTable contacts = new TextTable();
  private final TextTable phones = new TextTable();

  /** Changes that arrive while loading; they are newer than what the loader reads. */
  private final Map<String, Map<Long, RowChange>> meanwhile = new HashMap<>();

  private final Object loading = new Object();
  private volatile boolean loaded;

  /** Listens to the database from now on; empty until {@link #load}. */
  public CustomerSearch(Database database) {
    this.database = database;
    this.subscription = database.changes().add(this::committed);
  }

  /**
   * Reads all names and numbers; takes seconds with a million, so on a background thread. Whoever
   * searches before that is through waits for it.
   */
  public void load(Progress progress) {
    if (loaded) {
      return;
    }
    synchronized (loading) {
      if (!loaded) {
        long done = read(CustomerRows.CUSTOMER, 0, progress);
        done = read(CustomerRows.CONTACT, done, progress);
        read(CustomerRows.PHONE, done, progress);
        catchUp();
      }
    }
  }

  /** True once {@link #load} is through. */
  public boolean loaded() {
    return loaded;
  }

  /** The best hits, the likeliest first; all words of the text must be found in one of them. */
  public List<Hit> find(String text, int limit) {
    List<String> words = words(text);
    if (words.isEmpty() || limit <= 0) {
      return List.of();
    }
    load(Progress.NONE);
    BestFinds best = new BestFinds(limit);
    customers.scan(words, best.of(Kind.CUSTOMER.number));
    contacts.scan(words, best.of(Kind.CONTACT.number));
    phones.scan(digitWords(text), best.of(Kind.PHONE.number));
    return new HitReader(database).read(best.inOrder(), words);
  }

  /** Hits in notes, which are not kept in memory: slower, for after {@link #find}. */
  public List<Hit> findNotes(String text, int limit) {
    String folded = text.strip().toLowerCase(Locale.ROOT);
    if (folded.isEmpty() || limit <= 0) {
      return List.of();
    }
    String escaped = folded.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return new HitReader(database).notes("%" + escaped + "%", folded, limit);
  }

  /** Ids of all customers with a hit, ascending. */
  public long[] customerIds(String text) {
    List<String> words = words(text);
    load(Progress.NONE);
    LongStream.Builder ids = LongStream.builder();
    if (!words.isEmpty()) {
      TextTable.Visitor owner = (id, customer, score, line) -> ids.add(customer);
      customers.scan(words, owner);
      contacts.scan(words, owner);
      phones.scan(digitWords(text), owner);
    }
    return ids.build().sorted().distinct().toArray();
  }

  @Override
  public void close() {
    subscription.close();
  }

  private static List<String> words(String text) {
    return SPACES.splitAsStream(NameKeys.fold(text)).filter(w -> !w.isEmpty()).toList();
  }

  /** A number is looked for as one run of digits; a text that is no number finds no phone. */
  private static List<String> digitWords(String text) {
    String folded = NameKeys.fold(text);
    return NUMBER.matcher(folded).matches() ? List.of(digits(folded)) : List.of("\u0000");
  }

  private long read(String table, long done, Progress progress) {
    long last = 0;
    long count = done;
    int size;
    do {
      progress.check();
      long after = last;
      List<Long> ids = database.read(CustomerMapper.class, m -> readPage(m, table, after));
      size = ids.size();
      last = ids.isEmpty() ? last : ids.getLast();
      count += size;
      progress.at(count, -1);
    } while (size == PAGE);
    return count;
  }

  private List<Long> readPage(CustomerMapper mapper, String table, long after) {
    if (table.equals(CustomerRows.PHONE)) {
      List<CustomerMapper.DigitsRow> page = mapper.digitsAfter(after, PAGE);
      page.forEach(
          p -> phones.put(p.id(), p.customerId(), text(p.raw(), p.e164(), p.nationalDigits())));
      return page.stream().map(CustomerMapper.DigitsRow::id).toList();
    }
    boolean customer = table.equals(CustomerRows.CUSTOMER);
    TextTable texts = customer ? customers : contacts;
    List<CustomerMapper.TextRow> page =
        customer ? mapper.customerTextsAfter(after, PAGE) : mapper.contactTextsAfter(after, PAGE);
    page.forEach(r -> texts.put(r.id(), r.customerId(), text(r.searchKey(), r.email())));
    return page.stream().map(CustomerMapper.TextRow::id).toList();
  }

  private void catchUp() {
    synchronized (meanwhile) {
      meanwhile.values().forEach(changes -> changes.values().forEach(this::change));
      meanwhile.clear();
      loaded = true;
    }
  }

  private void committed(Committed committed) {
    for (RowChange change : committed.rows()) {
      synchronized (meanwhile) {
        if (loaded) {
          change(change);
        } else {
          meanwhile.computeIfAbsent(change.table(), t -> new HashMap<>()).put(change.id(), change);
        }
      }
    }
  }

  private void change(RowChange change) {
    TextTable texts =
        switch (change.table()) {
          case CustomerRows.CUSTOMER -> customers;
          case CustomerRows.CONTACT -> contacts;
          case CustomerRows.PHONE -> phones;
          default -> null;
        };
    Row after = change.after();
    if (texts == null) {
      return;
    }
    if (after == null) {
      texts.remove(change.id());
      return;
    }
    Long owner = (Long) after.values().getOrDefault("customer_id", change.id());
    texts.put(change.id(), Objects.requireNonNull(owner), text(after));
  }

  private static String text(Row row) {
    Map<String, @Nullable Object> values = row.values();
    if (row.table().equals(CustomerRows.PHONE)) {
      return text(
          Objects.toString(values.get("raw"), ""),
          (String) values.get("e164"),
          Objects.toString(values.get("national_digits"), ""));
    }
    return text(Objects.toString(values.get("search_key"), ""), (String) values.get("email"));
  }

  private static String text(String searchKey, @Nullable String email) {
    return email == null ? searchKey : searchKey + EMAIL_LINE + email.toLowerCase(Locale.ROOT);
  }

  /** The digits as typed, as dialled from abroad and as dialled at home. */
  private static String text(String raw, @Nullable String e164, String national) {
    List<String> forms =
        Stream.of(raw, e164 == null ? "" : e164, national.isEmpty() ? "" : "0" + national)
            .map(CustomerSearch::digits)
            .filter(form -> !form.isEmpty())
            .distinct()
            .toList();
    return String.join("\n", forms);
  }

  /** The digits of a text, full-width ones too. */
  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.toString();
  }
}
