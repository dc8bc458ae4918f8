package app.ringbook.customer.columns;

import app.ringbook.platform.Subscription;
import app.ringbook.platform.Worker;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells which customers other programs on the same server changed; they do not tell by themselves.
 * The change counter is asked every other second while somebody listens. A database of one's own
 * needs none of this and is never asked.
 */
public final class OthersChanges {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int ENTRIES = 100;
  private static final Set<String> OWN = Set.of(Columns.TABLE, "customer_profile");
  private final Database database;
  private final Worker worker = new Worker("others-changes");

  /** Of this database. */
  public OthersChanges(Database database) {
    this.database = database;
  }

  /**
   * Told, on a thread of its own, the customers that anybody changed since the last time, those
   * changed by this program too.
   */
  public Subscription follow(Consumer<Set<Long>> changed) {
    if (!database.shared()) {
      return () -> {};
    }
    Look look = new Look(changed);
    worker.execute(look::look);
    return worker.every(PAUSE, look::look);
  }

  /** What one listener knows. */
  private final class Look {
    private final Consumer<Set<Long>> changed;
    private long known = -1;

    Look(Consumer<Set<Long>> changed) {
      this.changed = changed;
    }

    void look() {
      long newest = database.lastSequence();
      Set<Long> ids = new HashSet<>();
      while (known >= 0 && known < newest) {
        List<Committed> entries = database.changesAfter(known, ENTRIES);
        for (Committed entry : entries) {
          entry.rows().forEach(row -> add(row, ids));
          known = entry.sequence();
        }
        if (entries.isEmpty()) {
          break;
        }
      }
      known = Math.max(known, newest);
      if (!ids.isEmpty()) {
        changed.accept(ids);
      }
    }

    private void add(RowChange row, Set<Long> ids) {
      Row image = row.after() != null ? row.after() : row.before();
      if (OWN.contains(row.table())) {
        ids.add(row.id());
      } else if (image != null && image.values().get("customer_id") instanceof Long customer) {
        ids.add(customer);
      }
    }
  }
}
