package app.ringbook.spreadsheet.file;

/**
 * One cell as it is stored, not as it is shown: a phone kept as a number keeps all its digits.
 *
 * @param kind what the file says it is
 * @param text the exact text; of a number its plain decimal digits, never an exponent; of a date
 *     ISO 8601 ({@code 2026-06-15} or {@code 2026-06-15T10:30}); of an error its sign, such as
 *     {@code #REF!}
 */
public record Cell(Kind kind, String text) {

  /** What a cell holds. */
  public enum Kind {
    /** Nothing. */
    EMPTY,
    /** Characters, also those that look like a number. */
    TEXT,
    /** A number that the file stores as a number. */
    NUMBER,
    /** A moment without zone: a number with a date style. */
    DATE,
    /** {@code TRUE} or {@code FALSE}. */
    BOOLEAN,
    /** A formula that failed. */
    ERROR
  }

  /** The empty cell. */
  public static final Cell EMPTY = new Cell(Kind.EMPTY, "");

  /** A text cell, or the empty cell for an empty text. */
  public static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text);
  }

  /** True if there is nothing to read: no text, or only blanks. */
  public boolean blank() {
    return text.isBlank();
  }
}
