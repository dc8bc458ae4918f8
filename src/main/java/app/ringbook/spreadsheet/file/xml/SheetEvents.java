package app.ringbook.spreadsheet.file.xml;

import java.io.IOException;

/** Takes the rows and cells of a sheet in their order. */
public interface SheetEvents {

  /** What the file says a cell's text is. */
  enum StoredAs {
    /** A number, perhaps a date by its style. */
    NUMBER,
    /** The index of a shared string. */
    SHARED,
    /** A text of the cell's own. */
    TEXT,
    /** 0 or 1. */
    BOOLEAN,
    /** A sign such as {@code #REF!}. */
    ERROR,
    /** A date in ISO 8601. */
    DATE
  }

  /** A row begins; its number as stated, 0 if none is, -1 for one that is none. */
  void row(long number);

  /**
   * A cell that is not empty.
   *
   * @param column from 0
   * @param style place of its style
   * @param text as in the file, entities resolved
   */
  void cell(int column, int style, StoredAs type, String text);

  /** A cell with a shared string. */
  void shared(int column, int index);

  /** The row is over. */
  void endRow() throws IOException;
}
