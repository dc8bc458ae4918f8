package app.ringbook.spreadsheet.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.ringbook.platform.ProblemException;
import app.ringbook.platform.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFileTest {
  private static final Charset CHINESE = Charset.forName("GB18030");
  @TempDir Path folder;

  private static List<List<String>> read(Path file) {
    SheetFile sheet = SheetFile.openTrusted(file);
    try (SheetRows rows = sheet.load(sheet.sheet(null), Progress.NONE)) {
      return Sheets.texts(rows);
    }
  }

  private static String problem(Path file) {
    try {
      read(file);
      return "none";
    } catch (ProblemException e) {
      return e.key();
    }
  }

  private static void fill(Workbook book) {
    Sheets.sheet(
        book,
        "客户",
        new Object[] {"公司", "电话", "日期", "邮编", "开"},
        new Object[] {"澄宇精密", 13800138000.0, 46188, 1234, true});
    Row row = book.getSheetAt(0).getRow(1);
    row.getCell(2).setCellStyle(Sheets.style(book, "yyyy-mm-dd"));
    row.getCell(3).setCellStyle(Sheets.style(book, "00000"));
    row.createCell(5).setCellFormula("1/0");
    book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(5));
    book.createSheet("secret");
    book.setSheetHidden(1, true);
  }

  @Test
  void bothKindsOfWorkbookGiveTheSameTypedCells() throws IOException {
    for (Path file :
        List.of(
            Sheets.xlsx(folder.resolve("a.xlsx"), SheetFileTest::fill),
            Sheets.xls(folder.resolve("a.xls"), SheetFileTest::fill))) {
      SheetFile sheet = SheetFile.openTrusted(file);
      assertThat(sheet.sheets())
          .containsExactly(new SheetInfo("客户", false), new SheetInfo("secret", true));
      try (SheetRows rows = sheet.load(sheet.sheet(null), Progress.NONE)) {
        assertThat(rows.at(1).cells())
            .containsExactly(
                Cell.text("澄宇精密"),
                new Cell(Cell.Kind.NUMBER, "13800138000"),
                new Cell(Cell.Kind.DATE, "2026-06-15"),
                new Cell(Cell.Kind.NUMBER, "01234"),
                new Cell(Cell.Kind.BOOLEAN, "TRUE"),
                new Cell(Cell.Kind.ERROR, "#DIV/0!"));
        assertThat(rows.at(1).number()).isEqualTo(2);
      }
    }
  }

  @Test
  void aChildProcessReadsTheSameAsThisOne() throws IOException {
    Path file = Sheets.xlsx(folder.resolve("书 a.xlsx"), SheetFileTest::fill);
    SheetFile sheet = SheetFile.open(file);
    try (SheetRows rows = sheet.load(sheet.sheet("客户"), Progress.NONE)) {
      assertThat(Sheets.texts(rows)).isEqualTo(read(file));
    }
    assertThatThrownBy(() -> sheet.sheet("Nobody"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.key()).isEqualTo("spreadsheet.problem.noSuchSheet"));
  }

  @Test
  void datesCountFrom1904WhereTheWorkbookSaysSo() throws IOException {
    Path file =
        Sheets.xlsx(
            folder.resolve("mac.xlsx"),
            book -> {
              ((XSSFWorkbook) book).getCTWorkbook().addNewWorkbookPr().setDate1904(true);
              Sheets.sheet(book, "a", new Object[] {44726});
              book.getSheetAt(0).getRow(0).getCell(0).setCellStyle(Sheets.style(book, "d.m.yyyy"));
            });
    assertThat(read(file)).containsExactly(List.of("2026-06-15"));
  }

  @Test
  void contentDecidesNotTheEnding() throws IOException {
    Path wrong = Sheets.xlsx(folder.resolve("a.csv"), SheetFileTest::fill);
    assertThat(SheetFile.openTrusted(wrong).kind()).isEqualTo(SheetKind.XLSX);
    Path text = Sheets.text(folder.resolve("b.xlsx"), UTF_8, "a,b\n1,2\n");
    assertThat(read(text)).containsExactly(List.of("a", "b"), List.of("1", "2"));
  }

  @Test
  void textIsReadInEveryUsualEncoding() throws IOException {
    String text = "公司,电话\r\n澄宇精密,021-5555\r\n";
    List<List<String>> expected = List.of(List.of("公司", "电话"), List.of("澄宇精密", "021-5555"));
    assertThat(read(Sheets.text(folder.resolve("1.csv"), UTF_8, text))).isEqualTo(expected);
    assertThat(read(Sheets.text(folder.resolve("2.csv"), UTF_8, "\uFEFF" + text)))
        .isEqualTo(expected);
    assertThat(read(Sheets.text(folder.resolve("3.csv"), CHINESE, text))).isEqualTo(expected);
    assertThat(read(Sheets.text(folder.resolve("4.csv"), UTF_16LE, "\uFEFF" + text)))
        .isEqualTo(expected);
    assertThat(
            read(
                Sheets.text(
                    folder.resolve("5.csv"),
                    Charset.forName("windows-1252"),
                    "name;city\nJosé;München\n")))
        .isEqualTo(List.of(List.of("name", "city"), List.of("José", "München")));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void separatorsAreFound(String separator) throws IOException {
    String text = "a~b~c\n\"x, y; z\"~2~\n3~4~5\n".replace("~", separator);
    assertThat(read(Sheets.text(folder.resolve("a.txt"), UTF_8, text)))
        .isEqualTo(
            List.of(List.of("a", "b", "c"), List.of("x, y; z", "2"), List.of("3", "4", "5")));
  }

  @Test
  void aStatedSeparatorIsBelievedAndIsNoRow() throws IOException {
    Path file = Sheets.text(folder.resolve("a.csv"), UTF_8, "sep=;\na,b;c\n");
    assertThat(read(file)).containsExactly(List.of("a,b", "c"));
  }

  @Test
  void ourOwnGuardAgainstFormulasIsTakenOff() throws IOException {
    Path file = Sheets.text(folder.resolve("a.csv"), UTF_8, "'=1+1,'quoted'\n");
    assertThat(read(file)).containsExactly(List.of("=1+1", "'quoted'"));
  }

  @Test
  void whatIsNoSheetIsRefusedWithItsSentence() throws IOException {
    assertThat(problem(folder.resolve("no.xlsx"))).isEqualTo("spreadsheet.problem.missing");
    assertThat(problem(folder)).isEqualTo("spreadsheet.problem.folder");
    assertThat(problem(Files.createFile(folder.resolve("0.xlsx"))))
        .isEqualTo("spreadsheet.problem.empty");
    assertThat(problem(Sheets.text(folder.resolve("a.xls"), UTF_8, "<html><table>")))
        .isEqualTo("spreadsheet.problem.webPage");
    assertThat(problem(Files.write(folder.resolve("b.xls"), new byte[] {9, 8, 16, 0, 0, 5})))
        .isEqualTo("spreadsheet.problem.oldExcel");
    assertThat(problem(Files.write(folder.resolve("c.png"), new byte[] {(byte) 0x89, 80, 0, 1})))
        .isEqualTo("spreadsheet.problem.notSheet");
    assertThat(problem(zip("d.ods", "mimetype", "content.xml")))
        .isEqualTo("spreadsheet.problem.openDocument");
    assertThat(problem(zip("e.xlsb", "[Content_Types].xml", "xl/workbook.bin")))
        .isEqualTo("spreadsheet.problem.binary");
    assertThat(problem(zip("f.xlsx", "[Content_Types].xml", "word/document.xml")))
        .isEqualTo("spreadsheet.problem.notSheet");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void aCutWorkbookIsDamagedWhereverItIsCut(double share) throws IOException {
    for (Path whole :
        List.of(
            Sheets.xlsx(folder.resolve("a.xlsx"), SheetFileTest::fill),
            Sheets.xls(folder.resolve("a.xls"), SheetFileTest::fill))) {
      byte[] bytes = Files.readAllBytes(whole);
      Path cut = folder.resolve("cut" + whole.getFileName());
      Files.write(cut, Arrays.copyOf(bytes, (int) (bytes.length * share)));
      assertThat(problem(cut)).isEqualTo("spreadsheet.problem.damaged");
    }
  }

  @Test
  void aRowOrColumnBeyondTheSheetIsRefused() throws IOException {
    assertThat(problem(sheetXml("<row r='99999999999'><c><v>1</v></c></row>")))
        .isEqualTo("spreadsheet.problem.rows");
    assertThat(problem(sheetXml("<row r='1'><c r='XFE1'><v>1</v></c></row>")))
        .isEqualTo("spreadsheet.problem.columns");
    assertThat(problem(sheetXml("<row r='x'><c><v>1</v></c></row>")))
        .isEqualTo("spreadsheet.problem.damaged");
  }

  @Test
  void aQuoteThatIsNeverClosedIsNamedByItsRow() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "a,b\n\"" + "x".repeat(5_000_000));
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.key()).isEqualTo("spreadsheet.problem.record");
              assertThat(e.arguments()).containsExactly(2L);
            });
  }

  @Test
  void aQuoteThatSwallowsTheRowsBehindItIsNamedToo() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "Company,Phone\nAlpha,1\n\"Beta,2\nGamma,3\n");
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.key()).isEqualTo("spreadsheet.problem.record");
              assertThat(e.arguments()).containsExactly(3L);
            });
  }

  @Test
  void aZeroThatStrayedIntoATextDoesNotMakeChineseOfIt() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "Company,Phone\nAl\0pha,138\n");
    assertThat(problem(file)).isEqualTo("spreadsheet.problem.notSheet");
  }

  @Test
  void aNumberBeyondAllDaysIsNoDate() {
    assertThat(NumberText.date(1e300, false, "1e300"))
        .isEqualTo(new Cell(Cell.Kind.NUMBER, "1e300"));
  }

  private Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write("<a/>".getBytes(UTF_8));
      }
    }
    return file;
  }

  private Path sheetXml(String rows) throws IOException {
    return Sheets.byHand(folder.resolve("made.xlsx"), "", rows.getBytes(UTF_8));
  }
}
