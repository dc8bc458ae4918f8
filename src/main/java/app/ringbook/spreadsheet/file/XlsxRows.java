package app.ringbook.spreadsheet.file;

import app.ringbook.spreadsheet.file.xml.SheetEvents;
import app.ringbook.spreadsheet.file.xml.StyleScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;

/** Makes typed rows of what a sheet's XML tells, however that is read. */
final class XlsxRows implements SheetEvents {
  private final IntFunction<Cell> strings;
  private final Styles styles;
  private final SheetParser.Sink sink;
  private final SheetLimits limits = new SheetLimits();
  private List<Cell> cells = new ArrayList<>();
  private long row;
  private long told;
  private long toPass;

  /**
   * @param strings the cell of a shared string
   * @param styles what styles say about numbers
   * @param sink takes the rows
   */
  XlsxRows(IntFunction<Cell> strings, Styles styles, SheetParser.Sink sink) {
    this.strings = strings;
    this.styles = styles;
    this.sink = sink;
  }

  /** How many rows the sink has. */
  long told() {
    return told;
  }

  /** Passes over the first rows: the sink has them already. */
  void pass(long rows) {
    toPass = rows;
  }

  @Override
  public void row(long number) {
    row = number == 0 ? row + 1 : number;
    SheetLimits.row(row);
    cells = new ArrayList<>(cells.size());
  }

  @Override
  public void cell(int column, int style, StoredAs type, String text) {
    limits.cell((int) row, column, text.length());
    put(
        column,
        switch (type) {
          case BOOLEAN -> new Cell(Cell.Kind.BOOLEAN, text.strip().equals("0") ? "FALSE" : "TRUE");
          case ERROR -> new Cell(Cell.Kind.ERROR, text);
          case DATE -> new Cell(Cell.Kind.DATE, text.strip());
          case TEXT -> Cell.text(decoded(text));
          default -> styles.number(text, style);
        });
  }

  @Override
  public void shared(int column, int index) {
    Cell cell = strings.apply(index);
    if (!cell.text().isEmpty()) {
      limits.cell((int) row, column, cell.text().length());
      put(column, cell);
    }
  }

  private void put(int column, Cell cell) {
    if (cell.text().isEmpty()) {
      return;
    }
    while (cells.size() < column) {
      cells.add(Cell.EMPTY);
    }
    if (cells.size() == column) {
      cells.add(cell);
    } else {
      cells.set(column, cell);
    }
  }

  /** Control characters are kept as _x000D_ in the file. */
  static String decoded(String stored) {
    return stored.contains("_x") ? new XSSFRichTextString(stored).getString() : stored;
  }

  @Override
  public void endRow() throws IOException {
    if (cells.isEmpty()) {
      return;
    }
    told++;
    if (told > toPass) {
      sink.row(new SheetRow((int) row, cells));
    }
  }

  /** What the styles of a workbook say about its numbers, looked up once a style. */
  static final class Styles {
    private static final int DATE = -1;

    /** Whole days that are remembered: reading one takes ten times as long as finding it. */
    private static final int DAYS = 80_000;

    private final int[] meaning;
    private final boolean from1904;
    private final @Nullable Cell[] days = new Cell[DAYS];

    private Styles(int[] meaning, boolean from1904) {
      this.meaning = meaning;
      this.from1904 = from1904;
    }

    /**
     * @param styles styles of the workbook, or null if it has none
     * @param from1904 true if day 0 is 1 January 1904
     */
    static Styles of(@Nullable StylesTable styles, boolean from1904) {
      int[] meaning = new int[styles == null ? 0 : styles.getNumCellStyles()];
      for (int i = 0; i < meaning.length && styles != null; i++) {
        XSSFCellStyle style = styles.getStyleAt(i);
        meaning[i] =
            style == null ? 0 : meaning(style.getDataFormat(), style.getDataFormatString());
      }
      return new Styles(meaning, from1904);
    }

    /** The same of styles that were scanned. */
    static Styles of(StyleScanner.Styles styles, boolean from1904) {
      int[] meaning = new int[styles.styles().size()];
      for (int i = 0; i < meaning.length; i++) {
        int number = styles.styles().get(i);
        String own = styles.formats().get(number);
        meaning[i] = meaning(number, own == null ? BuiltinFormats.getBuiltinFormat(number) : own);
      }
      return new Styles(meaning, from1904);
    }

    private static int meaning(int number, @Nullable String format) {
      if (format == null) {
        return 0;
      }
      return DateUtil.isADateFormat(number, format) ? DATE : NumberText.width(format);
    }

    /** The cell of a stored number under a style. */
    Cell number(String stored, int style) {
      int means = style >= 0 && style < meaning.length ? meaning[style] : 0;
      if (means != DATE) {
        return new Cell(Cell.Kind.NUMBER, NumberText.of(stored, means));
      }
      int day = stored.length() <= 5 ? NumberText.wholeDay(stored) : -1;
      if (day < 0 || day >= DAYS) {
        return date(stored);
      }
      Cell known = days[day];
      if (known == null) {
        known = date(stored);
        days[day] = known;
      }
      return known;
    }

    private Cell date(String stored) {
      return NumberText.date(
          Double.parseDouble(stored.strip()), from1904, NumberText.of(stored, 0));
    }
  }
}
