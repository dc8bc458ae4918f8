package app.ringbook.spreadsheet.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads Excel 97 to 2003. Such a sheet has at most 65,536 rows, so the whole workbook is held in
 * memory, inside the heap limit of the child process.
 */
final class XlsParser implements SheetParser {

  @Override
  public void parse(Path file, SheetKind kind, @Nullable String sheet, Sink sink)
      throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
        HSSFWorkbook workbook = new HSSFWorkbook(container, false)) {
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
        sink.sheet(new SheetInfo(workbook.getSheetName(i), hidden));
      }
      HSSFSheet wanted = sheet == null ? null : workbook.getSheet(sheet);
      if (wanted != null) {
        boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        rows(wanted, from1904, sink);
      }
    }
  }

  private static void rows(HSSFSheet sheet, boolean from1904, Sink sink) throws IOException {
    SheetLimits limits = new SheetLimits();
    for (Row row : sheet) {
      List<Cell> cells = new ArrayList<>();
      for (org.apache.poi.ss.usermodel.Cell stored : row) {
        Cell cell = cell(stored, from1904);
        if (cell.text().isEmpty()) {
          continue;
        }
        int column = stored.getColumnIndex();
        limits.cell(row.getRowNum() + 1, column, cell.text().length());
        while (cells.size() < column) {
          cells.add(Cell.EMPTY);
        }
        cells.add(cell);
      }
      if (!cells.isEmpty()) {
        sink.row(new SheetRow(row.getRowNum() + 1, cells));
      }
    }
  }

  private static Cell cell(org.apache.poi.ss.usermodel.Cell cell, boolean from1904) {
    CellType type = cell.getCellType();
    if (type == CellType.FORMULA) {
      type = cell.getCachedFormulaResultType();
    }
    return switch (type) {
      case STRING -> Cell.text(cell.getRichStringCellValue().getString());
      case BOOLEAN -> new Cell(Cell.Kind.BOOLEAN, cell.getBooleanCellValue() ? "TRUE" : "FALSE");
      case ERROR ->
          new Cell(Cell.Kind.ERROR, FormulaError.forInt(cell.getErrorCellValue()).getString());
      case NUMERIC -> number(cell, from1904);
      default -> Cell.EMPTY;
    };
  }

  private static Cell number(org.apache.poi.ss.usermodel.Cell cell, boolean from1904) {
    double value = cell.getNumericCellValue();
    String plain = NumberText.plain(value);
    String format = cell.getCellStyle().getDataFormatString();
    if (DateUtil.isADateFormat(cell.getCellStyle().getDataFormat(), format)) {
      return NumberText.date(value, from1904, plain);
    }
    return new Cell(
        Cell.Kind.NUMBER, NumberText.of(plain, format == null ? 0 : NumberText.width(format)));
  }
}
