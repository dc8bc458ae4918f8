package app.ringbook.store.sql;

import app.ringbook.store.sql.Tables.Column;
import app.ringbook.store.sql.Tables.Index;
import app.ringbook.store.sql.Tables.Link;
import app.ringbook.store.sql.Tables.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads every row of every table and tells what does not hold: a row whose checksum differs, an
 * index that disagrees with its table, a foreign key that leads nowhere. Neither H2 nor PostgreSQL
 * notices a flipped bit; this does.
 */
public final class TableScan {
  private static final int PAGE = 2000;
  private final Connection connection;
  private final Tables tables;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private boolean h2;

  /** What is wrong. */
  public enum What {
    /** The content of a row does not fit its checksum. */
    ROW,
    /** An index names other rows than the table holds. */
    INDEX,
    /** A row names another that is not there. */
    LINK,
    /** A table cannot be read. */
    TABLE
  }

  /**
   * One fault.
   *
   * @param where table, or table and index
   * @param id the first row concerned, or 0
   */
  public record Fault(What what, String where, long id) {}

  /** Called now and then with the rows read so far. */
  @FunctionalInterface
  public interface Watcher {
    /** May throw to stop the scan. */
    void read(long rows);
  }

  /** Prepares a scan on a connection that can read everything. */
  public TableScan(Connection connection, Tables tables) {
    this.connection = connection;
    this.tables = tables;
  }

  /** Reads everything. */
  public TableScan run(Watcher watcher) {
    long done = 0;
    streaming(true);
    for (Table table : tables.all()) {
      try {
        done += rows(table, done, watcher);
        for (Link link : table.parents()) {
          link(link);
        }
      } catch (SQLException e) {
        faults.add(new Fault(What.TABLE, table.name(), 0));
      }
    }
    streaming(false);
    return this;
  }

  /** Lets H2 hand out rows as it finds them, instead of gathering a million first. */
  private void streaming(boolean on) {
    try (Statement statement = connection.createStatement()) {
      h2 = "H2".equals(connection.getMetaData().getDatabaseProductName());
      if (h2) {
        statement.execute("SET LAZY_QUERY_EXECUTION " + (on ? 1 : 0));
      }
    } catch (SQLException e) {
      faults.add(new Fault(What.TABLE, "?", 0));
    }
  }

  /** Rows read, by table. */
  public Map<String, Long> counts() {
    return counts;
  }

  /** Everything that does not hold. */
  public List<Fault> faults() {
    return faults;
  }

  private long rows(Table table, long before, Watcher watcher) throws SQLException {
    long[] sums = new long[table.indexes().size()];
    long count = 0;
    long last = Long.MIN_VALUE;
    boolean more = true;
    try (PreparedStatement page =
        connection.prepareStatement(
            "SELECT id, version, row_crc, %s FROM %s WHERE id > ? ORDER BY id LIMIT %d"
                .formatted(names(table), table.name(), PAGE))) {
      while (more) {
        page.setLong(1, last);
        long start = count;
        try (ResultSet rows = page.executeQuery()) {
          while (rows.next()) {
            last = rows.getLong(1);
            count++;
            row(table, rows, sums);
          }
        }
        more = count - start == PAGE;
        watcher.read(before + count);
      }
    }
    counts.put(table.name(), count);
    if (h2) {
      for (int i = 0; i < sums.length; i++) {
        index(table, table.indexes().get(i), count, sums[i]);
      }
    }
    return count;
  }

  private void row(Table table, ResultSet rows, long[] sums) throws SQLException {
    @Nullable Object[] stored = new @Nullable Object[table.columns().size()];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = ColumnValues.get(rows, 4 + i, table.columns().get(i));
    }
    RowValues values = table.shape().row(stored);
    long id = rows.getLong(1);
    if (ValueCodec.crc(table.name(), id, rows.getLong(2), values) != rows.getLong(3)) {
      faults.add(new Fault(What.ROW, table.name(), id));
    }
    for (int i = 0; i < sums.length; i++) {
      long hash = id;
      for (String column : table.indexes().get(i).columns()) {
        hash = mixed(hash, column.equals("id") ? (Object) id : values.get(column));
      }
      sums[i] += hash;
    }
  }

  /** Walks the index itself and compares its number of rows and the sum of their keys. */
  private void index(Table table, Index index, long count, long sum) throws SQLException {
    String columns = String.join(", ", index.columns());
    long found = 0;
    long total = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, %s FROM %s USE INDEX (%s) ORDER BY %s"
                    .formatted(columns, table.name(), index.name(), columns))) {
      while (rows.next()) {
        long id = rows.getLong(1);
        long hash = id;
        int at = 2;
        for (String column : index.columns()) {
          hash =
              mixed(
                  hash,
                  column.equals("id") ? id : ColumnValues.get(rows, at, table.column(column)));
          at++;
        }
        total += hash;
        found++;
      }
    } catch (SQLException e) {
      faults.add(new Fault(What.INDEX, table.name() + "." + index.name(), 0));
      return;
    }
    if (found != count || total != sum) {
      faults.add(new Fault(What.INDEX, table.name() + "." + index.name(), 0));
    }
  }

  private void link(Link link) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*), MIN(c.id) FROM %s c WHERE c.%s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s p WHERE p.id = c.%s)"
                    .formatted(link.child(), link.column(), link.parent(), link.column()))) {
      rows.next();
      if (rows.getLong(1) > 0) {
        faults.add(new Fault(What.LINK, link.child() + "." + link.column(), rows.getLong(2)));
      }
    }
  }

  private static long mixed(long hash, @Nullable Object value) {
    long mixed = (hash ^ (value == null ? 7 : value.hashCode())) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 29);
  }

  private static String names(Table table) {
    return table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
