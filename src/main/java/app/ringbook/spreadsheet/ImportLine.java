package app.ringbook.spreadsheet;

import app.ringbook.platform.AppClock;
import app.ringbook.platform.PhoneNumbers;
import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import app.ringbook.spreadsheet.file.SheetRow;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.kind.ImportOptions;
import app.ringbook.spreadsheet.kind.ImportRun;
import app.ringbook.spreadsheet.kind.KindPass;
import app.ringbook.spreadsheet.kind.Kinds;
import app.ringbook.spreadsheet.kind.Outcome;
import app.ringbook.spreadsheet.kind.RecordKind;
import app.ringbook.spreadsheet.kind.RowResult;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.spreadsheet.match.RowReader;
import app.ringbook.store.Change;
import app.ringbook.store.Database;
import app.ringbook.store.Transaction;
import app.ringbook.store.keys.KeyLookup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The line of an import: rehearse without writing, commit in blocks, undo as a whole.
 *
 * <p>A block of rows is one transaction together with the mark that says how far the import is. A
 * crash leaves whole blocks; importing the same file again in the same way goes on behind the mark.
 * Not for the window's thread.
 */
public final class ImportLine {
  /** Rows of one transaction. */
  static final int BLOCK = 2_000;

  private final Database database;
  private final PhoneNumbers numbers;
  private final AppClock clock;
  private final Backup backup;
  private final Kinds kinds;
  private final ImportRuns runs;

  /** Makes a verified backup before anything is written. */
  @FunctionalInterface
  public interface Backup {
    /** Makes it, or throws a {@link ProblemException}: then nothing is imported. */
    void make(Progress progress);
  }

  /**
   * What an import did.
   *
   * @param importId its id, for undo
   * @param rows what became of the rows of this pass
   * @param finished false if the user stopped it: the blocks before are stored
   * @param resumed true if it went on with an interrupted import
   * @param took time from start to end
   */
  public record Done(
      long importId, Rehearsal rows, boolean finished, boolean resumed, Duration took) {}

  /** Wires the line together. */
  public ImportLine(
      Database database, Kinds kinds, PhoneNumbers numbers, AppClock clock, Backup backup) {
    this.database = database;
    this.numbers = numbers;
    this.clock = clock;
    this.backup = backup;
    this.kinds = kinds;
    this.runs = new ImportRuns(database, clock);
  }

  /** The imports made so far. */
  public ImportRuns runs() {
    return runs;
  }

  /** The clock by which imports are measured. */
  public AppClock clock() {
    return clock;
  }

  /** The questions about values that are not known. */
  public ColumnValues values() {
    return new ColumnValues(database);
  }

  /** What rows can become. */
  public Kinds kinds() {
    return kinds;
  }

  private RecordKind kind(ImportOptions options) {
    return kinds.byWord(options.kind());
  }

  /** The rows of a sheet as drafts, for a preview. */
  public RowReader reader(ColumnMatch match, ImportOptions options) {
    return new RowReader(match, options.rules(), numbers, clock, kind(options)::judged);
  }

  /** Says what becomes of every row, without writing anything. */
  public Rehearsal rehearse(
      SheetRows rows, ColumnMatch match, ImportOptions options, Progress progress) {
    RowReader reader = reader(match, options);
    KindPass planner = kind(options).pass(options);
    Rehearsal.Builder tally = new Rehearsal.Builder();
    int first = match.headerIndex() + 1;
    for (int from = first; from < rows.size(); from += BLOCK) {
      progress.check();
      List<RowDraft> drafts = drafts(rows, from, reader, progress);
      KindPass.Block block = planner.plan(drafts, stored(progress));
      tally(tally, drafts, block, r -> named(r, rows, reader));
      progress.at(Math.min(rows.size(), from + BLOCK) - first, rows.size() - first);
    }
    return tally.build();
  }

  /**
   * Imports the rows. The result is that of a rehearsal made at the same moment, row by row. A
   * cancelled import stops behind the current block and can be taken up or undone.
   *
   * @throws ProblemException with a sentence if nothing could be written
   */
  public Done commit(SheetRows rows, ColumnMatch match, ImportOptions options, Progress progress) {
    long began = clock.nanoTime();
    ImportRun fresh = fresh(rows, match, options);
    Optional<ImportRun> interrupted = runs.unfinished(fresh);
    boolean resumed = interrupted.filter(run -> run.rowsDone() > 0).isPresent();
    if (!resumed) {
      backup.make(progress);
    }
    Pass pass = new Pass(rows, match, options, interrupted.orElseGet(() -> runs.begin(fresh)));
    boolean finished = pass.run(progress);
    Duration took = Duration.ofNanos(clock.nanoTime() - began);
    return new Done(pass.run.id(), pass.tally.build(), finished, resumed, took);
  }

  /**
   * Takes a whole import back. Rows that somebody changed since stay and are named.
   *
   * @throws ProblemException if there is no such import
   */
  public Database.Undone undo(long importId) {
    runs.byId(importId);
    Database.Undone undone = database.undoGroup(ImportRun.group(importId));
    runs.forget(importId);
    return undone;
  }

  /** One pass over the file that writes. */
  private final class Pass {
    private final SheetRows rows;
    private final RowReader reader;
    private final KindPass planner;
    private final Rehearsal.Builder tally = new Rehearsal.Builder();
    private final int first;
    private ImportRun run;

    private Pass(SheetRows rows, ColumnMatch match, ImportOptions options, ImportRun run) {
      this.rows = rows;
      this.reader = reader(match, options);
      this.planner = kind(options).pass(options);
      this.first = match.headerIndex() + 1;
      this.run = run;
      tally.before(before(run));
    }

    private boolean run(Progress progress) {
      int start = first + (int) run.rowsDone();
      for (int from = first; from < start; from += BLOCK) {
        List<RowDraft> drafts = drafts(rows, from, Math.min(start, from + BLOCK), reader, progress);
        planner.replay(drafts, stored(progress), run.startedAt());
        drafts.forEach(tally::problems);
      }
      int from = start;
      do {
        if (progress.cancelled()) {
          stop();
          return false;
        }
        int to = Math.min(rows.size(), from + BLOCK);
        block(drafts(rows, from, to, reader, progress), to, progress);
        from = to;
        progress.at(from - first, rows.size() - first);
      } while (from < rows.size());
      return true;
    }

    private void block(List<RowDraft> drafts, int to, Progress progress) {
      KindPass.Block block =
          database.inTransaction(change(), tx -> written(tx, drafts, to, progress)).value();
      tally(tally, drafts, block, r -> named(r, rows, reader));
    }

    private KindPass.Block written(
        Transaction tx, List<RowDraft> drafts, int to, Progress progress) {
      KindPass.Block block = planner.plan(drafts, inside(tx, progress));
      block.write(tx, run, clock.now());
      Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
      counts.putAll(tally.counts());
      block.results().forEach(r -> counts.merge(r.outcome(), 1, Integer::sum));
      boolean last = to >= rows.size();
      run =
          runs.moveOn(
              tx, run, last ? ImportRun.State.DONE : ImportRun.State.RUNNING, to - first, counts);
      return block;
    }

    private void stop() {
      database.write(
          change(),
          tx ->
              run = runs.moveOn(tx, run, ImportRun.State.STOPPED, run.rowsDone(), tally.counts()));
    }

    private Change change() {
      return new Change("spreadsheet.change.imported", run.fileName(), run.group());
    }
  }

  private KindPass.Reading stored(Progress progress) {
    return new KindPass.Reading() {
      @Override
      public <M, T> T read(Class<M> mapper, Function<M, T> query) {
        return database.read(mapper, query);
      }

      @Override
      public KeyLookup keys() {
        return database.keys();
      }

      @Override
      public void giveWay() {
        progress.giveWay();
      }
    };
  }

  private static KindPass.Reading inside(Transaction tx, Progress progress) {
    return new KindPass.Reading() {
      @Override
      public <M, T> T read(Class<M> mapper, Function<M, T> query) {
        return query.apply(tx.mapper(mapper));
      }

      @Override
      public KeyLookup keys() {
        return tx.keys();
      }

      @Override
      public void giveWay() {
        progress.giveWay();
      }
    };
  }

  private static Map<Outcome, Integer> before(ImportRun run) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    counts.put(Outcome.NEW, (int) run.rowsNew());
    counts.put(Outcome.UPDATED, (int) run.rowsUpdated());
    counts.put(Outcome.SAME, (int) run.rowsSame());
    counts.put(Outcome.DUPLICATE, (int) run.rowsDuplicate());
    counts.put(Outcome.REFUSED, (int) run.rowsRefused());
    return counts;
  }

  private static void tally(
      Rehearsal.Builder tally,
      List<RowDraft> drafts,
      KindPass.Block block,
      UnaryOperator<RowResult> named) {
    for (int i = 0; i < drafts.size(); i++) {
      RowResult result = block.results().get(i);
      boolean unnamed = result.twinRow() > 0 && result.twin() == null;
      tally.add(drafts.get(i), unnamed && tally.details(result) ? named.apply(result) : result);
    }
  }

  /** A row whose twin stands in the same file names it. */
  private static RowResult named(RowResult result, SheetRows rows, RowReader reader) {
    int index = rows.indexOf(result.twinRow());
    return index < 0 ? result : result.withTwin(reader.read(index, rows.at(index)).name());
  }

  private static List<RowDraft> drafts(
      SheetRows rows, int from, RowReader reader, Progress progress) {
    return drafts(rows, from, from + BLOCK, reader, progress);
  }

  /** Reading phones is most of the work of a row, so both processors take part. */
  private static List<RowDraft> drafts(
      SheetRows rows, int from, int to, RowReader reader, Progress progress) {
    record Numbered(int index, SheetRow row) {}
    List<Numbered> block = new ArrayList<>(BLOCK);
    rows.forEach(
        from,
        (i, row) -> {
          if (i < to) {
            block.add(new Numbered(i, row));
          }
          return i + 1 < to;
        });
    return block.parallelStream()
        .map(
            n -> {
              progress.giveWay();
              return reader.read(n.index(), n.row());
            })
        .toList();
  }

  private ImportRun fresh(SheetRows rows, ColumnMatch match, ImportOptions options) {
    return new ImportRun(
        0,
        0,
        clock.now(),
        null,
        rows.fileName(),
        sha256(rows.source()),
        rows.sheet().name(),
        options.kind(),
        options.rules().source(),
        options.policy().name(),
        match.headerIndex() + " " + match.saved() + " " + options,
        ImportRun.State.RUNNING,
        0,
        0,
        0,
        0,
        0,
        0,
        0);
  }

  private static String sha256(Path file) {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (IOException e) {
      throw new ProblemException(e, "spreadsheet.problem.missing", file.toString());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
