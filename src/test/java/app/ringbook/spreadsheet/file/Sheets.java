package app.ringbook.spreadsheet.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Small sheets made on the spot. */
public final class Sheets {
  private static final String HEAD =
      "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>";

  private Sheets() {}

  /** Fills a sheet of a fresh workbook. */
  @FunctionalInterface
  public interface Filling {
    /** Adds what the test needs. */
    void fill(Workbook workbook) throws IOException;
  }

  /** A workbook of Excel 2007 and later. */
  public static Path xlsx(Path file, Filling filling) throws IOException {
    try (Workbook workbook = new XSSFWorkbook()) {
      return write(workbook, file, filling);
    }
  }

  /** A workbook of Excel 97 to 2003. */
  public static Path xls(Path file, Filling filling) throws IOException {
    try (Workbook workbook = new HSSFWorkbook()) {
      return write(workbook, file, filling);
    }
  }

  /** A text file. */
  public static Path text(Path file, Charset charset, String text) throws IOException {
    return Files.write(file, text.getBytes(charset));
  }

  /** Adds a sheet with rows of texts and numbers. */
  public static Sheet sheet(Workbook workbook, String name, Object[]... rows) {
    Sheet sheet = workbook.createSheet(name);
    for (int r = 0; r < rows.length; r++) {
      Row row = sheet.createRow(r);
      for (int c = 0; c < rows[r].length; c++) {
        Object value = rows[r][c];
        if (value instanceof Number number) {
          row.createCell(c).setCellValue(number.doubleValue());
        } else if (value instanceof Boolean truth) {
          row.createCell(c).setCellValue(truth);
        } else {
          row.createCell(c).setCellValue((String) value);
        }
      }
    }
    return sheet;
  }

  /** A cell style by its format. */
  public static CellStyle style(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  /** All rows of a sheet as texts. */
  public static List<List<String>> texts(SheetRows rows) {
    List<List<String>> texts = new java.util.ArrayList<>();
    rows.forEach(
        0,
        (i, row) -> {
          texts.add(row.cells().stream().map(Cell::text).toList());
          return true;
        });
    return texts;
  }

  /** A workbook whose only sheet is written by hand: its prolog, and the XML of its rows. */
  public static Path byHand(Path file, String prolog, byte[]... rows) throws IOException {
    Path whole = xlsx(file.resolveSibling("whole.xlsx"), book -> book.createSheet("a"));
    try (ZipFile zip = new ZipFile(whole.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          out.write((prolog + HEAD).getBytes(StandardCharsets.UTF_8));
          for (byte[] part : rows) {
            out.write(part);
          }
          out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        } else {
          zip.getInputStream(entry).transferTo(out);
        }
      }
    }
    return file;
  }

  private static Path write(Workbook workbook, Path file, Filling filling) throws IOException {
    filling.fill(workbook);
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }
}
