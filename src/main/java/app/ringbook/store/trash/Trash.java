package app.ringbook.store.trash;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.store.Change;
import app.ringbook.store.Committed;
import app.ringbook.store.Database;
import app.ringbook.store.Database.Kept;
import app.ringbook.store.Row;
import app.ringbook.store.RowChange;
import app.ringbook.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was deleted and can be put back. A deletion leaves one row here, which says where in the
 * journal's entry the rows of the record lie; putting back takes back just these rows, as undo
 * would, and undoing either is one more change. Not for the window's thread.
 */
public final class Trash {
  /** Table of deleted records. */
  public static final String TABLE = "trash";

  private static final int LONGEST = 500;
  private static final int BLOCK = 500;
  private static final int PAGE = 20;
  private final Database database;
  private final AppClock clock;

  /** Over this database. */
  public Trash(Database database, AppClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What emptying did.
   *
   * @param gone records that cannot be put back any more
   * @param held records that stay because somebody must be able to show them
   */
  public record Emptied(int gone, int held) {}

  /**
   * Puts a record into the trash: the last step of its deletion, after its rows and all that hang
   * on it were deleted or unlinked.
   *
   * @param firstRow {@link Transaction#writtenRows} before the first of these steps
   * @param belongedTo what it was a part of, in the user's words, or null
   */
  public void put(
      Transaction transaction,
      int firstRow,
      String recordTable,
      long recordId,
      String name,
      @Nullable String belongedTo) {
    transaction.insert(
        Row.of(TABLE, transaction.nextId(TABLE), 0)
            .set("record_table", recordTable)
            .set("record_id", recordId)
            .set("name", cut(name))
            .set("belonged_to", belongedTo == null ? null : cut(belongedTo))
            .set("children", transaction.writtenRows() - firstRow - 1)
            .set("first_row", firstRow)
            .set("deleted_at", clock.now())
            .set("author", database.actor())
            .build());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** How many records lie in it. */
  public long count() {
    return database.read(TrashMapper.class, TrashMapper::count);
  }

  /** The record at this place, if it still lies there. */
  public Optional<Trashed> byId(long id) {
    return Optional.ofNullable(database.read(TrashMapper.class, m -> m.byId(id)));
  }

  /**
   * One page, the latest deletion first.
   *
   * @param before the last record of the page before, or null for the first page
   */
  public List<Trashed> page(@Nullable Trashed before, int limit) {
    return database.read(
        TrashMapper.class,
        m ->
            before == null ? m.newest(limit) : m.olderThan(before.deletedAt(), before.id(), limit));
  }

  /**
   * Puts a record back, with all that went with it. What was changed since stays as it is.
   *
   * @param then looks at the record that is back, and may refuse by throwing: then nothing changed
   * @return what was left as it is, by row
   * @throws ProblemException if it is gone from the trash, or what it belonged to is gone
   */
  public Database.Done<List<Kept>> restore(Trashed trashed, Database.Afterwards then) {
    Committed entry = entry(trashed);
    return database.takeBackPart(
        Change.of("store.change.restored", trashed.name()),
        entry,
        trashed.firstRow(),
        trashed.children() + 2,
        (tx, kept) -> {
          if (tx.mapper(TrashMapper.class).byId(trashed.id()) != null) {
            throw new ProblemException("store.trash.problem.kept", trashed.name());
          }
          for (Kept one : kept) {
            boolean itself =
                one.table().equals(trashed.recordTable()) && one.id() == trashed.recordId();
            if (itself && one.why().equals("store.undo.parent")) {
              throw new ProblemException("store.trash.problem.parent", trashed.name());
            } else if (itself) {
              throw new ProblemException("store.trash.problem.kept", trashed.name());
            }
          }
          then.look(tx, kept);
        });
  }

  /** The rows a deletion wrote: the record's own, and those that hung on it. */
  public List<RowChange> rows(Trashed trashed) {
    return rows(trashed, entry(trashed));
  }

  private static List<RowChange> rows(Trashed trashed, Committed entry) {
    return entry.rows().subList(trashed.firstRow(), trashed.firstRow() + trashed.children() + 1);
  }

  /**
   * Takes out what was deleted before a moment.
   *
   * @param held true for rows that must be kept: then the record stays
   */
  public Emptied empty(Instant before, Predicate<List<RowChange>> held) {
    List<Trashed> due = database.read(TrashMapper.class, m -> m.before(before));
    Committed entry = null;
    int kept = 0;
    int gone = 0;
    for (int from = 0; from < due.size(); from += BLOCK) {
      List<Trashed> block = due.subList(from, Math.min(due.size(), from + BLOCK));
      List<Trashed> out = new ArrayList<>();
      for (Trashed one : block) {
        entry = entry != null && inserts(entry, one) ? entry : entry(one);
        if (held.test(rows(one, entry))) {
          kept++;
        } else {
          out.add(one);
        }
      }
      gone += out.size();
      database.write(
          Change.of("store.change.emptied", ""),
          tx -> out.forEach(one -> tx.delete(TABLE, one.id(), one.version())));
    }
    return new Emptied(gone, kept);
  }

  /** The entry that deleted the record. */
  private Committed entry(Trashed trashed) {
    Committed oldest = null;
    long before = Long.MAX_VALUE;
    List<Committed.Past> page = database.history(TABLE, trashed.id(), before, PAGE);
    while (!page.isEmpty()) {
      for (Committed.Past past : page) {
        if (inserts(past.committed(), trashed)) {
          oldest = past.committed();
        }
      }
      before = page.getLast().committed().sequence();
      page = database.history(TABLE, trashed.id(), before, PAGE);
    }
    if (oldest == null) {
      throw new ProblemException("store.trash.problem.gone", trashed.name());
    }
    return oldest;
  }

  private static boolean inserts(Committed entry, Trashed trashed) {
    int at = trashed.firstRow() + trashed.children() + 1;
    if (at >= entry.rows().size()) {
      return false;
    }
    RowChange row = entry.rows().get(at);
    return row.before() == null && row.table().equals(TABLE) && row.id() == trashed.id();
  }
}
