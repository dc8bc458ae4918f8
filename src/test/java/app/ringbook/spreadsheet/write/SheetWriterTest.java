package app.ringbook.spreadsheet.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.ProblemException;
import app.ringbook.spreadsheet.write.SheetColumn.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetWriterTest {
  private static final List<SheetColumn> COLUMNS =
      List.of(
          new SheetColumn("Name", Shape.NAME),
          new SheetColumn("Phone", Shape.CODE),
          new SheetColumn("Amount", Shape.NUMBER),
          new SheetColumn("Day", Shape.DAY),
          new SheetColumn("Moment", Shape.MOMENT));

  @TempDir Path folder;

  private static SheetTable table(@Nullable Object... cells) {
    return new SheetTable("Sheet", COLUMNS, sink -> sink.row(Arrays.asList(cells)));
  }

  private static byte[] written(SheetWriter writer, SheetTable table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(table, out);
    return out.toByteArray();
  }

  private static XSSFSheet sheet(SheetTable table) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(written(new XlsxWriter(), table)))
        .getSheetAt(0);
  }

  @Test
  void aWorkbookHasRealNumbersAndDatesTextPhonesAndHeadingsThatStay() throws IOException {
    XSSFSheet sheet =
        sheet(
            table(
                "Bolt",
                "013800138000",
                new BigDecimal("1250.5"),
                LocalDate.of(2026, 6, 15),
                LocalDateTime.of(2026, 6, 15, 10, 30)));
    Row row = sheet.getRow(1);
    assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(1).getStringCellValue()).isEqualTo("013800138000");
    assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("@");
    assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(1250.5);
    assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
    assertThat(row.getCell(3).getLocalDateTimeCellValue())
        .isEqualTo(LocalDateTime.of(2026, 6, 15, 0, 0));
    assertThat(row.getCell(4).getLocalDateTimeCellValue())
        .isEqualTo(LocalDateTime.of(2026, 6, 15, 10, 30));
    assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
    assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:E1048576");
    assertThat(sheet.getColumnWidth(0)).isEqualTo(30 * 256);
  }

  @Test
  void noTextBecomesAFormulaAndControlCharactersComeBack() throws IOException {
    for (String text :
        List.of("=1+1", "@A1", "'=1", "a\rb\tc\nd\u0001e", "_x000D_", "_x005F_x000D_", "😀 ￾")) {
      Cell cell = sheet(table(text)).getRow(1).getCell(0);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo(text);
      assertThat(cell.getCellStyle().getQuotePrefixed()).isEqualTo(FormulaGuard.dangerous(text));
    }
  }

  @Test
  void aTextLongerThanACellIsCutAndCounted() throws IOException {
    SheetWriter.Written written =
        new XlsxWriter().write(table("x".repeat(40_000)), new ByteArrayOutputStream());
    assertThat(written).isEqualTo(new SheetWriter.Written(1, 1));
  }

  @Test
  void aTextFileHasTheMarkOfUtf8AndQuotesAsTheRuleSays() throws IOException {
    String text =
        new String(
            written(
                new CsvWriter(),
                table("a \"b\", c\nd", "+86 138", new BigDecimal("-5"), null, "=1")),
            StandardCharsets.UTF_8);
    assertThat(text)
        .isEqualTo(
            "\uFEFFName,Phone,Amount,Day,Moment\r\n\"a \"\"b\"\", c\nd\",+86 138,-5,,'=1\r\n");
  }

  @Test
  void aFileIsWrittenWholeOrNotAtAll() throws IOException {
    Path file = Files.writeString(folder.resolve("list.xlsx"), "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.key()).isEqualTo("spreadsheet.problem.diskFull"));
    SheetTable stopped =
        new SheetTable(
            "Sheet",
            COLUMNS,
            sink -> {
              throw new CancellationException();
            });
    assertThatThrownBy(() -> WholeFile.write(file, out -> new XlsxWriter().write(stopped, out)))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> WholeFile.write(folder.resolve("none/list.csv"), out -> 0))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.key()).isEqualTo("spreadsheet.problem.noFolder"));
    assertThat(folder.toFile().list()).containsExactly("list.xlsx");
    assertThat(Files.readString(file)).isEqualTo("old");
  }
}
