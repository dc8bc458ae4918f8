package app.ringbook.timeline;

import app.ringbook.customer.Customer;
import app.ringbook.customer.CustomerFollower;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened with customers, in one order: by moment, and by order of writing where
 * moments are equal. Follows {@link app.ringbook.customer.Customers}, so that what is done to a
 * customer by hand is told here. Not for the window's thread.
 */
public final class Timeline implements CustomerFollower {
  /** Entries a filtered read looks at in one go. */
  private static final int STRIDE = 200;

  /** Later than anything: PostgreSQL and H2 keep it exactly. */
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private static final Set<TimelineKind> SPOKEN = EnumSet.of(TimelineKind.CALL, TimelineKind.NOTE);

  /** Where reading goes on: the last entry of the page before. */
  public record Key(Instant at, long id) {

    /** The place of an entry. */
    public static Key of(TimelineEntry entry) {
      return new Key(entry.at(), entry.id());
    }
  }

  private final Database database;
  private final AppClock clock;
  private final Listeners<TimelineEntry> changes = new Listeners<>();

  /** Follows the database's changes from now on. */
  public Timeline(Database database, AppClock clock) {
    this.database = database;
    this.clock = clock;
    database.changes().add(this::committed);
  }

  /**
   * Entries written or changed, also by undo; told on the writer thread once they are durable. An
   * entry that was taken back is not told: read again after an undo.
   */
  public Listeners<TimelineEntry> changes() {
    return changes;
  }

  /** Writes an entry inside a transaction. */
  public TimelineEntry appendIn(Transaction transaction, NewEntry entry) {
    return appendAllIn(transaction, List.of(entry)).getFirst();
  }

  /** Many at once, as one batch, in the order given. */
  public List<TimelineEntry> appendAllIn(Transaction transaction, List<NewEntry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    long id = transaction.nextIds(TimelineRows.TABLE, entries.size());
    String me = database.actor();
    List<TimelineEntry> written = new ArrayList<>();
    for (NewEntry entry : entries) {
      written.add(TimelineRows.entry(id++, entry, me));
    }
    transaction.insertAll(written.stream().map(TimelineRows::fresh).toList());
    return written;
  }

  /**
   * Writes a note of the person at this machine, now.
   *
   * @throws ProblemException if there is nothing in it
   */
  public Database.Done<TimelineEntry> note(long customerId, String text) {
    if (text.isBlank()) {
      throw new ProblemException("timeline.problem.empty");
    }
    String first = text.strip().lines().findFirst().orElse("");
    return database.inTransaction(
        Change.of("timeline.change.note", TimelineRows.title(first)),
        tx -> appendIn(tx, byHand(customerId, TimelineKind.NOTE, text)));
  }

  /**
   * One page, the newest first.
   *
   * @param kinds only these; empty for all
   * @param before where the page before ended, or null for the first page
   */
  public List<TimelineEntry> read(
      long customerId, Set<TimelineKind> kinds, @Nullable Key before, int limit) {
    return database.read(
        TimelineMapper.class,
        m -> {
          List<TimelineEntry> found = new ArrayList<>();
          Key from = before == null ? new Key(END, Long.MAX_VALUE) : before;
          int wanted = kinds.isEmpty() ? limit : Math.max(limit, STRIDE);
          List<TimelineEntry> page;
          do {
            page = m.page(customerId, from.at(), from.id(), wanted);
            page.stream()
                .filter(e -> kinds.isEmpty() || kinds.contains(e.kind()))
                .forEach(found::add);
            from = page.isEmpty() ? from : Key.of(page.getLast());
          } while (found.size() < limit && page.size() == wanted);
          return List.copyOf(found.subList(0, Math.min(limit, found.size())));
        });
  }

  /** All entries of a few customers, by customer and the newest first. */
  public List<TimelineEntry> of(List<Long> customerIds) {
    return customerIds.isEmpty()
        ? List.of()
        : database.read(TimelineMapper.class, m -> m.ofCustomers(customerIds));
  }

  /** The newest entry that tells of a conversation or note, for the caller card. */
  public Optional<TimelineEntry> last(long customerId) {
    return read(customerId, SPOKEN, null, 1).stream().findFirst();
  }

  /** How many entries of each kind there are; kinds without entries are left out. */
  public Map<TimelineKind, Integer> counts(long customerId) {
    Map<TimelineKind, Integer> counts = new EnumMap<>(TimelineKind.class);
    database
        .read(TimelineMapper.class, m -> m.counts(customerId))
        .forEach(count -> counts.put(count.kind(), count.entries()));
    return counts;
  }

  @Override
  public void created(Transaction transaction, Customer customer) {
    appendIn(transaction, byHand(customer.id(), TimelineKind.CREATED, customer.name()));
  }

  @Override
  public void merged(Transaction transaction, Customer into, List<String> names) {
    appendIn(transaction, byHand(into.id(), TimelineKind.MERGED, String.join(", ", names)));
  }

  /** Tells which moment was agreed on: the detail is what for, the reference the moment. */
  @Override
  public void nextContactSet(Transaction transaction, Customer customer) {
    Instant at = customer.nextContactAt();
    if (at != null) {
      String note = customer.nextContactNote() == null ? "" : customer.nextContactNote();
      NewEntry entry = byHand(customer.id(), TimelineKind.NEXT_CONTACT, note);
      appendIn(transaction, entry.withRef(at.toEpochMilli()));
    }
  }

  @Override
  public void deleting(Transaction transaction, long customerId) {
    for (TimelineMapper.EntryKey key : transaction.mapper(TimelineMapper.class).keys(customerId)) {
      transaction.delete(TimelineRows.TABLE, key.id(), key.version());
    }
  }

  @Override
  public void deletingContact(Transaction transaction, long contactId) {
    transaction
        .mapper(TimelineMapper.class)
        .ofContact(contactId)
        .forEach(entry -> transaction.update(TimelineRows.row(entry.withoutContact())));
  }

  private NewEntry byHand(long customerId, TimelineKind kind, String text) {
    String words = text.strip();
    String first = words.lines().findFirst().orElse("");
    String title = TimelineRows.title(first);
    String detail = words.equals(title) ? null : words;
    return new NewEntry(
        customerId, null, kind, clock.now(), title, detail, null, NewEntry.BY_HAND, null);
  }

  private void committed(Committed committed) {
    for (RowChange change : committed.rows()) {
      Row after = change.after();
      if (after != null && after.table().equals(TimelineRows.TABLE)) {
        changes.tell(TimelineRows.entry(after));
      }
    }
  }
}
