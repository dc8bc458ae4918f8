package app.ringbook.spreadsheet.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XML of one sheet into typed rows. */
final class XlsxSheetHandler extends DefaultHandler {
  private final @Nullable SharedStrings strings;
  private final Styles styles;
  private final SheetParser.Sink sink;
  private final SheetLimits limits = new SheetLimits();
  private final StringBuilder text = new StringBuilder();
  private List<Cell> cells = new ArrayList<>();
  private long row;
  private int column;
  private int style;
  private String type = "n";
  private boolean collecting;
  private boolean phonetic;

  /** The sink could not take a row; carries the reason through the XML parser. */
  static final class SinkFailed extends SAXException {
    private static final long serialVersionUID = 1L;
    final IOException cause;

    private SinkFailed(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /**
   * @param strings shared strings, or null if the workbook has none
   * @param styles what styles say about numbers
   * @param sink takes the rows
   */
  XlsxSheetHandler(@Nullable SharedStrings strings, Styles styles, SheetParser.Sink sink) {
    this.strings = strings;
    this.styles = styles;
    this.sink = sink;
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) {
    switch (localName) {
      case "row" -> startRow(attributes.getValue("r"));
      case "c" -> startCell(attributes);
      case "v" -> collecting = true;
      case "t" -> collecting = !phonetic;
      case "rPh" -> phonetic = true;
      default -> {}
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (collecting) {
      text.append(characters, start, length);
      if (text.length() > SheetLimits.CELL_CHARACTERS) {
        limits.cell((int) row, 0, text.length());
      }
    }
  }

  @Override
  public void endElement(String uri, String localName, String qName) throws SAXException {
    switch (localName) {
      case "v", "t" -> collecting = false;
      case "rPh" -> phonetic = false;
      case "c" -> endCell();
      case "row" -> endRow();
      default -> {}
    }
  }

  private void startRow(@Nullable String number) {
    row = number == null ? row + 1 : Long.parseLong(number);
    SheetLimits.row(row);
    column = -1;
    cells = new ArrayList<>();
  }

  private void startCell(Attributes attributes) {
    String reference = attributes.getValue("r");
    column = reference == null ? column + 1 : column(reference);
    String styleIndex = attributes.getValue("s");
    style = styleIndex == null ? 0 : Integer.parseInt(styleIndex);
    String stated = attributes.getValue("t");
    type = stated == null ? "n" : stated;
    text.setLength(0);
  }

  private void endCell() {
    if (text.isEmpty()) {
      return;
    }
    Cell cell = cell(text.toString());
    if (cell.text().isEmpty()) {
      return;
    }
    limits.cell((int) row, column, cell.text().length());
    while (cells.size() < column) {
      cells.add(Cell.EMPTY);
    }
    if (cells.size() == column) {
      cells.add(cell);
    } else {
      cells.set(column, cell);
    }
  }

  private Cell cell(String stored) {
    return switch (type) {
      case "s" -> Cell.text(shared(Integer.parseInt(stored.strip())));
      case "b" -> new Cell(Cell.Kind.BOOLEAN, stored.strip().equals("0") ? "FALSE" : "TRUE");
      case "e" -> new Cell(Cell.Kind.ERROR, stored);
      case "d" -> new Cell(Cell.Kind.DATE, stored.strip());
      case "str", "inlineStr" -> Cell.text(decoded(stored));
      default -> styles.number(stored, style);
    };
  }

  private String shared(int index) {
    return strings == null ? "" : strings.getItemAt(index).getString();
  }

  /** Control characters are kept as _x000D_ in the file. */
  private static String decoded(String stored) {
    return stored.contains("_x") ? new XSSFRichTextString(stored).getString() : stored;
  }

  private void endRow() throws SAXException {
    if (cells.isEmpty()) {
      return;
    }
    try {
      sink.row(new SheetRow((int) row, cells));
    } catch (IOException e) {
      throw new SinkFailed(e);
    }
  }

  /** Column of a reference such as AB12, from 0. */
  private static int column(String reference) {
    int number = 0;
    for (int i = 0; i < reference.length() && i < 8; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      number = number * 26 + (c - 'A' + 1);
    }
    return Math.max(0, number - 1);
  }

  /** What the styles of a workbook say about its numbers, looked up once a style. */
  static final class Styles {
    private static final int DATE = -1;
    private final int[] meaning;
    private final boolean from1904;

    /**
     * @param styles styles of the workbook, or null if it has none
     * @param from1904 true if day 0 is 1 January 1904
     */
    Styles(@Nullable StylesTable styles, boolean from1904) {
      this.from1904 = from1904;
      this.meaning = new int[styles == null ? 0 : styles.getNumCellStyles()];
      for (int i = 0; i < meaning.length && styles != null; i++) {
        meaning[i] = meaning(styles.getStyleAt(i));
      }
    }

    private static int meaning(@Nullable XSSFCellStyle style) {
      if (style == null) {
        return 0;
      }
      String format = style.getDataFormatString();
      if (format == null) {
        return 0;
      }
      return DateUtil.isADateFormat(style.getDataFormat(), format)
          ? DATE
          : NumberText.width(format);
    }

    /** The cell of a stored number under a style. */
    Cell number(String stored, int style) {
      int means = style >= 0 && style < meaning.length ? meaning[style] : 0;
      if (means == DATE) {
        return NumberText.date(
            Double.parseDouble(stored.strip()), from1904, NumberText.of(stored, 0));
      }
      return new Cell(Cell.Kind.NUMBER, NumberText.of(stored, means));
    }
  }
}
