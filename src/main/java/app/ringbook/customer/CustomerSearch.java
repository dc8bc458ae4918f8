package app.ringbook.customer;

import app.ringbook.customer.memory.BestFinds;
import app.ringbook.customer.memory.TextTable;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.customer.stored.SearchedTexts;
import app.ringbook.customer.stored.StoredTexts;
import app.ringbook.customer.stored.TextLines;
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
import org.jspecify.annotations.Nullable;

/**
 * Finds customers, people and numbers by any part: names, pinyin, initials, digits, e-mail
 * addresses. Kept in memory and true by the database's changes; until the memory is filled, the
 * database itself is searched, which takes a second where memory takes a millisecond. Not for the
 * window's thread.
 */
public final class CustomerSearch implements AutoCloseable {
  /** Texts of each kind that are looked through for a question before {@link #loaded}. */
  private static final int MOST = 2_000;

  private static final int MOST_IDS = 20_000;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[+(]?[\\d\\s()\\-./]*\\d[\\d\\s()\\-./]*");

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
  private final StoredTexts stored;
  private final SearchedTexts all = SearchedTexts.empty();

  /** Changes that arrive while loading; they are newer than what the loader reads. */
  private final Map<String, Map<Long, RowChange>> meanwhile = new HashMap<>();

  private final Object loading = new Object();

  /** Held by the one question that searches the database. */
  private final Object asking = new Object();

  private volatile boolean loaded;

  /** Listens to the database from now on; the memory is empty until {@link #load}. */
  public CustomerSearch(Database database) {
    this.database = database;
    this.stored = new StoredTexts(database);
    this.subscription = database.changes().add(this::committed);
  }

  /**
   * Fills the memory; takes seconds with a million, so on a background thread. Progress in names
   * and numbers.
   */
  public void load(Progress progress) {
    if (loaded) {
      return;
    }
    synchronized (loading) {
      if (!loaded) {
        stored.readAll(all, progress);
        catchUp();
      }
    }
  }

  /** True once {@link #load} is through. */
  public boolean loaded() {
    return loaded;
  }

  /** As {@link #find(String, int, Progress)} for a question that is never taken back. */
  public List<Hit> find(String text, int limit) {
    return find(text, limit, Progress.NONE);
  }

  /**
   * The best hits, the likeliest first; all words of the text must be found in one of them.
   *
   * @param progress tells when nobody waits for the answer any more
   */
  public List<Hit> find(String text, int limit, Progress progress) {
    List<String> words = words(text);
    if (words.isEmpty() || limit <= 0) {
      return List.of();
    }
    String digits = digitsIn(text);
    SearchedTexts texts = texts(words, digits, MOST, progress);
    BestFinds best = new BestFinds(limit);
    texts.customers().scan(words, best.of(Kind.CUSTOMER.number));
    texts.contacts().scan(words, best.of(Kind.CONTACT.number));
    if (digits != null) {
      texts.phones().scan(List.of(digits), best.of(Kind.PHONE.number));
    }
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

  /**
   * Ids of all customers with a hit, ascending; of very many hits, some only before {@link
   * #loaded}.
   *
   * @param progress tells when nobody waits for the answer any more
   */
  public long[] customerIds(String text, Progress progress) {
    List<String> words = words(text);
    LongStream.Builder ids = LongStream.builder();
    if (!words.isEmpty()) {
      String digits = digitsIn(text);
      SearchedTexts texts = texts(words, digits, MOST_IDS, progress);
      TextTable.Visitor owner = (id, customer, score, line) -> ids.add(customer);
      texts.customers().scan(words, owner);
      texts.contacts().scan(words, owner);
      if (digits != null) {
        texts.phones().scan(List.of(digits), owner);
      }
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
  private static @Nullable String digitsIn(String text) {
    String folded = NameKeys.fold(text);
    return NUMBER.matcher(folded).matches() ? TextLines.digits(folded) : null;
  }

  /** What a question is looked for in: everything, or what the database finds for it. */
  private SearchedTexts texts(
      List<String> words, @Nullable String digits, int most, Progress progress) {
    if (!loaded) {
      synchronized (asking) {
        progress.check();
        SearchedTexts some =
            stored.having(
                words,
                digits,
                most,
                () -> {
                  progress.check();
                  return loaded;
                });
        if (!loaded) {
          return some;
        }
      }
    }
    return all;
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
          case CustomerRows.CUSTOMER -> all.customers();
          case CustomerRows.CONTACT -> all.contacts();
          case CustomerRows.PHONE -> all.phones();
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
      return TextLines.ofNumber(
          Objects.toString(values.get("raw"), ""),
          (String) values.get("e164"),
          Objects.toString(values.get("national_digits"), ""));
    }
    return TextLines.ofName(
        Objects.toString(values.get("search_key"), ""), (String) values.get("email"));
  }
}
