package app.ringbook.spreadsheet.write;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written.
 *
 * @param title name of the sheet
 * @param columns from the left
 * @param rows the rows, from the top
 */
public record SheetTable(String title, List<SheetColumn> columns, Rows rows) {

  /** Copies the columns. */
  public SheetTable {
    columns = List.copyOf(columns);
  }

  /** Rows that come one after the other and are not kept. */
  @FunctionalInterface
  public interface Rows {
    /** Hands every row to the sink, in order. */
    void each(Sink sink);
  }

  /** Takes rows. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes a row.
     *
     * @param cells one a column, of type String, BigDecimal, LocalDate or LocalDateTime; null for
     *     an empty cell
     */
    void row(List<@Nullable Object> cells);
  }
}
