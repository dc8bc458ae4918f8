package app.ringbook.lead;

import app.ringbook.platform.AppClock;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to leads, in the transaction in which it happens. */
final class LeadHistory {
  private final Database database;
  private final AppClock clock;

  LeadHistory(Database database, AppClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** It happened now, by the user of this program. */
  void note(Transaction tx, long leadId, LeadEntry.Kind kind, @Nullable String detail) {
    tx.insert(
        LeadRows.entry(
            tx.nextId(LeadRows.ENTRIES), leadId, clock.now(), kind, detail, database.actor()));
  }

  /** What happened to a lead, the oldest first. */
  List<LeadEntry> of(long leadId) {
    return database.read(LeadMapper.class, m -> m.entries(leadId));
  }
}
