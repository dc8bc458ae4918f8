package app.ringbook.spreadsheet.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.spreadsheet.file.xml.SheetEvents;
import app.ringbook.spreadsheet.file.xml.SheetScanner;
import app.ringbook.spreadsheet.file.xml.UnusualXmlException;
import app.ringbook.testkit.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is scanned as bytes is what an XML parser reads. */
class ScannedSheetsTest {
  private static final List<String> VALUES =
      List.of(
          "1",
          "0",
          "-1",
          "12.5",
          "-0.25",
          "12.50",
          "012",
          "1E3",
          "1.38E+10",
          "0.1",
          "45000",
          "45000.5",
          "60",
          "59",
          "1",
          "-0",
          "9.8000000000000007",
          "13812345678",
          "123456789012345678",
          "0.000001",
          "2958466",
          "x",
          "a&amp;b",
          "&lt;",
          "&#x4e0a;",
          "&#128512;",
          "上海",
          "é",
          " a ",
          "_x000D_",
          "TRUE",
          "#REF!",
          "2026-01-05",
          "\n",
          "");
  private static final List<String> TYPES =
      List.of("", " t='n'", " t='s'", " t='b'", " t='e'", " t='str'", " t=\"inlineStr\"", " t='d'");
  private static final List<String> ODD =
      List.of(
          "<!-- a -->",
          "<c><v><![CDATA[1]]></v></c>",
          "<x:c xmlns:x='y'><v>1</v></x:c>",
          "\r\n",
          "<c t='str'><v>a\r\nb</v></c>",
          "<extLst/>",
          "<c t='q'><v>3</v></c>",
          "<c><f>A1&lt;2</f><v>1</v></c>",
          "<c><f t='shared' si='0'/><v>2</v></c>");

  @TempDir private Path folder;
  private final Random random = new Random(17);

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static List<String> rows(Path file, boolean scanning) {
    List<String> rows = new ArrayList<>();
    List<String> sheets = new ArrayList<>();
    SheetParser.Sink sink =
        new SheetParser.Sink() {
          @Override
          public void sheet(SheetInfo sheet) {
            sheets.add(sheet.name());
          }

          @Override
          public void row(SheetRow row) {
            rows.add(row.toString());
          }
        };
    try {
      XlsxParser parser = new XlsxParser(scanning);
      parser.parse(file, SheetKind.XLSX, null, sink);
      for (String sheet : List.copyOf(sheets)) {
        rows.add(sheet);
        parser.parse(file, SheetKind.XLSX, sheet, sink);
      }
    } catch (IOException | RuntimeException e) {
      rows.add(Refusal.of(e, "file").key());
    }
    return rows;
  }

  private static void same(Path file) {
    assertThat(rows(file, true)).as(file.toString()).isEqualTo(rows(file, false));
  }

  @Test
  void sharedSampleFilesAreReadAlike() throws IOException {
    try (Stream<Path> files = Files.walk(SharedData.file(""))) {
      List<Path> sheets = files.filter(f -> f.toString().endsWith(".xlsx")).toList();
      assertThat(sheets).isNotEmpty();
      sheets.forEach(ScannedSheetsTest::same);
    }
  }

  @Test
  void workbooksOfEveryKindOfCellAreReadAlike() throws IOException {
    Path file = folder.resolve("kinds.xlsx");
    for (boolean from1904 : new boolean[] {false, true}) {
      Sheets.xlsx(
          file,
          book -> {
            ((XSSFWorkbook) book).getCTWorkbook().addNewWorkbookPr().setDate1904(from1904);
            fill(book);
          });
      same(file);
      assertThat(rows(file, true)).hasSizeGreaterThan(30);
    }
  }

  private void fill(Workbook book) {
    var sheet = book.createSheet("a");
    List<String> formats =
        List.of(
            "General",
            "00000",
            "yyyy-mm-dd",
            "\"¥\"#,##0",
            "h:mm",
            "[$-804]m\"月\"d\"日\"",
            "@",
            "0.00");
    for (int r = 0; r < 40; r++) {
      var row = sheet.createRow(r * 2);
      for (int c = 0; c < formats.size(); c++) {
        Cell cell = row.createCell(c + random.nextInt(2) * 9);
        cell.setCellStyle(Sheets.style(book, formats.get(c)));
        switch (random.nextInt(6)) {
          case 0 ->
              cell.setCellValue(any(List.of("上海", "a&b<c", " x ", "_x0041_", "\u0007", "😀\n")));
          case 1 -> cell.setCellValue(random.nextInt(60_000) + random.nextInt(3) * 0.25);
          case 2 -> cell.setCellValue(random.nextBoolean());
          case 3 -> cell.setCellErrorValue((byte) 23);
          case 4 -> cell.setCellFormula("1+" + r);
          default -> {
            XSSFRichTextString rich = new XSSFRichTextString("two parts");
            rich.applyFont(0, 3, book.createFont());
            cell.setCellValue(rich);
          }
        }
      }
    }
  }

  @Test
  void whateverStandsInASheetIsReadAlike() throws IOException {
    for (int round = 0; round < 150; round++) {
      StringBuilder xml = new StringBuilder();
      for (int row = 1; row <= 6; row++) {
        xml.append(random.nextInt(4) == 0 ? "<row>" : "<row spans='1:2' r='" + row + "'>");
        for (int column = 0; column < 4; column++) {
          xml.append(cell(row, column)).append(random.nextInt(5) == 0 ? " \n" : "");
        }
        xml.append(random.nextInt(60) == 0 ? any(ODD) : "").append("</row>");
      }
      String all = xml + "<row r='9'/><row r='10'></row>";
      same(Sheets.byHand(folder.resolve("made.xlsx"), "", all.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private String cell(int row, int column) {
    String place =
        random.nextInt(3) == 0
            ? ""
            : " r='" + SheetRow.letters(column + random.nextInt(3)) + row + "'";
    String style = random.nextInt(3) == 0 ? " s='" + random.nextInt(3) + "'" : "";
    String type = any(TYPES);
    String value = any(VALUES);
    String inside =
        switch (random.nextInt(5)) {
          case 0 -> "<is><t xml:space='preserve'>" + value + "</t></is>";
          case 1 ->
              "<is><r><rPr><b/><rFont val='x'/></rPr><t>%s</t></r><r><t>b</t></r>".formatted(value)
                  + "<rPh sb='0' eb='1'><t>kana</t></rPh><phoneticPr fontId='1'/></is>";
          case 2 -> "<f>SUM(A1)</f><v>" + value + "</v>";
          case 3 -> random.nextBoolean() ? "<v/>" : "";
          default -> "<v>" + value + "</v>";
        };
    return "<c" + place + style + type + (inside.isEmpty() ? "/>" : ">" + inside + "</c>");
  }

  @Test
  void whatProgramsWriteIsScannedAndWhatIsOddIsNot() {
    String rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>1.5</v></c></row>";
    assertThatCode(() -> scan(rows)).doesNotThrowAnyException();
    for (String odd : ODD.subList(0, 3)) {
      assertThatThrownBy(() -> scan("<row>" + odd + "</row>"))
          .isInstanceOf(UnusualXmlException.class);
    }
    assertThatThrownBy(() -> scan("<row><c><v>1</v></c>")).isInstanceOf(UnusualXmlException.class);
  }

  private static void scan(String rows) throws IOException {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns='x'><sheetData>"
            + rows
            + "</sheetData><pageMargins left='1'/></worksheet>";
    SheetScanner.scan(
        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
        100,
        new SheetEvents() {
          @Override
          public void row(long number) {}

          @Override
          public void cell(int column, int style, StoredAs type, String text) {}

          @Override
          public void shared(int column, int index) {}

          @Override
          public void endRow() {}
        });
  }
}
