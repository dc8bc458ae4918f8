package app.ringbook.cli.bench.book;

import app.ringbook.cli.bench.book.ImportSpeed.Opener;
import app.ringbook.cli.bench.figures.BenchResult;
import app.ringbook.cli.bench.figures.ProcessorTime;
import app.ringbook.cli.session.House;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.ImportResult;
import app.ringbook.spreadsheet.SheetImports;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * An import of which two rows in five add to customers that are there and three are new, and its
 * undo: afterwards every row of the book must be as it was, by its checksum.
 */
public final class UndoSpeed {
  /** Seconds that both may take together, as the specification has it. */
  private static final double GOAL = 15;

  private final Opener opener;
  private final Path folder;

  /**
   * @param folder a filled data folder of the benchmark's own
   */
  public UndoSpeed(Opener opener, Path folder) {
    this.opener = opener;
    this.folder = folder;
  }

  /** Imports and takes back so many rows. */
  public List<BenchResult> run(int rows) throws Exception {
    int known = rows * 2 / 5;
    try (House house = opener.open(folder)) {
      house.backups().automatic(Progress.NONE);
      imported(house, new NewCustomers("1793", 3).write(list(), known, false));
    }
    List<Long> before = sums();
    double seconds;
    long[] waited = new long[1];
    try (House house = opener.open(folder)) {
      // Read now: a running program has them.
      house.database().keys();
      Path list = new NewCustomers("1793", 3).write(list(), rows);
      seconds =
          ProcessorTime.of(
              () -> {
                long begin = house.clock().nanoTime();
                ImportResult done = imported(house, list);
                if (done.updated() != known || done.added() != rows - known) {
                  throw new IllegalStateException(done.updated() + " rows were updated");
                }
                house.imports().line().undo(Objects.requireNonNull(done.importId()));
                waited[0] = house.clock().nanoTime() - begin;
                return done;
              });
    }
    if (!before.equals(sums())) {
      throw new IllegalStateException("The book is not as it was before the import");
    }
    String what = "import of " + rows + " rows and its undo, ";
    return List.of(
        BenchResult.of(what + "time a person waits, against the goal", waited[0] / 1e9, GOAL, "s"),
        BenchResult.of(what + "processor time, against the goal", seconds, GOAL, "s"));
  }

  private Path list() {
    return folder.resolve("list.csv");
  }

  private static ImportResult imported(House house, Path list) {
    return house.imports().run(list, SheetImports.Order.PLAIN, Texts.ENGLISH, Progress.NONE);
  }

  private List<Long> sums() throws Exception {
    try (PlainTables tables = PlainTables.asItIs(folder.resolve("ringbook"))) {
      return tables.sums();
    }
  }
}
