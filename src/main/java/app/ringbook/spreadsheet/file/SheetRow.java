package app.ringbook.spreadsheet.file;

import java.util.List;

/**
 * One row that is not empty.
 *
 * @param number the number the spreadsheet program shows beside it, from 1
 * @param cells its cells from column A on; trailing empty ones may be missing
 */
public record SheetRow(int number, List<Cell> cells) {

  /** The cell of a column, counted from 0; empty where the row is shorter. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  /** True if no cell holds anything but blanks. */
  public boolean blank() {
    return cells.stream().allMatch(Cell::blank);
  }

  /** Letters of a column counted from 0: A, B, ..., Z, AA. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
