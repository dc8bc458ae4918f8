package app.ringbook.customer.stored;

import app.ringbook.customer.memory.TextTable;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.store.Database;
import app.ringbook.store.keys.KeyColumn;
import app.ringbook.store.keys.KeyLookup.Range;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of the database: all of them, or those that have the words of a question. Not for
 * the window's thread.
 */
public final class StoredTexts {
  private static final int PAGE = 10_000;

  /** A question looks between the parts of a table whether it is still wanted. */
  private static final int PARTS = 12;

  private static final int SMALLEST_PART = 5_000;

  /** Names that begin with the question, found by their keys: these come first. */
  private static final int NAMESAKES = 500;

  private static final int SUFFIX = 8;
  private static final Pattern ZEROS = Pattern.compile("^0+");
  private final Database database;

  /** Over this database. */
  public StoredTexts(Database database) {
    this.database = database;
  }

  /** Reads rows of a table behind an id. */
  @FunctionalInterface
  private interface Page {
    /** Puts what it reads into its table. */
    Read read(TextMapper mapper, long after, long upTo, int limit);
  }

  /** How many rows were read, and the last one's id. */
  private record Read(int count, long last) {}

  /** Is given texts in the order of their ids. */
  @FunctionalInterface
  public interface Sink {
    /** Takes a text in UTF-8. */
    void put(long id, long owner, byte[] text);
  }

  /** How many texts there are of all kinds. */
  public long count() {
    return database.read(TextMapper.class, m -> m.customers() + m.contacts() + m.phones());
  }

  /** Reads the names of all customers; tells how many after each page. */
  public void customers(Sink sink, LongConsumer counted) {
    readAll(names(sink, true, List.of()), counted);
  }

  /** Reads the names of all people; tells how many after each page. */
  public void contacts(Sink sink, LongConsumer counted) {
    readAll(names(sink, false, List.of()), counted);
  }

  /** Reads all numbers; tells how many after each page. */
  public void phones(Sink sink, LongConsumer counted) {
    readAll(numbers(sink, null), counted);
  }

  /**
   * Reads the texts that have all the words, and a little more.
   *
   * @param words folded as {@link NameKeys#fold} does
   * @param digits run of digits to be found in numbers, or null for no numbers
   * @param most texts of each kind
   * @param enough asked every now and then; once true, what was read so far has to do
   */
  public SearchedTexts having(
      List<String> words, @Nullable String digits, int most, BooleanSupplier enough) {
    SearchedTexts texts = SearchedTexts.empty();
    List<String> patterns = words.stream().map(StoredTexts::pattern).toList();
    String key = NameKeys.prefix(String.join(" ", words));
    if (!key.isEmpty()) {
      List<Long> ids =
          ids(database.keys().in(KeyColumn.CUSTOMER_NAME, new Range(key, key + "g"), NAMESAKES));
      if (!ids.isEmpty()) {
        putNames(
            into(texts.customers()), database.read(TextMapper.class, m -> m.customersByIds(ids)));
      }
    }
    if (digits != null && digits.length() >= SUFFIX) {
      String suffix = digits.substring(digits.length() - SUFFIX);
      List<Long> ids = ids(database.keys().equal(KeyColumn.PHONE_ENDING, List.of(suffix)));
      if (!ids.isEmpty()) {
        putNumbers(into(texts.phones()), database.read(TextMapper.class, m -> m.phonesByIds(ids)));
      }
    }
    search(names(into(texts.customers()), true, patterns), TextMapper::lastCustomer, most, enough);
    search(names(into(texts.contacts()), false, patterns), TextMapper::lastContact, most, enough);
    if (digits != null) {
      search(numbers(into(texts.phones()), digits), TextMapper::lastPhone, most, enough);
    }
    return texts;
  }

  private static List<Long> ids(long[] some) {
    return Arrays.stream(some).limit(NAMESAKES).boxed().toList();
  }

  private static String pattern(String word) {
    return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  /** Tells after each page how many it was. */
  private void readAll(Page page, LongConsumer counted) {
    Read read = new Read(0, 0);
    do {
      long after = read.last();
      read = database.read(TextMapper.class, m -> page.read(m, after, Long.MAX_VALUE, PAGE));
      counted.accept(read.count());
    } while (read.count() == PAGE);
  }

  /** Goes through the table part by part, because a long statement cannot be stopped. */
  private void search(
      Page page, Function<TextMapper, @Nullable Long> lastId, int most, BooleanSupplier enough) {
    Long last = database.read(TextMapper.class, lastId);
    long end = last == null ? 0 : last;
    long part = Math.max(SMALLEST_PART, end / PARTS + 1);
    int found = 0;
    for (long after = 0; after < end && found < most && !enough.getAsBoolean(); after += part) {
      long from = after;
      int room = most - found;
      found += database.read(TextMapper.class, m -> page.read(m, from, from + part, room)).count();
    }
  }

  private static Page names(Sink sink, boolean customers, List<String> patterns) {
    return (mapper, after, upTo, limit) ->
        putNames(
            sink,
            customers
                ? mapper.customerTexts(after, upTo, patterns, limit)
                : mapper.contactTexts(after, upTo, patterns, limit));
  }

  /** Trunk zeros stand in no column: what follows them begins a number at home or abroad. */
  private static Page numbers(Sink sink, @Nullable String digits) {
    String pattern = digits == null ? null : pattern(digits);
    String rest = digits == null ? "" : ZEROS.matcher(digits).replaceFirst("");
    String afterZeros = digits == null || rest.equals(digits) ? null : rest + "%";
    return (mapper, after, upTo, limit) ->
        putNumbers(sink, mapper.phoneTexts(after, upTo, pattern, afterZeros, limit));
  }

  private static Sink into(TextTable table) {
    return table::put;
  }

  private static Read putNames(Sink sink, List<TextMapper.NameRow> rows) {
    rows.forEach(
        r -> sink.put(r.id(), r.customerId(), bytes(TextLines.ofName(r.searchKey(), r.email()))));
    return new Read(rows.size(), rows.isEmpty() ? 0 : rows.getLast().id());
  }

  private static Read putNumbers(Sink sink, List<TextMapper.DigitsRow> rows) {
    rows.forEach(
        r ->
            sink.put(
                r.id(),
                r.customerId(),
                bytes(TextLines.ofNumber(r.raw(), r.e164(), r.nationalDigits()))));
    return new Read(rows.size(), rows.isEmpty() ? 0 : rows.getLast().id());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
