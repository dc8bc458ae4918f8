package app.ringbook.spreadsheet.write;

import app.ringbook.platform.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.DeferredSXSSFSheet;
import org.apache.poi.xssf.streaming.DeferredSXSSFWorkbook;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with one sheet: headings that stay in sight and filter, numbers and dates as such,
 * every text as text. There is no formula in it, and what looks like one is marked as quoted. Rows
 * go straight into the file: nothing is kept, neither in memory nor beside it.
 */
public final class XlsxWriter implements SheetWriter {
  private static final SpreadsheetVersion EXCEL = SpreadsheetVersion.EXCEL2007;
  private static final int ROWS_IN_HAND = 100;

  /** Control characters stand in a workbook as {@code _x000D_}, so what looks so is escaped. */
  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");

  /** Excel's days begin here. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  @Override
  public String ending() {
    return "xlsx";
  }

  @Override
  public Written write(SheetTable table, OutputStream out) throws IOException {
    try (DeferredSXSSFWorkbook book = new DeferredSXSSFWorkbook(ROWS_IN_HAND)) {
      DeferredSXSSFSheet sheet = book.createSheet(WorkbookUtil.createSafeSheetName(table.title()));
      Styles styles = new Styles(book);
      List<SheetColumn> columns = table.columns();
      for (int i = 0; i < columns.size(); i++) {
        sheet.setColumnWidth(i, columns.get(i).characters() * 256);
      }
      sheet.createFreezePane(0, 1);
      if (!columns.isEmpty()) {
        sheet.setAutoFilter(
            new CellRangeAddress(0, EXCEL.getLastRowIndex(), 0, columns.size() - 1));
      }
      Filling filling = new Filling(columns, styles);
      sheet.setRowGenerator(rows -> filling.fill(rows, table.rows()));
      book.write(out);
      return new Written(filling.rows, filling.cut);
    } catch (IOException e) {
      // The library wraps what the rows throw.
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw e;
    }
  }

  /** The text as it stands in the file. */
  private static String escaped(String text) {
    if (text.indexOf("_x") < 0 && !CONTROL.matcher(text).find()) {
      return text;
    }
    String plain = LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
    return CONTROL
        .matcher(plain)
        .replaceAll(found -> String.format("_x%04X_", (int) found.group().charAt(0)));
  }

  private static final class Styles {
    private final CellStyle heading;
    private final CellStyle quoted;
    private final CellStyle code;
    private final CellStyle quotedCode;
    private final CellStyle day;
    private final CellStyle moment;

    private Styles(DeferredSXSSFWorkbook book) {
      heading = book.createCellStyle();
      Font bold = book.createFont();
      bold.setBold(true);
      heading.setFont(bold);
      heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      heading.setQuotePrefixed(true);
      quoted = book.createCellStyle();
      quoted.setQuotePrefixed(true);
      code = format(book, "@");
      quotedCode = format(book, "@");
      quotedCode.setQuotePrefixed(true);
      day = format(book, "yyyy-mm-dd");
      moment = format(book, "yyyy-mm-dd hh:mm");
    }

    private static CellStyle format(DeferredSXSSFWorkbook book, String format) {
      CellStyle style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat(format));
      return style;
    }

    private @Nullable CellStyle text(boolean isCode, String text) {
      if (FormulaGuard.dangerous(text) || text.startsWith("'")) {
        return isCode ? quotedCode : quoted;
      }
      return isCode ? code : null;
    }
  }

  /** Fills one sheet, from the top. */
  private static final class Filling {
    private final List<SheetColumn> columns;
    private final Styles styles;
    private long rows;
    private long cut;

    private Filling(List<SheetColumn> columns, Styles styles) {
      this.columns = columns;
      this.styles = styles;
    }

    private void fill(SXSSFSheet sheet, SheetTable.Rows source) {
      Row headings = sheet.createRow(0);
      for (int i = 0; i < columns.size(); i++) {
        Cell cell = headings.createCell(i);
        cell.setCellValue(escaped(columns.get(i).heading()));
        cell.setCellStyle(styles.heading);
      }
      source.each(cells -> row(sheet, cells));
    }

    private void row(SXSSFSheet sheet, List<@Nullable Object> cells) {
      if (++rows > EXCEL.getLastRowIndex()) {
        throw new ProblemException("spreadsheet.export.problem.rows", EXCEL.getLastRowIndex());
      }
      Row row = sheet.createRow((int) rows);
      for (int i = 0; i < cells.size(); i++) {
        Object value = cells.get(i);
        if (value != null && !value.equals("")) {
          fill(row.createCell(i), value, columns.get(i).shape() == SheetColumn.Shape.CODE);
        }
      }
    }

    private void fill(Cell cell, Object value, boolean isCode) {
      switch (value) {
        case BigDecimal number when number.precision() <= 15 ->
            cell.setCellValue(number.doubleValue());
        case BigDecimal number -> text(cell, number.toPlainString(), true);
        case LocalDate day when known(day) -> {
          cell.setCellValue(day);
          cell.setCellStyle(styles.day);
        }
        case LocalDateTime at when known(at.toLocalDate()) -> {
          cell.setCellValue(at);
          cell.setCellStyle(styles.moment);
        }
        default -> text(cell, value.toString(), isCode);
      }
    }

    private static boolean known(LocalDate day) {
      return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    private void text(Cell cell, String text, boolean isCode) {
      String whole = text;
      if (text.length() > EXCEL.getMaxTextLength()) {
        int end = EXCEL.getMaxTextLength();
        whole = text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
        cut++;
      }
      CellStyle style = styles.text(isCode, whole);
      cell.setCellValue(fitting(whole));
      if (style != null) {
        cell.setCellStyle(style);
      }
    }

    /** Escapes make a text longer than the workbook's library takes: then they are left out. */
    private static String fitting(String text) {
      String escaped = escaped(text);
      return escaped.length() <= EXCEL.getMaxTextLength()
          ? escaped
          : CONTROL.matcher(text).replaceAll(" ");
    }
  }
}
