package app.ringbook.spreadsheet.file;

import app.ringbook.platform.ProblemException;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** How much of a file is too much. One object counts one sheet. */
final class SheetLimits {
  /** Bytes of a file. */
  static final long FILE_BYTES = 300L * 1024 * 1024;

  /** Rows of a sheet: as many as Excel has. */
  static final int ROWS = 1_048_576;

  /** Columns that hold something. */
  static final int COLUMNS = 500;

  /** Cells that hold something. */
  static final long CELLS = 25_000_000;

  /** Characters of one cell. */
  static final int CELL_CHARACTERS = 1_000_000;

  private long cells;

  /** Sets the limits of the zip reader, which are the same for the whole process. */
  static void holdZip() {
    ZipSecureFile.setMinInflateRatio(0.005);
    ZipSecureFile.setMaxEntrySize(2L * 1024 * 1024 * 1024);
    ZipSecureFile.setMaxFileCount(2_000);
  }

  /** Counts a cell that is not empty and refuses what is beyond the limits. */
  void cell(int row, int column, int characters) {
    if (column >= COLUMNS) {
      throw new ProblemException("spreadsheet.problem.columns", row, COLUMNS);
    }
    if (characters > CELL_CHARACTERS) {
      throw new ProblemException("spreadsheet.problem.cell", row, CELL_CHARACTERS);
    }
    if (++cells > CELLS) {
      throw new ProblemException("spreadsheet.problem.cells", CELLS);
    }
  }

  /** Refuses a row number that no spreadsheet program can show. */
  static void row(long row) {
    if (row < 1 || row > ROWS) {
      throw new ProblemException("spreadsheet.problem.rows", ROWS);
    }
  }
}
