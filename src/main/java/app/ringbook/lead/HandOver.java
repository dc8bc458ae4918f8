package app.ringbook.lead;

import app.ringbook.customer.Customers;
import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives all that one person looks after to another: customers with their people, next contacts,
 * notes, calls, recordings and files, and leads. Only the owner changes; everything that hangs on a
 * customer goes with it untouched. One group of the journal, so that one undo gives it back. Not
 * for the window's thread.
 */
public final class HandOver {
  /** So many customers change hands in one transaction: all of them or none. */
  private static final int BLOCK = 20_000;

  /** Ids named in one question. */
  private static final int ASKED = 500;

  private final Database database;
  private final Customers customers;
  private final LeadHistory history;
  private final AppClock clock;

  /** Over these services. */
  public HandOver(Database database, Customers customers, AppClock clock) {
    this.database = database;
    this.customers = customers;
    this.history = new LeadHistory(database, clock);
    this.clock = clock;
  }

  /**
   * What somebody looks after.
   *
   * @param contacts people at the customers
   * @param nextContacts customers with a next contact
   * @param entries notes and events in the timelines of the customers
   * @param recordings calls that were recorded
   */
  public record Counts(
      long customers,
      long contacts,
      long nextContacts,
      long entries,
      long calls,
      long recordings,
      long files,
      long leads) {
    /** Nothing. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts more) {
      return new Counts(
          customers + more.customers,
          contacts + more.contacts,
          nextContacts + more.nextContacts,
          entries + more.entries,
          calls + more.calls,
          recordings + more.recordings,
          files + more.files,
          leads + more.leads);
    }
  }

  /**
   * What a hand-over did.
   *
   * @param group the group of the journal that takes it back
   * @param moved what changed hands
   * @param left what the first person looks after now
   * @param held what the second person looks after now
   */
  public record Done(String group, Counts moved, Counts left, Counts held) {}

  /** All who look after something, by name. */
  public List<String> owners() {
    return database.read(HandOverMapper.class, HandOverMapper::owners);
  }

  /** What a person looks after. */
  public Counts of(String owner) {
    return database.read(
        HandOverMapper.class,
        m -> m.counts(owner, null).plus(new Counts(0, 0, 0, 0, 0, 0, 0, m.leads(owner))));
  }

  /**
   * What would change hands.
   *
   * @param only of these customers, and no leads; null for all there is
   */
  public Counts of(String owner, long @Nullable [] only) {
    if (only == null) {
      return of(owner);
    }
    Counts all = Counts.NONE;
    for (int from = 0; from < only.length; from += ASKED) {
      List<Long> some =
          Arrays.stream(only, from, Math.min(only.length, from + ASKED)).boxed().toList();
      all = all.plus(database.read(HandOverMapper.class, m -> m.counts(owner, some)));
    }
    return all;
  }

  /**
   * Carries it out; progress in customers. Up to twenty thousand customers change hands in one
   * step; more of them in steps that are each whole, and undone together.
   *
   * @param only these customers, and no leads; null for all there is
   * @throws ProblemException if both are the same person, or one has no name
   */
  public Done run(String from, String to, long @Nullable [] only, Progress progress) {
    String next = to.strip();
    if (next.isEmpty() || from.isBlank() || next.equals(from)) {
      throw new ProblemException("lead.handover.problem.people");
    }
    Counts moved = of(from, only);
    long[] theirs = customersOf(from, only);
    String group = "handover-" + UUID.randomUUID();
    Change change = new Change("lead.change.handed_over", from + " → " + next, group);
    int at = 0;
    do {
      progress.check();
      int start = at;
      int end = Math.min(theirs.length, start + BLOCK);
      database.write(
          change,
          tx -> {
            customers(tx, Arrays.copyOfRange(theirs, start, end), from, next);
            if (only == null && end == theirs.length) {
              leads(tx, from, next);
            }
          });
      at = end;
      progress.at(at, theirs.length);
    } while (at < theirs.length);
    return new Done(group, moved, of(from), of(next));
  }

  /** Takes a hand-over back; returns what was changed since and stays as it is. */
  public List<Database.Kept> undo(String group) {
    return database.undoGroup(group).kept();
  }

  private long[] customersOf(String owner, long @Nullable [] only) {
    List<Long> all = database.read(HandOverMapper.class, m -> m.customersOf(owner));
    if (only == null) {
      return all.stream().mapToLong(Long::longValue).toArray();
    }
    long[] wanted = only.clone();
    Arrays.sort(wanted);
    return all.stream()
        .mapToLong(Long::longValue)
        .filter(id -> Arrays.binarySearch(wanted, id) >= 0)
        .toArray();
  }

  private void customers(Transaction tx, long[] ids, String from, String to) {
    for (int start = 0; start < ids.length; start += ASKED) {
      List<Long> some =
          Arrays.stream(ids, start, Math.min(ids.length, start + ASKED)).boxed().toList();
      customers.editAllIn(tx, some, c -> from.equals(c.owner()) ? c.change().owner(to).build() : c);
    }
  }

  private void leads(Transaction tx, String from, String to) {
    List<Row> rows = new ArrayList<>();
    for (Lead lead : tx.mapper(LeadMapper.class).ofOwner(from)) {
      history.note(tx, lead.id(), LeadEntry.Kind.ASSIGNED, to);
      rows.add(LeadRows.changed(lead, clock.now()).set("owner", to).build());
    }
    tx.updateAll(rows);
  }
}
