package app.ringbook.spreadsheet.export;

import app.ringbook.platform.Progress;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is exported.
 *
 * @param word its kind as the command line names it: {@code customers}
 * @param columns from the left
 * @param records the records in order
 * @param <R> the record
 */
public record ExportSource<R>(String word, List<ExportColumn<R>> columns, Records<R> records) {

  /** Copies the columns. */
  public ExportSource {
    columns = List.copyOf(columns);
  }

  /** Records that are read in slices. Not for the window's thread. */
  @FunctionalInterface
  public interface Records<R> {
    /**
     * Hands every record to the sink.
     *
     * @param progress asked between slices; told how far the reading is
     */
    void each(Progress progress, Consumer<R> sink);
  }
}
