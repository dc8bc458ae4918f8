package app.ringbook.call;

import app.ringbook.platform.AppClock;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person types into the pop-up, kept from the first letter on: closing the pop-up, the
 * program or the machine loses none of it. Not for the window's thread.
 */
public final class CallDrafts {

  /**
   * What was typed about a call that has no row yet, or has not been saved.
   *
   * @param id key of the row
   * @param version version that was read
   * @param callKey the call
   * @param note text; may be empty
   * @param nextContactAt chosen next contact, or null
   * @param result what the call came to, or null
   * @param customerId whose call it is, if a person said so; else null
   * @param contactId the person, or null
   * @param saved true if it was saved while the call went on and only waits for its end
   * @param updatedAt when it was typed
   */
  public record Draft(
      long id,
      long version,
      String callKey,
      String note,
      @Nullable Instant nextContactAt,
      @Nullable String result,
      @Nullable Long customerId,
      @Nullable Long contactId,
      boolean saved,
      Instant updatedAt) {}

  private final Database database;
  private final AppClock clock;

  /** Reads and writes through this database. */
  public CallDrafts(Database database, AppClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What was typed about a call and not saved. */
  public Optional<Draft> of(String callKey) {
    return Optional.ofNullable(database.read(CallMapper.class, m -> m.draft(callKey)))
        .filter(draft -> !draft.saved());
  }

  /** Keeps what was typed; nothing at all is forgotten. */
  public void keep(
      String callKey, String note, @Nullable Instant nextContactAt, @Nullable String result) {
    database.inTransaction(
        Change.of("call.change.drafted", ""),
        tx -> {
          if (note.isBlank() && nextContactAt == null && result == null) {
            forgetIn(tx, callKey);
          } else {
            writeIn(tx, callKey, note, nextContactAt, result, null, null, false);
          }
          return callKey;
        });
  }

  /** Forgets what was typed. */
  void forgetIn(Transaction transaction, String callKey) {
    Draft draft = transaction.mapper(CallMapper.class).draft(callKey);
    if (draft != null) {
      transaction.delete(CallRows.DRAFTS, draft.id(), draft.version());
    }
  }

  /** Writes or replaces the draft of a call. */
  void writeIn(
      Transaction transaction,
      String callKey,
      String note,
      @Nullable Instant nextContactAt,
      @Nullable String result,
      @Nullable Long customerId,
      @Nullable Long contactId,
      boolean saved) {
    Draft before = transaction.mapper(CallMapper.class).draft(callKey);
    Row row =
        CallRows.draft(
            new Draft(
                before == null ? transaction.nextId(CallRows.DRAFTS) : before.id(),
                before == null ? 0 : before.version(),
                callKey,
                note,
                nextContactAt,
                result,
                customerId == null && before != null ? before.customerId() : customerId,
                contactId == null && before != null ? before.contactId() : contactId,
                saved,
                clock.now()));
    if (before == null) {
      transaction.insert(row);
    } else {
      transaction.update(row);
    }
  }
}
