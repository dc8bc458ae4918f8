package app.ringbook.store;

import app.ringbook.store.keys.KeyLookup;
import app.ringbook.store.sql.Reads;
import app.ringbook.store.sql.StoreFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs between the embedded database and a team's server. */
interface Engine extends Reads.Source, AutoCloseable {

  /** The name mappers use where their SQL must differ: {@code h2} or {@code postgresql}. */
  String databaseId();

  /** What opening found and did. */
  Database.Opened opened();

  /** Called before each change; throws where none can be made now. */
  void begin();

  /**
   * The connection of the writer thread, without automatic commits; another one after it was lost.
   *
   * @throws app.ringbook.platform.ProblemException if it was lost and cannot be had again yet
   */
  Connection writer();

  /** Takes ids of a table. On a server they stay taken even if the transaction is rolled back. */
  long takeIds(String table, int count) throws SQLException;

  /** The sequence of the entry about to be written, in the order of commits. */
  long nextSequence() throws SQLException;

  /** Appends the entry to what survives a power cut; called before the commit. */
  void beforeCommit(long sequence, byte[] payload);

  /** The writer's connection does not even roll back: another one has to be opened. */
  void lost();

  /** The commit failed: the entry appended must never be replayed. */
  void commitFailed(long sequence);

  /** Called after the commit. */
  void afterCommit(Committed committed);

  /** Finds committed rows by their keys. */
  KeyLookup keys();

  /**
   * Finds rows by their keys as the writer's transaction sees them.
   *
   * @param written what it has written so far; only ever grows
   */
  KeyLookup keysWith(List<RowChange> written);

  /** What the failure means to a person, or the failure itself. */
  RuntimeException named(SQLException failure);

  /** What a failure of the database means to a person; any other failure is itself. */
  @Override
  default RuntimeException named(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        RuntimeException named = named(sql);
        return named instanceof StoreFailure ? failure : named;
      }
    }
    return failure;
  }

  @Override
  void close();
}
