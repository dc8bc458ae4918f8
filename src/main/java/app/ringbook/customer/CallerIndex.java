package app.ringbook.customer;

import app.ringbook.customer.memory.NumberIndex;
import app.ringbook.customer.memory.NumberKeys;
import app.ringbook.customer.memory.NumberTable;
import app.ringbook.customer.stored.KeptIndex;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Subscription;
import app.ringbook.platform.Worker;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.keys.IndexFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every phone by its last eight digits: most in a mapped file beside the database or in memory,
 * lately changed ones in a table above it. Kept true by the database's changes: edits, imports and
 * undo, in a team also other people's. Until {@link #load} is through, {@link CustomerMatcher} asks
 * the database.
 *
 * <p>Safe for any thread.
 */
public final class CallerIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallerIndex.class);
  private static final int PAGE = 10_000;

  /** With more changed phones than this the next start reads them all anew. */
  private static final int WORTH_WRITING = 20_000;

  private static final Duration FOLLOWED = Duration.ofSeconds(2);
  private final Database database;
  private final KeptIndex kept;
  private final Subscription subscription;
  private final Worker worker = new Worker("caller-index");
  private final NumberTable table = new NumberTable();

  /** Phones whose number in the large index is no longer true. */
  private final Set<Long> hidden = ConcurrentHashMap.newKeySet();

  /** Phones changed while loading, by the change: what it said is newer than older changes. */
  private final Map<Long, Long> changedMeanwhile = new HashMap<>();

  private volatile NumberIndex large = NumberIndex.empty();
  private volatile boolean loaded;
  private long followed;

  /** As the other one, with everything in memory. */
  public CallerIndex(Database database) {
    this(database, null);
  }

  /**
   * Listens to the database from now on; empty until {@link #load}.
   *
   * @param folder where the file is kept, or null to keep everything in memory
   */
  public CallerIndex(Database database, @Nullable Path folder) {
    this.database = database;
    this.kept = new KeptIndex(database, folder, "callers", NumberIndex.SECTIONS);
    this.subscription = database.changes().add(this::committed);
  }

  /** Reads the file, or all phones: that takes seconds with a million, so in the background. */
  public void load(Progress progress) {
    if (loaded) {
      return;
    }
    IndexFile.Stored found = kept.read();
    long at = found == null ? database.lastSequence() : found.stamp().sequence();
    large = found == null ? read(at, progress) : new NumberIndex(found.sections());
    long upTo = kept.catchUp(at, progress, this::missed);
    synchronized (this) {
      followed = upTo;
      loaded = true;
      changedMeanwhile.clear();
    }
    if (kept.keeps() && table.size() + hidden.size() > WORTH_WRITING) {
      // Only for the file: what is hidden and what is above it goes with the index that is used.
      read(database.lastSequence(), progress);
    }
    if (database.shared()) {
      worker.every(FOLLOWED, this::follow);
    }
  }

  /** True once {@link #load} is through. */
  public boolean loaded() {
    return loaded;
  }

  /** How many phones are known; looks at each. */
  public int size() {
    return large.count(hidden::contains) + table.size();
  }

  /** Shows the visitor every phone like this number; half a microsecond or so. */
  public void find(NumberKeys keys, NumberTable.Visitor visitor) {
    large.find(keys, hidden::contains, visitor);
    table.find(keys, visitor);
  }

  @Override
  public void close() {
    subscription.close();
    worker.close();
  }

  private NumberIndex read(long sequence, Progress progress) {
    NumberIndex.Builder builder = new NumberIndex.Builder();
    long last = 0;
    long done = 0;
    List<CustomerMapper.DigitsRow> page;
    do {
      progress.check();
      long after = last;
      page = database.read(CustomerMapper.class, m -> m.digitsAfter(after, PAGE));
      for (CustomerMapper.DigitsRow p : page) {
        builder.add(p.id(), p.customerId(), p.contactId(), p.main(), p.e164(), p.nationalDigits());
      }
      last = page.isEmpty() ? last : page.getLast().id();
      done += page.size();
      progress.at(done, -1);
    } while (page.size() == PAGE);
    NumberIndex read = builder.build();
    if (kept.keeps() && sequence > 0) {
      try (IndexFile.Writing writing = kept.write(sequence)) {
        writing.add(read.sections());
        writing.finish();
      } catch (IOException e) {
        LOG.warn("The callers' file could not be written; all is kept in memory", e);
        return read;
      }
      IndexFile.Stored found = kept.read();
      return found == null ? read : new NumberIndex(found.sections());
    }
    return read;
  }

  /** Others' changes, and ours once more, in the order of all. */
  private void follow() {
    if (database.lastSequence() > followed) {
      followed =
          kept.catchUp(
              followed,
              Progress.NONE,
              committed -> committed.rows().forEach(row -> changed(row, true)));
    }
  }

  /** What was changed before the loading was through, unless a newer change is in. */
  private synchronized void missed(Committed committed) {
    for (RowChange change : committed.rows()) {
      Long newer = changedMeanwhile.get(change.id());
      if (change.table().equals(CustomerRows.PHONE)
          && (newer == null || newer < committed.sequence())) {
        changed(change, true);
      }
    }
  }

  private synchronized void committed(Committed committed) {
    for (RowChange change : committed.rows()) {
      if (change.table().equals(CustomerRows.PHONE)) {
        if (!loaded) {
          changedMeanwhile.put(change.id(), committed.sequence());
        }
        changed(change, !loaded);
      }
    }
  }

  /**
   * Takes a change in.
   *
   * @param perhapsKnown true if the large index may hold what the change says already
   */
  private synchronized void changed(RowChange change, boolean perhapsKnown) {
    if (!change.table().equals(CustomerRows.PHONE)) {
      return;
    }
    Row before = change.before();
    if (before != null || perhapsKnown) {
      hidden.add(change.id());
    }
    if (before != null) {
      table.remove(before.id(), text(before, "national_digits"));
    }
    Row after = change.after();
    if (after != null) {
      Map<String, @Nullable Object> values = after.values();
      table.put(
          after.id(),
          (Long) Objects.requireNonNull(values.get("customer_id")),
          (Long) values.get("contact_id"),
          Boolean.TRUE.equals(values.get("main")),
          (String) values.get("e164"),
          text(after, "national_digits"));
    }
  }

  private static String text(Row row, String column) {
    return (String) Objects.requireNonNull(row.values().get(column));
  }
}
