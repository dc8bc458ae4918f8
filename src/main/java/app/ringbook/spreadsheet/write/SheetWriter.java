package app.ringbook.spreadsheet.write;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a table in one format, row by row: the memory it takes does not grow with the rows. */
public interface SheetWriter {

  /**
   * What was written.
   *
   * @param rows rows below the headings
   * @param cut texts that a cell of the format could not take whole
   */
  record Written(long rows, long cut) {}

  /** The ending of its files, without the dot. */
  String ending();

  /**
   * Writes the table; the stream stays open.
   *
   * @throws app.ringbook.platform.ProblemException if it has more rows than the format can hold
   */
  Written write(SheetTable table, OutputStream out) throws IOException;
}
