package app.ringbook.spreadsheet;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.ProblemException;
import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Row;
import app.ringbook.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The imports of this data, the newest first, and how they stand. */
public final class ImportRuns {
  private static final int DAYS = 30;
  private static final int MOST = 100;
  static final String TABLE = "import_run";
  private final Database database;
  private final AppClock clock;

  /**
   * @param database where they are kept
   * @param clock when they begin and end
   */
  public ImportRuns(Database database, AppClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The latest imports, the newest first. */
  public List<ImportRun> latest(int limit) {
    return database.read(ImportRunMapper.class, m -> m.latest(limit));
  }

  /** The imports that people look back at: those begun in the last thirty days, newest first. */
  public List<ImportRun> recent() {
    Instant from = clock.now().minus(Duration.ofDays(DAYS));
    return latest(MOST).stream().filter(run -> run.startedAt().isAfter(from)).toList();
  }

  /**
   * One import.
   *
   * @throws ProblemException if there is none with this id
   */
  public ImportRun byId(long id) {
    return database.read(
        ImportRunMapper.class,
        m ->
            Optional.ofNullable(m.byId(id))
                .orElseThrow(() -> new ProblemException("spreadsheet.problem.noImport", id)));
  }

  /** An import of the same bytes in the same way that did not come to its end. */
  Optional<ImportRun> unfinished(ImportRun like) {
    return database.read(
        ImportRunMapper.class,
        m ->
            m.unfinished(like.fileSha256()).stream()
                .filter(run -> run.columnMatch().equals(like.columnMatch()))
                .filter(run -> String.valueOf(run.sheet()).equals(String.valueOf(like.sheet())))
                .findFirst());
  }

  /** Writes the row of a new import; returns it with its id. */
  ImportRun begin(ImportRun fresh) {
    return database
        .inTransaction(
            Change.of("spreadsheet.change.begin", fresh.fileName()),
            tx -> {
              ImportRun run = with(fresh, tx.nextId(TABLE), 1, fresh.state(), 0, Map.of());
              tx.insert(row(run));
              return run;
            })
        .value();
  }

  /** Moves an import on, in the transaction that stores its rows. */
  ImportRun moveOn(
      Transaction tx,
      ImportRun run,
      ImportRun.State state,
      long rowsDone,
      Map<Outcome, Integer> counts) {
    ImportRun next = with(run, run.id(), run.version(), state, rowsDone, counts);
    tx.update(row(next));
    return with(next, run.id(), run.version() + 1, state, rowsDone, counts);
  }

  /** Forgets an import that was taken back. */
  void forget(long id) {
    database.write(
        Change.of("spreadsheet.change.forgotten", ImportRun.group(id)),
        tx -> {
          ImportRun run = tx.mapper(ImportRunMapper.class).byId(id);
          if (run != null) {
            tx.delete(TABLE, id, run.version());
          }
        });
  }

  private ImportRun with(
      ImportRun run,
      long id,
      long version,
      ImportRun.State state,
      long rowsDone,
      Map<Outcome, Integer> counts) {
    return new ImportRun(
        id,
        version,
        run.startedAt(),
        state == ImportRun.State.DONE ? clock.now() : null,
        run.fileName(),
        run.fileSha256(),
        run.sheet(),
        run.target(),
        run.source(),
        run.policy(),
        run.columnMatch(),
        state,
        rowsDone,
        counts.values().stream().mapToLong(Integer::longValue).sum(),
        counts.getOrDefault(Outcome.NEW, 0),
        counts.getOrDefault(Outcome.UPDATED, 0),
        counts.getOrDefault(Outcome.SAME, 0),
        counts.getOrDefault(Outcome.DUPLICATE, 0),
        counts.getOrDefault(Outcome.REFUSED, 0));
  }

  private static Row row(ImportRun run) {
    return Row.of(TABLE, run.id(), run.version())
        .set("started_at", run.startedAt())
        .set("finished_at", run.finishedAt())
        .set("file_name", cut(run.fileName(), 500))
        .set("file_sha256", run.fileSha256())
        .set("sheet", cut(run.sheet(), 200))
        .set("target", run.target())
        .set("source", cut(run.source(), 200))
        .set("policy", run.policy())
        .set("column_match", run.columnMatch())
        .set("state", run.state().name())
        .set("rows_done", run.rowsDone())
        .set("rows_read", run.rowsRead())
        .set("rows_new", run.rowsNew())
        .set("rows_updated", run.rowsUpdated())
        .set("rows_same", run.rowsSame())
        .set("rows_duplicate", run.rowsDuplicate())
        .set("rows_refused", run.rowsRefused())
        .build();
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
