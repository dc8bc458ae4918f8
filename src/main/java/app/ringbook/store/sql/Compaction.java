package app.ringbook.store.sql;

import app.ringbook.platform.Progress;
import app.ringbook.store.file.DataFolder;
import app.ringbook.store.sql.Tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back what a database file no longer needs. H2 appends what it writes and, forced to write
 * every commit at once, never tidies up: an import of a million customers leaves a file many times
 * the size of its content. The content is copied into a new file beside the old one, every row of
 * the copy is read and compared with its checksum, the rows are counted in both, and only then the
 * copy takes the old file's place in one step. Whatever fails or is cut off before leaves the old
 * file as it was.
 */
public final class Compaction {
  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

  /** Less than this is not worth the wait. */
  private static final long WORTH_IT = 512L << 20;

  private final H2File h2;
  private final H2File fresh;
  private final long worthIt;

  /** For the file of a database that is not open. */
  public Compaction(H2File h2) {
    this(h2, WORTH_IT);
  }

  /** As {@link #Compaction(H2File)}, with another number of bytes that are worth the work. */
  Compaction(H2File h2, long worthIt) {
    this.h2 = h2;
    this.fresh = new H2File(h2.path().resolveSibling("compacted"));
    this.worthIt = worthIt;
  }

  /**
   * Compacts the file if more than half of it, and enough to be worth it, is waste. Takes about a
   * minute for a million customers.
   *
   * @param progress told the rows compared; when it is cancelled, the old file stays
   * @return bytes given back, 0 if the file stays as it is
   */
  public long run(Progress progress) {
    try {
      Files.deleteIfExists(fresh.file());
      long before = h2.exists() ? Files.size(h2.file()) : 0;
      if (before < worthIt || before - content() < Math.max(worthIt, before / 2)) {
        return 0;
      }
      DataFolder.mustHaveRoom(Objects.requireNonNull(h2.path().getParent()), 2 * content());
      MVStore.compact(h2.file().toString(), fresh.file().toString(), false, null);
      if (!same(progress)) {
        LOG.error("The compacted file differs from the old one, which stays");
        return 0;
      }
      fresh.force();
      long after = Files.size(fresh.file());
      Files.move(
          fresh.file(),
          h2.file(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      LOG.info("The database file shrank from {} to {} bytes", before, after);
      return before - after;
    } catch (IOException | SQLException | RuntimeException e) {
      LOG.warn("The database file was not compacted", e);
      return 0;
    } finally {
      forget();
    }
  }

  /** Bytes of the file that are still needed, as H2 estimates them. */
  private long content() {
    try (MVStore store = new MVStore.Builder().fileName(h2.file().toString()).readOnly().open()) {
      long used = store.getFileStore().size() * store.getFillRate() / 100;
      return used * store.getFileStore().getChunksFillRate() / 100;
    }
  }

  private boolean same(Progress progress) throws SQLException {
    List<Long> wanted;
    try (Connection old = h2.readOnly()) {
      wanted = counts(old);
    }
    try (Connection copy = fresh.readOnly()) {
      TableScan scan =
          new TableScan(copy, Tables.read(copy))
              .run(
                  rows -> {
                    progress.check();
                    progress.at(rows, -1);
                  });
      return scan.faults().isEmpty() && counts(copy).equals(wanted);
    }
  }

  /** Rows of every table, and the last number given out of each. */
  private static List<Long> counts(Connection connection) throws SQLException {
    List<Long> counts = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (Table table : Tables.read(connection).all()) {
        counts.add(number(statement, "SELECT COUNT(*) FROM " + table.name()));
      }
      counts.add(number(statement, "SELECT COUNT(*) FROM journal_entry"));
      counts.add(number(statement, "SELECT COUNT(*) FROM journal_row"));
      counts.add(number(statement, "SELECT COALESCE(SUM(next_id), 0) FROM id_counter"));
    }
    return counts;
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(fresh.file());
    } catch (IOException e) {
      LOG.warn("{} can be deleted", fresh.file(), e);
    }
  }
}
