package app.ringbook.store;

import app.ringbook.platform.Listeners;
import java.util.List;
import java.util.function.Function;

/**
 * The one store of a data folder (embedded H2) or of a team (PostgreSQL). Opens off the window's
 * thread; every call on that thread throws.
 *
 * <p>Reads run on their own connections and see what is committed. Writes run one after the other
 * on the writer thread: the SQL is carried out, the journal entry is appended and forced to disk,
 * the transaction commits, and only then does {@link #inTransaction} return.
 */
public final class Database implements AutoCloseable {

  /** Work inside a transaction; what it throws rolls everything back and reaches the caller. */
  @FunctionalInterface
  public interface Work<T> {
    /** Reads and writes through the transaction. */
    T run(Transaction transaction) throws Exception;
  }

  /**
   * What a transaction returned and the place of its journal entry.
   *
   * @param sequence journal entry, or 0 if nothing was written
   */
  public record Done<T>(T value, long sequence) {}

  /**
   * What an undo did.
   *
   * @param undone journal entries taken back
   * @param kept rows changed since by others, left as they are
   */
  public record Undone(List<Long> undone, List<Kept> kept) {}

  /** A row an undo left alone, and the reason as a text key. */
  public record Kept(String table, long id, String why) {}

  /** Reads through a mapper on a connection of its own. */
  public <M, T> T read(Class<M> mapper, Function<M, T> query) {
    throw new UnsupportedOperationException();
  }

  /** Carries out a change; returns once it is durable. */
  public <T> Done<T> inTransaction(Change change, Work<T> work) {
    throw new UnsupportedOperationException();
  }

  /** Takes one journal entry back, as a change of its own. */
  public Undone undo(long sequence) {
    throw new UnsupportedOperationException();
  }

  /** Takes all entries of a group back, the newest first. */
  public Undone undoGroup(String group) {
    throw new UnsupportedOperationException();
  }

  /** Every durable change, in commit order, on the writer thread. */
  public Listeners<Committed> changes() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
