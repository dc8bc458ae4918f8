package app.ringbook.spreadsheet;

import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.file.Cell;
import app.ringbook.spreadsheet.file.SheetRow;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.spreadsheet.match.RowReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes the refused rows as a workbook: the columns of the file, and one with the reason, ready to
 * be mended and imported again. Every cell is text, and what could run as a formula is marked as
 * quoted.
 */
public final class RefusedRows {
  private static final String DANGEROUS = "=+-@\t\r\n|＝＋－＠";
  private static final int LONGEST = 32_767;
  private final Texts texts;

  /**
   * @param texts language of the reasons
   */
  public RefusedRows(Texts texts) {
    this.texts = texts;
  }

  /** The reason of a refusal as a sentence. */
  public String reason(RowDraft.Refusal refusal) {
    return texts.text(refusal.kind().reasonKey(), refusal.column(), refusal.limit());
  }

  /**
   * Writes the workbook, by a new file that takes the target's place.
   *
   * @param known what became of the rows; those it does not know are read again
   * @return how many rows were written
   * @throws ProblemException if the target cannot be written
   */
  public int write(SheetRows rows, RowReader reader, Rehearsal known, Path target) {
    Path fresh = target.resolveSibling(target.getFileName() + ".part");
    try {
      int written;
      try (SXSSFWorkbook book = new SXSSFWorkbook(100);
          OutputStream out = Files.newOutputStream(fresh)) {
        written = fill(book, rows, reader, known);
        book.write(out);
      }
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } catch (IOException | UncheckedIOException e) {
      delete(fresh);
      throw new ProblemException(e, "spreadsheet.problem.notWritten", target.toString());
    }
  }

  private int fill(SXSSFWorkbook book, SheetRows rows, RowReader reader, Rehearsal known) {
    CellStyle quoted = book.createCellStyle();
    quoted.setQuotePrefixed(true);
    Sheet sheet = book.createSheet(texts.text("spreadsheet.refused.sheet"));
    ColumnMatch match = reader.match();
    int reasonColumn = match.columns().size();
    Row headers = sheet.createRow(0);
    for (ColumnMatch.Column column : match.columns()) {
      text(headers, column.index(), column.header(), quoted);
    }
    text(headers, reasonColumn, texts.text("spreadsheet.refused.reason"), quoted);
    int[] next = {1};
    rows.forEach(
        match.headerIndex() + 1,
        (index, row) -> {
          RowDraft.Refusal decided = known.refusal(index);
          RowDraft.Refusal refusal = decided == null ? reader.read(index, row).refusal() : decided;
          if (refusal != null) {
            copy(row, sheet.createRow(next[0]++), reasonColumn, quoted, reason(refusal));
          }
          return true;
        });
    return next[0] - 1;
  }

  private static void copy(
      SheetRow from, Row to, int reasonColumn, CellStyle quoted, String reason) {
    for (int column = 0; column < reasonColumn; column++) {
      Cell cell = from.cell(column);
      if (!cell.text().isEmpty()) {
        text(to, column, cell.text(), quoted);
      }
    }
    text(to, reasonColumn, reason, quoted);
  }

  private static void text(Row row, int column, String text, CellStyle quoted) {
    org.apache.poi.ss.usermodel.Cell cell = row.createCell(column);
    cell.setCellValue(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    if (!text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0) {
      cell.setCellStyle(quoted);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
