package app.ringbook.faults;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * {@code kill9-import}: a sheet of 20,000 rows, as the program imports it. Only whole blocks are
 * there, no customer comes twice, and the end is that of an import nobody killed.
 */
final class Kill9Import extends ImportKillLoop {
  Kill9Import(long seed, boolean early) {
    super(seed, SheetImportWriter.class, early);
  }

  @Override
  protected long longestMillis() {
    return early() ? 600 : 5_000;
  }

  @Override
  protected String question() {
    return "SELECT COUNT(*) AS customers, COUNT(DISTINCT external_key) AS keys,"
        + " (SELECT COUNT(*) FROM contact) AS people,"
        + " (SELECT COUNT(*) FROM timeline_entry) AS entries,"
        + " COALESCE((SELECT SUM(rows_new) FROM import_run), 0) AS fresh,"
        + " COALESCE((SELECT MAX(rows_done) FROM import_run), 0) AS done"
        + " FROM customer";
  }

  @Override
  protected void compare(ResultSet found, long acknowledged, Figures figures) throws SQLException {
    long customers = found.getLong("customers");
    long keys = found.getLong("keys");
    long fresh = found.getLong("fresh");
    long entries = found.getLong("entries");
    long people = found.getLong("people");
    long done = found.getLong("done");
    figures.add("rows", done);
    if (done % SheetImportWriter.BLOCK != 0) {
      figures.breach("The mark stands in a block, at " + done);
    }
    if (done < acknowledged) {
      figures.add("lost", acknowledged - done);
      figures.breach("Row %d was acknowledged, the mark says %d".formatted(acknowledged, done));
    }
    figures.add("doubled", customers - keys);
    if (customers != keys || customers != fresh || customers != entries) {
      figures.breach(
          "%d customers, %d keys, %d counted, %d entries"
              .formatted(customers, keys, fresh, entries));
    }
    if (people != done) {
      figures.breach("%d people after %d rows".formatted(people, done));
    }
    if (done == SheetImportWriter.ROWS && customers != SheetImportWriter.CUSTOMERS) {
      figures.breach("%d customers at the end".formatted(customers));
    }
  }
}
