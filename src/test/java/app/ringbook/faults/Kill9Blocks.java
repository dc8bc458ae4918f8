package app.ringbook.faults;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * {@code kill9-blocks}: blocks of bare rows. Only whole blocks are there, the resume mark counts
 * them, none is lost or doubled.
 */
final class Kill9Blocks extends ImportKillLoop {
  Kill9Blocks(long seed, boolean early) {
    super(seed, ImportWriter.class, early);
  }

  @Override
  protected long longestMillis() {
    return 1500;
  }

  @Override
  protected String question() {
    return "SELECT COUNT(*) AS customers, COUNT(DISTINCT external_key) AS keys,"
        + " COALESCE((SELECT MAX(rows_done) FROM import_run), 0) AS done FROM customer";
  }

  @Override
  protected void compare(ResultSet found, long acknowledged, Figures figures) throws SQLException {
    long rows = found.getLong("customers");
    long done = found.getLong("done");
    long blocks = rows / ImportWriter.BLOCK;
    figures.add("blocks", blocks);
    if (rows % ImportWriter.BLOCK != 0 || done != rows) {
      figures.breach("%d rows, the mark says %d".formatted(rows, done));
    }
    long doubled = rows - found.getLong("keys");
    if (doubled != 0) {
      figures.add("doubled", doubled);
      figures.breach("%d rows are doubled".formatted(doubled));
    }
    if (blocks < acknowledged) {
      figures.add("lost", (acknowledged - blocks) * ImportWriter.BLOCK);
      figures.breach("Block %d was acknowledged and is lost".formatted(acknowledged));
    }
  }
}
