package app.ringbook.spreadsheet;

import app.ringbook.platform.Texts;
import app.ringbook.spreadsheet.file.SheetRows;
import app.ringbook.spreadsheet.match.ColumnMatch;
import app.ringbook.spreadsheet.match.RowDraft;
import app.ringbook.spreadsheet.match.RowReader;
import app.ringbook.spreadsheet.write.SheetColumn;
import app.ringbook.spreadsheet.write.SheetTable;
import app.ringbook.spreadsheet.write.WholeFile;
import app.ringbook.spreadsheet.write.XlsxWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the refused rows as a workbook: the columns of the file, and one with the reason, ready to
 * be mended and imported again. Every cell is text, and what could run as a formula is marked as
 * quoted.
 */
public final class RefusedRows {
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
   * @throws app.ringbook.platform.ProblemException if the target cannot be written
   */
  public int write(SheetRows rows, RowReader reader, Rehearsal known, Path target) {
    ColumnMatch match = reader.match();
    List<SheetColumn> columns = new ArrayList<>();
    match.columns().forEach(c -> columns.add(column(c.header())));
    columns.add(column(texts.text("spreadsheet.refused.reason")));
    SheetTable table =
        new SheetTable(
            texts.text("spreadsheet.refused.sheet"),
            columns,
            sink -> each(rows, reader, known, sink));
    return (int) WholeFile.write(target, out -> new XlsxWriter().write(table, out)).rows();
  }

  private static SheetColumn column(String heading) {
    return new SheetColumn(heading, SheetColumn.Shape.CODE);
  }

  private void each(SheetRows rows, RowReader reader, Rehearsal known, SheetTable.Sink sink) {
    rows.forEach(
        reader.match().headerIndex() + 1,
        (index, row) -> {
          RowDraft.Refusal decided = known.refusal(index);
          RowDraft.Refusal refusal = decided == null ? reader.read(index, row).refusal() : decided;
          if (refusal != null) {
            List<@Nullable Object> cells = new ArrayList<>();
            reader.match().columns().forEach(c -> cells.add(row.cell(c.index()).text()));
            cells.add(reason(refusal));
            sink.row(cells);
          }
          return true;
        });
  }
}
