package app.ringbook.customer.twins;

import app.ringbook.customer.CustomerSearch;
import app.ringbook.customer.names.NameKeys;
import app.ringbook.store.Database;
import app.ringbook.store.sql.PlainRows;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of all customers at one moment, asked for those that are alike: the form of {@link
 * Twins} for very many questions, such as the rows of a sheet. Safe for several threads.
 */
public final class SimilarNames {
  private static final int PAGE = 2_000;
  private static final int MOST = 5;
  private final NameParts names = new NameParts();
  private long last;

  private SimilarNames() {}

  /** From what is searched, which lies in memory, else from the database. */
  static SimilarNames of(CustomerSearch search, Database database) {
    SimilarNames names = new SimilarNames();
    if (!search.eachName(names::add)) {
      return stored(database);
    }
    names.names.sort();
    return names;
  }

  private static SimilarNames stored(Database database) {
    SimilarNames names = new SimilarNames();
    PlainRows rows = new PlainRows("customer", "id", List.of("name"));
    int count = PAGE;
    while (count == PAGE) {
      count =
          database.rows(
              rows,
              PlainRows.Which.after(names.last, PAGE),
              (id, owner, texts) -> names.add(id, texts[0] == null ? "" : texts[0]));
    }
    names.names.sort();
    return names;
  }

  private void add(long id, String name) {
    last = Math.max(last, id);
    names.add(id, NameKeys.twinKey(name));
  }

  /** The highest id among them: customers with higher ones came later. */
  public long last() {
    return last;
  }

  /**
   * Ids of customers with alike names that are not equal, the likest first.
   *
   * @param key {@link NameKeys#twinKey} of a name
   */
  public Stream<Long> alike(String key) {
    return names.alike(key).stream().limit(MOST).map(NameParts.Alike::id);
  }
}
