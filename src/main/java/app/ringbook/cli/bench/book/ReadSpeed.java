package app.ringbook.cli.bench.book;

import app.ringbook.cli.bench.figures.BenchResult;
import app.ringbook.cli.bench.figures.ProcessorTime;
import app.ringbook.spreadsheet.file.SheetFile;
import app.ringbook.spreadsheet.rival.LargeSheet;
import app.ringbook.spreadsheet.rival.OtherReaders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Reading a large workbook to typed rows, beside what others offer. Each reads a small one first,
 * so that loading classes is not measured, and must find every cell.
 */
public final class ReadSpeed {
  private static final int WARM_UP = 20_000;
  private final Path folder;

  /**
   * @param folder for the workbooks
   */
  public ReadSpeed(Path folder) {
    this.folder = folder;
  }

  /** Reads the cells of a file. */
  private interface Reader {
    /** How many hold something. */
    long cells(Path file) throws Exception;
  }

  /** Reads so many rows of twenty cells. */
  public List<BenchResult> run(int rows) throws Exception {
    Path small = folder.resolve("small.xlsx");
    Path large = folder.resolve("large.xlsx");
    LargeSheet.write(small, WARM_UP);
    LargeSheet.write(large, rows);
    double ours = seconds(ReadSpeed::ours, small, large, rows);
    String what = rows + " rows of 20 cells, processor time, against ";
    List<BenchResult> results = new ArrayList<>();
    double poi = seconds(OtherReaders::poi, small, large, rows);
    results.add(BenchResult.of(what + "POI's event API", ours, poi, "s"));
    double fast = seconds(OtherReaders::fastexcel, small, large, rows);
    results.add(BenchResult.of(what + "fastexcel-reader", ours, fast, "s"));
    Callable<Long> inflating = () -> OtherReaders.inflated(large);
    double inflated = ProcessorTime.of(inflating);
    results.add(BenchResult.of(what + "unpacking alone", ours, inflated, "s"));
    return results;
  }

  private static long ours(Path file) {
    SheetFile opened = SheetFile.openTrusted(file);
    long[] cells = new long[1];
    opened.each(
        opened.sheet(null),
        row -> row.cells().forEach(cell -> cells[0] += cell.text().isEmpty() ? 0 : 1));
    return cells[0];
  }

  private static double seconds(Reader reader, Path small, Path large, int rows) throws Exception {
    reader.cells(small);
    System.gc();
    return ProcessorTime.of(
        () -> {
          long cells = reader.cells(large);
          if (cells != (long) rows * LargeSheet.COLUMNS) {
            throw new IllegalStateException("Only " + cells + " cells of " + rows + " rows");
          }
          return cells;
        });
  }
}
