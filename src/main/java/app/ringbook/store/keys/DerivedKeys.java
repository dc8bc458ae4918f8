package app.ringbook.store.keys;

import app.ringbook.store.sql.JournalTable;
import app.ringbook.store.sql.StoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of the embedded database, from a file beside it if that fits, else read from the tables;
 * then kept true by every commit. Read when somebody first asks: from the file that takes a tenth
 * of a second, from the tables some seconds with a million rows. The file's head says up to which
 * journal entry it is true; what was committed since is read from the journal.
 */
public final class DerivedKeys implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DerivedKeys.class);
  private static final int PAGE = 10_000;
  private static final int ENTRIES = 16;

  private final DataSource readers;
  private final int schema;
  private final int few;
  private final Changes changes;
  private final IndexFile file;
  private final KeySet set = new KeySet(null);
  private final Object loading = new Object();

  /** Commits that arrive while loading. */
  private @Nullable List<Commit> waiting;

  private volatile boolean loaded;
  private long applied;
  private boolean written;

  /** The rows of a journal entry. */
  public interface Changes {
    /** Tells of every row the entry wrote; returns the entry's place. */
    long each(byte[] payload, WrittenRows told) throws IOException;
  }

  /** Rows that were written. */
  @FunctionalInterface
  public interface Rows {
    /** Tells of every one. */
    void each(WrittenRows told);
  }

  private record Commit(long sequence, Rows rows) {}

  /**
   * Reads nothing yet.
   *
   * @param folder where the file is kept
   * @param schema version of the database's schema
   * @param few with fewer changes than this no file is written: the next start reads them from the
   *     journal, or so few rows anew
   */
  public DerivedKeys(DataSource readers, Path folder, int schema, int few, Changes changes) {
    this.readers = readers;
    this.schema = schema;
    this.few = few;
    this.changes = changes;
    this.file = new IndexFile(folder, "keys", KeyColumn.values().length * KeyRun.SECTIONS);
  }

  /** What is committed. */
  public KeyLookup committed() {
    load();
    return set;
  }

  /**
   * What a transaction sees: what is committed, and above it what it wrote itself.
   *
   * @param fresh tells, each time it is asked, of the rows written since
   */
  public KeyLookup inside(Rows fresh) {
    load();
    return new KeySet(set) {
      @Override
      List<KeyRun> runs(KeyColumn column) {
        fresh.each(this);
        return super.runs(column);
      }
    };
  }

  /** Called on the writer's thread after each commit, before the next change. */
  public synchronized void committed(long sequence, Rows rows) {
    if (loaded) {
      rows.each(set);
      applied = sequence;
    } else if (waiting != null) {
      waiting.add(new Commit(sequence, rows));
    }
  }

  /** Reads everything now, if it was not read. */
  public void load() {
    if (loaded) {
      return;
    }
    synchronized (loading) {
      if (loaded) {
        return;
      }
      synchronized (this) {
        waiting = new ArrayList<>();
      }
      try (Connection connection = readers.getConnection()) {
        long at = fromFile(connection);
        if (at == 0) {
          at = JournalTable.last(connection);
          fromTables(connection);
        }
        ready(catchUp(connection, at));
      } catch (SQLException e) {
        throw new StoreFailure(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private synchronized void ready(long upTo) {
    List<Commit> arrived = waiting == null ? List.of() : waiting;
    waiting = null;
    applied = upTo;
    for (Commit commit : arrived) {
      if (commit.sequence() > upTo) {
        commit.rows().each(set);
        applied = commit.sequence();
      }
    }
    loaded = true;
  }

  /** The change the file holds, or 0 if there is no file that fits. */
  private long fromFile(Connection connection) throws SQLException {
    try {
      IndexFile.Stored found = file.read();
      if (found == null || !fits(found.stamp(), connection)) {
        return 0;
      }
      file.tidy(true);
      int from = 0;
      for (KeyColumn column : KeyColumn.values()) {
        set.keys(column).above(new KeyRun(found.sections().subList(from, from + KeyRun.SECTIONS)));
        from += KeyRun.SECTIONS;
      }
      written = true;
      return found.stamp().sequence();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The file of keys could not be read and is made anew", e);
      return 0;
    }
  }

  private boolean fits(IndexFile.Stamp stamp, Connection connection) throws SQLException {
    return stamp.sequence() > 0
        && stamp.schema() == schema
        && stamp.sequence() <= JournalTable.last(connection)
        && stamp.mark() == JournalTable.mark(connection, stamp.sequence());
  }

  private void fromTables(Connection connection) throws SQLException {
    Map<String, List<KeyColumn>> tables =
        Arrays.stream(KeyColumn.values())
            .collect(
                Collectors.groupingBy(KeyColumn::table, LinkedHashMap::new, Collectors.toList()));
    for (KeyColumn column : KeyColumn.values()) {
      set.keys(column).above(KeyRun.EMPTY);
    }
    for (Map.Entry<String, List<KeyColumn>> table : tables.entrySet()) {
      fromTable(connection, table.getKey(), table.getValue());
    }
    for (KeyColumn column : KeyColumn.values()) {
      set.keys(column).above(KeyRuns.merged(set.keys(column).runs(), true));
    }
  }

  private void fromTable(Connection connection, String table, List<KeyColumn> columns)
      throws SQLException {
    String names = columns.stream().map(KeyColumn::column).collect(Collectors.joining(", "));
    try (PreparedStatement page =
        connection.prepareStatement(
            "SELECT id, %s FROM %s WHERE id > ? ORDER BY id LIMIT %d"
                .formatted(names, table, PAGE))) {
      long last = Long.MIN_VALUE;
      int read = PAGE;
      while (read == PAGE) {
        read = 0;
        page.setLong(1, last);
        List<List<KeyEntry>> found =
            columns.stream().map(c -> new ArrayList<KeyEntry>()).collect(Collectors.toList());
        try (ResultSet rows = page.executeQuery()) {
          while (rows.next()) {
            last = rows.getLong(1);
            read++;
            for (int i = 0; i < columns.size(); i++) {
              String key = rows.getString(i + 2);
              if (key != null) {
                found.get(i).add(new KeyEntry(key, last, false));
              }
            }
          }
        }
        for (int i = 0; i < columns.size(); i++) {
          set.keys(columns.get(i)).putAll(found.get(i).toArray(KeyEntry[]::new));
        }
      }
    }
  }

  /** Takes in what was changed since; the newest change taken in. */
  private long catchUp(Connection connection, long since) throws SQLException, IOException {
    long at = since;
    List<byte[]> payloads;
    do {
      payloads = JournalTable.payloads(connection, at, ENTRIES);
      for (byte[] payload : payloads) {
        at = changes.each(payload, set);
      }
    } while (!payloads.isEmpty());
    return at;
  }

  /** Writes the file if the next start would have to wait without it. */
  @Override
  public void close() {
    synchronized (loading) {
      if (!loaded || !worthWriting()) {
        return;
      }
      try (Connection connection = readers.getConnection()) {
        long mark = JournalTable.mark(connection, applied);
        try (IndexFile.Writing writing = file.write(new IndexFile.Stamp(schema, applied, mark))) {
          for (KeyColumn column : KeyColumn.values()) {
            List<ByteBuffer> sections = KeyRuns.merged(set.runs(column), true).sections();
            writing.add(sections);
          }
          writing.finish();
        }
      } catch (SQLException | IOException e) {
        LOG.warn("The file of keys could not be written; it is made anew at the next start", e);
      }
    }
  }

  private boolean worthWriting() {
    int changed = 0;
    int all = 0;
    for (KeyColumn column : KeyColumn.values()) {
      changed += set.keys(column).changed();
      all += set.runs(column).stream().mapToInt(KeyRun::size).sum();
    }
    return applied > 0 && (written ? changed >= few : all >= few);
  }
}
