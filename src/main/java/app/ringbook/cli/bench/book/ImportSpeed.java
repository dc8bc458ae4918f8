package app.ringbook.cli.bench.book;

import app.ringbook.cli.bench.figures.BenchResult;
import app.ringbook.cli.bench.figures.ProcessorTime;
import app.ringbook.cli.session.House;
import app.ringbook.platform.Progress;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.ImportResult;
import app.ringbook.spreadsheet.SheetImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import into a full book, from the file to the last commit, with the check for customers that
 * are there already and with journal and undo; beside it the same rows put into an H2 and an SQLite
 * file by batches of plain JDBC, which check nothing and keep nothing to undo. The sizes of the
 * files tell of the same rows.
 */
public final class ImportSpeed {
  private static final int WARM_UP = 2_000;
  private final Opener opener;
  private final Path folder;
  private final List<BenchResult> results = new ArrayList<>();

  /** Opens the services of a folder. */
  @FunctionalInterface
  public interface Opener {
    /** Opens it; to be closed. */
    House open(Path folder);
  }

  /**
   * @param folder a filled data folder of the benchmark's own
   */
  public ImportSpeed(Opener opener, Path folder) {
    this.opener = opener;
    this.folder = folder;
  }

  /** Imports so many new customers. */
  public List<BenchResult> run(int rows) throws Exception {
    Path rival = Files.createDirectories(folder.resolve("rival")).resolve("plain");
    try (House house = opener.open(folder)) {
      house.backups().automatic(Progress.NONE);
      imported(house, new NewCustomers("1771", 1), WARM_UP);
    }
    Path file = folder.resolve("ringbook.mv.db");
    Files.copy(file, rival.resolveSibling("plain.mv.db"));
    double ours;
    try (House house = opener.open(folder)) {
      // Read now: a running program has them.
      house.database().keys();
      NewCustomers list = new NewCustomers("1782", 2);
      ours = ProcessorTime.of(() -> imported(house, list, rows));
    }
    Path after = rival.resolveSibling("after.mv.db");
    Files.copy(file, after);
    beside(rival, rows, ours);
    return results;
  }

  private ImportResult imported(House house, NewCustomers customers, int rows) throws IOException {
    Path list = customers.write(folder.resolve("list.csv"), rows);
    ImportResult result =
        house.imports().run(list, SheetImports.Order.PLAIN, Texts.ENGLISH, Progress.NONE);
    if (result.added() != rows) {
      throw new IllegalStateException("Only " + result.added() + " of " + rows + " were new");
    }
    Files.delete(list);
    return result;
  }

  private void beside(Path rival, int rows, double ours) throws Exception {
    Path sqliteFile = rival.resolveSibling("plain.sqlite");
    Map<String, List<@Nullable Object[]>> fresh = new LinkedHashMap<>();
    try (PlainTables h2 = PlainTables.h2(rival);
        PlainTables sqlite = PlainTables.sqlite(sqliteFile, h2);
        PlainTables imported = PlainTables.asItIs(rival.resolveSibling("after"))) {
      for (String table : PlainTables.NAMES) {
        fresh.put(table, imported.rows(table, h2.last(table), Integer.MAX_VALUE));
      }
      double inH2 = ProcessorTime.of(() -> inserted(h2, fresh));
      double inSqlite = ProcessorTime.of(() -> inserted(sqlite, fresh));
      for (String table : PlainTables.NAMES) {
        if (h2.count(table) != imported.count(table)
            || sqlite.count(table) != imported.count(table)) {
          throw new IllegalStateException("Not the same rows in " + table);
        }
      }
      String what = "import of " + rows + " customers, processor time, against ";
      results.add(BenchResult.of(what + "H2 batches without check", ours, inH2, "s"));
      results.add(BenchResult.of(what + "SQLite batches without check", ours, inSqlite, "s"));
    }
    sizes(rival, sqliteFile);
  }

  /** Files as they are left, and without what a later tidying gives back. */
  private void sizes(Path rival, Path sqliteFile) throws Exception {
    double sqlite = megabytes(sqliteFile);
    Path after = rival.resolveSibling("after.mv.db");
    results.add(
        BenchResult.of("file with journal, against SQLite", megabytes(after), sqlite, "MB"));
    PlainTables.asItIs(rival.resolveSibling("after")).compact();
    PlainTables.asItIs(rival).compact();
    double content = megabytes(after);
    results.add(BenchResult.of("content with journal, against SQLite", content, sqlite, "MB"));
    results.add(
        BenchResult.of(
            "content with journal, against H2 with five more indexes",
            content,
            megabytes(rival.resolveSibling("plain.mv.db")),
            "MB"));
  }

  private static boolean inserted(PlainTables into, Map<String, List<@Nullable Object[]>> rows)
      throws SQLException {
    for (Map.Entry<String, List<@Nullable Object[]>> table : rows.entrySet()) {
      into.insert(table.getKey(), table.getValue());
    }
    return true;
  }

  private static double megabytes(Path file) throws IOException {
    return Files.size(file) / 1e6;
  }
}
