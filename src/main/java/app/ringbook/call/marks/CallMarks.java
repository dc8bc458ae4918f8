package app.ringbook.call.marks;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.Transaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The door to the marks of calls. A call is known by its key, so that marks can be set while it
 * goes on and has no row yet. Each change returns the place of its journal entry, by which it can
 * be undone. Not for the window's thread.
 */
public final class CallMarks {
  private static final int LONGEST_AUTHOR = 200;

  private final Database database;
  private final AppClock clock;
  private final Listeners<Set<String>> changes = new Listeners<>();

  /** Follows the database's changes from now on. */
  public CallMarks(Database database, AppClock clock) {
    this.database = database;
    this.clock = clock;
    database.changes().add(this::committed);
  }

  /** Keys of calls whose marks were set, changed or taken away; told on the writer thread. */
  public Listeners<Set<String>> changes() {
    return changes;
  }

  /** The marks of a call, the earliest place first. */
  public List<CallMark> list(String callKey) {
    return database.read(
        MarkMapper.class, m -> m.ofCall(callKey).stream().map(MarkMapper.Stored::mark).toList());
  }

  /**
   * Sets a mark.
   *
   * @param callKey the call, which may have no row yet
   * @param kind what was said
   * @param positionMillis place in the recording; less than 0 counts as 0
   * @param note words to it; null or blank for none
   */
  public Database.Done<CallMark> mark(
      String callKey, CallMark.Kind kind, long positionMillis, @Nullable String note) {
    return database.inTransaction(
        Change.of("call.change.marked", ""), tx -> markIn(tx, callKey, kind, positionMillis, note));
  }

  /** As {@link #mark}, inside a transaction. */
  public CallMark markIn(
      Transaction transaction,
      String callKey,
      CallMark.Kind kind,
      long positionMillis,
      @Nullable String note) {
    String actor = database.actor();
    CallMark fresh =
        new CallMark(
            transaction.nextId(MarkRows.MARKS),
            0,
            callKey,
            Math.max(0, positionMillis),
            kind,
            words(note),
            actor.length() <= LONGEST_AUTHOR ? actor : actor.substring(0, LONGEST_AUTHOR),
            clock.now());
    transaction.insert(MarkRows.row(fresh));
    return existing(transaction, fresh.id());
  }

  /**
   * Changes the words of a mark; its place, kind and author stay.
   *
   * @param note null or blank for none
   */
  public Database.Done<CallMark> note(long id, @Nullable String note) {
    return database.inTransaction(
        Change.of("call.change.markNoted", ""),
        tx -> {
          CallMark before = existing(tx, id);
          tx.update(
              MarkRows.row(
                  new CallMark(
                      id,
                      before.version(),
                      before.callKey(),
                      before.positionMillis(),
                      before.kind(),
                      words(note),
                      before.author(),
                      before.createdAt())));
          return existing(tx, id);
        });
  }

  /** Takes a mark away; returns what it was. */
  public Database.Done<CallMark> remove(long id) {
    return database.inTransaction(
        Change.of("call.change.unmarked", ""),
        tx -> {
          CallMark mark = existing(tx, id);
          tx.delete(MarkRows.MARKS, id, mark.version());
          return mark;
        });
  }

  private static CallMark existing(Transaction transaction, long id) {
    MarkMapper.Stored mark = transaction.mapper(MarkMapper.class).byId(id);
    if (mark == null) {
      throw new ProblemException("call.problem.markGone");
    }
    return mark.mark();
  }

  private static @Nullable String words(@Nullable String note) {
    return note == null || note.isBlank() ? null : note.strip();
  }

  private void committed(Committed committed) {
    Set<String> calls = new LinkedHashSet<>();
    for (RowChange change : committed.rows()) {
      if (change.table().equals(MarkRows.MARKS)) {
        add(calls, change.before());
        add(calls, change.after());
      }
    }
    if (!calls.isEmpty()) {
      changes.tell(calls);
    }
  }

  private static void add(Set<String> calls, @Nullable Row row) {
    if (row != null && row.values().get("call_key") instanceof String key) {
      calls.add(key);
    }
  }
}
