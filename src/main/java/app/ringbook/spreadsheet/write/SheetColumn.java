package app.ringbook.spreadsheet.write;

/**
 * A column of a sheet that is written.
 *
 * @param heading what stands above it
 * @param shape what its cells look like
 */
public record SheetColumn(String heading, Shape shape) {

  /** What the cells of a column look like, and how wide it begins. */
  public enum Shape {
    /** A few words. */
    TEXT(20),
    /** A name. */
    NAME(30),
    /** Text of several lines. */
    LONG_TEXT(40),
    /** Digits that are no number, such as a phone: stays text when somebody changes it. */
    CODE(20),
    /** A number. */
    NUMBER(12),
    /** A day. */
    DAY(12),
    /** A day with a time. */
    MOMENT(18);

    private final int characters;

    Shape(int characters) {
      this.characters = characters;
    }
  }

  /** Width in characters, the heading with the button of its filter included. */
  int characters() {
    int heading = this.heading.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum() + 4;
    return Math.min(60, Math.max(shape.characters, heading));
  }
}
