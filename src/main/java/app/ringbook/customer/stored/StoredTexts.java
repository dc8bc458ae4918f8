package app.ringbook.customer.stored;

import app.ringbook.customer.names.NameKeys;
import app.ringbook.customer.stored.TextSource.Kind;
import app.ringbook.store.Database;
import app.ringbook.store.keys.KeyColumn;
import app.ringbook.store.keys.KeyLookup.Range;
import app.ringbook.store.sql.PlainRows;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
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

  /** Is given texts. */
  @FunctionalInterface
  public interface Sink {
    /** Takes a text in UTF-8; keys grow within a kind. */
    void put(Kind kind, long key, long owner, byte[] text);
  }

  /** How many rows have texts. */
  public long count() {
    return database.read(TextMapper.class, m -> tables().stream().mapToLong(m::count).sum());
  }

  /** The tables texts come from, in the order of the words' keys. */
  static List<String> tables() {
    return TextSource.ALL.stream().map(s -> s.rows().table()).distinct().toList();
  }

  /** Reads all texts of a table; tells how many rows after each page. */
  void read(String table, Sink sink, LongConsumer counted) {
    List<TextSource> sources = TextSource.of(table);
    List<String> columns =
        sources.stream().flatMap(s -> s.rows().columns().stream()).distinct().toList();
    PlainRows rows = new PlainRows(table, sources.getFirst().rows().owner(), columns);
    int[][] places =
        sources.stream()
            .map(s -> s.rows().columns().stream().mapToInt(columns::indexOf).toArray())
            .toArray(int[][]::new);
    Splitting splitting = new Splitting(sources, places, sink);
    int count = PAGE;
    while (count == PAGE) {
      count = database.rows(rows, PlainRows.Which.after(splitting.last, PAGE), splitting);
      counted.accept(count);
    }
  }

  /** Reads all texts, the words of all tables in the order of their keys. */
  public void readAll(Sink sink, LongConsumer counted) {
    tables().forEach(table -> read(table, sink, counted));
  }

  /** Makes of each row the texts of all sources in its table. */
  private static final class Splitting implements PlainRows.Sink {
    private final List<TextSource> sources;
    private final int[][] places;
    private final Sink sink;
    private long last;

    Splitting(List<TextSource> sources, int[][] places, Sink sink) {
      this.sources = sources;
      this.places = places;
      this.sink = sink;
    }

    @Override
    public void row(long id, long owner, @Nullable String[] texts) {
      for (int s = 0; s < places.length; s++) {
        @Nullable String[] own = new String[places[s].length];
        for (int i = 0; i < own.length; i++) {
          own[i] = texts[places[s][i]];
        }
        put(sources.get(s), id, owner, own, sink);
      }
      last = id;
    }
  }

  private static void put(
      TextSource source, long id, long owner, @Nullable String[] texts, Sink sink) {
    String text = source.text(texts);
    if (!text.isEmpty()) {
      sink.put(source.kind(), source.key(id), owner, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads the texts of a kind that have all the fragments, and a little more.
   *
   * @param fragments folded as {@link NameKeys#fold} does; of numbers, one run of digits
   * @param most texts of each source
   * @param enough asked every now and then; once true, what was read so far has to do
   */
  public void having(
      Kind kind, List<String> fragments, int most, BooleanSupplier enough, SearchedTexts texts) {
    if (kind == Kind.PHONES) {
      numbers(fragments.getFirst(), most, enough, texts);
      return;
    }
    if (kind == Kind.CUSTOMERS) {
      namesakes(String.join(" ", fragments), texts);
    }
    List<String> patterns = fragments.stream().map(StoredTexts::pattern).toList();
    TextSource.ALL.stream()
        .filter(source -> source.kind() == kind)
        .forEach(source -> search(source, patterns, most, enough, texts));
  }

  private void namesakes(String name, SearchedTexts texts) {
    String key = NameKeys.prefix(name);
    if (!key.isEmpty()) {
      some(
          TextSource.CUSTOMERS,
          ids(database.keys().in(KeyColumn.CUSTOMER_NAME, new Range(key, key + "g"), NAMESAKES)),
          texts);
    }
  }

  private void some(TextSource source, Collection<Long> ids, SearchedTexts texts) {
    if (!ids.isEmpty()) {
      database.rows(source.rows(), PlainRows.Which.of(ids), into(source, texts));
    }
  }

  private static PlainRows.Sink into(TextSource source, SearchedTexts texts) {
    return (id, owner, columns) -> put(source, id, owner, columns, texts);
  }

  private static List<Long> ids(long[] some) {
    return Arrays.stream(some).limit(NAMESAKES).boxed().toList();
  }

  private static String pattern(String word) {
    return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  private void search(
      TextSource source,
      List<String> patterns,
      int most,
      BooleanSupplier enough,
      SearchedTexts texts) {
    PlainRows.Sink sink = into(source, texts);
    search(
        source,
        most,
        enough,
        (after, upTo, room) ->
            database.rows(
                source.rows(), new PlainRows.Which(after, upTo, null, patterns, room), sink));
  }

  /** Trunk zeros stand in no column: what follows them begins a number at home or abroad. */
  private void numbers(String digits, int most, BooleanSupplier enough, SearchedTexts texts) {
    if (digits.length() >= SUFFIX) {
      String suffix = digits.substring(digits.length() - SUFFIX);
      some(
          TextSource.PHONES,
          ids(database.keys().equal(KeyColumn.PHONE_ENDING, List.of(suffix))),
          texts);
    }
    String pattern = pattern(digits);
    String rest = ZEROS.matcher(digits).replaceFirst("");
    String afterZeros = rest.equals(digits) ? null : rest + "%";
    PlainRows.Sink sink = into(TextSource.PHONES, texts);
    search(
        TextSource.PHONES,
        most,
        enough,
        (after, upTo, room) -> {
          List<TextMapper.DigitsRow> rows =
              database.read(
                  TextMapper.class, m -> m.phoneTexts(after, upTo, pattern, afterZeros, room));
          rows.forEach(
              r ->
                  sink.row(
                      r.id(),
                      r.customerId(),
                      new String[] {r.raw(), r.e164(), r.nationalDigits()}));
          return rows.size();
        });
  }

  /** Reads a part of a table; how many rows. */
  @FunctionalInterface
  private interface Part {
    int read(long after, long upTo, int limit);
  }

  /** Goes through the table part by part, because a long statement cannot be stopped. */
  private void search(TextSource source, int most, BooleanSupplier enough, Part part) {
    Long last = database.read(TextMapper.class, m -> m.last(source.rows().table()));
    long end = last == null ? 0 : last;
    long step = Math.max(SMALLEST_PART, end / PARTS + 1);
    int found = 0;
    for (long after = 0; after < end && found < most && !enough.getAsBoolean(); after += step) {
      found += part.read(after, after + step, most - found);
    }
  }
}
