package app.ringbook.store;

import app.ringbook.platform.Listeners;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.sql.JournalIndex;
import app.ringbook.store.sql.JournalTable;
import app.ringbook.store.sql.Mappers;
import app.ringbook.store.sql.StoreFailure;
import app.ringbook.store.sql.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.ibatis.session.SqlSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer thread and what happens on it: one change after the other, each carried out, appended
 * to the journal, committed, told to the listeners. Nobody ever interrupts this thread.
 */
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private final Engine engine;
  private final Tables tables;
  private final Mappers mappers;
  private final Database.Options options;
  private final Listeners<Committed> changes = new Listeners<>();
  private Connection connection;
  private RowStatements statements;
  private SqlSession session;
  private final LinkedBlockingQueue<FutureTask<?>> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  Writer(Engine engine, Tables tables, Mappers mappers, Database.Options options) {
    this.engine = engine;
    this.tables = tables;
    this.mappers = mappers;
    this.options = options;
    this.connection = engine.writer();
    this.statements = new RowStatements(connection);
    this.session = mappers.on(connection);
    this.thread = new Thread(this::work, "store-writer");
    thread.setDaemon(true);
    thread.start();
  }

  Listeners<Committed> changes() {
    return changes;
  }

  /** Work on the transaction itself, with the entries it takes back. */
  interface Inner<T> {
    T run(OpenTransaction transaction, List<Long> undoes) throws Exception;
  }

  /** Carries out a change on the writer thread and waits for its end, whatever interrupts come. */
  <T> Database.Done<T> change(Change change, Inner<T> work) {
    return onThread(() -> carryOut(change, work));
  }

  /** Runs something between two changes. */
  <T> T onThread(Callable<T> work) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("A listener or a transaction must not wait for the writer");
    }
    FutureTask<T> task = new FutureTask<>(work);
    if (closed) {
      throw new ProblemException("store.problem.closed");
    }
    queue.add(task);
    return waitFor(task);
  }

  private static <T> T waitFor(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw unchecked(e.getCause() == null ? e : e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Throws what the work threw, as it is: callers of a lambda expect their own exceptions. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private FutureTask<?> next() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        LOG.warn("Somebody interrupted the writer; it goes on", e);
      }
    }
  }

  private void work() {
    while (!closed || !queue.isEmpty()) {
      next().run();
    }
  }

  private <T> Database.Done<T> carryOut(Change change, Inner<T> work) throws Exception {
    engine.begin();
    connect();
    OpenTransaction transaction =
        new OpenTransaction(engine, tables, statements, mappers, session, options.between());
    List<Long> undoes = new ArrayList<>();
    boolean done = false;
    try {
      T value = work.run(transaction, undoes);
      transaction.end();
      long sequence = 0;
      if (transaction.written().isEmpty() && undoes.isEmpty()) {
        connection.rollback();
      } else {
        Committed committed = commit(change, transaction, undoes);
        sequence = committed.sequence();
        changes.tell(committed);
      }
      done = true;
      return new Database.Done<>(value, sequence);
    } catch (SQLException e) {
      throw engine.named(e);
    } catch (StoreFailure e) {
      throw engine.named(e.sql());
    } finally {
      transaction.end();
      if (!done) {
        rollBack();
      }
    }
  }

  /** After the connection was lost, statements are prepared on the new one. */
  private void connect() {
    Connection present = engine.writer();
    if (!present.equals(connection)) {
      connection = present;
      statements = new RowStatements(present);
      session = mappers.on(present);
    }
  }

  private Committed commit(Change change, OpenTransaction transaction, List<Long> undoes)
      throws SQLException {
    long sequence = engine.nextSequence();
    Committed committed =
        new Committed(
            sequence,
            options.clock().now(),
            options.actor().get(),
            change,
            List.copyOf(transaction.written()));
    JournalEntry entry = new JournalEntry(committed, transaction.counters(), undoes);
    byte[] payload = entry.encode();
    JournalTable.insert(connection, entry.line(payload));
    JournalTable.markUndone(connection, undoes, sequence);
    JournalIndex.insert(connection, sequence, entry.touched(tables));
    engine.beforeCommit(sequence, payload);
    try {
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      engine.commitFailed(sequence);
      throw e;
    }
    engine.afterCommit(committed);
    return committed;
  }

  private void rollBack() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.error("Roll back failed", e);
      engine.lost();
    }
  }

  /** Finishes what is queued and ends the thread. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    FutureTask<?> last = new FutureTask<>(() -> closed = true);
    queue.add(last);
    waitFor(last);
    session.clearCache();
  }
}
