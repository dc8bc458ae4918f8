package app.ringbook.store;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.AppFolders;
import app.ringbook.platform.Listeners;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.store.backup.Finding;
import app.ringbook.store.keys.KeyLookup;
import app.ringbook.store.sql.JournalIndex;
import app.ringbook.store.sql.JournalTable;
import app.ringbook.store.sql.Mappers;
import app.ringbook.store.sql.PlainRows;
import app.ringbook.store.sql.Reads;
import app.ringbook.store.sql.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;

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

  /** Work inside a transaction that returns nothing. */
  @FunctionalInterface
  public interface Steps {
    /** Reads and writes through the transaction. */
    void run(Transaction transaction) throws Exception;
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

  /**
   * Which database, and what it needs of its surroundings.
   *
   * @param folders data folder of the embedded database, or null in team mode
   * @param url checked address of the team's server, or null
   * @param clock source of the moments in the journal
   * @param actor who is at work, asked at each commit
   * @param onWindowThread true on the thread that must never wait for a database
   * @param between run by a long transaction between its slices; may wait a moment
   */
  public record Options(
      @Nullable AppFolders folders,
      @Nullable String url,
      AppClock clock,
      Supplier<String> actor,
      BooleanSupplier onWindowThread,
      Runnable between) {

    /** The database of a data folder. */
    public static Options embedded(
        AppFolders folders,
        AppClock clock,
        Supplier<String> actor,
        BooleanSupplier onWindowThread) {
      return new Options(folders, null, clock, actor, onWindowThread, () -> {});
    }

    /**
     * A team's server.
     *
     * @param url {@code jdbc:postgresql://...}; anything else is refused
     */
    public static Options team(
        String url, AppClock clock, Supplier<String> actor, BooleanSupplier onWindowThread) {
      return new Options(null, url, clock, actor, onWindowThread, () -> {});
    }

    /** The same, with something that is run by a long transaction between its slices. */
    public Options givingWay(Runnable slices) {
      return new Options(folders, url, clock, actor, onWindowThread, slices);
    }
  }

  /**
   * What opening found and did.
   *
   * @param schemaVersion of the database, now that it is open
   * @param unclean the last run ended without closing
   * @param replayedEntries journal entries carried out again
   * @param findings what the user must be told: that the file was rebuilt, from what, and where the
   *     old one lies; empty on an ordinary day
   */
  public record Opened(
      int schemaVersion, boolean unclean, int replayedEntries, List<Finding> findings) {}

  /** Looks at what a change kept, and may refuse it by throwing. */
  @FunctionalInterface
  public interface Afterwards {
    /** Reads through the transaction. */
    void look(Transaction transaction, List<Kept> kept);
  }

  private final Options options;
  private final Engine engine;
  private final Tables tables;
  private final Reads reads;
  private final Writer writer;
  private final Opened opened;
  private final Undoing undoing;

  private Database(Options options, Engine engine) throws SQLException {
    this.options = options;
    this.engine = engine;
    this.tables = Tables.read(engine.writer());
    JournalEntry.indexAll(engine.writer(), tables);
    engine.writer().commit();
    Mappers mappers = new Mappers(engine.readers(), engine.databaseId());
    this.reads = new Reads(mappers, engine);
    this.opened = engine.opened();
    this.writer = new Writer(engine, tables, mappers, options);
    this.undoing = new Undoing(writer, engine);
  }

  /**
   * Opens the database, making or migrating it where needed. Takes from under a second to minutes
   * (after a power cut, or with a backup before a migration).
   *
   * @throws app.ringbook.platform.ProblemException if it cannot be opened: with a way on
   */
  public static Database open(Options options, Progress progress) {
    mustNotWait(options);
    progress.check();
    Engine engine =
        options.folders() != null
            ? new EmbeddedOpening(options.folders(), options.clock(), progress).open()
            : new TeamEngine(String.valueOf(options.url()));
    try {
      return new Database(options, engine);
    } catch (SQLException e) {
      engine.close();
      throw engine.named(e);
    }
  }

  /** What opening found and did. */
  public Opened opened() {
    return opened;
  }

  /** Name of the person at work, as written beside every change. */
  public String actor() {
    return options.actor().get();
  }

  /** Reads through a mapper on a connection of its own. */
  public <M, T> T read(Class<M> mapper, Function<M, T> query) {
    mustNotWait(options);
    return reads.through(mapper, query);
  }

  /** Carries out a change; returns once it is durable. */
  public <T> Done<T> inTransaction(Change change, Work<T> work) {
    mustNotWait(options);
    return writer.change(change, (transaction, undoes) -> work.run(transaction));
  }

  /**
   * As {@link #inTransaction} for work that returns nothing.
   *
   * @return place of the journal entry, or 0 if nothing was written
   */
  public long write(Change change, Steps steps) {
    return inTransaction(
            change,
            transaction -> {
              steps.run(transaction);
              return true;
            })
        .sequence();
  }

  /** Takes one journal entry back, as a change of its own. */
  public Undone undo(long sequence) {
    mustNotWait(options);
    return undoing.entry(sequence);
  }

  /** Takes all entries of a group back, the newest first. */
  public Undone undoGroup(String group) {
    return undoGroup(group, Progress.NONE);
  }

  /**
   * As {@link #undoGroup(String)} with progress in entries. Stopped half-way, what is taken back
   * stays so; calling again goes on.
   */
  public Undone undoGroup(String group, Progress progress) {
    mustNotWait(options);
    return undoing.group(group, progress);
  }

  /**
   * A change that can be taken back.
   *
   * @param sequence its journal entry, the newest one of a group
   * @param change what was done
   */
  public record Undoable(long sequence, Change change) {}

  /**
   * The newest change that was not taken back yet, itself no undoing.
   *
   * @param exceptActions actions that nobody takes back, such as what the phone line wrote
   */
  public Optional<Undoable> lastUndoable(Set<String> exceptActions) {
    mustNotWait(options);
    return Optional.ofNullable(undoing.latest(exceptActions))
        .map(
            line ->
                new Undoable(
                    line.sequence(), new Change(line.action(), line.subject(), line.group())));
  }

  /** Takes back a change, with its whole group if it has one. */
  public Undone undo(Undoable change) {
    String group = change.change().group();
    return group == null ? undo(change.sequence()) : undoGroup(group);
  }

  /**
   * Takes back a part of a change, as a change of its own that can itself be taken back.
   *
   * @param from first row of the part, in the order written
   * @param rows how many
   * @return the rows that were changed since and were left as they are
   */
  public Done<List<Kept>> takeBackPart(
      Change change, Committed of, int from, int rows, Afterwards then) {
    mustNotWait(options);
    return undoing.part(change, of, from, rows, then);
  }

  /**
   * What happened to a record and to what hangs on it, the newest first.
   *
   * @param before changes of this place and later are left out; {@link Long#MAX_VALUE} for none
   * @param limit most changes; each may hold thousands of rows
   */
  public List<Committed.Past> history(String table, long id, long before, int limit) {
    return reads.ask(c -> JournalIndex.entries(c, table, id, before, limit)).stream()
        .map(e -> new Committed.Past(JournalEntry.stored(e.payload()).committed(), e.undoneBy()))
        .toList();
  }

  /** Finds rows by keys that no index of the embedded database has. */
  public KeyLookup keys() {
    mustNotWait(options);
    return engine.keys();
  }

  /** Every durable change, in commit order, on the writer thread. */
  public Listeners<Committed> changes() {
    return writer.changes();
  }

  /** Finishes running writes, then closes. */
  @Override
  public void close() {
    writer.close();
    engine.close();
  }

  /** The embedded database, or a problem with that key where there is none. */
  EmbeddedEngine embedded(String otherwise) {
    mustNotWait(options);
    if (engine instanceof EmbeddedEngine embedded) {
      return embedded;
    }
    throw new ProblemException(otherwise);
  }

  DataSource readers() {
    mustNotWait(options);
    return engine.readers();
  }

  /** The isolation level under which many statements see one state. */
  int snapshotIsolation() {
    return engine instanceof EmbeddedEngine
        ? Constants.TRANSACTION_SNAPSHOT
        : Connection.TRANSACTION_REPEATABLE_READ;
  }

  /** Segments of the journal, oldest first; none on a server. */
  List<Path> journalFiles() {
    return engine instanceof EmbeddedEngine embedded
        ? writer.onThread(() -> embedded.journal().files())
        : List.of();
  }

  /** Lets go of segments that hold nothing behind an entry. */
  void pruneJournal(long sequence) {
    if (engine instanceof EmbeddedEngine embedded) {
      writer.onThread(
          () -> {
            embedded.journal().prune(sequence);
            return true;
          });
    }
  }

  /** The newest journal entry, 0 if there is none. */
  public long lastSequence() {
    return reads.ask(JournalTable::last);
  }

  /** True if other programs write to it too, and do not tell. */
  public boolean shared() {
    return !(engine instanceof EmbeddedEngine);
  }

  /**
   * What was changed behind an entry of the journal, by anybody, in order. Whoever keeps something
   * derived from rows catches up with it.
   *
   * @param limit most entries; each may hold thousands of rows
   */
  public List<Committed> changesAfter(long sequence, int limit) {
    return reads.ask(c -> JournalTable.payloads(c, sequence, limit)).stream()
        .map(payload -> JournalEntry.stored(payload).committed())
        .toList();
  }

  /** Reads plain rows; how many were read. */
  public int rows(PlainRows rows, PlainRows.Which which, PlainRows.Sink sink) {
    return reads.ask(connection -> rows.read(connection, which, sink));
  }

  /** A sum of a journal entry, which tells it from another of the same place; 0 without one. */
  public long mark(long sequence) {
    return reads.ask(c -> JournalTable.mark(c, sequence));
  }

  RuntimeException named(SQLException failure) {
    return engine.named(failure);
  }

  private static void mustNotWait(Options options) {
    if (options.onWindowThread().getAsBoolean()) {
      throw new IllegalStateException("The window's thread must not wait for the database");
    }
  }
}
