package app.ringbook.store;

import app.ringbook.platform.ProblemException;
import app.ringbook.store.file.DataFolder;
import app.ringbook.store.file.OpenMark;
import app.ringbook.store.journal.JournalFiles;
import app.ringbook.store.keys.DerivedKeys;
import app.ringbook.store.keys.KeyLookup;
import app.ringbook.store.keys.WrittenRows;
import app.ringbook.store.sql.H2File;
import app.ringbook.store.sql.JournalTable;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2 in this process, held by the hand: one connection writes, others have only the right to read,
 * the keeper makes checkpoints. The journal is forced to disk before every commit, because H2
 * itself forces nothing but at a checkpoint. Made by {@link EmbeddedOpening}.
 */
final class EmbeddedEngine implements Engine {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);

  /** Bytes of journal after which the database file is forced and a new segment begins. */
  private static final long SEGMENT = 4L << 20;

  /** Changed keys that the next start reads in no time. */
  private static final int FEW_CHANGES = 20_000;

  private static final String COUNTER = "SELECT next_id FROM id_counter WHERE table_name = ?";
  private static final String MOVE_COUNTER =
      "MERGE INTO id_counter (table_name, next_id) KEY (table_name) VALUES (?, ?)";

  private final H2File h2;
  private final JournalFiles journal;
  private final OpenMark mark;
  private final Database.Opened opened;
  private final String history;
  private final HikariDataSource readers;
  private final DerivedKeys keys;
  private Connection keeper;
  private Connection writer;
  private PreparedStatement counter;
  private PreparedStatement moveCounter;
  private long sequence;

  /** An entry whose commit failed and that still stands in the journal; 0 for none. */
  private long unresolved;

  EmbeddedEngine(
      H2File h2,
      Connection keeper,
      JournalFiles journal,
      OpenMark mark,
      Path index,
      long sequence,
      Database.Opened opened)
      throws SQLException {
    this.h2 = h2;
    this.keeper = keeper;
    this.journal = journal;
    this.mark = mark;
    this.sequence = sequence;
    this.opened = opened;
    this.history = journal.history();
    this.writer = h2.writer();
    this.counter = writer.prepareStatement(COUNTER);
    this.moveCounter = writer.prepareStatement(MOVE_COUNTER);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(h2.address());
    config.setUsername("READER");
    config.setPassword("");
    config.setReadOnly(true);
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(1);
    config.setPoolName("store-readers");
    this.readers = new HikariDataSource(config);
    this.keys =
        new DerivedKeys(readers, index, opened.schemaVersion(), FEW_CHANGES, EmbeddedEngine::tell);
  }

  @Override
  public Database.Opened opened() {
    return opened;
  }

  @Override
  public String databaseId() {
    return "h2";
  }

  @Override
  public Connection writer() {
    if (unresolved != 0 || closed(writer)) {
      revive();
    }
    return writer;
  }

  private static boolean closed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  /**
   * H2 closes itself when it cannot write, as on a full disk. Once there is room the file is opened
   * again; everything acknowledged is in it, for H2 never writes over what is valid.
   *
   * @throws ProblemException if there is no room yet, or a new start has to look at everything
   */
  private void revive() {
    mustHaveRoom(0);
    try {
      letGo();
      keeper = h2.administrator();
      long last = JournalTable.last(keeper);
      if (last != sequence || journal.broken()) {
        throw new SQLException("The file ends with %d, not %d".formatted(last, sequence));
      }
      H2File.checkpoint(keeper);
      writer = h2.writer();
      counter = writer.prepareStatement(COUNTER);
      moveCounter = writer.prepareStatement(MOVE_COUNTER);
      if (unresolved != 0) {
        journal.abort(unresolved);
        unresolved = 0;
      }
      journal.checkpoint(sequence);
      LOG.info("The database goes on behind change {}", sequence);
    } catch (SQLException | IOException e) {
      closeQuietly(writer);
      throw new ProblemException(e, "store.problem.broken");
    }
  }

  /** No session may keep the half closed file open, or the next one would join it. */
  private void letGo() {
    closeQuietly(writer);
    try (Connection last = keeper;
        Statement statement = last.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException e) {
      LOG.debug("It was closed already", e);
    }
    freshReaders();
  }

  @Override
  public void freshReaders() {
    readers.getHikariPoolMXBean().softEvictConnections();
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("Closing a connection that was lost", e);
    }
  }

  @Override
  public DataSource readers() {
    return readers;
  }

  /** The database file, for backups. */
  H2File file() {
    return h2;
  }

  /** The history of the journal; it changes only by a restore. */
  String history() {
    return history;
  }

  /** The journal, for the writer thread alone. */
  JournalFiles journal() {
    return journal;
  }

  @Override
  public void begin() {
    if (journal.broken()) {
      throw new ProblemException("store.problem.broken");
    }
    mustHaveRoom(0);
  }

  private void mustHaveRoom(long bytes) {
    try {
      DataFolder.mustHaveRoom(Objects.requireNonNull(h2.path().getParent()), bytes);
    } catch (IOException e) {
      LOG.warn("The free space of the disk is not known", e);
    }
  }

  @Override
  public long takeIds(String table, int count) throws SQLException {
    counter.setString(1, table);
    long first = 1;
    try (ResultSet rows = counter.executeQuery()) {
      if (rows.next()) {
        first = rows.getLong(1);
      }
    }
    moveCounter.setString(1, table);
    moveCounter.setLong(2, first + count);
    moveCounter.executeUpdate();
    return first;
  }

  @Override
  public long nextSequence() {
    return sequence + 1;
  }

  @Override
  public void beforeCommit(long next, byte[] payload) {
    mustHaveRoom(8L * payload.length);
    try {
      journal.append(next, payload);
    } catch (IOException e) {
      throw new ProblemException(e, "store.problem.disk", h2.path().toString());
    }
  }

  @Override
  public void lost() {
    closeQuietly(writer);
  }

  /** Whether the commit reached the file is unknown: nothing is written until that is looked at. */
  @Override
  public void commitFailed(long next) {
    unresolved = next;
    closeQuietly(writer);
    try {
      journal.abort(next);
      unresolved = 0;
    } catch (IOException e) {
      LOG.error("Entry {} could not be taken out of the journal", next, e);
    }
  }

  @Override
  public KeyLookup keys() {
    return keys.committed();
  }

  @Override
  public KeyLookup keysWith(List<RowChange> written) {
    int[] told = {0};
    return keys.inside(
        rows -> {
          while (told[0] < written.size()) {
            tell(written.get(told[0]++), rows);
          }
        });
  }

  private static void tell(RowChange change, WrittenRows told) {
    Row before = change.before();
    Row after = change.after();
    told.row(
        change.table(),
        change.id(),
        before == null ? null : before.values(),
        after == null ? null : after.values());
  }

  static long tell(byte[] payload, WrittenRows told) throws IOException {
    Committed committed = JournalEntry.decode(payload).committed();
    committed.rows().forEach(row -> tell(row, told));
    return committed.sequence();
  }

  @Override
  public void afterCommit(Committed change) {
    long committed = change.sequence();
    sequence = committed;
    keys.committed(committed, told -> change.rows().forEach(row -> tell(row, told)));
    if (journal.size() > SEGMENT) {
      try {
        H2File.checkpoint(keeper);
        journal.checkpoint(committed);
        journal.begin(opened.schemaVersion(), committed);
      } catch (SQLException | IOException e) {
        LOG.error("No checkpoint could be made; the journal goes on", e);
      }
    }
  }

  @Override
  public RuntimeException named(SQLException failure) {
    return h2.named(failure);
  }

  /** Without the checkpoint, the mark stays and the next start looks at everything. */
  @Override
  public void close() {
    keys.close();
    readers.close();
    try (journal) {
      boolean whole = unresolved == 0 && !journal.broken() && !closed(writer);
      if (whole) {
        writer.rollback();
        H2File.checkpoint(keeper);
        journal.checkpoint(sequence);
      }
      writer.close();
      // A connection that is not closed by name is complained of in a file beside the data.
      try (Connection last = keeper;
          Statement statement = last.createStatement()) {
        statement.execute("SHUTDOWN");
      }
      if (whole) {
        h2.force();
        mark.clear();
      }
    } catch (SQLException | IOException e) {
      LOG.error("The database did not close properly; the next start will check it", e);
    }
  }
}
