package app.ringbook.timeline;

import app.ringbook.customer.CustomerFollower;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened with customers, in one order: by moment, and by order of writing where
 * moments are equal. Not for the window's thread.
 */
public final class Timeline implements CustomerFollower {

  /** Where reading goes on: the last entry of the page before. */
  public record Key(Instant at, long id) {

    /** The place of an entry. */
    public static Key of(TimelineEntry entry) {
      return new Key(entry.at(), entry.id());
    }
  }

  private final Listeners<TimelineEntry> changes = new Listeners<>();

  /** Follows the database's changes from now on. */
  public Timeline(Database database, AppClock clock) {}

  /** Entries written or changed; told on the writer thread once they are durable. */
  public Listeners<TimelineEntry> changes() {
    return changes;
  }

  /** Writes an entry inside a transaction. */
  public TimelineEntry appendIn(Transaction transaction, NewEntry entry) {
    throw new UnsupportedOperationException();
  }

  /** Many at once, as one batch, in the order given. */
  public List<TimelineEntry> appendAllIn(Transaction transaction, List<NewEntry> entries) {
    throw new UnsupportedOperationException();
  }

  /** Writes a note of the person at this machine, now. */
  public Database.Done<TimelineEntry> note(long customerId, String text) {
    throw new UnsupportedOperationException();
  }

  /**
   * One page, the newest first.
   *
   * @param kinds only these; empty for all
   * @param before where the page before ended, or null for the first page
   */
  public List<TimelineEntry> read(
      long customerId, Set<TimelineKind> kinds, @Nullable Key before, int limit) {
    throw new UnsupportedOperationException();
  }

  /** The newest entry that tells of a conversation or note, for the caller card. */
  public Optional<TimelineEntry> last(long customerId) {
    throw new UnsupportedOperationException();
  }

  /** How many entries of each kind there are; kinds without entries are left out. */
  public Map<TimelineKind, Integer> counts(long customerId) {
    throw new UnsupportedOperationException();
  }
}
